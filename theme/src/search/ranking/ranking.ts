/** Ranks documents as lunr.js does, but from the postings of the query's terms alone and in slices. */

import type { FieldStatistics } from "../index/manifest.ts";
import type { PostingList } from "../index/partition.ts";
import { inSlices, type Pace, sortInSlices } from "../pace.ts";
import type { Clause } from "../query/query.ts";
import type { Hit } from "../types.ts";

/** What ranking needs to know about the whole collection. */
export interface Collection {
  /** Number of documents. */
  readonly documents: number;
  /** One more than the highest number of a document. */
  readonly end: number;
  readonly fields: readonly FieldStatistics[];
  /** For each field, the number of terms in each document. */
  readonly lengths: readonly ArrayLike<number>[];
}

/** For each term, one posting list for each field. */
export type Postings = ReadonlyMap<string, readonly PostingList[]>;

/** A clause and the terms of the index that it matches. */
export interface MatchedClause {
  readonly clause: Clause;
  readonly terms: readonly string[];
}

export interface Ranking {
  /** Best first; equal scores by document number. */
  readonly hits: readonly Hit[];
  /** The terms that the query matched, without excluded ones. */
  readonly terms: readonly string[];
}

// Lunr's own constants (lunr.Builder), for Okapi BM25.
const K1 = 1.2;
const B = 0.75;
const WEIGHT_PRECISION = 1_000;
/** Scores count to nine decimals: the last digits of a sum of doubles depend on the order of adding. */
const SCORE_PRECISION = 1e9;

/**
 * Answers a query of at least one clause as `lunr.Index.query` would.
 *
 * @param postings The postings of all terms of the clauses; a term without postings matches nothing.
 */
export async function rank(
  clauses: readonly MatchedClause[],
  postings: Postings,
  collection: Collection,
  pace: Pace,
): Promise<Ranking> {
  const sought = clauses.filter(({ clause }) => clause.presence !== "prohibited");
  const selection = new Selection(clauses, postings, collection, pace);
  const fields: { readonly sums: Float64Array; readonly magnitude: number }[] = [];
  for (const [number, field] of collection.fields.entries()) {
    const weights = queryWeights(sought, field.name);
    if (weights.size === 0) continue;
    const sums = await products(weights, number, postings, collection, pace);
    fields.push({ sums, magnitude: magnitudeOf(weights) });
  }
  const documents = await selection.documents();
  const hits: Hit[] = [];
  await inSlices(documents.length, pace, (place) => {
    const document = documents[place] as number;
    const score = fields.reduce((sum, { sums, magnitude }) => sum + (sums[document] as number) / magnitude, 0);
    hits.push({ document, score: rounded(score) });
  });
  return {
    hits: await sortInSlices(hits, byRank, pace),
    terms: [...new Set(sought.flatMap(({ terms }) => terms))],
  };
}

/** The documents that clauses select, ascending, without ranking them. */
export async function selected(
  clauses: readonly MatchedClause[],
  postings: Postings,
  collection: Collection,
  pace: Pace,
): Promise<readonly number[]> {
  return await new Selection(clauses, postings, collection, pace).documents();
}

function rounded(score: number): number {
  return Math.round(score * SCORE_PRECISION) / SCORE_PRECISION;
}

function byRank(a: Hit, b: Hit): number {
  return b.score - a.score || a.document - b.document;
}

/** Lunr's query vector of a field: what each term weighs there. */
function queryWeights(sought: readonly MatchedClause[], field: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { clause, terms } of sought) {
    if (!clause.fields.includes(field)) continue;
    for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + clause.boost);
  }
  return weights;
}

function magnitudeOf(weights: ReadonlyMap<string, number>): number {
  let squares = 0;
  for (const value of weights.values()) squares += value * value;
  return Math.sqrt(squares);
}

/** For each document, the product of the query's vector and the vector of its field. */
async function products(
  weights: ReadonlyMap<string, number>,
  number: number,
  postings: Postings,
  collection: Collection,
  pace: Pace,
): Promise<Float64Array> {
  const sums = new Float64Array(collection.end);
  const boost = collection.fields[number]?.boost ?? 0;
  const average = (collection.fields[number]?.length ?? 0) / collection.documents;
  const lengths = collection.lengths[number] ?? [];
  for (const [term, queryWeight] of weights) {
    const lists = postings.get(term) ?? [];
    const rarity = inverseDocumentFrequency(lists, collection.documents);
    const { documents, frequencies } = lists[number] ?? NOTHING;
    await inSlices(documents.length, pace, (place) => {
      const document = documents[place] as number;
      const relativeLength = (lengths[document] ?? 0) / average;
      const value = weight(rarity, frequencies[place] ?? 0, relativeLength, boost);
      sums[document] = (sums[document] as number) + queryWeight * value;
    });
  }
  return sums;
}

const NOTHING: PostingList = { documents: [], frequencies: [] };

/** As Lunr computes it, with a document counted once for each field that has the term. */
function inverseDocumentFrequency(lists: readonly PostingList[], documents: number): number {
  const holding = lists.reduce((sum, list) => sum + list.documents.length, 0);
  return Math.log(1 + Math.abs((documents - holding + 0.5) / (holding + 0.5)));
}

function weight(rarity: number, frequency: number, relativeLength: number, boost: number): number {
  const saturation = K1 * (1 - B + B * relativeLength) + frequency;
  const value = ((rarity * ((K1 + 1) * frequency)) / saturation) * boost;
  return Math.round(value * WEIGHT_PRECISION) / WEIGHT_PRECISION;
}

/** Which documents a query selects, regardless of their scores. */
class Selection {
  readonly #clauses: readonly MatchedClause[];
  readonly #postings: Postings;
  readonly #collection: Collection;
  readonly #pace: Pace;

  constructor(clauses: readonly MatchedClause[], postings: Postings, collection: Collection, pace: Pace) {
    this.#clauses = clauses;
    this.#postings = postings;
    this.#collection = collection;
    this.#pace = pace;
  }

  /** The documents that have a sought term, all required terms and no excluded term; ascending. */
  async documents(): Promise<readonly number[]> {
    const required = this.#clauses.filter(({ clause }) => clause.presence === "required");
    const prohibited = this.#clauses.filter(({ clause }) => clause.presence === "prohibited");
    const sought = this.#clauses.filter(({ clause }) => clause.presence !== "prohibited");
    const all = sought.length === 0; // a query of exclusions lists all other documents
    const found = await this.#holding(sought);
    const excluded = await this.#holding(prohibited);
    for (const clause of required) {
      const holding = await this.#holding([clause]);
      await inSlices(found.length, this.#pace, (document) => {
        found[document] = (found[document] as number) & (holding[document] as number);
      });
    }
    const documents: number[] = [];
    await inSlices(found.length, this.#pace, (document) => {
      if ((all || found[document] === 1) && excluded[document] === 0) documents.push(document);
    });
    return documents;
  }

  /** For each document, 1 if it has any of the clauses' terms in one of their fields. */
  async #holding(clauses: readonly MatchedClause[]): Promise<Uint8Array> {
    const { end, fields } = this.#collection;
    const holding = new Uint8Array(end);
    for (const { clause, terms } of clauses) {
      for (const term of terms) {
        for (const [number, list] of (this.#postings.get(term) ?? []).entries()) {
          if (!clause.fields.includes(fields[number]?.name ?? "")) continue;
          await inSlices(list.documents.length, this.#pace, (place) => {
            holding[list.documents[place] as number] = 1;
          });
        }
      }
    }
    return holding;
  }
}
