import assert from "node:assert/strict";
import { test } from "node:test";

import { dayRuns, numberDocuments, placeAmong } from "../../../src/search/sites/site_numbers.ts";

function numbers(...sites: readonly (readonly (number | undefined)[])[]): number[][] {
  const numbered = numberDocuments(sites.map((days) => ({ documents: days.length, runs: dayRuns(days) })));
  return numbered.map((own) => [...own]);
}

test("sites that follow each other are numbered one after the other, undated documents last", () => {
  assert.deepEqual(numbers([9, 8, undefined], [7, 7, 5, undefined]), [[0, 1, 5], [2, 3, 4, 6]]);
});

test("documents of sites that overlap are numbered by their days", () => {
  assert.deepEqual(numbers([9, 6, 6, 2], [7, 6, 1]), [[0, 2, 3, 5], [1, 4, 6]]);
});

test("a site may have no document, or none with a date", () => {
  assert.deepEqual(numbers([], [undefined], [4]), [[], [1], [0]]);
});

test("a number is found among those of a site", () => {
  const [first] = numberDocuments([{ documents: 3, runs: [[9, 1], [2, 2]] }, { documents: 1, runs: [[5, 1]] }]);
  assert.deepEqual([0, 1, 2, 3, 4].map((number) => placeAmong(first as Uint32Array, number)), [0, undefined, 1, 2, undefined]);
});
