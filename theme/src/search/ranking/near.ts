/** NEAR: places of a text that are at most so many words apart. */

import { inSlices, type Pace } from "../pace.ts";

/** The first and the last word of what stands in one place, by their numbers in the text. */
export type Span = readonly [first: number, last: number];

/** For each document where something stands in one field. */
export type Spans = ReadonlyMap<number, readonly Span[]>;

/**
 * Where something of `left` and something of `right` stand near each other, in any order; each place
 * reaches over both.
 *
 * @param distance how many words the nearer ends may be apart: 1 for neighbours.
 */
export async function nearSpans(left: Spans, right: Spans, distance: number, pace: Pace): Promise<Spans> {
  const found = new Map<number, readonly Span[]>();
  const documents = [...left];
  await inSlices(documents.length, pace, (place) => {
    const [document, spans] = documents[place] as readonly [number, readonly Span[]];
    const others = right.get(document) ?? [];
    const both = new Map<string, Span>();
    for (const span of spans) {
      for (const other of others) {
        if (!areNear(span, other, distance)) continue;
        const reach: Span = [Math.min(span[0], other[0]), Math.max(span[1], other[1])];
        both.set(reach.join(), reach);
      }
    }
    if (both.size > 0) found.set(document, [...both.values()]);
  });
  return found;
}

/** Whether two places do not overlap and are near enough. */
function areNear(a: Span, b: Span, distance: number): boolean {
  const gap = Math.max(b[0] - a[1], a[0] - b[1]);
  return gap > 0 && gap <= distance;
}

/** The places of several together. */
export function unitedSpans(all: readonly Spans[]): Spans {
  const united = new Map<number, readonly Span[]>();
  for (const spans of all) {
    for (const [document, places] of spans) united.set(document, [...(united.get(document) ?? []), ...places]);
  }
  return united;
}
