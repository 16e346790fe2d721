/** Marks matches in a text, and finds the part of it that matches best. */

import type { Segment } from "../types.ts";
import type { Analysis, TermPlace } from "../words/analysis.ts";

/** Characters of a snippet; chosen by eye: three lines on a wide screen. */
const SNIPPET_LENGTH = 220;
/** Characters of a snippet before its first match, at most; chosen by eye: about six words. */
const LEAD = 40;
/** Most characters between two words of a phrase: " of the ". */
const NEIGHBOUR_GAP = 8;
const ELLIPSIS = "…";

/** A whole text, cut where matches begin and end. */
export function markText(text: string, terms: Iterable<string>, analysis: Analysis): Segment[] {
  return cut(text, matches(text, terms, analysis), 0, text.length);
}

/**
 * About 220 characters of a text, where it has the most different terms close together; its
 * beginning if it has none. An ellipsis marks each side where text is left out.
 */
export function makeSnippet(text: string, terms: Iterable<string>, analysis: Analysis): Segment[] {
  const places = matches(text, terms, analysis);
  const first = bestStart(places);
  const start = first < LEAD ? 0 : wordStart(text, first - LEAD, first);
  const end = wordEnd(text, start + SNIPPET_LENGTH);
  const shown = places.filter((place) => place.start >= start && place.end <= end);
  const segments = cut(text, shown, start, end).map((segment) => ({
    ...segment,
    text: segment.text.replace(/\s+/g, " "),
  }));
  if (start > 0) segments.unshift({ text: ELLIPSIS, marked: false });
  if (end < text.trimEnd().length) segments.push({ text: ELLIPSIS, marked: false });
  return joined(segments);
}

function matches(text: string, terms: Iterable<string>, analysis: Analysis): TermPlace[] {
  const wanted = new Set(terms);
  return wanted.size === 0 ? [] : analysis.places(text, wanted);
}

/**
 * Where the window with the most different terms begins. Between equal windows, the one with the
 * most terms side by side wins, then the one with the most matches.
 */
function bestStart(places: readonly TermPlace[]): number {
  const length = SNIPPET_LENGTH - LEAD;
  const held = new Map<string, number>();
  let best = 0;
  let bestValue = 0;
  let end = 0;
  let neighbours = 0;
  for (const [number, { term, start }] of places.entries()) {
    for (let next = places[end]; next !== undefined && next.end <= start + length; next = places[++end]) {
      held.set(next.term, (held.get(next.term) ?? 0) + 1);
      if (end > number && areNeighbours(places[end - 1], next)) neighbours += 1;
    }
    const share = (neighbours + (end - number) / (places.length + 1)) / (places.length + 1);
    if (held.size + share > bestValue) [best, bestValue] = [start, held.size + share];
    if (end <= number) {
      end = number + 1;
      continue;
    }
    const left = (held.get(term) ?? 0) - 1;
    if (left > 0) held.set(term, left);
    else held.delete(term);
    if (number + 1 < end && areNeighbours(places[number], places[number + 1])) neighbours -= 1;
  }
  return best;
}

/** Whether two different terms have at most a short word between them. */
function areNeighbours(first: TermPlace | undefined, second: TermPlace | undefined): boolean {
  if (first === undefined || second === undefined || first.term === second.term) return false;
  return second.start - first.end <= NEIGHBOUR_GAP;
}

/** The first start of a word from `from` on, at most `limit`. */
function wordStart(text: string, from: number, limit: number): number {
  const space = text.slice(from, limit).search(/\s/);
  return space < 0 ? limit : from + space + 1;
}

/** The last end of a word up to `to`. */
function wordEnd(text: string, to: number): number {
  if (to >= text.length) return text.length;
  const space = text.slice(to - LEAD, to + 1).search(/\s\S*$/);
  if (space >= 0) return to - LEAD + space;
  const isInsidePair = /[\udc00-\udfff]/.test(text.charAt(to));
  return isInsidePair ? to + 1 : to;
}

function cut(text: string, places: readonly TermPlace[], start: number, end: number): Segment[] {
  const segments: Segment[] = [];
  let position = start;
  for (const place of places) {
    if (place.end <= position) continue;
    const last = segments.at(-1);
    if (last?.marked === true && place.start < position) {
      segments[segments.length - 1] = { text: last.text + text.slice(position, place.end), marked: true };
    } else {
      segments.push({ text: text.slice(position, place.start), marked: false });
      segments.push({ text: text.slice(place.start, place.end), marked: true });
    }
    position = place.end;
  }
  segments.push({ text: text.slice(position, end), marked: false });
  return segments.filter((segment) => segment.text !== "");
}

/** The segments, with neighbouring unmarked ones joined. */
function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    if (last !== undefined && !last.marked && !segment.marked) {
      result[result.length - 1] = { text: last.text + segment.text, marked: false };
    } else {
      result.push(segment);
    }
  }
  return result;
}
