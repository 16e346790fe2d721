/** Words of a query that no story has, and the nearest words that stories have. */

import type { SearchIndex } from "../index/search_index.ts";
import type { Word } from "../index/word_list.ts";
import { Pace } from "../pace.ts";
import { type Alternative, alternativesOf, clausesOf, type Condition, isRanking } from "../query/query.ts";
import { parseQuery } from "../query/query_parser.ts";
import { matchingTerms } from "../ranking/expansion.ts";
import { loadQueryData } from "../ranking/query_data.ts";
import type { Correction } from "../types.ts";
import type { Analysis } from "../words/analysis.ts";
import { isWithin } from "../words/edit_distance.ts";

/** Most corrections of a query, and most words offered for each; chosen by eye: one line each. */
const MOST_CORRECTIONS = 3;
const MOST_NEAREST = 5;
/** The limit of fuzzy queries as well, as in Lucene. */
const MOST_EDITS = 2;
/** Shorter words resemble each other all; chosen by eye. */
const SHORTEST = 3;
/** Words of up to this length may differ by one letter only, as with Elasticsearch's fuzziness "AUTO". */
const SHORT = 5;

/** The nearest must be so many times as frequent as the next that is as near; chosen by eye. */
const CLEARLY_MORE = 10;

/** A word that resembles another. */
interface NearWord extends Word {
  /** Between the terms or the words, whichever are fewer. */
  readonly edits: number;
  /** Whether the words themselves are within the limit, too: `wellbeing` and `well` are not. */
  readonly isLike: boolean;
}

/** Whether the first of what resembles something, nearest and most frequent first, is meant beyond doubt. */
export function isClear([first, second]: readonly { readonly edits: number; readonly count: number }[]): boolean {
  if (first === undefined || second === undefined) return first !== undefined;
  return first.edits < second.edits || first.count >= second.count * CLEARLY_MORE;
}

/** A term that no story has, and the part of the query that it comes from. */
interface UnknownTerm {
  readonly term: string;
  readonly alternative: Alternative;
}

/**
 * Up to three corrections of a query, one a word. A word that stories have, a number, and a word that
 * resembles no other get none.
 *
 * @throws SearchError if a file of the index is missing or damaged.
 */
export async function correctionsOf(query: string, index: SearchIndex, analysis: Analysis): Promise<readonly Correction[]> {
  const pace = new Pace();
  const { conditions } = parseQuery(query, index.fields.map((field) => field.name), analysis);
  const unknown = await unknownTerms(conditions, index, pace);
  const corrections: Correction[] = [];
  for (const { term, alternative } of unknown) {
    if (corrections.length === MOST_CORRECTIONS) break;
    const written = wordOf(term, alternative, analysis);
    const words = await nearestWords(term, written, index, pace);
    const nearest = words.map(({ word, count }) => ({
      label: word,
      query: replaced(written, word, alternative, query),
      count,
    }));
    const quoted = replaced(written, `"${written}"`, alternative, query);
    const isMeant = !isQuoted(alternative) && isClear(words) && words[0]?.isLike === true;
    if (nearest.length > 0) corrections.push({ written, nearest, isClear: isMeant, quoted });
  }
  return corrections;
}

async function unknownTerms(
  conditions: readonly Condition[],
  index: SearchIndex,
  pace: Pace,
): Promise<readonly UnknownTerm[]> {
  const sought = conditions.filter(isRanking);
  const { postings } = await loadQueryData(sought, index, pace);
  const unknown = new Map<string, UnknownTerm>();
  for (const alternative of alternativesOf(sought)) {
    for (const { term } of clausesOf(alternative.criterion)) {
      if (!/[*\p{N}]/u.test(term) && !postings.has(term)) unknown.set(term, { term, alternative });
    }
  }
  return [...unknown.values()];
}

/**
 * The words that resemble one, by their terms or as they are written, since a stem may differ more
 * than its word: fewest edits first, then the most frequent. Stems alone must resemble more closely.
 */
async function nearestWords(
  term: string,
  written: string,
  index: SearchIndex,
  pace: Pace,
): Promise<readonly NearWord[]> {
  const clause = { term, editDistance: MOST_EDITS, fields: [], presence: "required", boost: 1 } as const;
  if (term.length < SHORTEST) return [];
  const [terms, words] = await Promise.all([index.vocabulary(), index.words()]);
  const most = term.length <= SHORT ? 1 : MOST_EDITS;
  return (await matchingTerms(clause, terms, pace))
    .map((candidate) => ({ candidate, ...words.wordOf(candidate) }))
    .map(({ candidate, word, count }) => ({
      word,
      count,
      edits: editsBetween([term, candidate], [written, word]),
      isLike: isWithin(written.toLowerCase(), word.toLowerCase(), MOST_EDITS),
    }))
    .filter(({ edits, isLike }) => edits <= most && (isLike || edits === 1))
    .sort((a, b) => a.edits - b.edits || b.count - a.count)
    .slice(0, MOST_NEAREST);
}

/** The edits between two terms within the limit, or between the words shown for them if fewer. */
function editsBetween(terms: readonly [string, string], words: readonly [string, string]): number {
  const [written, word] = words.map((text) => text.toLowerCase()) as [string, string];
  return isWithin(...terms, 1) || isWithin(written, word, 1) ? 1 : MOST_EDITS;
}

/** The word of an alternative from which a term was made. */
function wordOf(term: string, { written }: Alternative, analysis: Analysis): string {
  const place = analysis.places(written, new Set([term])).at(0);
  return place === undefined ? written : written.slice(place.start, place.end);
}

/** Whether a word is asked for as it is written, and so was not written by mistake. */
function isQuoted({ criterion }: Alternative): boolean {
  return criterion.kind === "phrase" && criterion.terms.some(({ word }) => word !== undefined);
}

/** The query with one word replaced by another. */
export function replaced(written: string, word: string, { start, end }: Alternative, query: string): string {
  const unit = query.slice(start, end);
  const place = unit.lastIndexOf(written);
  if (place < 0) return query.slice(0, start) + word + query.slice(end);
  return query.slice(0, start) + unit.slice(0, place) + word + unit.slice(place + written.length) + query.slice(end);
}
