import assert from "node:assert/strict";
import { test } from "node:test";

import { countLabel, dateLabel, filesLabel, sizeLabel, storiesLabel } from "../../../src/ui/page/labels.ts";

test("counts have commas", () => {
  assert.deepEqual([0, 999, 1000, 13186, 1234567].map(countLabel), [
    "0",
    "999",
    "1,000",
    "13,186",
    "1,234,567",
  ]);
});

test("one story, other stories", () => {
  assert.equal(storiesLabel(1), "1 story");
  assert.equal(storiesLabel(0), "0 stories");
  assert.equal(storiesLabel(2041), "2,041 stories");
});

test("one file, other files", () => {
  assert.deepEqual([1, 26_956].map(filesLabel), ["1 file", "26,956 files"]);
});

test("dates are written out; no date is said so", () => {
  assert.equal(dateLabel("2018-04-05"), "5 April 2018");
  assert.equal(dateLabel("1945-12-31"), "31 December 1945");
  assert.equal(dateLabel(""), "Undated");
});

test("sizes are told in units of 1,000", () => {
  const sizes = [0, 1, 340, 1_500, 999_499, 999_500, 3_400_000, 9_949_999, 9_950_000, 176_042_113, 1_234_000_000];
  assert.deepEqual(sizes.map(sizeLabel), [
    "0 KB",
    "1 KB",
    "1 KB",
    "2 KB",
    "999 KB",
    "1.0 MB",
    "3.4 MB",
    "9.9 MB",
    "10 MB",
    "176 MB",
    "1,234 MB",
  ]);
});
