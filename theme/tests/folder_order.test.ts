import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { cruise, type IConfiguration, type ICruiseResult } from "dependency-cruiser";

const SOURCE = fileURLToPath(new URL("../src", import.meta.url));
const RULES = new URL("../.dependency-cruiser.mjs", import.meta.url).href;
/** Most modules of a folder: the most that comparable projects have. */
const MOST_MODULES = 25;

/** The rules that a tree of modules breaks, each with the import that breaks it. */
async function broken(modules: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { default: rules } = (await import(RULES)) as { default: IConfiguration };
  const root = await mkdtemp(join(tmpdir(), "folder-order-"));
  try {
    for (const [path, text] of Object.entries(modules)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    const { output } = await cruise(["src"], { ...rules.options, ruleSet: rules, validate: true, baseDir: root });
    const { violations } = (output as ICruiseResult).summary;
    return violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort();
  } finally {
    await rm(root, { recursive: true });
  }
}

test("a folder may import the folders below it", async () => {
  const modules = {
    "src/search/answer/answer.ts": 'import { A } from "../words/a.ts";\nexport const B = A;',
    "src/search/words/a.ts": "export const A = 1;",
  };
  assert.deepEqual(await broken(modules), []);
});

test("a folder that imports one above it breaks the order, even if it imports a type alone", async () => {
  const modules = {
    "src/search/words/a.ts": 'import type { B } from "../answer/b.ts";\nexport type A = B;',
    "src/search/answer/b.ts": "export type B = number;",
    "src/ui/page/c.ts": 'import { D } from "../results/d.ts";\nexport const C = D;',
    "src/ui/results/d.ts": "export const D = 1;",
  };
  assert.deepEqual(await broken(modules), [
    "order-in-src/search: src/search/words/a.ts -> src/search/answer/b.ts",
    "order-in-src/ui: src/ui/page/c.ts -> src/ui/results/d.ts",
  ]);
});

test("folders on one line do not import each other", async () => {
  const modules = {
    "src/ui/keep/a.ts": 'import { B } from "../search_box/b.ts";\nexport const A = B;',
    "src/ui/search_box/b.ts": "export const B = 1;",
  };
  assert.deepEqual(await broken(modules), ["order-in-src/ui: src/ui/keep/a.ts -> src/ui/search_box/b.ts"]);
});

test("modules of one folder do not import each other in a circle", async () => {
  const modules = {
    "src/offline/a.ts": 'import type { B } from "./b.ts";\nexport type A = B;',
    "src/offline/b.ts": 'import type { A } from "./a.ts";\nexport type B = A;',
  };
  const circles = await broken(modules);
  assert.ok(circles.length > 0 && circles.every((circle) => circle.startsWith("no-circle: src/offline/")), String(circles));
});

test("a folder without a place in the order is reported", async () => {
  const modules = {
    "src/search/new/a.ts": 'import { B } from "../words/b.ts";\nexport const A = B;',
    "src/search/words/b.ts": "export const B = 1;",
  };
  assert.deepEqual(await broken(modules), ["no-place-in-src/search: src/search/new/a.ts -> src/search/words/b.ts"]);
});

test("no folder has more modules than can be surveyed", async () => {
  const counts = new Map<string, number>();
  for (const entry of await readdir(SOURCE, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) counts.set(entry.parentPath, (counts.get(entry.parentPath) ?? 0) + 1);
  }
  assert.deepEqual([...counts].filter(([, count]) => count > MOST_MODULES), []);
});
