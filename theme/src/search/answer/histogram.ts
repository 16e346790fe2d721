/** How a result is spread over time. */

import type { DocumentDates } from "../index/document_dates.ts";
import { inSlices, type Pace } from "../pace.ts";
import { dayText, monthOf, monthText, type Period } from "../query/calendar_day.ts";
import type { Hit } from "../types.ts";

/** A run of months, or a day, and the stories in it. */
export interface Bin {
  /** Its first month, "2020-03", or its day, "2020-03-28". */
  readonly from: string;
  /** The month after its last, or the next day. */
  readonly to: string;
  readonly count: number;
}

/** More bins would be too narrow to point at: 96 are 3 pixels each in a sidebar of 18 rem. */
const MOST_BINS = 96;
/** Lengths of a bin in months: a month, a quarter, a year, five years, a decade, … */
const LENGTHS = [1, 3, 12, 60, 120, 600, 1_200];

/**
 * The bins from the oldest dated story of a result to the newest, including empty ones; the days of
 * a period that is short enough for these.
 *
 * @param within the period that the reader has chosen, if any.
 */
export async function histogram(
  hits: readonly Hit[],
  dates: DocumentDates,
  pace: Pace,
  within?: Period,
): Promise<readonly Bin[]> {
  if (within !== undefined && within.to > within.from && within.to - within.from <= MOST_BINS) {
    return await daysOf(hits, dates, pace, within);
  }
  const counts = new Map<number, number>();
  await inSlices(hits.length, pace, (place) => {
    const day = dates.day((hits[place] as Hit).document);
    if (day === undefined) return;
    const month = monthOf(day);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  });
  const months = [...counts.keys()].sort((a, b) => a - b);
  const [oldest, newest] = [months[0], months.at(-1)];
  if (oldest === undefined || newest === undefined) return [];
  const length = LENGTHS.find((size) => binOf(newest, size) - binOf(oldest, size) < MOST_BINS) ?? 1_200;
  const tally = new Map<number, number>();
  for (const [month, count] of counts) {
    const bin = binOf(month, length);
    tally.set(bin, (tally.get(bin) ?? 0) + count);
  }
  const first = binOf(oldest, length);
  return Array.from({ length: binOf(newest, length) - first + 1 }, (_, place) => ({
    from: monthText((first + place) * length),
    to: monthText((first + place + 1) * length),
    count: tally.get(first + place) ?? 0,
  }));
}

async function daysOf(hits: readonly Hit[], dates: DocumentDates, pace: Pace, { from, to }: Period): Promise<readonly Bin[]> {
  const tally = new Uint32Array(to - from);
  await inSlices(hits.length, pace, (place) => {
    const day = dates.day((hits[place] as Hit).document);
    if (day !== undefined && day >= from && day < to) tally[day - from] = (tally[day - from] ?? 0) + 1;
  });
  return Array.from(tally, (count, place) => ({ from: dayText(from + place), to: dayText(from + place + 1), count }));
}

function binOf(month: number, length: number): number {
  return Math.floor(month / length);
}
