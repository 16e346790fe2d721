import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { plainSlug, slugOf } from "../../../src/search/index/plain_slug.ts";

const FILE = new URL("../../../../tests/cases/plain_slug.json", import.meta.url);
const CASES = JSON.parse(readFileSync(FILE, "utf8")) as readonly (readonly [string, string])[];

test("a slug is made as the build makes it", () => {
  for (const [name, slug] of CASES) assert.equal(plainSlug(name), slug);
});

test("a slug that is written counts", () => {
  assert.equal(slugOf("emile-zola", "Émile Zola"), "emile-zola");
  assert.equal(slugOf("", "Joe Biden"), "joe-biden");
  assert.equal(slugOf(undefined, "Joe Biden"), "joe-biden");
});
