/**
 * Bundles the front end. Into static/, which becomes theme/ of the site: classic scripts, some of them
 * parts that are loaded on demand, one style sheet, its fonts, the icons, and assets.json, from which the templates take these names. All names
 * except those of icons contain a hash of the content. Into root/, which becomes the site's root: the
 * service worker, whose name must stay the same. Into desk/, which no site has: the page of
 * `cuttings review` with its script, its style sheet, its fonts and an icon.
 */

import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { fontSubsets } from "./fonts.mjs";
import { icons } from "./icons.mjs";
import { parts } from "./parts.mjs";
import { stemmerAlone } from "./stemmer.mjs";

const theme = fileURLToPath(new URL(".", import.meta.url));
const source = join(theme, "src");
const target = join(theme, "static");
const desk = join(theme, "desk");

const common = {
  absWorkingDir: theme,
  bundle: true,
  format: "iife",
  target: ["es2022", "chrome109", "firefox115", "safari16.4"],
  charset: "utf8",
  minify: true,
  legalComments: "eof",
  logLevel: "warning",
};

const hashed = { ...common, entryNames: "[name]-[hash]", assetNames: "fonts/[name]-[hash]", metafile: true };

const site = { ...hashed, outdir: target, plugins: [stemmerAlone()] };
const partFiles = [];
const { metafile } = await build({
  ...site,
  entryPoints: [
    { in: join(source, "main.ts"), out: "cuttings" },
    { in: join(source, "keep.ts"), out: "keep" },
    { in: join(source, "styles", "main.css"), out: "cuttings" },
  ],
  plugins: [
    ...site.plugins,
    fontSubsets(),
    parts(site, join(source, "ui", "page", "part_loader.ts"), (built) => partFiles.push(...outputNames(built, target))),
  ],
});
await build({
  ...common,
  entryPoints: [join(source, "offline", "service_worker.ts")],
  outfile: join(theme, "root", "service-worker.js"),
});

const outputs = outputNames(metafile, target);
const assets = {
  script: entry(outputs, /^cuttings-.*\.js$/),
  keep_script: entry(outputs, /^keep-.*\.js$/),
  style: entry(outputs, /^cuttings-.*\.css$/),
};
await mkdir(target, { recursive: true });
await writeFile(join(target, "assets.json"), `${JSON.stringify(assets)}\n`);
for (const [name, content] of icons()) await writeFile(join(target, name), content);
await removeStale(target, [...outputs, ...partFiles, "assets.json", ...icons().keys()]);
await buildDesk();

async function buildDesk() {
  const built = await build({
    ...hashed,
    entryPoints: [
      { in: join(source, "desk.ts"), out: "desk" },
      { in: join(source, "styles", "desk", "main.css"), out: "desk" },
    ],
    outdir: desk,
    plugins: [fontSubsets()],
  });
  const names = outputNames(built.metafile, desk);
  const page = await readFile(join(source, "desk", "index.html"), "utf8");
  const filled = page
    .replace("{script}", entry(names, /\.js$/))
    .replace("{style}", entry(names, /^desk-.*\.css$/));
  await writeFile(join(desk, "index.html"), filled);
  await writeFile(join(desk, "icon.svg"), icons().get("icon.svg"));
  await removeStale(desk, [...names, "index.html", "icon.svg"]);
}

/** The files of a build, relative to its folder. */
function outputNames({ outputs }, folder) {
  return Object.keys(outputs).map((path) => relative(folder, join(theme, path)));
}

/** The name of the one bundle that matches. */
function entry(names, pattern) {
  const name = names.find((path) => pattern.test(path));
  if (name === undefined) throw new Error(`no bundle matches ${pattern}`);
  return name;
}

/** Deletes the files of earlier builds. */
async function removeStale(folder, kept) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((entry) => entry.isFile())) {
    const path = join(entry.parentPath, entry.name);
    if (!kept.includes(relative(folder, path))) await rm(path);
  }
}
