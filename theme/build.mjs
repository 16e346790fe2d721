/**
 * Bundles the front end. Into static/, which becomes theme/ of the site: classic scripts, one style
 * sheet, its fonts, the icons, and assets.json, from which the templates take these names and the
 * colours of the paper. All names except those of icons contain a hash of the content. Into root/,
 * which becomes the site's root: the service worker, whose name must stay the same.
 */

import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { colours } from "./colours.mjs";
import { fontSubsets } from "./fonts.mjs";
import { icons } from "./icons.mjs";

const theme = fileURLToPath(new URL(".", import.meta.url));
const source = join(theme, "src");
const target = join(theme, "static");

const common = {
  absWorkingDir: theme,
  bundle: true,
  format: "iife",
  target: ["es2022", "chrome109", "firefox115", "safari16"],
  charset: "utf8",
  minify: true,
  legalComments: "eof",
  logLevel: "warning",
};

const { metafile } = await build({
  ...common,
  entryPoints: [
    { in: join(source, "main.ts"), out: "cuttings" },
    { in: join(source, "keep.ts"), out: "keep" },
    { in: join(source, "styles", "main.css"), out: "cuttings" },
  ],
  outdir: target,
  entryNames: "[name]-[hash]",
  assetNames: "fonts/[name]-[hash]",
  plugins: [fontSubsets()],
  metafile: true,
});
await build({
  ...common,
  entryPoints: [join(source, "offline", "service_worker.ts")],
  outfile: join(theme, "root", "service-worker.js"),
});

const outputs = Object.keys(metafile.outputs).map((path) => relative(target, join(theme, path)));
const assets = {
  script: entry(/^cuttings-.*\.js$/),
  keep_script: entry(/^keep-.*\.js$/),
  style: entry(/^cuttings-.*\.css$/),
  paper: colours().light.paper,
  dark_paper: colours().dark.paper,
};
await mkdir(target, { recursive: true });
await writeFile(join(target, "assets.json"), `${JSON.stringify(assets)}\n`);
for (const [name, content] of icons()) await writeFile(join(target, name), content);
await removeStale(new Set([...outputs, "assets.json", ...icons().keys()]));

/** The name of the one bundle that matches. */
function entry(pattern) {
  const name = outputs.find((path) => pattern.test(path));
  if (name === undefined) throw new Error(`no bundle matches ${pattern}`);
  return name;
}

/** Deletes the files of earlier builds. */
async function removeStale(kept) {
  const entries = await readdir(target, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((entry) => entry.isFile())) {
    const path = join(entry.parentPath, entry.name);
    if (!kept.has(relative(target, path))) await rm(path);
  }
}
