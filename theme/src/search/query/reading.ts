/** Readings: parts of a query with what they state, and the conditions that their signs and OR make of them. */

import type { Part } from "./bracket.ts";
import { type Alternative, type Condition, type Criterion, isAboutWords, type Presence } from "./query.ts";

/** A part of the query, or several joined by NEAR, and the criterion that it states. */
export interface Reading {
  readonly part: Part;
  readonly end: number;
  /** As it is written, without sign and field. */
  readonly written: string;
  readonly criterion: Criterion;
}

/**
 * The conditions of a query or of a bracket. Without a `+` all words are required; with one only those
 * that have it, as in Lunr.
 *
 * @param groups readings joined by OR, one or more in each.
 */
export function conditionsOf(groups: readonly (readonly Reading[])[]): readonly Condition[] {
  const hasPlus = groups.some((group) => group.some(({ part }) => part.sign === "+"));
  return groups.flatMap((group) => conditionOf(group, hasPlus));
}

/** The condition of readings joined by OR; those of a bracket that stands alone are the query's own. */
function conditionOf(group: readonly Reading[], hasPlus: boolean): readonly Condition[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  const presence = others.length > 0 ? "required" : presenceOf(first, hasPlus);
  if (others.length === 0 && presence === "required" && first.criterion.kind === "group") return first.criterion.conditions;
  const alternatives = group.map(({ part, end, written, criterion }): Alternative => {
    return { criterion, isNegated: others.length > 0 && part.sign === "-", written, start: part.start, end };
  });
  return [{ presence, alternatives }];
}

function presenceOf({ part, criterion }: Reading, hasPlus: boolean): Presence {
  if (part.sign === "-") return "prohibited";
  return hasPlus && isAboutWords(criterion) && part.sign !== "+" ? "optional" : "required";
}
