/** The days that stories must be of, by the conditions of a query. */

import type { Condition } from "./query.ts";

/** Days, from 0001-01-01 as day 1: from the first to the one before `to`; undefined for no limit. */
export interface DayRange {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** The range that every story lies in that meets the conditions; it may be empty. */
export function dayRangeOf(conditions: readonly Condition[]): DayRange {
  const ranges = conditions.flatMap(requiredRange);
  const first = Math.max(...ranges.map(({ from = -Infinity }) => from));
  const end = Math.min(...ranges.map(({ to = Infinity }) => to));
  return { ...(first > -Infinity ? { from: first } : {}), ...(end < Infinity ? { to: end } : {}) };
}

function requiredRange({ presence, alternatives }: Condition): readonly DayRange[] {
  const [alternative, ...others] = alternatives;
  if (presence !== "required" || alternative === undefined || others.length > 0 || alternative.isNegated) return [];
  const { criterion } = alternative;
  return criterion.kind === "date" && criterion.isUndated !== true ? [criterion] : [];
}
