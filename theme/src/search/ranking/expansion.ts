/** Which terms of a vocabulary a clause matches. */

import { inSlices, type Pace } from "../pace.ts";
import type { Clause } from "../query/query.ts";
import { isWithin } from "../words/edit_distance.ts";

/** How much of the vocabulary is needed to find the terms of a clause. */
export type Reach = "term" | "prefix" | "words" | "vocabulary";

/** How much of the vocabulary a clause needs. */
export function reachOf(clause: Clause): Reach {
  if (clause.editDistance !== undefined) return "vocabulary";
  if (!clause.term.includes("*")) return "term";
  return clause.isBeginning === true ? "prefix" : "words";
}

/** The prefix of all terms that a pattern matches. */
export function prefixOf(clause: Clause): string {
  return clause.term.slice(0, clause.term.indexOf("*"));
}

/**
 * The sorted `terms` that differ from that of a clause by at most its edits.
 *
 * @param clause One that reaches the whole vocabulary.
 */
export async function matchingTerms({ term, editDistance = 0 }: Clause, terms: readonly string[], pace: Pace): Promise<readonly string[]> {
  const found: string[] = [];
  await inSlices(terms.length, pace, (place) => {
    const candidate = terms[place] as string;
    if (isWithin(term, candidate, editDistance)) found.push(candidate);
  });
  return found;
}

/** The `words` that a pattern matches. */
export async function matchingWords(pattern: string, words: readonly string[], pace: Pace): Promise<readonly string[]> {
  const pieces = pattern.split("*");
  const found: string[] = [];
  await inSlices(words.length, pace, (place) => {
    const candidate = words[place] as string;
    if (candidate.startsWith(pieces[0] ?? "") && matches(pieces, candidate)) found.push(candidate);
  });
  return found;
}

/** Whether `text` consists of the pieces in their order, with any text between them. */
function matches(pieces: readonly string[], text: string): boolean {
  const last = pieces.at(-1) ?? "";
  let position = pieces[0]?.length ?? 0;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, position);
    if (found < 0) return false;
    position = found + piece.length;
  }
  return text.length - last.length >= position && text.endsWith(last);
}
