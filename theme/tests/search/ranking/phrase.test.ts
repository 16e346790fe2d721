import assert from "node:assert/strict";
import { test } from "node:test";

import { Pace } from "../../../src/search/pace.ts";
import { holdsPhrase, phraseStarts } from "../../../src/search/ranking/phrase.ts";

const POSITIONS = new Map([
  ["bank", new Map([[0, [0, 7]], [1, [4]], [2, [0]]])],
  ["japan", new Map([[0, [9]], [1, [3]]])],
  ["rate", new Map([[0, [10]]])],
]);

async function documents(...words: readonly (readonly [term: string, offset: number])[]): Promise<number[]> {
  const terms = words.map(([term, offset]) => ({ term, offset }));
  const positions = terms.map((term) => [term, POSITIONS.get(term.term) ?? new Map<number, number[]>()] as const);
  return [...(await phraseStarts(terms, new Map(positions), new Pace())).keys()];
}

test("terms must stand as far apart as in the phrase", async () => {
  assert.deepEqual(await documents(["bank", 0], ["japan", 2]), [0]);
  assert.deepEqual(await documents(["japan", 0], ["bank", 1]), [1]);
  assert.deepEqual(await documents(["bank", 0], ["japan", 1]), []);
});

test("every term must be there", async () => {
  assert.deepEqual(await documents(["bank", 0], ["japan", 2], ["rate", 3]), [0]);
  assert.deepEqual(await documents(["bank", 0], ["china", 2]), []);
});

test("a phrase may begin with a stop word or repeat a term", async () => {
  assert.deepEqual(await documents(["bank", 1], ["japan", 3]), [0]);
  assert.deepEqual(await documents(["bank", 0], ["bank", 7]), [0]);
});

test("a text holds a phrase if its words stand so in it", () => {
  const phrase = [{ term: "bank", word: "bank", offset: 1 }, { term: "japan", offset: 3 }];
  assert.equal(holdsPhrase(["", "bank", "", "japan"], phrase), true);
  assert.equal(holdsPhrase(["bank", "japan", "bank", "", "japan"], phrase), true);
  assert.equal(holdsPhrase(["banks", "", "japan"], phrase), false);
  assert.equal(holdsPhrase(["bank", "", "japans"], phrase), true);
  assert.equal(holdsPhrase(["bank", "japan", "", "bank"], phrase), false);
  assert.equal(holdsPhrase([], phrase), false);
});
