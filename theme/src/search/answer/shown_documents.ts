/** What results show of their documents, loaded from as few files as possible. */

import type { IndexFiles } from "../index/index_files.ts";
import type { PostingList } from "../index/partition.ts";
import { SearchError } from "../index/search_error.ts";
import type { DocumentPlace, SearchIndex } from "../index/search_index.ts";
import { clausesOf, type Condition, isRanking } from "../query/query.ts";
import { reachOf } from "../ranking/expansion.ts";
import { holdsPhrase } from "../ranking/phrase.ts";
import type { SearchResponse, StoredDocument } from "../types.ts";
import type { Analysis } from "../words/analysis.ts";

/** What the documents of a result have in common with its query. */
export type Matched = Pick<SearchResponse, "terms" | "phrases">;

/** Among more terms than these, none is likely to be in many of the documents; chosen by eye. */
const MOST_TERMS = 24;
/** Documents in a term's preview; the same number as in `preview.py`. */
const PREVIEWED = 12;
/**
 * A preview must be expected to hold so many of the documents to be worth its request. The estimate
 * takes documents as drawn by lot, and is low: the best for several terms are often the best for one.
 */
const LEAST_EXPECTED = 0.5;

/** The stored documents of these numbers, in their order: of each site as `siteDocuments` loads them. */
export async function shownDocuments(
  numbers: readonly number[],
  matched: Matched,
  index: SearchIndex,
  analysis: Analysis,
): Promise<readonly StoredDocument[]> {
  const places = await Promise.all(numbers.map((number) => index.placeOf(number)));
  const shown = new Map<DocumentPlace, StoredDocument>();
  await Promise.all(
    [...new Set(places.map(({ files }) => files))].map(async (files) => {
      const held = places.filter((place) => place.files === files);
      const documents = await siteDocuments(held.map(({ number }) => number), matched, files, analysis);
      for (const [place, document] of documents.entries()) shown.set(held[place] as DocumentPlace, document);
    }),
  );
  return places.map((place) => shown.get(place) as StoredDocument);
}

/**
 * The stored documents of one site. If a term's preview has several of them, they come from there, with
 * the passage that has the term as their text. A document whose passage lacks the query's phrase comes
 * from its own file.
 */
async function siteDocuments(
  numbers: readonly number[],
  { terms, phrases }: Matched,
  files: IndexFiles,
  analysis: Analysis,
): Promise<readonly StoredDocument[]> {
  const term = terms.length > MOST_TERMS ? undefined : await likeliest(numbers, terms, files);
  const previews = term === undefined ? undefined : await previewsOf(term, files);
  const shows = ({ title, text }: StoredDocument): boolean =>
    phrases.length === 0 ||
    [title, text].map((part) => analysis.words(part)).some((held) => phrases.some((phrase) => holdsPhrase(held, phrase)));
  return await Promise.all(
    numbers.map((number) => {
      const preview = previews?.get(number);
      return preview !== undefined && shows(preview) ? preview : files.document(number);
    }),
  );
}

/**
 * Starts loading the preview that `shownDocuments` will need if stories are ranked by a single term,
 * while the lengths that ranking needs are still loading. Of several sites nobody knows yet which has
 * the best stories.
 */
export async function loadPreviewAhead(conditions: readonly Condition[], index: SearchIndex): Promise<void> {
  const alternatives = conditions.filter(isRanking).flatMap((condition) => condition.alternatives);
  const [clause, ...others] = alternatives.flatMap(({ criterion }) => clausesOf(criterion));
  if (clause === undefined || others.length > 0 || reachOf(clause) !== "term") return;
  const [part, ...otherParts] = await index.parts();
  if (part !== undefined && otherParts.length === 0) await previewsOf(clause.term, part.files);
}

/** The term whose preview is likely to have most of the documents; undefined if no preview is worth it. */
async function likeliest(
  numbers: readonly number[],
  terms: readonly string[],
  files: IndexFiles,
): Promise<string | undefined> {
  let best: string | undefined;
  let most = 0;
  for (const term of terms) {
    const partition = files.manifest.partitionOf(term);
    const lists = partition === undefined ? [] : ((await files.partition(partition)).postings(term) ?? []);
    const held = numbers.filter((number) => lists.some((list) => holds(list, number))).length;
    const documents = Math.max(0, ...lists.map((list) => list.documents.length));
    const expected = held * Math.min(1, PREVIEWED / documents);
    if (held > 1 && expected > most) [best, most] = [term, expected];
  }
  return terms.length === 1 || most >= LEAST_EXPECTED ? best : undefined;
}

function holds({ documents }: PostingList, number: number): boolean {
  let low = 0;
  let high = documents.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((documents[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return documents[low] === number;
}

/** The previews of a term; undefined if their file is missing: all documents are in other files as well. */
async function previewsOf(
  term: string,
  files: IndexFiles,
): Promise<ReadonlyMap<number, StoredDocument> | undefined> {
  try {
    return await files.previews(term);
  } catch (error) {
    if (error instanceof SearchError && error.kind === "missing") return undefined;
    throw error;
  }
}
