/** Which terms of a vocabulary a clause matches. */

import { withPrefix } from "../index/term_list.ts";
import { inSlices, type Pace } from "../pace.ts";
import type { Clause } from "../query/query.ts";
import { isWithin } from "../words/edit_distance.ts";

/** How much of the vocabulary is needed to find the terms of a clause. */
export type Reach = "term" | "prefix" | "vocabulary";

/** How much of the vocabulary a clause needs. */
export function reachOf(clause: Clause): Reach {
  if (clause.editDistance !== undefined) return "vocabulary";
  const wildcard = clause.term.indexOf("*");
  if (wildcard < 0) return "term";
  return wildcard === 0 ? "vocabulary" : "prefix";
}

/** The prefix of all terms that a pattern matches. */
export function prefixOf(clause: Clause): string {
  return clause.term.slice(0, clause.term.indexOf("*"));
}

/**
 * The sorted `terms` that a clause matches.
 *
 * @param clause One that reaches beyond its own term.
 */
export async function matchingTerms(clause: Clause, terms: readonly string[], pace: Pace): Promise<readonly string[]> {
  const { term, editDistance } = clause;
  const pieces = term.split("*");
  const within = editDistance === undefined ? withPrefix(terms, pieces[0] ?? "") : terms;
  const isMatch = (candidate: string): boolean =>
    editDistance === undefined ? matches(pieces, candidate) : isWithin(term, candidate, editDistance);
  const found: string[] = [];
  await inSlices(within.length, pace, (place) => {
    const candidate = within[place] as string;
    if (isMatch(candidate)) found.push(candidate);
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
