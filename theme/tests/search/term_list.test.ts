import assert from "node:assert/strict";
import { test } from "node:test";

import { placeOf, unpackRelated, unpackTerms, withPrefix } from "../../src/search/term_list.ts";

const TERMS = ["ban", "bank", "banker", "oil"];

test("front-coded terms are read back", () => {
  assert.deepEqual(unpackTerms("0ban 3k 4er 0oil "), TERMS);
  assert.deepEqual(unpackTerms(""), []);
});

test("the place of a term is found, and where a missing one would stand", () => {
  assert.equal(placeOf(TERMS, "bank"), 1);
  assert.equal(placeOf(TERMS, "banz"), 3);
  assert.equal(placeOf(TERMS, "a"), 0);
  assert.equal(placeOf(TERMS, "z"), 4);
});

test("terms with a prefix stand together", () => {
  assert.deepEqual(withPrefix(TERMS, "bank"), ["bank", "banker"]);
  assert.deepEqual(withPrefix(TERMS, "x"), []);
  assert.deepEqual(withPrefix(TERMS, ""), TERMS);
});

test("words are read by what they share with their terms", () => {
  assert.deepEqual(unpackRelated("3s 0BANK 6s 2 ", TERMS), ["bans", "BANK", "bankers", "oi"]);
});
