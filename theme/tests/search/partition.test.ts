import assert from "node:assert/strict";
import { test } from "node:test";

import { Partition } from "../../src/search/partition.ts";

// "ban": field 0 documents 3 (once), 4 (five times), 10 (once). "oil": field 1 document 70 (twice).
const PARTITION = new Partition(["0ban 0oil ", "1321", "61A#D", "30"], 2);

test("gaps and frequencies are added up", () => {
  assert.deepEqual(PARTITION.postings("ban"), [
    { documents: [3, 4, 10], frequencies: [1, 5, 1] },
    { documents: [], frequencies: [] },
  ]);
});

test("each term begins anew", () => {
  assert.deepEqual(PARTITION.postings("oil"), [
    { documents: [], frequencies: [] },
    { documents: [70], frequencies: [2] },
  ]);
});

test("a term that is not there has no postings", () => {
  assert.equal(PARTITION.postings("gold"), undefined);
  assert.equal(PARTITION.postings("zinc"), undefined);
  assert.deepEqual(PARTITION.terms, ["ban", "oil"]);
});
