/** Sorted terms: reading them front-coded, and finding places among them. */

import { PackedNumbers } from "./packing.ts";

/** Follows each term. */
export const SEPARATOR = " ";

/** The terms of a text that `term_list.py` wrote. */
export function unpackTerms(text: string): string[] {
  const terms: string[] = [];
  let previous = "";
  let position = 0;
  while (position < text.length) {
    const packed = new PackedNumbers(text, position);
    const shared = packed.next();
    const end = text.indexOf(SEPARATOR, packed.position);
    previous = previous.slice(0, shared) + text.slice(packed.position, end);
    terms.push(previous);
    position = end + SEPARATOR.length;
  }
  return terms;
}

/** The term that was coded by the length of the beginning it shares with a `known` term. */
export function related(coded: string, known: string): string {
  const packed = new PackedNumbers(coded);
  const shared = packed.next();
  return known.slice(0, shared) + coded.slice(packed.position);
}

/** How many of the sorted `terms` come before `term`. */
export function placeOf(terms: readonly string[], term: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] as string) < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sorted `terms` that begin with `prefix`. */
export function withPrefix(terms: readonly string[], prefix: string): readonly string[] {
  const start = placeOf(terms, prefix);
  let end = start;
  while (end < terms.length && (terms[end] as string).startsWith(prefix)) end += 1;
  return terms.slice(start, end);
}
