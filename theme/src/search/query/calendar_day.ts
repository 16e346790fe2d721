/** Calendar days as numbers, counted as Python's `date.toordinal` does: 0001-01-01 is day 1. */

const MILLISECONDS = 86_400_000;
/** Day number of 1970-01-01. */
const EPOCH = 719_163;
const DATE = /^([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?$/;

/** A run of days: the first, and the day after the last. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** The days that "2020", "2020-03" or "2020-03-28" means; undefined if it is not such a date. */
export function numericPeriod(text: string): Period | undefined {
  const [, year = 0, month, day] = (DATE.exec(text) ?? []).map((part) => (part ? Number(part) : undefined));
  if (year === 0) return undefined;
  if (month === undefined) return { from: dayOf(year, 1, 1), to: dayOf(year + 1, 1, 1) };
  if (month < 1 || month > 12) return undefined;
  const first = dayOf(year, month, 1);
  if (day === undefined) return { from: first, to: first + monthLength(year, month) };
  return day >= 1 && day <= monthLength(year, month) ? { from: first + day - 1, to: first + day } : undefined;
}

/** The number of a day. @param month 1 for January; those beyond 12 are in later years. */
export function dayOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / MILLISECONDS + EPOCH;
}

/** How many days a month has. */
export function monthLength(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

/** A day as it is written, "2020-03-28". */
export function dayText(day: number): string {
  return new Date((day - EPOCH) * MILLISECONDS).toISOString().slice(0, 10);
}

/** The month of a day, counted from January of the year 0. */
export function monthOf(day: number): number {
  const date = new Date((day - EPOCH) * MILLISECONDS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** A counted month as it is written, "2020-03". */
export function monthText(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, "0");
  return `${year}-${String((month % 12) + 1).padStart(2, "0")}`;
}
