import assert from "node:assert/strict";
import { test } from "node:test";

import type { PostingList } from "../../src/search/partition.ts";
import type { Clause } from "../../src/search/query.ts";
import { type Collection, rank } from "../../src/search/ranking.ts";

const COLLECTION: Collection = {
  documents: 4,
  fields: [{ name: "text", boost: 2, length: 12 }],
  lengths: [[3, 3, 3, 3]],
};

function list(...documents: number[]): readonly PostingList[] {
  return [{ documents, frequencies: documents.map(() => 1) }];
}

const POSTINGS = new Map([
  ["oil", list(0, 1)],
  ["price", list(1, 2)],
]);

function clause(term: string, presence: Clause["presence"] = "optional"): Clause {
  return { term, fields: ["text"], presence, boost: 1 };
}

test("weights are Okapi BM25 times the boost, in three decimals", () => {
  // In a document of average length the saturation is 1: ln(1 + 2.5 / 2.5) * 2 = 1.386.
  assert.deepEqual(rank([clause("oil")], POSTINGS, COLLECTION).hits, [
    { document: 0, score: 1.386 },
    { document: 1, score: 1.386 },
  ]);
});

test("more matches come first, equal scores by number", () => {
  const { hits, terms } = rank([clause("oil"), clause("price")], POSTINGS, COLLECTION);
  assert.deepEqual(hits.map((hit) => hit.document), [1, 0, 2]);
  assert.deepEqual(terms, ["oil", "price"]);
});

test("presence restricts, and excluded terms are no matches", () => {
  const { hits, terms } = rank([clause("oil"), clause("price", "prohibited")], POSTINGS, COLLECTION);
  assert.deepEqual(hits.map((hit) => hit.document), [0]);
  assert.deepEqual(terms, ["oil"]);
  assert.deepEqual(rank([clause("gold", "required"), clause("oil")], POSTINGS, COLLECTION).hits, []);
});

test("a query of exclusions lists all other documents", () => {
  const { hits } = rank([clause("oil", "prohibited")], POSTINGS, COLLECTION);
  assert.deepEqual(hits, [
    { document: 2, score: 0 },
    { document: 3, score: 0 },
  ]);
});
