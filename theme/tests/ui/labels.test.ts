import assert from "node:assert/strict";
import { test } from "node:test";

import { countLabel, dateLabel, storiesLabel } from "../../src/ui/labels.ts";

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

test("dates are written out; no date is said so", () => {
  assert.equal(dateLabel("2018-04-05"), "5 April 2018");
  assert.equal(dateLabel("1945-12-31"), "31 December 1945");
  assert.equal(dateLabel(""), "Undated");
});
