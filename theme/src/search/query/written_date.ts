/** Dates as people write them: "1987-03", "19 March 1987", "March 19, 1987", "last week of March 1987". */

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

/** The days that a text means; undefined if it is not a date. */
export function periodOf(text: string): Period | undefined {
  return numericPeriod(text) ?? namedPeriod(text);
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
