/** The dates of a query's text: reading and writing `after:` and `before:`. */

import { readUnits, type Unit } from "./query_units.ts";

/** Dates as a reader writes them: "2020", "2020-03" or "2020-03-28"; "" for no date. */
export interface QueryDates {
  readonly after: string;
  readonly before: string;
}

/** The dates that a query asks for; the last if it has several. */
export function datesOf(query: string): QueryDates {
  const dates = { after: "", before: "" };
  for (const { key, value } of readUnits(query).filter(isDate)) {
    if (key === "after" || key === "before") dates[key] = value;
  }
  return dates;
}

/** A query with its dates replaced by these. */
export function withDates(query: string, { after, before }: QueryDates): string {
  const words = readUnits(query)
    .filter(isDate)
    .reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), query);
  const dates = [...(after === "" ? [] : [`after:${after}`]), ...(before === "" ? [] : [`before:${before}`])];
  return [words.replace(/\s+/g, " ").trim(), ...dates].filter((part) => part !== "").join(" ");
}

function isDate({ key, sign }: Unit): boolean {
  return sign !== "-" && (key === "after" || key === "before");
}
