/** Ranks documents with lunr.js, from the postings of a query's terms alone. */

import lunr from "lunr";

import { Index, type InvertedIndexEntry, type LunrClause, TokenSet } from "./lunr_parts.ts";
import type { FieldStatistics } from "./manifest.ts";
import type { PostingList } from "./partition.ts";
import type { Clause, Presence } from "./query.ts";
import type { Hit } from "./types.ts";

/** What ranking needs to know of the whole collection. */
export interface Collection {
  /** Number of documents. */
  readonly documents: number;
  readonly fields: readonly FieldStatistics[];
  /** For each field the number of terms in each document. */
  readonly lengths: readonly (readonly number[])[];
}

/** For each term one posting list for each field. */
export type Postings = ReadonlyMap<string, readonly PostingList[]>;

export interface Ranking {
  /** Best first; equal scores by document number. */
  readonly hits: readonly Hit[];
  /** The terms that the query matched, but those it excludes. */
  readonly terms: readonly string[];
}

// Lunr's own constants (lunr.Builder), for Okapi BM25.
const K1 = 1.2;
const B = 0.75;
const WEIGHT_PRECISION = 1_000;
/** A sum of doubles depends on their order in its last digits, so these must not decide. */
const SCORE_PRECISION = 1e9;

const PRESENCES: Readonly<Record<Presence, lunr.Query.presence>> = {
  optional: lunr.Query.presence.OPTIONAL,
  required: lunr.Query.presence.REQUIRED,
  prohibited: lunr.Query.presence.PROHIBITED,
};

/**
 * Answers a query of at least one clause.
 *
 * @param postings All terms of the index that a clause may match; others do no harm.
 */
export function rank(clauses: readonly Clause[], postings: Postings, collection: Collection): Ranking {
  const terms = [...postings.keys()].sort(byCodeUnits);
  const tokenSet = TokenSet.fromArray(terms);
  const isExclusion = clauses.every((clause) => clause.presence === "prohibited");
  const index = new Index({
    invertedIndex: invertedIndex(terms, postings, collection.fields),
    fieldVectors: isExclusion ? allDocuments(collection) : fieldVectors(terms, postings, collection),
    tokenSet,
    fields: collection.fields.map((field) => field.name),
    pipeline: new lunr.Pipeline(),
  });
  const written = clauses.map(lunrClause);
  const references = index.query((query) => {
    for (const clause of written) query.clause({ ...clause });
  });
  const sought = written.filter((clause) => clause.presence !== lunr.Query.presence.PROHIBITED);
  return {
    hits: references.map(({ ref, score }) => ({ document: Number(ref), score: rounded(score) })).sort(byRank),
    terms: [...new Set(sought.flatMap((clause) => matched(clause, tokenSet)))],
  };
}

function rounded(score: number): number {
  return Math.round(score * SCORE_PRECISION) / SCORE_PRECISION;
}

function byRank(a: Hit, b: Hit): number {
  return b.score - a.score || a.document - b.document;
}

/** The order in which `TokenSet.fromArray` wants its terms. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function lunrClause(clause: Clause): LunrClause {
  return {
    term: clause.term,
    fields: [...clause.fields],
    boost: clause.boost,
    presence: PRESENCES[clause.presence],
    usePipeline: false,
    wildcard: lunr.Query.wildcard.NONE,
    ...(clause.editDistance === undefined ? {} : { editDistance: clause.editDistance }),
  };
}

function matched(clause: LunrClause, tokenSet: lunr.TokenSet): string[] {
  return tokenSet.intersect(TokenSet.fromClause(clause)).toArray();
}

function invertedIndex(
  terms: readonly string[],
  postings: Postings,
  fields: readonly FieldStatistics[],
): Record<string, InvertedIndexEntry> {
  const index = Object.create(null) as Record<string, InvertedIndexEntry>;
  for (const [place, term] of terms.entries()) {
    const entry = Object.create(null) as InvertedIndexEntry;
    entry._index = place;
    for (const [number, field] of fields.entries()) {
      const references = Object.create(null) as Record<number, object>;
      for (const document of postings.get(term)?.[number]?.documents ?? []) references[document] = {};
      (entry as Record<string, unknown>)[field.name] = references;
    }
    index[term] = entry;
  }
  return index;
}

/** The weights of the terms in the documents; those of all other terms never count. */
function fieldVectors(
  terms: readonly string[],
  postings: Postings,
  collection: Collection,
): Record<string, lunr.Vector> {
  const elements = new Map<string, number[]>();
  for (const [place, term] of terms.entries()) {
    const lists = postings.get(term) ?? [];
    const rarity = inverseDocumentFrequency(lists, collection.documents);
    for (const [number, field] of collection.fields.entries()) {
      const average = field.length / collection.documents;
      const lengths = collection.lengths[number] ?? [];
      const { documents, frequencies } = lists[number] ?? { documents: [], frequencies: [] };
      for (const [posting, document] of documents.entries()) {
        const relativeLength = (lengths[document] ?? 0) / average;
        const value = weight(rarity, frequencies[posting] ?? 0, relativeLength, field.boost);
        const reference = `${field.name}/${document}`;
        const vector = elements.get(reference);
        if (vector === undefined) elements.set(reference, [place, value]);
        else vector.push(place, value);
      }
    }
  }
  const vectors = Object.create(null) as Record<string, lunr.Vector>;
  for (const [reference, vector] of elements) vectors[reference] = new lunr.Vector(vector);
  return vectors;
}

/** Lunr's, which counts a document once for each field that holds the term. */
function inverseDocumentFrequency(lists: readonly PostingList[], documents: number): number {
  const holding = lists.reduce((sum, list) => sum + list.documents.length, 0);
  return Math.log(1 + Math.abs((documents - holding + 0.5) / (holding + 0.5)));
}

function weight(rarity: number, frequency: number, relativeLength: number, boost: number): number {
  const saturation = K1 * (1 - B + B * relativeLength) + frequency;
  const value = ((rarity * ((K1 + 1) * frequency)) / saturation) * boost;
  return Math.round(value * WEIGHT_PRECISION) / WEIGHT_PRECISION;
}

/** What lunr lists when a query only excludes: every document, with no weight. */
function allDocuments(collection: Collection): Record<string, lunr.Vector> {
  const field = collection.fields[0]?.name ?? "";
  const vectors = Object.create(null) as Record<string, lunr.Vector>;
  for (let document = 0; document < collection.documents; document += 1) {
    vectors[`${field}/${document}`] = new lunr.Vector([]);
  }
  return vectors;
}
