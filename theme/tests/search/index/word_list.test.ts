import assert from "node:assert/strict";
import { test } from "node:test";

import { WordList } from "../../../src/search/index/word_list.ts";
import { ANALYSIS } from "../words/analysis_fixture.ts";

const WORDS = new WordList(["fleet", "minist", "polici", "us"], "15 06er/6ers 05y/5ies 21.S. ", "4312");

test("a term is shown by its word and counted", () => {
  assert.deepEqual(WORDS.wordOf("fleet"), { word: "Fleet", count: 4 });
  assert.deepEqual(WORDS.wordOf("minist"), { word: "minister", count: 3 });
  assert.deepEqual(WORDS.wordOf("polici"), { word: "policy", count: 1 });
  assert.deepEqual(WORDS.wordOf("us"), { word: "U.S.", count: 2 });
});

test("a term that the vocabulary lacks is its own word", () => {
  assert.deepEqual(WORDS.wordOf("oil"), { word: "oil", count: 0 });
});

test("all words of the terms are given as texts write them", () => {
  assert.deepEqual(WORDS.surfaceWords(ANALYSIS), ["fleet", "minister", "ministers", "policy", "policies", "us"]);
  const compound = new WordList(["antiviru"], "04-virus ", "1");
  assert.deepEqual(compound.surfaceWords(ANALYSIS), []);
});
