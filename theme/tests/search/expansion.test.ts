import assert from "node:assert/strict";
import { test } from "node:test";

import { isWithin } from "../../src/search/edit_distance.ts";
import { candidates, prefixOf, reachOf } from "../../src/search/expansion.ts";
import type { Clause } from "../../src/search/query.ts";

function clause(term: string, editDistance?: number): Clause {
  const plain: Clause = { term, fields: ["title"], presence: "optional", boost: 1 };
  return editDistance === undefined ? plain : { ...plain, editDistance };
}

const TERMS = ["elect", "elector", "oil", "reelect", "select"];

test("a clause reaches as far as its wildcards and edits do", () => {
  assert.equal(reachOf(clause("oil")), "term");
  assert.equal(reachOf(clause("elect*")), "prefix");
  assert.equal(reachOf(clause("*elect")), "vocabulary");
  assert.equal(reachOf(clause("oil", 1)), "vocabulary");
  assert.equal(prefixOf(clause("el*ct")), "el");
});

test("wildcards match any letters, also none", () => {
  assert.deepEqual(candidates(clause("elect*"), TERMS), ["elect", "elector"]);
  assert.deepEqual(candidates(clause("*elect"), TERMS), ["elect", "reelect", "select"]);
  assert.deepEqual(candidates(clause("*l*t*"), TERMS), ["elect", "elector", "reelect", "select"]);
  assert.deepEqual(candidates(clause("el*lect"), TERMS), []);
});

test("edits are counted", () => {
  assert.deepEqual(candidates(clause("elect", 1), TERMS), ["elect", "select"]);
  assert.deepEqual(candidates(clause("elect", 2), TERMS), ["elect", "elector", "reelect", "select"]);
});

test("exchanged letters are one edit, with edits between them", () => {
  assert.equal(isWithin("81", "18", 1), true);
  assert.equal(isWithin("81", "198", 1), false);
  assert.equal(isWithin("81", "198", 2), true);
  assert.equal(isWithin("abc", "ca", 2), true);
  assert.equal(isWithin("", "ab", 2), true);
  assert.equal(isWithin("abc", "xyz", 2), false);
});
