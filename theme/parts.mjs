/**
 * Parts of a script that few visits need: each module that is imported by `import()` becomes a script
 * of its own, which the page loads when it is asked for. A browser's own `import()` would not do: from
 * the disk it may load nothing but classic scripts.
 */

import { basename, join } from "node:path";

import { build } from "esbuild";

const NAMESPACE = "part";
/** The global variable that a part leaves for `part_loader.ts`. */
const EXPORTS = "cuttingsPart";

/**
 * An esbuild plugin that bundles the parts of a script.
 *
 * @param options how the script itself is built, with `outdir` and `metafile`.
 * @param loader the module that loads a part.
 * @param onBuilt called with the metafile of each part.
 */
export function parts(options, loader, onBuilt) {
  return {
    name: "parts",
    setup(main) {
      main.onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) =>
        kind === "dynamic-import" ? { path: join(resolveDir, path), namespace: NAMESPACE } : undefined,
      );
      main.onLoad({ filter: /.*/, namespace: NAMESPACE }, async ({ path }) => {
        const { metafile } = await build({ ...options, entryPoints: [path], globalName: EXPORTS });
        onBuilt(metafile);
        const [output] = Object.keys(metafile.outputs);
        return { contents: importing(loader, basename(output)), resolveDir: main.initialOptions.absWorkingDir };
      });
    },
  };
}

/** A module that stands for a part: `import()` waits for what has a `then`, and gives what that gives. */
function importing(loader, name) {
  return [
    `import { loadPart } from ${JSON.stringify(loader)};`,
    `export const then = (resolve, reject) => loadPart(${JSON.stringify(name)}).then(resolve, reject);`,
  ].join("\n");
}
