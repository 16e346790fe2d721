/** Phrases: terms side by side, in the order of the query. */

import type { Positions } from "../index/position_list.ts";
import { inSlices, type Pace } from "../pace.ts";
import type { PhraseTerm } from "../query/query.ts";
import { termOf } from "../words/analysis.ts";

/**
 * Where a phrase begins in each document that has it in a field.
 *
 * @param terms One or more.
 * @param positions The positions of each term in that field.
 */
export async function phraseStarts(
  terms: readonly PhraseTerm[],
  positions: ReadonlyMap<PhraseTerm, Positions>,
  pace: Pace,
): Promise<Positions> {
  const [rarest, ...others] = terms
    .map((term) => ({ offset: term.offset, places: positions.get(term) ?? new Map<number, readonly number[]>() }))
    .sort((a, b) => a.places.size - b.places.size);
  if (rarest === undefined) return new Map();
  const found = new Map<number, readonly number[]>();
  const documents = [...rarest.places];
  await inSlices(documents.length, pace, (place) => {
    const [document, places] = documents[place] as readonly [number, readonly number[]];
    let starts = places.map((position) => position - rarest.offset);
    for (const { offset, places: other } of others) {
      const here = new Set(other.get(document));
      starts = starts.filter((start) => here.has(start + offset));
      if (starts.length === 0) break;
    }
    if (starts.length > 0) found.set(document, starts);
  });
  return found;
}

/**
 * Whether a text has a phrase.
 *
 * @param words The words of the text in their order, "" for a stop word.
 */
export function holdsPhrase(words: readonly string[], phrase: readonly PhraseTerm[]): boolean {
  const first = phrase[0]?.offset ?? 0;
  const isAt = (place: number): boolean =>
    phrase.every(({ term, word, offset }) => {
      const found = words[place + offset - first] ?? "";
      return word === undefined ? termOf(found) === term : found === word;
    });
  return words.some((_, place) => isAt(place));
}
