import assert from "node:assert/strict";
import { test } from "node:test";

import { datesOf, withDates } from "../../../src/search/query/query_dates.ts";

test("the dates of a query are read, of several the last", () => {
  assert.deepEqual(datesOf('oil after:2020-03 "bank" before:2021'), { after: "2020-03", before: "2021" });
  assert.deepEqual(datesOf("after:1990 after:1995"), { after: "1995", before: "" });
  assert.deepEqual(datesOf("oil -after:1990"), { after: "", before: "" });
});

test("dates are written in the place of the query's own, and nothing else changes", () => {
  assert.equal(withDates("oil", { after: "2020", before: "" }), "oil after:2020");
  assert.equal(withDates("after:1990 oil before:1995 bank", { after: "", before: "2001-05" }), "oil bank before:2001-05");
  assert.equal(withDates("after:1990", { after: "", before: "" }), "");
  assert.equal(withDates('"after:1990" oil', { after: "", before: "" }), '"after:1990" oil');
});
