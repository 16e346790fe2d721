import assert from "node:assert/strict";
import { test } from "node:test";

import { foundFragment, foundTerms } from "../../../src/ui/search_box/found_words.ts";

test("terms are read back from the address", () => {
  for (const terms of [["oil"], ["att", "2.5", "東京", "élan"], ["a&b", "c=d", "#e", "%"]]) {
    assert.deepEqual(foundTerms(foundFragment(terms)), terms);
  }
});

test("no terms leave the address as it is", () => {
  assert.equal(foundFragment([]), "");
  assert.deepEqual(foundTerms(""), []);
  assert.deepEqual(foundTerms("#headline"), []);
  assert.deepEqual(foundTerms("#found="), []);
});

test("an address carries forty terms at most", () => {
  const many = Array.from({ length: 1_000 }, (_, number) => `t${number}`);
  assert.equal(foundTerms(foundFragment(many)).length, 40);
});
