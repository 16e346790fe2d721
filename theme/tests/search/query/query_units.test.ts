import assert from "node:assert/strict";
import { test } from "node:test";

import { readUnits } from "../../../src/search/query/query_units.ts";

test("a unit has a sign, a key, a value and amounts", () => {
  assert.deepEqual(readUnits('-Title:"oil price"^3'), [
    { operator: "", sign: "-", key: "title", value: "oil price", isQuoted: true, boost: 3, editDistance: 0, start: 0, end: 20 },
  ]);
  assert.deepEqual(readUnits("oil~1^2").map(({ value, boost, editDistance }) => [value, boost, editDistance]), [["oil", 2, 1]]);
});

test("amounts are bounded", () => {
  assert.equal(readUnits(`oil^${"9".repeat(500)}`)[0]?.boost, 1_000);
});

test("a backslash takes every sign in a word as it is", () => {
  assert.deepEqual(readUnits("oil\\~1 a\\*b").map(({ value, editDistance }) => [value, editDistance]), [["oil~1", 0], ["a b", 0]]);
});

test("units keep their places", () => {
  const text = "  oil NOT country:iran  OR 'x";
  assert.deepEqual(
    readUnits(text).map(({ sign, start, end }) => sign + text.slice(start, end)),
    ["oil", "-country:iran", "OR", "'x"],
  );
});

test("an operator stands alone: with quotation marks, a sign or a key it is a word", () => {
  for (const operator of ["AND", "NOT", "OR"]) {
    for (const text of [`"${operator}"`, `+${operator}`, `-${operator}`, `title:${operator}`]) {
      const units = readUnits(`${text} oil`).map(({ operator: joined, value, sign }) => [joined, value, sign]);
      assert.deepEqual(units, [["", operator, /^[+-]/.exec(text)?.[0] ?? ""], ["", "oil", ""]], text);
    }
  }
});
