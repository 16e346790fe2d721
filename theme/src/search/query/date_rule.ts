/** Reads dates: `date:`, `after:` and `before:`, and dates that stand in a query without a field. */

import { isBracket, type Part } from "./bracket.ts";
import { FIELD_MEANINGS, type FieldMeaning } from "./field_name.ts";
import type { DateCriterion } from "./query.ts";
import type { Unit } from "./query_units.ts";
import { MOST_DATE_WORDS, namedPeriod, numericDay, periodOf } from "./written_date.ts";

/** What `date:` is followed by for stories without a date. */
const NO_DATE = "none";

/** The criterion of a date as it is written; undefined if it is not one. */
export function dateCriterion(
  { bound }: Extract<FieldMeaning, { readonly kind: "date" }>,
  written: string,
): DateCriterion | undefined {
  if (bound === "on" && written.toLowerCase() === NO_DATE) return { kind: "date", isUndated: true };
  const period = periodOf(written);
  if (period === undefined) return undefined;
  if (bound === "from") return { kind: "date", from: period.from };
  return bound === "to" ? { kind: "date", to: period.from } : { kind: "date", ...period };
}

/**
 * The parts of a query with the words of each written date as one unit, of the field `date` if they
 * name none. A year alone is a number like any other.
 */
export function withWrittenDates(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = [];
  for (let place = 0; place < parts.length; ) {
    const count = dateLength(parts, place);
    joined.push(count === 0 ? (parts[place] as Part) : dateUnit(parts.slice(place, place + count) as readonly Unit[]));
    place += Math.max(count, 1);
  }
  return joined;
}

/** How many of the parts from a place on are one date; the most. */
function dateLength(parts: readonly Part[], place: number): number {
  const [first, ...others] = parts.slice(place, place + MOST_DATE_WORDS);
  if (first === undefined || !mayBegin(first)) return 0;
  const end = others.findIndex((part) => !mayContinue(part));
  const words = [first, ...others.slice(0, end < 0 ? others.length : end)] as readonly Unit[];
  for (let count = words.length; count > 1; count -= 1) {
    if (namedPeriod(textOf(words.slice(0, count))) !== undefined) return count;
  }
  return first.key === undefined && numericDay(textOf(words.slice(0, 1))) !== undefined ? 1 : 0;
}

function mayBegin(part: Part): boolean {
  if (isBracket(part) || part.isQuoted || part.operator !== "") return false;
  return part.key === undefined || FIELD_MEANINGS.get(part.key)?.kind === "date";
}

function mayContinue(part: Part): boolean {
  return mayBegin(part) && !isBracket(part) && part.sign === "" && part.key === undefined;
}

function dateUnit(words: readonly Unit[]): Unit {
  const [first, last] = [words[0], words.at(-1)] as [Unit, Unit];
  const isImplied = first.key === undefined;
  return { ...first, key: first.key ?? "date", value: textOf(words), end: last.end, isImplied };
}

function textOf(words: readonly Unit[]): string {
  return words.map(({ value }) => value).join(" ");
}
