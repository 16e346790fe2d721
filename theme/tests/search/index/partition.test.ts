import assert from "node:assert/strict";
import { test } from "node:test";

import { Partition, type PostingList } from "../../../src/search/index/partition.ts";

// "ban": field 0 documents 3 (once), 4 (five times), 10 (once). "oil": field 1 document 70 (twice).
const PARTITION = new Partition(["0ban 0oil ", "1321", "61A#D", "30", "08", "10s 20"], 2);

const NOTHING = { documents: [], frequencies: [] };

function list(documents: readonly number[], frequencies: readonly number[]): PostingList {
  return { documents: Uint32Array.from(documents), frequencies: Uint32Array.from(frequencies) };
}

test("gaps and frequencies are added up", () => {
  assert.deepEqual(PARTITION.postings("ban"), [
    list([3, 4, 10], [1, 5, 1]),
    NOTHING,
  ]);
});

test("each term begins anew", () => {
  assert.deepEqual(PARTITION.postings("oil"), [
    NOTHING,
    list([70], [2]),
  ]);
});

test("a term that is not there has no postings", () => {
  assert.equal(PARTITION.postings("gold"), undefined);
  assert.equal(PARTITION.postings("zinc"), undefined);
  assert.equal(PARTITION.has("gold"), false);
  assert.equal(PARTITION.has("oil"), true);
  assert.deepEqual(PARTITION.terms, ["ban", "oil"]);
  assert.equal(PARTITION.previewFile("gold"), undefined);
});

test("the file of a term's preview is a step from the last term's", () => {
  assert.equal(PARTITION.previewFile("ban"), undefined);
  assert.equal(PARTITION.previewFile("oil"), 7);
  const both = new Partition(["0ban 0oil ", "1321", "61A#D", "30", "52", ""], 2);
  assert.deepEqual([both.previewFile("ban"), both.previewFile("oil")], [4, 5]);
});

test("words that far fewer documents have than their term are read", () => {
  assert.deepEqual(PARTITION.rarerWords("oil"), [{ place: 1, word: "oils", count: 2, inCapitals: 0 }]);
  assert.deepEqual(PARTITION.rarerWords("ban"), []);
});
