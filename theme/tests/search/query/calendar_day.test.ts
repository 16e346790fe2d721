import assert from "node:assert/strict";
import { test } from "node:test";

import { numericPeriod } from "../../../src/search/query/calendar_day.ts";

test("days are counted as Python counts them", () => {
  assert.equal(numericPeriod("0001-01-01")?.from, 1);
  assert.equal(numericPeriod("1970-01-01")?.from, 719_163);
  assert.equal(numericPeriod("2024-02-29")?.from, 738_945);
  assert.equal(numericPeriod("2024/4/26")?.from, 739_002);
});

test("a month and a year begin with their first day", () => {
  assert.equal(numericPeriod("2024-02")?.from, 738_917);
  assert.equal(numericPeriod("2023-12")?.from, 738_855);
  assert.equal(numericPeriod("2023")?.from, 738_521);
});

for (const text of ["", "soon", "24-04-26", "0000", "2024-13", "2024-00", "2023-02-29", "2024-04-00", "2024-04-31", "2024-"]) {
  test(`${JSON.stringify(text)} is no date`, () => {
    assert.equal(numericPeriod(text)?.from, undefined);
  });
}
