import assert from "node:assert/strict";
import { test } from "node:test";

import { DocumentDates } from "../../../src/search/index/document_dates.ts";
import { numericPeriod } from "../../../src/search/query/calendar_day.ts";

/** 26 April 2024, 15 January 2024; further documents are undated. */
const DATES = DocumentDates.read("@##w!c");

function days(after?: string, before?: string): number[] {
  const from = after === undefined ? {} : { from: numericPeriod(after)?.from ?? 0 };
  const to = before === undefined ? {} : { to: numericPeriod(before)?.from ?? 0 };
  return [0, 1, 2].filter((document) => DATES.isWithin(document, { kind: "date", ...from, ...to }));
}

test("the first day is within, the last is not", () => {
  assert.deepEqual(days("2024-04-26"), [0]);
  assert.deepEqual(days(undefined, "2024-04-26"), [1]);
  assert.deepEqual(days("2024-01-15", "2024-04-27"), [0, 1]);
});

test("what is undated is in no range", () => {
  assert.deepEqual(days("0001"), [0, 1]);
  assert.deepEqual(days(undefined, "9999"), [0, 1]);
});

test("what is undated can be asked for", () => {
  assert.deepEqual([0, 1, 2].filter((document) => DATES.isWithin(document, { kind: "date", isUndated: true })), [2]);
});
