/**
 * Bundles the front end into static/: one classic script, one style sheet, its fonts, and
 * assets.json, which tells the templates their names. Every name carries a hash of the content.
 */

import { cp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const theme = fileURLToPath(new URL(".", import.meta.url));
const source = join(theme, "src");
const target = join(theme, "static");

const { metafile } = await build({
  absWorkingDir: theme,
  entryPoints: [
    { in: join(source, "main.ts"), out: "cuttings" },
    { in: join(source, "styles", "main.css"), out: "cuttings" },
  ],
  outdir: target,
  entryNames: "[name]-[hash]",
  assetNames: "fonts/[name]-[hash]",
  bundle: true,
  format: "iife",
  target: ["es2022", "chrome109", "firefox115", "safari16"],
  charset: "utf8",
  loader: { ".woff2": "file" },
  minify: true,
  legalComments: "eof",
  metafile: true,
  logLevel: "warning",
});

const outputs = Object.keys(metafile.outputs).map((path) => relative(target, join(theme, path)));
const assets = { script: entry(".js"), style: entry(".css") };
await mkdir(target, { recursive: true });
await writeFile(join(target, "assets.json"), `${JSON.stringify(assets)}\n`);
await removeStale(new Set([...outputs, "assets.json", ...(await copyPublicFiles())]));

/** The name of the bundle with this extension. */
function entry(extension) {
  const name = outputs.find((path) => path === basename(path) && path.endsWith(extension));
  if (name === undefined) throw new Error(`the bundle has no ${extension} file`);
  return name;
}

/** Copies files that keep their names (icons) from src/public; returns their paths. */
async function copyPublicFiles() {
  const folder = join(source, "public");
  if (!existsSync(folder)) return [];
  await cp(folder, target, { recursive: true });
  return files(folder);
}

/** Deletes what an earlier build left behind. */
async function removeStale(kept) {
  for (const path of await files(target)) {
    if (!kept.has(path)) await rm(join(target, path));
  }
}

async function files(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
