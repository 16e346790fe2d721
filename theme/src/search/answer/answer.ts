/** Answers a search: first the query as it is written; if nothing matches, looser forms of it. */

import type { SearchIndex } from "../index/search_index.ts";
import { Pace, sortInSlices } from "../pace.ts";
import { type DayRange, dayRangeOf } from "../query/day_range.ts";
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
export function prepare(text: string, index: SearchIndex, analysis: Analysis): void {
  const { conditions } = parseQuery(text.trimStart(), fieldNames(index), analysis);
  const near = index.within(dayRangeOf(conditions));
  loadAhead(conditions, near);
  loadPreviewAhead(conditions, near).catch(() => undefined); // whoever needs it loads it again
}

/**
 * @param within The days whose stories are asked for, by default those that the query requires. Sites
 *   without any story of these days are searched only if the others have nothing.
 * @throws SearchError if a file of the index is missing or damaged.
 */
export async function answer(
  request: SearchRequest,
  index: SearchIndex,
  analysis: Analysis,
  within?: DayRange,
): Promise<SearchResponse> {
  const text = request.query.trimStart();
  const query = parseQuery(text, fieldNames(index), analysis);
  const asked = { ...request, query: text };
  const pace = new Pace();
  const near = index.within(within ?? dayRangeOf(query.conditions));
  if (request.unfinished !== true) loadPreviewAhead(query.conditions, near).catch(() => undefined);
  if (filterCount(request.filters) > 0) near.facets().catch(() => undefined); // beside what ranking needs
  let first: SearchResponse | undefined;
  for (const attempt of attempts(query, text, request.unfinished === true, index, analysis)) {
    const nearOutcome = await outcomeOf(attempt, asked, near, pace);
    const used = nearOutcome.response.hits.length > 0 ? near : index;
    const { response, isFilteredOut } = used === near ? nearOutcome : await outcomeOf(attempt, asked, index, pace);
    const complete = { ...response, notes: [...missingSites(index), ...readingNotes(query, request), ...response.notes] };
    if (response.hits.length > 0 && response.match === "all") return await withWordNotes(complete, query, asked, used);
    if (response.hits.length > 0 || isFilteredOut) return await withHeadings(complete, text, used);
    first ??= complete;
  }
  if (first === undefined) throw new Error("a query has at least one attempt");
  return await withHeadings(first, text, index);
}

/**
 * The answer to what is clearly meant by a query that found nothing; undefined if there is nothing of
 * the kind, or if the query is a name of headings.
 *
 * @throws SearchError if a file of the index is missing or damaged.
 */
export async function answerInstead(
  request: SearchRequest,
  index: SearchIndex,
  analysis: Analysis,
): Promise<InsteadResponse | undefined> {
  const pace = new Pace();
  const text = request.query.trimStart();
  if (headingNotes(text, await index.names()).length > 0) return undefined;
  const written = parseQuery(text, fieldNames(index), analysis);
  const instead = await searchedInstead(written.conditions, text, index, analysis, pace);
  if (instead === undefined) return undefined;
  const { query, note } = instead;
  const { conditions, notes } = parseQuery(query, fieldNames(index), analysis);
  const { response } = await outcomeOf({ match: "all", conditions }, { ...request, query }, index, pace);
  if (response.hits.length === 0) return undefined;
  return { query, response: { ...response, notes: [...missingSites(index), note, ...notes, ...response.notes] } };
}

function missingSites({ missing }: SearchIndex): readonly SearchNote[] {
  return missing.length > 0 ? [{ kind: "missing-sites", names: missing }] : [];
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
  index: SearchIndex,
): Promise<SearchResponse> {
  const notes = await wordNotes(conditions, query, filterCount(filters) > 0, index);
  return { ...response, notes: [...response.notes, ...notes] };
}

function fieldNames(index: SearchIndex): readonly string[] {
  return index.fields.map((field) => field.name);
}

/** The response to a query that no story matches, with the headings of that name. */
async function withHeadings(response: SearchResponse, text: string, index: SearchIndex): Promise<SearchResponse> {
  return { ...response, notes: [...response.notes, ...headingNotes(text, await index.names())] };
}

async function outcomeOf(
  { conditions: asked, match }: Attempt,
  request: SearchRequest,
  index: SearchIndex,
  pace: Pace,
): Promise<Outcome> {
  const data = await loadQueryData(asked, index, pace);
  pace.restart();
  const evaluation = new Evaluation(data, pace);
  const conditions = asked.filter((condition) => broadClauses(condition, data).length === 0);
  const asksNothing = conditions.length === 0 && request.query.trim() !== "";
  const ranking = asksNothing ? { hits: [], terms: [] } : await evaluation.evaluate(conditions);
  const hits = filterCount(request.filters) > 0
    ? await (await index.facets()).filter(ranking.hits, request.filters, pace)
    : ranking.hits;
  const isFilteredOut =
    hits.length === 0 && !asksNothing && (await evaluation.evaluate(conditions.filter(isRanking))).hits.length > 0;
  const ordered = await inOrder(hits, request, index, pace);
  const response = {
    hits: ordered,
    groups: isFolded(request) ? await (await index.versions()).group(ordered, pace) : ordered.map((hit) => [hit] as const),
    facets: async () => (await index.facets()).counts(ranking.hits, request.filters, new Pace()),
    terms: ranking.terms,
    phrases: conditions.filter(isRanking).flatMap(phrasesOf),
    match,
    notes: [...broadNotes(asked, data), ...(await nameNotes(conditions, request, data.names, pace))],
    loosened: isFilteredOut ? await looserSearches(conditions, request, evaluation, await index.facets(), pace) : [],
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
  index: SearchIndex,
  pace: Pace,
): Promise<readonly Hit[]> {
  if (sort !== "relevance") {
    const newestFirst = await sortInSlices(hits, byNumber, pace);
    return sort === "date" ? newestFirst : await oldestFirst(newestFirst, index, pace);
  }
  if (query.trim() !== "" || filters.country.length === 0) return hits;
  const about = await (await index.facets()).filter(hits, { ...NO_FILTERS, about: filters.country }, pace);
  const first = new Set(about);
  return [...about, ...hits.filter((hit) => !first.has(hit))];
}

/** Turns a result by date round; its undated stories stay last. */
async function oldestFirst(newestFirst: readonly Hit[], index: SearchIndex, pace: Pace): Promise<readonly Hit[]> {
  const undated = await (await index.facets()).filter(newestFirst, { ...NO_FILTERS, year: [UNDATED] }, pace);
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
