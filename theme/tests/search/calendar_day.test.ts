import assert from "node:assert/strict";
import { test } from "node:test";

import { parsePeriod } from "../../src/search/calendar_day.ts";

test("days are counted as Python counts them", () => {
  assert.deepEqual(parsePeriod("0001-01-01"), { first: 1, end: 2 });
  assert.deepEqual(parsePeriod("1970-01-01"), { first: 719_163, end: 719_164 });
  assert.deepEqual(parsePeriod("2024-04-26"), { first: 739_002, end: 739_003 });
});

test("a month and a year are all their days", () => {
  assert.deepEqual(parsePeriod("2024-02"), { first: 738_917, end: 738_946 });
  assert.deepEqual(parsePeriod("2023-12"), { first: 738_855, end: 738_886 });
  assert.deepEqual(parsePeriod("2023"), { first: 738_521, end: 738_886 });
});

for (const text of ["", "soon", "24-04-26", "0000", "2024-13", "2024-00", "2023-02-29", "2024-04-00", "2024-04-31", "2024-"]) {
  test(`${JSON.stringify(text)} is no date`, () => {
    assert.equal(parsePeriod(text), undefined);
  });
}
