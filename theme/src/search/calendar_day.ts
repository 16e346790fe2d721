/** Calendar days as numbers, counted as Python's `date.toordinal` does: 0001-01-01 is day 1. */

const MILLISECONDS = 86_400_000;
/** Day number of 1970-01-01. */
const EPOCH = 719_163;
const DATE = /^([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?$/;

/** A range of days. */
export interface Period {
  readonly first: number;
  /** The day after its last. */
  readonly end: number;
}

/** The days that "2020", "2020-03" or "2020-03-28" means; undefined if it is no such date. */
export function parsePeriod(text: string): Period | undefined {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number);
  if (year === undefined || year === 0) return undefined;
  if (Number.isNaN(month) || month === undefined) return { first: dayOf(year, 1, 1), end: dayOf(year + 1, 1, 1) };
  if (month < 1 || month > 12) return undefined;
  if (Number.isNaN(day) || day === undefined) {
    return { first: dayOf(year, month, 1), end: dayOf(year, month + 1, 1) };
  }
  const first = dayOf(year, month, day);
  const exists = day >= 1 && first < dayOf(year, month + 1, 1);
  return exists ? { first, end: first + 1 } : undefined;
}

function dayOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / MILLISECONDS + EPOCH;
}
