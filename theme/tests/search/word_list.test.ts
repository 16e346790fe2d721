import assert from "node:assert/strict";
import { test } from "node:test";

import { WordList } from "../../src/search/word_list.ts";

const WORDS = new WordList(["minist", "polici", "us"], "6er 5y 0U.S. ", "312");

test("a term is shown by its word and counted", () => {
  assert.deepEqual(WORDS.wordOf("minist"), { word: "minister", count: 3 });
  assert.deepEqual(WORDS.wordOf("polici"), { word: "policy", count: 1 });
  assert.deepEqual(WORDS.wordOf("us"), { word: "U.S.", count: 2 });
});

test("a term that the vocabulary lacks is its own word", () => {
  assert.deepEqual(WORDS.wordOf("oil"), { word: "oil", count: 0 });
});
