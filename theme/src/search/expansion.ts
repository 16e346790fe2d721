/** Which terms of a vocabulary a clause may mean. */

import { withPrefix } from "./term_list.ts";
import type { Clause } from "./query.ts";

/** What must be known of the vocabulary to answer a clause. */
export type Reach = "term" | "prefix" | "vocabulary";

export function reachOf(clause: Clause): Reach {
  if (clause.editDistance !== undefined && clause.editDistance > 0) return "vocabulary";
  const wildcard = clause.term.indexOf("*");
  if (wildcard < 0) return "term";
  return wildcard === 0 ? "vocabulary" : "prefix";
}

/** What every term that a pattern matches begins with. */
export function prefixOf(clause: Clause): string {
  return clause.term.slice(0, clause.term.indexOf("*"));
}

/**
 * All sorted `terms` that a clause may match; lunr itself decides on them later.
 *
 * @param clause One that reaches beyond its own term.
 */
export function candidates(clause: Clause, terms: readonly string[]): readonly string[] {
  if (clause.editDistance !== undefined && clause.editDistance > 0) {
    const { term, editDistance } = clause;
    return terms.filter((candidate) => isWithin(term, candidate, editDistance));
  }
  const pieces = clause.term.split("*");
  return withPrefix(terms, pieces[0] ?? "").filter((candidate) => matches(pieces, candidate));
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

/**
 * Whether two terms are at most `limit` insertions, deletions, substitutions and exchanges of
 * neighbours apart. A `*` in the first stands for any one character.
 */
function isWithin(first: string, second: string, limit: number): boolean {
  if (Math.abs(first.length - second.length) > limit) return false;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: second.length + 1 }, (_, column) => column);
  for (let row = 1; row <= first.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= second.length; column += 1) {
      const distance = cell(first, second, row, column, beforePrevious, previous, current);
      current.push(distance);
      least = Math.min(least, distance);
    }
    if (least > limit && Math.min(...previous) > limit) return false;
    beforePrevious = previous;
    previous = current;
  }
  return (previous[second.length] ?? 0) <= limit;
}

/** One cell of the table of distances between beginnings (Damerau and Levenshtein). */
function cell(
  first: string,
  second: string,
  row: number,
  column: number,
  beforePrevious: readonly number[],
  previous: readonly number[],
  current: readonly number[],
): number {
  const a = first[row - 1];
  const b = second[column - 1];
  const substitution = (previous[column - 1] ?? 0) + (a === b || a === "*" ? 0 : 1);
  const insertion = (current[column - 1] ?? 0) + 1;
  const deletion = (previous[column] ?? 0) + 1;
  let distance = Math.min(substitution, insertion, deletion);
  if (row > 1 && column > 1 && a === second[column - 2] && b === first[row - 2]) {
    distance = Math.min(distance, (beforePrevious[column - 2] ?? 0) + 1);
  }
  return distance;
}
