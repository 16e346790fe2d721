/** Dates as people write them: "1987-03", "19.3.1987", "19 March 1987", "March 19, 1987", "last week of March 1987". */

import { dayOf, monthLength, numericPeriod, type Period } from "./calendar_day.ts";

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
/** Fewest letters of a shortened month. */
const SHORTEST_MONTH = 3;
const WEEKS = ["first", "second", "third", "fourth", "last"];
const WEEK = 7;

const DAY = "(?<day>[0-9]{1,2})(?:st|nd|rd|th)?";
const MONTH = "(?<month>[a-z]{3,9})\\.?";
const YEAR = "(?<year>[0-9]{4})";
const FORMS = [
  new RegExp(`^${DAY} (?:of )?${MONTH},? ${YEAR}$`),
  new RegExp(`^${MONTH} ${DAY},? ${YEAR}$`),
  new RegExp(`^${MONTH},? ${YEAR}$`),
  new RegExp(`^(?:the )?(?<week>${WEEKS.join("|")}) week (?:of|in) ${MONTH},? ${YEAR}$`),
];
/** Most words of a written date: "the last week of March 1987". */
export const MOST_DATE_WORDS = 6;

/** A day in numbers, the year first or last. */
const YEAR_FIRST = /^[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}$/;
const YEAR_LAST = /^([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})$/;
const MONTHS_IN_YEAR = MONTHS.length;

/** The days that a text means; undefined if it is not a date. */
export function periodOf(text: string): Period | undefined {
  return numericPeriod(text) ?? numericDay(text) ?? namedPeriod(text);
}

/** The day that a text of numbers alone means; undefined if it is not one, or may be either of two. */
export function numericDay(text: string): Period | undefined {
  if (YEAR_FIRST.test(text)) return numericPeriod(text);
  const numbers = numbersOf(text);
  if (numbers === undefined || isUnclearDay(text)) return undefined;
  const { first, second, year } = numbers;
  const isMonthFirst = second > MONTHS_IN_YEAR;
  return numericPeriod(isMonthFirst ? `${year}-${first}-${second}` : `${year}-${second}-${first}`);
}

/** Whether the day comes first or the month cannot be seen from a text; with points it is always the day. */
export function isUnclearDay(text: string): boolean {
  const numbers = numbersOf(text);
  if (numbers === undefined || numbers.sign === ".") return false;
  const { first, second } = numbers;
  return first !== second && first >= 1 && second >= 1 && Math.max(first, second) <= MONTHS_IN_YEAR;
}

/** The numbers of a day with the year at its end; a year as four digits. */
function numbersOf(text: string): { first: number; sign: string; second: number; year: string } | undefined {
  const [, first, sign = "", second, year = ""] = YEAR_LAST.exec(text) ?? [];
  return first === undefined ? undefined : { first: Number(first), sign, second: Number(second), year };
}

/** The days that a text with the name of a month means; undefined if it is not such a date. */
export function namedPeriod(text: string): Period | undefined {
  const plain = text.trim().toLowerCase().replace(/\s+/g, " ");
  for (const form of FORMS) {
    const parts = form.exec(plain)?.groups;
    const month = parts === undefined ? undefined : monthNumber(parts["month"] ?? "");
    if (parts === undefined || month === undefined) continue;
    return daysOf(Number(parts["year"]), month, parts["day"], parts["week"]);
  }
  return undefined;
}

/** @param month 1 for January. */
function daysOf(year: number, month: number, day: string | undefined, week: string | undefined): Period | undefined {
  if (year === 0) return undefined;
  const first = dayOf(year, month, 1);
  const length = monthLength(year, month);
  if (day !== undefined) {
    const number = Number(day);
    return number >= 1 && number <= length ? { from: first + number - 1, to: first + number } : undefined;
  }
  if (week === undefined) return { from: first, to: first + length };
  if (week === "last") return { from: first + length - WEEK, to: first + length };
  const from = first + WEEKS.indexOf(week) * WEEK;
  return { from, to: from + WEEK };
}

function monthNumber(written: string): number | undefined {
  const name = written === "sept" ? "sep" : written;
  if (name.length < SHORTEST_MONTH) return undefined;
  const isShortened = name.length === SHORTEST_MONTH;
  const place = MONTHS.findIndex((month) => (isShortened ? month.startsWith(name) : month === name));
  return place < 0 ? undefined : place + 1;
}
