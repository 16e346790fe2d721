import assert from "node:assert/strict";
import { test } from "node:test";

import { placeOf, related, unpackTerms, withPrefix } from "../../../src/search/index/term_list.ts";

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

test("a word is read by what it shares with its term", () => {
  assert.equal(related("3s", "ban"), "bans");
  assert.equal(related("0BANK", "bank"), "BANK");
  assert.equal(related("2", "oil"), "oi");
});
