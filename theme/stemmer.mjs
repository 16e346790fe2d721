/** Takes of Lunr what a page uses: the stemmer. The rest of the library would be a fifth of the script. */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const MODULES = ["token", "stemmer"];
/** What these modules expect around them. */
const AROUND = "const lunr = { Pipeline: { registerFunction() {} } };";

/** An esbuild plugin that bundles Lunr's stemmer for `lunr`. */
export function stemmerAlone() {
  return {
    name: "stemmer-alone",
    setup(build) {
      const { resolve } = createRequire(import.meta.url);
      build.onLoad({ filter: /[/\\]lunr[/\\]lunr\.js$/ }, async () => {
        const texts = await Promise.all(MODULES.map((name) => readFile(resolve(`lunr/lib/${name}.js`), "utf8")));
        return { contents: [AROUND, ...texts, "export default lunr;"].join("\n") };
      });
    },
  };
}
