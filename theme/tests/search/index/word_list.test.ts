import assert from "node:assert/strict";
import { test } from "node:test";

import { WordList } from "../../../src/search/index/word_list.ts";

const WORDS = new WordList(["fleet", "minist", "polici", "us"], "15 06er 05y 21.S. ", "4312");

test("a term is shown by its word and counted", () => {
  assert.deepEqual(WORDS.wordOf("fleet"), { word: "Fleet", count: 4 });
  assert.deepEqual(WORDS.wordOf("minist"), { word: "minister", count: 3 });
  assert.deepEqual(WORDS.wordOf("polici"), { word: "policy", count: 1 });
  assert.deepEqual(WORDS.wordOf("us"), { word: "U.S.", count: 2 });
});

test("a term that the vocabulary lacks is its own word", () => {
  assert.deepEqual(WORDS.wordOf("oil"), { word: "oil", count: 0 });
});
