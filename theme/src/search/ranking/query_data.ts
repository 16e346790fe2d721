/** Loads what a query needs of the index: postings, and positions, names and dates if it uses them. */

import type { DocumentDates } from "../index/document_dates.ts";
import type { Facets } from "../index/facets.ts";
import type { HeadingNames } from "../index/heading_names.ts";
import type { PostingList } from "../index/partition.ts";
import type { SearchIndex } from "../index/search_index.ts";
import type { Pace } from "../pace.ts";
import { type Clause, clausesOf, type Condition, criteriaOf, type Criterion } from "../query/query.ts";
import { termOf } from "../words/analysis.ts";
import { matchingTerms, matchingWords, prefixOf, reachOf } from "./expansion.ts";
import { isPlaced, type MatchedWords, type PlacedCriterion, PlacedWords } from "./placed_words.ts";
import type { Collection, Postings } from "./ranking.ts";

/** A pattern that matches more terms is left out; chosen by eye. */
const MOST_TERMS = 3_000;

/** Everything needed to decide the conditions of a query. */
export interface QueryData {
  readonly collection: Collection;
  /** The terms that each clause matches, by `clauseKey`. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
  readonly postings: Postings;
  /** The documents that meet each criterion that is decided by how words are written or where they stand. */
  readonly placed: ReadonlyMap<PlacedCriterion, ReadonlySet<number>>;
  /** Defined if a condition is a filter. */
  readonly names: HeadingNames | undefined;
  /** Defined together with the names. */
  readonly facets: Facets | undefined;
  /** Defined if a condition asks for a date. */
  readonly dates: DocumentDates | undefined;
}

/** The key of a clause's terms: clauses with the same key match the same terms. */
export function clauseKey({ term, editDistance = 0, isBeginning = false }: Clause): string {
  return `${term}~${editDistance}${isBeginning ? "…" : ""}`;
}

/** Whether a clause matches so many terms that their postings are not loaded. */
export function isBroad(clause: Clause, { terms }: QueryData): boolean {
  return (terms.get(clauseKey(clause)) ?? []).length > MOST_TERMS;
}

/** Starts loading the postings of a query's plain words, and what else ranking needs. */
export function loadAhead(conditions: readonly Condition[], index: SearchIndex): void {
  const criteria = criteriaOf(conditions);
  const clauses = criteria.flatMap(clausesOf);
  const loading = [
    ...clauses.filter((clause) => reachOf(clause) === "term").map(({ term }) => index.prepare(term)),
    ...(clauses.length > 0 ? [index.lengths()] : []),
    ...(criteria.some(({ kind }) => kind === "filter") ? [index.facets()] : []),
  ];
  for (const file of loading) file.catch(() => undefined); // whoever needs it loads it again
}

/**
 * Everything needed to decide these conditions.
 *
 * @throws SearchError if a file is missing or damaged.
 */
export async function loadQueryData(
  conditions: readonly Condition[],
  index: SearchIndex,
  pace: Pace,
): Promise<QueryData> {
  const criteria = criteriaOf(conditions);
  const clauses = criteria.flatMap(clausesOf);
  const { documents, end, fields } = index;
  const isNaming = criteria.some(({ kind }) => kind === "filter");
  const wordsLoading = loadWords(clauses, index, pace);
  const termsLoading = wordsLoading.then((words) => loadTerms(clauses, words, index, pace));
  const [lengths, placed, names, facets, dates, [terms, postings]] = await Promise.all([
    clauses.length > 0 ? index.lengths() : [],
    Promise.all([termsLoading, wordsLoading]).then(([terms, words]) => loadPlaced(criteria, { terms, words }, index, pace)),
    isNaming ? index.names() : undefined,
    isNaming ? index.facets() : undefined,
    criteria.some(({ kind }) => kind === "date") ? index.dates() : undefined,
    termsLoading.then(async (found) => [found, await loadPostings(found, index)] as const),
  ]);
  return { collection: { documents, end, fields, lengths }, terms, postings, placed, names, facets, dates };
}

/** What clauses match, by `clauseKey`. */
type Matches = ReadonlyMap<string, readonly string[]>;

/** The words of the index that patterns match. */
async function loadWords(clauses: readonly Clause[], index: SearchIndex, pace: Pace): Promise<Matches> {
  const patterns = clauses.filter((clause) => reachOf(clause) === "words");
  return new Map(
    await Promise.all(patterns.map(async (clause) => [clauseKey(clause), await wordsFor(clause, index, pace)] as const)),
  );
}

/** The words that a pattern matches. */
async function wordsFor(clause: Clause, index: SearchIndex, pace: Pace): Promise<readonly string[]> {
  return await matchingWords(clause.term, await index.wordsWithPrefix(prefixOf(clause)), pace);
}

/** The terms of the index that the clauses match. */
async function loadTerms(clauses: readonly Clause[], words: Matches, index: SearchIndex, pace: Pace): Promise<Matches> {
  const found = clauses.map(async (clause) => {
    const matched = words.get(clauseKey(clause));
    const terms = matched === undefined ? await termsFor(clause, index, pace) : [...new Set(matched.map(termOf))].sort();
    return [clauseKey(clause), terms] as const;
  });
  return new Map(await Promise.all(found));
}

/** The postings of terms; terms that the index lacks are left out. */
async function loadPostings(found: Matches, index: SearchIndex): Promise<Postings> {
  const terms = [...found.values()].filter(({ length }) => length <= MOST_TERMS).flat();
  const postings = new Map<string, readonly PostingList[]>();
  await Promise.all(
    [...new Set(terms)].map(async (term) => {
      const lists = await index.postings(term);
      if (lists !== undefined) postings.set(term, lists);
    }),
  );
  return postings;
}

async function termsFor(clause: Clause, index: SearchIndex, pace: Pace): Promise<readonly string[]> {
  switch (reachOf(clause)) {
    case "term":
      return (await index.has(clause.term)) ? [clause.term] : [];
    case "words":
      return []; // those of the words that it matches
    case "vocabulary":
      return await matchingTerms(clause, await index.vocabulary(), pace);
    case "prefix":
      return await index.termsWithPrefix(prefixOf(clause));
  }
}

/** The documents that meet each criterion that is decided by how words are written or where they stand. */
async function loadPlaced(
  criteria: readonly Criterion[],
  { terms, words }: { readonly terms: Matches; readonly words: Matches },
  index: SearchIndex,
  pace: Pace,
): Promise<ReadonlyMap<PlacedCriterion, ReadonlySet<number>>> {
  const matched: MatchedWords = {
    terms: (clause) => terms.get(clauseKey(clause)) ?? [],
    words: (clause) => words.get(clauseKey(clause)) ?? [],
  };
  const parts = (await index.parts()).map(({ files, numberOf }) => ({ placed: new PlacedWords(files, pace, matched), numberOf }));
  const documentsOf = async (criterion: PlacedCriterion): Promise<ReadonlySet<number>> => {
    const found = await Promise.all(parts.map(async ({ placed, numberOf }) => [...(await placed.documents(criterion))].map(numberOf)));
    return new Set(found.flat());
  };
  const isNarrow = (criterion: Criterion): boolean =>
    clausesOf(criterion).every((clause) => (terms.get(clauseKey(clause)) ?? []).length <= MOST_TERMS);
  const found = await Promise.all(
    criteria.filter(isPlaced).filter(isNarrow).map(async (criterion) => [criterion, await documentsOf(criterion)] as const),
  );
  return new Map(found);
}
