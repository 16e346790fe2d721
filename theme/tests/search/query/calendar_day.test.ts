import assert from "node:assert/strict";
import { test } from "node:test";

import { firstDay } from "../../../src/search/query/calendar_day.ts";

test("days are counted as Python counts them", () => {
  assert.equal(firstDay("0001-01-01"), 1);
  assert.equal(firstDay("1970-01-01"), 719_163);
  assert.equal(firstDay("2024-02-29"), 738_945);
  assert.equal(firstDay("2024/4/26"), 739_002);
});

test("a month and a year begin with their first day", () => {
  assert.equal(firstDay("2024-02"), 738_917);
  assert.equal(firstDay("2023-12"), 738_855);
  assert.equal(firstDay("2023"), 738_521);
});

for (const text of ["", "soon", "24-04-26", "0000", "2024-13", "2024-00", "2023-02-29", "2024-04-00", "2024-04-31", "2024-"]) {
  test(`${JSON.stringify(text)} is no date`, () => {
    assert.equal(firstDay(text), undefined);
  });
}
