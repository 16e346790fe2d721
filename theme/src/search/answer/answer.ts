/** Answers a search: first the query as it is written; if nothing matches, looser forms of it. */

import type { IndexFiles } from "../index/index_files.ts";
import { Pace, sortInSlices } from "../pace.ts";
import { filterCount, NO_FILTERS, UNDATED } from "../query/facet_kind.ts";
import { type Clause, clausesOf, type Condition, criteriaOf, isRanking, type PhraseTerm, type Query } from "../query/query.ts";
import { parseQuery } from "../query/query_parser.ts";
import { Evaluation } from "../ranking/evaluation.ts";
import { clauseKey, isBroad, loadAhead, loadQueryData, type QueryData } from "../ranking/query_data.ts";
import type { Hit, InsteadResponse, SearchNote, SearchRequest, SearchResponse } from "../types.ts";
import type { Analysis } from "../words/analysis.ts";
import { looserSearches } from "./looser_search.ts";
import { headingNotes, nameNotes } from "./name_notes.ts";
import { type Attempt, attempts } from "./query_rewriting.ts";
import { searchedInstead } from "./searched_instead.ts";
import { loadPreviewAhead } from "./shown_documents.ts";
import { wordNotes } from "./word_notes.ts";

/** Notes on what a reader who is typing may still add. */
const OF_UNFINISHED = new Set(["open-bracket", "open-quotation", "near-what", "or-what"]);

/** The answer to one attempt. */
interface Outcome {
  readonly response: SearchResponse;
  /** Whether stories have the words, but filters and exclusions leave them all out. */
  readonly isFilteredOut: boolean;
}

/** Starts loading what the answer to a query will need. */
export function prepare(text: string, files: IndexFiles, analysis: Analysis): void {
  const { conditions } = parseQuery(text.trimStart(), fieldNames(files), analysis);
  loadAhead(conditions, files);
  loadPreviewAhead(conditions, files);
}

/** @throws SearchError if a file of the index is missing or damaged. */
export async function answer(
  request: SearchRequest,
  files: IndexFiles,
  analysis: Analysis,
): Promise<SearchResponse> {
  const text = request.query.trimStart();
  const query = parseQuery(text, fieldNames(files), analysis);
  const asked = { ...request, query: text };
  const pace = new Pace();
  if (request.unfinished !== true) loadPreviewAhead(query.conditions, files);
  if (filterCount(request.filters) > 0) files.facets().catch(() => undefined); // beside what ranking needs
  let first: SearchResponse | undefined;
  for (const attempt of attempts(query, text, request.unfinished === true, files.manifest, analysis)) {
    const { response, isFilteredOut } = await outcomeOf(attempt, asked, files, pace);
    const complete = { ...response, notes: [...readingNotes(query, request), ...response.notes] };
    if (response.hits.length > 0 && response.match === "all") return await withWordNotes(complete, query, asked, files);
    if (response.hits.length > 0 || isFilteredOut) return await withHeadings(complete, text, files);
    first ??= complete;
  }
  if (first === undefined) throw new Error("a query has at least one attempt");
  return await withHeadings(first, text, files);
}

/**
 * The answer to what is clearly meant by a query that found nothing; undefined if there is nothing of
 * the kind, or if the query is a name of headings.
 *
 * @throws SearchError if a file of the index is missing or damaged.
 */
export async function answerInstead(
  request: SearchRequest,
  files: IndexFiles,
  analysis: Analysis,
): Promise<InsteadResponse | undefined> {
  const pace = new Pace();
  const text = request.query.trimStart();
  if (headingNotes(text, await files.names()).length > 0) return undefined;
  const written = parseQuery(text, fieldNames(files), analysis);
  const instead = await searchedInstead(written.conditions, text, files, analysis, pace);
  if (instead === undefined) return undefined;
  const { query, note } = instead;
  const { conditions, notes } = parseQuery(query, fieldNames(files), analysis);
  const { response } = await outcomeOf({ match: "all", conditions }, { ...request, query }, files, pace);
  if (response.hits.length === 0) return undefined;
  return { query, response: { ...response, notes: [note, ...notes, ...response.notes] } };
}

/** What to say about how a query was read; not that it is not finished while it is typed. */
function readingNotes({ notes }: Query, { unfinished = false }: SearchRequest): readonly SearchNote[] {
  return unfinished ? notes.filter(({ kind }) => !OF_UNFINISHED.has(kind)) : notes;
}

/** The response with what to say about words that far fewer stories have than their stem. */
async function withWordNotes(
  response: SearchResponse,
  { conditions }: Query,
  { query, filters }: SearchRequest,
  files: IndexFiles,
): Promise<SearchResponse> {
  const notes = await wordNotes(conditions, query, filterCount(filters) > 0, files);
  return { ...response, notes: [...response.notes, ...notes] };
}

function fieldNames(files: IndexFiles): readonly string[] {
  return files.manifest.fields.map((field) => field.name);
}

/** The response to a query that no story matches, with the headings of that name. */
async function withHeadings(response: SearchResponse, text: string, files: IndexFiles): Promise<SearchResponse> {
  return { ...response, notes: [...response.notes, ...headingNotes(text, await files.names())] };
}

async function outcomeOf(
  { conditions: asked, match }: Attempt,
  request: SearchRequest,
  files: IndexFiles,
  pace: Pace,
): Promise<Outcome> {
  const data = await loadQueryData(asked, files, pace);
  pace.restart();
  const evaluation = new Evaluation(data, pace);
  const conditions = asked.filter((condition) => broadClauses(condition, data).length === 0);
  const asksNothing = conditions.length === 0 && request.query.trim() !== "";
  const ranking = asksNothing ? { hits: [], terms: [] } : await evaluation.evaluate(conditions);
  const hits = filterCount(request.filters) > 0
    ? await (await files.facets()).filter(ranking.hits, request.filters, pace)
    : ranking.hits;
  const isFilteredOut =
    hits.length === 0 && !asksNothing && (await evaluation.evaluate(conditions.filter(isRanking))).hits.length > 0;
  const ordered = await inOrder(hits, request, files, pace);
  const response = {
    hits: ordered,
    groups: isFolded(request) ? await (await files.versions()).group(ordered, pace) : ordered.map((hit) => [hit] as const),
    facets: async () => (await files.facets()).counts(ranking.hits, request.filters, new Pace()),
    terms: ranking.terms,
    phrases: conditions.filter(isRanking).flatMap(phrasesOf),
    match,
    notes: [...broadNotes(asked, data), ...(await nameNotes(conditions, request, data.names, pace))],
    loosened: isFilteredOut ? await looserSearches(conditions, request, evaluation, await files.facets(), pace) : [],
  };
  return { response, isFilteredOut };
}

function phrasesOf({ presence, alternatives }: Condition): readonly (readonly PhraseTerm[])[] {
  if (presence !== "required") return [];
  return alternatives.flatMap(({ criterion }) => (criterion.kind === "phrase" ? [criterion.terms] : []));
}

/** Whether versions of a story are listed as one. */
function isFolded({ sort, eachVersion = false }: SearchRequest): boolean {
  return sort === "relevance" && !eachVersion;
}

/** By date if requested; without words, stories about the chosen countries first; otherwise as ranked. */
async function inOrder(
  hits: readonly Hit[],
  { query, filters, sort }: SearchRequest,
  files: IndexFiles,
  pace: Pace,
): Promise<readonly Hit[]> {
  if (sort !== "relevance") {
    const newestFirst = await sortInSlices(hits, byNumber, pace);
    return sort === "date" ? newestFirst : await oldestFirst(newestFirst, files, pace);
  }
  if (query.trim() !== "" || filters.country.length === 0) return hits;
  const about = await (await files.facets()).filter(hits, { ...NO_FILTERS, about: filters.country }, pace);
  const first = new Set(about);
  return [...about, ...hits.filter((hit) => !first.has(hit))];
}

/** Turns a result by date round; its undated stories stay last. */
async function oldestFirst(newestFirst: readonly Hit[], files: IndexFiles, pace: Pace): Promise<readonly Hit[]> {
  const undated = await (await files.facets()).filter(newestFirst, { ...NO_FILTERS, year: [UNDATED] }, pace);
  return [...newestFirst.slice(0, newestFirst.length - undated.length).reverse(), ...undated];
}

function byNumber(a: Hit, b: Hit): number {
  return a.document - b.document;
}

/** The clauses of a condition that match too many words to search for. */
function broadClauses(condition: Condition, data: QueryData): readonly Clause[] {
  return criteriaOf([condition])
    .filter(({ kind }) => kind !== "near") // its operands are there too
    .flatMap(clausesOf)
    .filter((clause) => isBroad(clause, data));
}

function broadNotes(conditions: readonly Condition[], data: QueryData): readonly SearchNote[] {
  return conditions
    .flatMap((condition) => broadClauses(condition, data))
    .map((clause) => ({
      kind: "broad-pattern",
      pattern: clause.term,
      words: data.terms.get(clauseKey(clause))?.length ?? 0,
    }));
}
