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

test("written dates are read and replaced as well", () => {
  assert.deepEqual(datesOf("oil March 1987"), { after: "1987-03-01", before: "1987-04-01" });
  assert.deepEqual(datesOf('date:1987 after:"2 May 1987" date:none'), { after: "1987-05-02", before: "1988-01-01" });
  assert.equal(withDates("oil March 1987 bank", { after: "1987-03-01", before: "" }), "oil bank after:1987-03-01");
});

test("dates in brackets and alternatives are left alone", () => {
  const text = "(after:1990 oil) OR before:1995 gas OR March 1987";
  assert.deepEqual(datesOf(text), { after: "", before: "" });
  assert.equal(withDates(text, { after: "", before: "" }), text);
});

test("a date is an alternative on either side of OR, and only there", () => {
  for (const text of ["gas OR before:1995", "before:1995 OR gas"]) {
    assert.deepEqual(datesOf(text), { after: "", before: "" }, text);
    assert.equal(withDates(text, { after: "", before: "" }), text);
  }
  assert.deepEqual(datesOf("gas OR oil wheat before:1995"), { after: "", before: "1995" });
  assert.deepEqual(datesOf("before:1995 wheat gas OR oil"), { after: "", before: "1995" });
});
