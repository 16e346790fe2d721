import assert from "node:assert/strict";
import { test } from "node:test";

import { parseQuery, unfinishedClause } from "../../src/search/query.ts";
import { ANALYSIS, FIELDS } from "./analysis_fixture.ts";

function clauses(text: string): unknown[] {
  return parseQuery(text, FIELDS, ANALYSIS).clauses.map(({ term, fields, presence, boost, editDistance }) => {
    const scope = fields.length === FIELDS.length ? "" : `${fields.join()}:`;
    const sign = { optional: "", required: "+", prohibited: "-" }[presence];
    return `${sign}${scope}${term}${editDistance === undefined ? "" : `~${editDistance}`}${boost === 1 ? "" : `^${boost}`}`;
  });
}

test("Lunr's syntax is kept", () => {
  assert.deepEqual(clauses("title:ban"), ["title:ban"]);
  assert.deepEqual(clauses("+tiktok -india"), ["+tiktok", "-india"]);
  assert.deepEqual(clauses("elect* blinkin~1 oil^3"), ["elect*", "blinkin~1", "oil^3"]);
});

test("words go through the analysis of the index", () => {
  assert.deepEqual(clauses("Biden's U.S. 2,500 Mélenchon"), ["biden", "us", "2500", "melenchon"]);
  assert.deepEqual(clauses("well-known +and/or"), ["well", "known", "+and", "+or"]);
});

test("capitals reach the analysis", () => {
  assert.deepEqual(clauses("WHO who"), ["who"]);
});

test("stop words drop out", () => {
  assert.deepEqual(clauses("+the tiktok"), ["tiktok"]);
});

test("edits are limited, and a pattern is not misspelt", () => {
  assert.deepEqual(clauses("blinken~9 oil~0 elect*~1"), ["blinken~2", "oil", "elect*"]);
});

for (const text of ["php:", "a^", "title:", "x~y", "C:\\x"]) {
  test(`${text} is no syntax and is searched literally`, () => {
    assert.equal(parseQuery(text, FIELDS, ANALYSIS).literal, true);
  });
}

test("a literal search looks for the words", () => {
  assert.deepEqual(clauses("php: The Biden's"), ["php", "biden"]);
});

for (const text of ["~", "+", "*", "-", "^", ":", "\\", "", "  ", "+ -", "…", "😀"]) {
  test(`${JSON.stringify(text)} asks for nothing`, () => {
    assert.deepEqual(clauses(text), []);
  });
}

test("names of JavaScript's own are words", () => {
  assert.deepEqual(clauses("constructor"), ["constructor"]);
  assert.deepEqual(clauses("__proto__"), ["proto"]);
});

test("text of any length is read", () => {
  assert.deepEqual(clauses("x".repeat(10_000)), []);
  assert.equal(clauses("oil ".repeat(2_500)).length, 500);
});

test("an unfinished word may grow", () => {
  const grown = (text: string): string | undefined =>
    unfinishedClause(text, parseQuery(text, FIELDS, ANALYSIS).clauses, FIELDS, ANALYSIS)?.term;
  assert.equal(grown("joe bli"), "bli*");
  assert.equal(grown("Mé"), "me*");
  assert.equal(grown("bli "), undefined);
  assert.equal(grown("b"), undefined);
  assert.equal(grown("title:bli"), undefined);
  assert.equal(grown("+joe bli"), undefined);
});
