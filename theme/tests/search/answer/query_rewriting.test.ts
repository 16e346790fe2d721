import assert from "node:assert/strict";
import { test } from "node:test";

import { attempts } from "../../../src/search/answer/query_rewriting.ts";
import type { Criterion } from "../../../src/search/query/query.ts";
import { parseQuery } from "../../../src/search/query/query_parser.ts";
import { siteIndex } from "../index_fixture.ts";
import { ANALYSIS, FIELDS } from "../words/analysis_fixture.ts";

/** A criterion with what it holds, in short. */
function shown(criterion: Criterion): unknown {
  switch (criterion.kind) {
    case "words":
      return criterion.clauses.map(({ term }) => term).join("&");
    case "phrase":
      return criterion.terms.map(({ term, word }) => (word === undefined ? term : `"${word}"`));
    case "near":
      return { near: criterion.operands.map(shown) };
    case "group":
      return { group: criterion.conditions.map(({ alternatives }) => alternatives.map((one) => shown(one.criterion))) };
    default:
      return criterion.kind;
  }
}

/** The criteria of each attempt, with what they hold. */
function criteria(text: string): unknown[] {
  const found = attempts(parseQuery(text, FIELDS, ANALYSIS), text, false, siteIndex(), ANALYSIS);
  return found.map(({ match, conditions }) => [
    match,
    ...conditions.map(({ alternatives }) => alternatives.map((one) => shown(one.criterion))),
  ]);
}

function asked(text: string, isUnfinished = false): unknown[] {
  const query = parseQuery(text, FIELDS, ANALYSIS);
  const found = attempts(query, text, isUnfinished, siteIndex(), ANALYSIS);
  return found.map(({ match, conditions }) => [
    match,
    conditions.map(({ presence, alternatives }) => [
      presence,
      ...alternatives.map(({ criterion }) =>
        criterion.kind === "words" ? criterion.clauses.map(({ term }) => term).join("&") : criterion.kind,
      ),
    ]),
  ]);
}

test("the query comes first, then its last word as a beginning, then some of its words", () => {
  assert.deepEqual(asked("oil ban"), [
    ["all", [["required", "oil"], ["required", "ban"]]],
    ["beginnings", [["required", "oil"], ["required", "ban", "ban*"]]],
    ["some", [["required", "oil", "ban"]]],
  ]);
});

test("an unfinished word is a beginning from the start", () => {
  assert.deepEqual(asked("Bán", true)[0], ["all", [["required", "ban", "ban*"]]]);
  assert.deepEqual(asked("title:ban", true)[0], ["all", [["required", "ban", "ban*"]]]);
});

for (const text of ["ban ", "b", "-ban", "ban*", "ban~1", "person:ban", '"oil ban"']) {
  test(`${text} has no word that may grow`, () => {
    assert.ok(asked(text).every((attempt) => (attempt as [string])[0] !== "beginnings"));
  });
}

test("the words of a phrase are asked for without their order", () => {
  assert.deepEqual(asked('"oil bank"'), [
    ["all", [["required", "phrase"]]],
    ["forms", [["required", "phrase"]]],
    ["words", [["required", "oil&bank"]]],
    ["some", [["required", "phrase", "phrase"]]],
  ]);
});

test("filters, dates and exclusions stay as they are", () => {
  assert.deepEqual(asked("oil bank country:china after:2020 -gas").at(-1), [
    "some",
    [["required", "oil", "bank"], ["required", "filter"], ["required", "date"], ["prohibited", "ga"]],
  ]);
});

test("one word alone is all there is to ask for", () => {
  assert.deepEqual(asked("oil -bank "), [["all", [["required", "oil"], ["prohibited", "bank"]]]]);
});

test("phrases and words beside NEAR lose their order, and then stand alone", () => {
  assert.deepEqual(criteria('bank ("oil ban" OR gas NEAR/3 "oil bank")'), [
    ["all", ["bank"], [['"oil"', '"ban"'], { near: ["ga", ['"oil"', '"bank"']] }]],
    ["forms", ["bank"], [["oil", "ban"], { near: ["ga", ["oil", "bank"]] }]],
    ["words", ["bank"], ["oil&ban", { group: [["ga"], ["oil&bank"]] }]],
    ["some", ["bank", ['"oil"'], ['"ban"'], "ga", ['"oil"'], ['"bank"']]],
  ]);
});

test("what stands within brackets is asked for in the same ways", () => {
  const within = (phrase: unknown): unknown[] => [
    { group: [["gasp"], [phrase], ["pattern"], ["iron"], ["filter"]] },
    "ban",
  ];
  assert.deepEqual(criteria('bank ((gasp "oil ban" pres*t -iron country:china) OR ban)'), [
    ["all", ["bank"], within(['"oil"', '"ban"'])],
    ["forms", ["bank"], within(["oil", "ban"])],
    ["words", ["bank"], within("oil&ban")],
    ["some", ["bank", "gasp", ['"oil"'], ['"ban"'], "pattern", "ban"]],
  ]);
});
