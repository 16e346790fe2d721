/** Loads what a query needs of the index: postings, and positions, names and dates if it uses them. */

import type { DocumentDates } from "../index/document_dates.ts";
import type { Facets } from "../index/facets.ts";
import type { HeadingNames } from "../index/heading_names.ts";
import type { IndexFiles } from "../index/index_files.ts";
import type { PostingList } from "../index/partition.ts";
import type { Pace } from "../pace.ts";
import { type Clause, clausesOf, type Condition, criteriaOf, type Criterion } from "../query/query.ts";
import { matchingTerms, prefixOf, reachOf } from "./expansion.ts";
import { isPlaced, type PlacedCriterion, PlacedWords } from "./placed_words.ts";
import type { Collection, Postings } from "./ranking.ts";

/** A pattern that matches more terms is left out; chosen by eye. */
const MOST_TERMS = 3_000;

/** Everything needed to decide the conditions of a query. */
export interface QueryData {
  readonly collection: Collection;
  /** The terms that each clause matches, by `clauseKey`. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
  readonly postings: Postings;
  /** The documents that meet each criterion that is decided by where words stand. */
  readonly placed: ReadonlyMap<PlacedCriterion, ReadonlySet<number>>;
  /** Defined if a condition is a filter. */
  readonly names: HeadingNames | undefined;
  /** Defined together with the names. */
  readonly facets: Facets | undefined;
  /** Defined if a condition asks for a date. */
  readonly dates: DocumentDates | undefined;
}

/** The key of a clause's terms: clauses with the same key match the same terms. */
export function clauseKey({ term, editDistance = 0 }: Clause): string {
  return `${term}~${editDistance}`;
}

/** Whether a clause matches so many terms that their postings are not loaded. */
export function isBroad(clause: Clause, { terms }: QueryData): boolean {
  return (terms.get(clauseKey(clause)) ?? []).length > MOST_TERMS;
}

/** Starts loading the postings of a query's plain words, and what else ranking needs. */
export function loadAhead(conditions: readonly Condition[], files: IndexFiles): void {
  const clauses = criteriaOf(conditions).flatMap(clausesOf);
  const numbers = clauses
    .filter((clause) => reachOf(clause) === "term")
    .flatMap(({ term }) => files.manifest.partitionOf(term) ?? []);
  const loading = [...numbers.map((number) => files.partition(number)), ...(clauses.length > 0 ? [files.lengths()] : [])];
  for (const file of loading) file.catch(() => undefined); // whoever needs it loads it again
}

/**
 * Everything needed to decide these conditions.
 *
 * @throws SearchError if a file is missing or damaged.
 */
export async function loadQueryData(
  conditions: readonly Condition[],
  files: IndexFiles,
  pace: Pace,
): Promise<QueryData> {
  const criteria = criteriaOf(conditions);
  const clauses = criteria.flatMap(clausesOf);
  const { documents, fields } = files.manifest;
  const isNaming = criteria.some(({ kind }) => kind === "filter");
  const termsLoading = loadTerms(clauses, files, pace);
  const [lengths, placed, names, facets, dates, [terms, postings]] = await Promise.all([
    clauses.length > 0 ? files.lengths() : [],
    termsLoading.then((terms) => loadPlaced(criteria, terms, files, pace)),
    isNaming ? files.names() : undefined,
    isNaming ? files.facets() : undefined,
    criteria.some(({ kind }) => kind === "date") ? files.dates() : undefined,
    termsLoading.then(async (found) => [found, await loadPostings(found, files)] as const),
  ]);
  return { collection: { documents, fields, lengths }, terms, postings, placed, names, facets, dates };
}

/** The terms of the index that the clauses match, by `clauseKey`. */
async function loadTerms(
  clauses: readonly Clause[],
  files: IndexFiles,
  pace: Pace,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await Promise.all(
    clauses.map(async (clause) => [clauseKey(clause), await termsFor(clause, files, pace)] as const),
  );
  return new Map(found);
}

/** The postings of terms; terms that the index lacks are left out. */
async function loadPostings(
  found: ReadonlyMap<string, readonly string[]>,
  files: IndexFiles,
): Promise<Postings> {
  const terms = [...found.values()].filter(({ length }) => length <= MOST_TERMS).flat();
  const postings = new Map<string, readonly PostingList[]>();
  await Promise.all(
    [...new Set(terms)].map(async (term) => {
      const number = files.manifest.partitionOf(term);
      const lists = number === undefined ? undefined : (await files.partition(number)).postings(term);
      if (lists !== undefined) postings.set(term, lists);
    }),
  );
  return postings;
}

async function termsFor(clause: Clause, files: IndexFiles, pace: Pace): Promise<readonly string[]> {
  switch (reachOf(clause)) {
    case "term": {
      const number = files.manifest.partitionOf(clause.term);
      const isThere = number !== undefined && (await files.partition(number)).has(clause.term);
      return isThere ? [clause.term] : [];
    }
    case "vocabulary":
      return await matchingTerms(clause, await files.vocabulary(), pace);
    case "prefix": {
      const numbers = files.manifest.partitionsWithPrefix(prefixOf(clause));
      const partitions = await Promise.all(numbers.map((number) => files.partition(number)));
      const found = partitions.map((partition) => matchingTerms(clause, partition.terms, pace));
      return (await Promise.all(found)).flat();
    }
  }
}

/** The documents that meet each criterion that is decided by where words stand. */
async function loadPlaced(
  criteria: readonly Criterion[],
  terms: ReadonlyMap<string, readonly string[]>,
  files: IndexFiles,
  pace: Pace,
): Promise<ReadonlyMap<PlacedCriterion, ReadonlySet<number>>> {
  const matched = (criterion: Criterion): readonly string[] =>
    clausesOf(criterion).flatMap((clause) => terms.get(clauseKey(clause)) ?? []);
  const words = new PlacedWords(files, pace, matched);
  const found = await Promise.all(
    criteria.filter(isPlaced).map(async (criterion) => [criterion, await words.documents(criterion)] as const),
  );
  return new Map(found);
}
