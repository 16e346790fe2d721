/** The dates of a query's text: reading and writing `after:` and `before:`. */

import { isBracket, nested, type Part } from "./bracket.ts";
import { dayText, numericPeriod } from "./calendar_day.ts";
import { dateCriterion, withWrittenDates } from "./date_rule.ts";
import { FIELD_MEANINGS } from "./field_name.ts";
import type { DateCriterion } from "./query.ts";
import { readUnits, type Unit } from "./query_units.ts";

/** Dates as a reader writes them: "2020", "2020-03" or "2020-03-28"; "" for no date. */
export interface QueryDates {
  readonly after: string;
  readonly before: string;
}

/** A unit that limits the days of a query, and how. */
interface Limit {
  readonly unit: Unit;
  readonly criterion: DateCriterion;
}

/** The dates that a query asks for, outside of brackets; the last if it has several. */
export function datesOf(query: string): QueryDates {
  const dates = { after: "", before: "" };
  for (const { unit, criterion } of limitsOf(query)) {
    const asWritten = unit.key !== "date" && numericPeriod(unit.value) !== undefined ? unit.value : undefined;
    if (criterion.from !== undefined) dates.after = asWritten ?? dayText(criterion.from);
    if (criterion.to !== undefined) dates.before = asWritten ?? dayText(criterion.to);
  }
  return dates;
}

/** A query with its dates replaced by these. */
export function withDates(query: string, { after, before }: QueryDates): string {
  const words = limitsOf(query).reduceRight((text, { unit }) => text.slice(0, unit.start) + text.slice(unit.end), query);
  const dates = [...(after === "" ? [] : [`after:${after}`]), ...(before === "" ? [] : [`before:${before}`])];
  return [words.replace(/\s+/g, " ").trim(), ...dates].filter((part) => part !== "").join(" ");
}

function limitsOf(query: string): readonly Limit[] {
  const parts = withWrittenDates(nested(readUnits(query)));
  return parts.flatMap((part, place) => (isJoined(parts, place) ? [] : limitOf(part)));
}

function limitOf(part: Part): readonly Limit[] {
  if (isBracket(part) || part.sign === "-") return [];
  const meaning = FIELD_MEANINGS.get(part.key ?? "");
  const criterion = meaning?.kind === "date" ? dateCriterion(meaning, part.value.trim()) : undefined;
  return criterion === undefined || criterion.isUndated === true ? [] : [{ unit: part, criterion }];
}

/** Whether a part is an alternative to another, and so limits nothing by itself. */
function isJoined(parts: readonly Part[], place: number): boolean {
  return [parts[place - 1], parts[place + 1]].some((part) => part !== undefined && !isBracket(part) && part.operator === "OR");
}
