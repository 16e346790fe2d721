/** Notes about words that far fewer stories have than their stem. */

import type { SearchIndex } from "../index/search_index.ts";
import type { PostingList } from "../index/partition.ts";
import { type Alternative, alternativesOf, type Clause, type Condition, isRanking } from "../query/query.ts";
import type { SearchNote } from "../types.ts";
import { replaced } from "./correction.ts";

/** Most words that a note is given to; chosen by eye: one line each. */
const MOST_NOTES = 3;
/** At most one story in so many may have the word; the same number as in `rarer_words.py`. */
const SHARE = 3;

/**
 * The notes about the plain words of a query.
 *
 * @param text The query as it is written.
 * @param isFiltered Whether filters restrict the result beside the query.
 */
export async function wordNotes(
  conditions: readonly Condition[],
  text: string,
  isFiltered: boolean,
  index: SearchIndex,
): Promise<readonly SearchNote[]> {
  const alternatives = alternativesOf(conditions.filter(isRanking));
  const isAlone = alternatives.length === 1 && conditions.length === 1 && !isFiltered;
  const notes: SearchNote[] = [];
  for (const alternative of alternatives) {
    const clause = plainClause(alternative);
    const count = clause === undefined ? undefined : await countOf(clause, index);
    if (count === undefined || notes.length === MOST_NOTES) continue;
    const word = alternative.written;
    const query = replaced(word, `"${word}"`, alternative, text);
    notes.push({ kind: "word-itself", word, count: isAlone && clause?.fields.length === index.fields.length ? count : undefined, query });
  }
  return notes;
}

function plainClause({ criterion, isNegated, written }: Alternative): Clause | undefined {
  const [clause, ...others] = criterion.kind === "words" ? criterion.clauses : [];
  return isNegated || written === "" || clause?.word === undefined || others.length > 0 ? undefined : clause;
}

/** The number of stories that have the word itself; undefined if these are not far fewer. */
async function countOf({ term, word, inCapitals = false }: Clause, index: SearchIndex): Promise<number | undefined> {
  const found = (await index.rarerWords(term)).find((rarer) => rarer.word === word);
  if (found === undefined) return undefined;
  const count = inCapitals && found.inCapitals > 0 ? found.inCapitals : found.count;
  return count * SHARE <= documentsOf((await index.postings(term)) ?? []) ? count : undefined;
}

function documentsOf(lists: readonly PostingList[]): number {
  const documents = new Set<number>();
  for (const list of lists) for (let place = 0; place < list.documents.length; place += 1) documents.add(list.documents[place] as number);
  return documents.size;
}
