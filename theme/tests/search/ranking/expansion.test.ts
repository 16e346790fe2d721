import assert from "node:assert/strict";
import { test } from "node:test";

import lunr from "lunr";

import { Pace } from "../../../src/search/pace.ts";
import type { Clause } from "../../../src/search/query/query.ts";
import { matchingTerms, matchingWords, prefixOf, reachOf } from "../../../src/search/ranking/expansion.ts";
import { isWithin } from "../../../src/search/words/edit_distance.ts";

function clause(term: string, editDistance?: number): Clause {
  const plain: Clause = { term, fields: ["title"], presence: "optional", boost: 1 };
  return editDistance === undefined ? plain : { ...plain, editDistance };
}

/** What lunr's published types leave out. */
const { TokenSet } = lunr as unknown as {
  TokenSet: {
    fromArray(terms: readonly string[]): lunr.TokenSet;
    fromClause(clause: { term: string; editDistance: number }): lunr.TokenSet;
  };
};

const TERMS = ["elect", "elector", "oil", "reelect", "select"];

test("a clause reaches as far as its wildcards and edits do", () => {
  assert.equal(reachOf(clause("oil")), "term");
  assert.equal(reachOf({ ...clause("elect*"), isBeginning: true }), "prefix");
  assert.equal(reachOf(clause("elect*")), "words");
  assert.equal(reachOf(clause("oil", 1)), "vocabulary");
  assert.equal(prefixOf(clause("el*ct")), "el");
});

test("wildcards match any letters, also none", async () => {
  const matching = (pattern: string): Promise<readonly string[]> => matchingWords(pattern, TERMS, new Pace());
  assert.deepEqual(await matching("elect*"), ["elect", "elector"]);
  assert.deepEqual(await matching("*elect"), ["elect", "reelect", "select"]);
  assert.deepEqual(await matching("*l*t*"), ["elect", "elector", "reelect", "select"]);
  assert.deepEqual(await matching("el*lect"), []);
});

test("edits are counted", async () => {
  assert.deepEqual(await matchingTerms(clause("elect", 1), TERMS, new Pace()), ["elect", "select"]);
  assert.deepEqual(await matchingTerms(clause("elect", 2), TERMS, new Pace()), ["elect", "elector", "reelect", "select"]);
});

test("exchanged letters are one edit, with insertions between them", () => {
  assert.equal(isWithin("81", "18", 1), true);
  assert.equal(isWithin("81", "198", 1), false);
  assert.equal(isWithin("81", "198", 2), true);
  assert.equal(isWithin("ca", "abc", 2), true);
  assert.equal(isWithin("", "ab", 2), true);
  assert.equal(isWithin("abc", "xyz", 2), false);
});

test("edits are those of lunr's own automaton", () => {
  const letters = ["a", "b", "1", "."];
  const words = Array.from({ length: 700 }, (_, number) => {
    const length = 1 + (number % 5);
    return Array.from({ length }, (_place, place) => letters[Math.floor((number * 7_919) / 5 ** place) % 4]).join("");
  });
  const terms = [...new Set(words)].sort();
  const whole = TokenSet.fromArray(terms);
  for (const term of terms) {
    for (const editDistance of [1, 2]) {
      const expected = whole.intersect(TokenSet.fromClause({ term, editDistance })).toArray().sort();
      const found = terms.filter((other) => isWithin(term, other, editDistance));
      assert.deepEqual(found, expected, `${term}~${editDistance}`);
    }
  }
});
