/** Brackets: units nested as the query's brackets say. */

import type { Unit } from "./query_units.ts";

/** What stands between a bracket and the one that closes it. */
export interface Bracket {
  readonly sign: Unit["sign"];
  /** The field that all inside is asked of; undefined without one. */
  readonly key: string | undefined;
  readonly parts: readonly Part[];
  /** False if it was never closed, and so extends to the end. */
  readonly isClosed: boolean;
  readonly start: number;
  readonly end: number;
}

/** A unit that is not a bracket, or a whole bracket. */
export type Part = Unit | Bracket;

export function isBracket(part: Part): part is Bracket {
  return "parts" in part;
}

/** The parts of a query, those within brackets inside these. */
export function nested(units: readonly Unit[]): readonly Part[] {
  const rest = units.values();
  return partsUntilClosed(rest).parts;
}

/** Takes units up to the one that closes a bracket, or all. */
function partsUntilClosed(rest: Iterator<Unit>): { readonly parts: readonly Part[]; readonly closing: Unit | undefined } {
  const parts: Part[] = [];
  for (let next = rest.next(); next.done !== true; next = rest.next()) {
    const unit = next.value;
    if (unit.operator === ")") return { parts, closing: unit };
    if (unit.operator !== "(") {
      parts.push(unit);
      continue;
    }
    const { sign, key, start } = unit;
    const inside = partsUntilClosed(rest);
    const end = inside.closing?.end ?? inside.parts.at(-1)?.end ?? unit.end;
    parts.push({ sign, key, start, end, parts: inside.parts, isClosed: inside.closing !== undefined });
  }
  return { parts, closing: undefined };
}
