/** Which terms of a vocabulary a clause may mean. */

import { withPrefix } from "../index/term_list.ts";
import { inSlices, type Pace } from "../pace.ts";
import type { Clause } from "../query/query.ts";
import { isWithin } from "../words/edit_distance.ts";

/** What must be known of the vocabulary to answer a clause. */
export type Reach = "term" | "prefix" | "vocabulary";

export function reachOf(clause: Clause): Reach {
  if (clause.editDistance !== undefined) return "vocabulary";
  const wildcard = clause.term.indexOf("*");
  if (wildcard < 0) return "term";
  return wildcard === 0 ? "vocabulary" : "prefix";
}

/** What every term that a pattern matches begins with. */
export function prefixOf(clause: Clause): string {
  return clause.term.slice(0, clause.term.indexOf("*"));
}

/**
 * The sorted `terms` that a clause means.
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

/** Whether `text` is the pieces in their order with anything between them. */
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
