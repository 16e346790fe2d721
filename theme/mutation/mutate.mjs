/**
 * Makes small faults in the front end, one at a time, and says which of them its tests do not notice:
 * `npm run mutate -- --seed 1 --count 50`, with `--browser` to ask the browser's tests as well, and with
 * beginnings of paths (`theme/src/ui`) to look at their files alone.
 *
 * The faults are those of StrykerJS but for changed texts, drawn by the seed. One that the compiler
 * rejects cannot happen and does not count. Works in a copy of the repository.
 */

import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { Instrumenter } from "@stryker-mutator/instrumenter";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
/** Milliseconds for the tests of one fault, many times what they take: a loop without end is noticed. */
const LONGEST_NODE_TESTS = 180_000;
const LONGEST_BROWSER_TESTS = 1_800_000;
const SILENT = { debug() {}, info() {}, warn() {}, isDebugEnabled: () => false };
/** The browser's tests of each folder, those first that are likeliest to notice. */
const BROWSER_TESTS = {
  "src/offline": ["keeping"],
  "src/keep.ts": ["keeping"],
  "src/ui/keep": ["keeping"],
  "src/ui/search_box": ["search_page", "search_box", "suggestions", "recent_searches"],
  "src/ui/results": ["search_page", "search_language", "export", "facets"],
  "src/ui/search_page": ["search_page", "facets", "suggestions"],
  "src/ui/page": ["search_box", "reading", "search_page", "keeping"],
  "src/desk": ["desk"],
  "src/export": ["export"],
  "src": ["search_page", "search_language", "search_box", "reading", "search_traffic"],
};

const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "50" },
    browser: { type: "boolean", default: false },
  },
});

const copy = copyOfRepository();
try {
  if (noticedWithoutBrowser("src/search") !== "nothing") throw new Error("the tests fail without a fault");
  report(drawn(await faults(), Number(options.seed), Number(options.count)));
} finally {
  rmSync(copy, { recursive: true });
}

/** Copies what belongs to the repository; what is installed is linked. */
function copyOfRepository() {
  const folder = mkdtempSync(join(tmpdir(), "cuttings-mutation-"));
  const listed = spawnSync("git", ["ls-files", "-z"], { cwd: REPOSITORY, encoding: "utf8" }).stdout;
  for (const path of listed.split("\0").filter((name) => name !== "")) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(REPOSITORY, path), join(folder, path));
  }
  for (const path of [".venv", "theme/node_modules"]) symlinkSync(join(REPOSITORY, path), join(folder, path));
  return folder;
}

/** All faults that can be made in the sources, in a fixed order. */
async function faults() {
  const listed = spawnSync("git", ["ls-files", "theme/src/*.ts"], { cwd: REPOSITORY, encoding: "utf8" }).stdout;
  const files = listed.split("\n").filter((path) => path !== "").sort();
  const sources = files.map((path) => ({ name: path, mutate: true, content: readFileSync(join(REPOSITORY, path), "utf8") }));
  const { mutants } = await new Instrumenter(SILENT).instrument(sources, {
    plugins: null,
    excludedMutations: ["StringLiteral"],
    ignorers: [],
  });
  return mutants.filter(({ fileName, status }) => status !== "Ignored" && isAskedFor(fileName));
}

function isAskedFor(path) {
  return folders.length === 0 || folders.some((folder) => path.startsWith(folder));
}

/** `count` of the items, the same ones for a seed (mulberry32). */
function drawn(items, seed, count) {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ item }) => item);
}

/** Prints what notices each fault, and in the end how many are noticed. */
function report(mutants) {
  const counts = { types: 0, node: 0, browser: 0, nothing: 0 };
  for (const mutant of mutants) {
    const original = readFileSync(join(copy, mutant.fileName), "utf8");
    const [start, end] = [mutant.location.start, mutant.location.end].map((place) => offsetOf(original, place));
    writeFileSync(join(copy, mutant.fileName), original.slice(0, start) + mutant.replacement + original.slice(end));
    const noticed = noticedBy(mutant.fileName.replace("theme/", ""));
    writeFileSync(join(copy, mutant.fileName), original);
    counts[noticed] += 1;
    console.log(`${noticed}: ${mutant.fileName}:${mutant.location.start.line + 1} ${mutant.mutatorName}`);
    if (noticed === "nothing") console.log(`  - ${original.slice(start, end)}\n  + ${mutant.replacement}`);
  }
  const real = mutants.length - counts.types;
  console.log(`${real - counts.nothing} of ${real} faults noticed, ${counts.browser} of them by the browser's tests alone;`);
  console.log(`${counts.types} more do not compile`);
}

function offsetOf(text, { line, column }) {
  const before = text.split("\n").slice(0, line);
  return before.reduce((sum, { length }) => sum + length + 1, column);
}

/** What notices the fault that the copy has: "types", "node", "browser" or "nothing". */
function noticedBy(path) {
  const noticed = noticedWithoutBrowser(path);
  if (noticed !== "nothing" || !options.browser) return noticed;
  if (fails("node", ["build.mjs"], join(copy, "theme"), LONGEST_NODE_TESTS)) return "node";
  const folder = Object.keys(BROWSER_TESTS).find((name) => path.startsWith(name));
  const tests = BROWSER_TESTS[folder].map((name) => `tests/browser/test_${name}.py`);
  return fails("pytest", ["-x", "-q", "-p", "no:cacheprovider", ...tests], copy, LONGEST_BROWSER_TESTS) ? "browser" : "nothing";
}

/** The compiler and the tests of the fault's folder: "types", "node" or "nothing". */
function noticedWithoutBrowser(path) {
  const theme = join(copy, "theme");
  const project = path === "src/offline/service_worker.ts" ? "tsconfig.worker.json" : "tsconfig.json";
  if (fails("node_modules/.bin/tsc", ["--project", project], theme, LONGEST_NODE_TESTS)) return "types";
  const tests = `tests/${path.split("/")[1]}/**/*.test.ts`;
  if (globSync(tests, { cwd: theme }).length === 0) return "nothing";
  return fails("node", ["--test", "--test-isolation=none", tests], theme, LONGEST_NODE_TESTS) ? "node" : "nothing";
}

function fails(command, parameters, folder, timeout) {
  const { error, status } = spawnSync(command, parameters, { cwd: folder, stdio: "ignore", timeout });
  if (error !== undefined && error.code !== "ETIMEDOUT") throw error; // the command itself cannot be run
  return status !== 0;
}
