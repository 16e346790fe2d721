/**
 * Reduces the web fonts to what the style sheet uses: the characters of a rule's `unicode-range`,
 * the weights of its `font-weight`, and the features that a browser applies.
 */

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import subsetFont from "subset-font";

/** The features that browsers apply by default (CSS Fonts, "Default features"), and tabular figures for `base.css`. */
const FEATURES = ["rvrn", "ccmp", "locl", "rlig", "liga", "clig", "calt", "kern", "mark", "mkmk", "tnum"];

const NAMESPACE = "font-subset";
const RULE = /@font-face\s*\{[^}]*\.woff2[^}]*\}/g;
const SOURCE = /url\("([^"]+)\.woff2"\)/;
const WEIGHTS = /font-weight:\s*(\d+)\s+(\d+);/;
const RANGES = /unicode-range:\s*([^;]+);/;

/** An esbuild plugin that bundles, for each rule of `fonts.css`, the part of the font that it names. */
export function fontSubsets() {
  const rules = new Map();
  return {
    name: "font-subsets",
    setup(build) {
      build.onLoad({ filter: /[/\\]fonts\.css$/ }, async ({ path }) => {
        const style = await readFile(path, "utf8");
        return { contents: style.replaceAll(RULE, (rule) => register(rule, rules)), loader: "css" };
      });
      build.onResolve({ filter: new RegExp(`^${NAMESPACE}:`) }, ({ path }) => ({
        path: path.slice(NAMESPACE.length + 1),
        namespace: NAMESPACE,
      }));
      build.onLoad({ filter: /.*/, namespace: NAMESPACE }, async ({ path }) => ({
        contents: await subset(rules.get(path)),
        loader: "file",
      }));
    },
  };
}

/** The rule with an address of its own; under this, `rules` has what its font must contain. */
function register(rule, rules) {
  const [address, source] = SOURCE.exec(rule);
  const [, lightest, heaviest] = WEIGHTS.exec(rule);
  const name = `${source.split("/").at(-1)}-${rules.size + 1}.woff2`;
  rules.set(name, {
    file: fileURLToPath(import.meta.resolve(`${source}.woff2`)),
    characters: characters(RANGES.exec(rule)[1]),
    weights: { min: Number(lightest), max: Number(heaviest) },
  });
  return rule.replace(address, `url("${NAMESPACE}:${name}")`);
}

/** "U+0041-0043, U+00E9" -> "ABCé". */
function characters(ranges) {
  return ranges
    .split(",")
    .map((range) => range.trim().replace("U+", "").split("-"))
    .flatMap(([from, to = from]) => {
      const first = parseInt(from, 16);
      return Array.from({ length: parseInt(to, 16) - first + 1 }, (_, place) => String.fromCodePoint(first + place));
    })
    .join("");
}

async function subset({ file, characters, weights }) {
  return await subsetFont(await readFile(file), characters, {
    targetFormat: "woff2",
    keepFeatures: FEATURES,
    variationAxes: { wght: weights },
  });
}
