/** Calendar days as numbers, counted as Python's `date.toordinal` does: 0001-01-01 is day 1. */

const MILLISECONDS = 86_400_000;
/** Day number of 1970-01-01. */
const EPOCH = 719_163;
const DATE = /^([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?$/;

/** The first day that "2020", "2020-03" or "2020-03-28" means; undefined if it is not a date. */
export function firstDay(text: string): number | undefined {
  const [, year = 0, month = 1, day = 1] = (DATE.exec(text) ?? []).map((part) => (part ? Number(part) : undefined));
  if (year === 0 || month < 1 || month > 12 || day < 1) return undefined;
  const first = dayOf(year, month, day);
  return first < dayOf(year, month + 1, 1) ? first : undefined;
}

function dayOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / MILLISECONDS + EPOCH;
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
