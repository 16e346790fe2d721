import assert from "node:assert/strict";
import { test } from "node:test";

import type { PostingList } from "../../../src/search/index/partition.ts";
import { Pace } from "../../../src/search/pace.ts";
import type { Clause } from "../../../src/search/query/query.ts";
import { type Collection, type MatchedClause, rank, type Ranking } from "../../../src/search/ranking/ranking.ts";

const COLLECTION: Collection = {
  documents: 4,
  end: 4,
  fields: [{ name: "text", boost: 2, length: 12, positions: false }],
  lengths: [[3, 3, 3, 3]],
};

function list(...documents: number[]): readonly PostingList[] {
  return [{ documents, frequencies: documents.map(() => 1) }];
}

const POSTINGS = new Map([
  ["oil", list(0, 1)],
  ["price", list(1, 2)],
]);

function clause(term: string, presence: Clause["presence"] = "optional"): MatchedClause {
  return { clause: { term, fields: ["text"], presence, boost: 1 }, terms: POSTINGS.has(term) ? [term] : [] };
}

function ranking(...clauses: MatchedClause[]): Promise<Ranking> {
  return rank(clauses, POSTINGS, COLLECTION, new Pace());
}

test("weights are Okapi BM25 times the boost, in three decimals", async () => {
  // In a document of average length the saturation is 1: ln(1 + 2.5 / 2.5) * 2 = 1.386.
  assert.deepEqual((await ranking(clause("oil"))).hits, [
    { document: 0, score: 1.386 },
    { document: 1, score: 1.386 },
  ]);
});

test("more matches come first, equal scores by number", async () => {
  const { hits, terms } = await ranking(clause("oil"), clause("price"));
  assert.deepEqual(hits.map((hit) => hit.document), [1, 0, 2]);
  assert.deepEqual(terms, ["oil", "price"]);
});

test("presence restricts, and excluded terms are no matches", async () => {
  const { hits, terms } = await ranking(clause("oil"), clause("price", "prohibited"));
  assert.deepEqual(hits.map((hit) => hit.document), [0]);
  assert.deepEqual(terms, ["oil"]);
  assert.deepEqual((await ranking(clause("gold", "required"), clause("oil"))).hits, []);
});

test("a query of exclusions lists all other documents", async () => {
  const { hits } = await ranking(clause("oil", "prohibited"));
  assert.deepEqual(hits, [
    { document: 2, score: 0 },
    { document: 3, score: 0 },
  ]);
});
