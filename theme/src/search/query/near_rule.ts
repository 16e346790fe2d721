/** Reads NEAR: words, phrases, and brackets with alternatives of these, near each other. */

import type { Criterion, NearCriterion } from "./query.ts";

/**
 * The criterion of operands joined by NEAR; undefined if one of them has no place in a text: a
 * filter, a date, an exclusion or words that may stand anywhere.
 *
 * @param distances how far each may be from those before it: one less than operands.
 */
export function nearCriterion(operands: readonly Criterion[], distances: readonly number[]): NearCriterion | undefined {
  return operands.every(isPlaced) ? { kind: "near", operands, distances } : undefined;
}

/** Whether what meets a criterion stands in one place of a text. */
function isPlaced(criterion: Criterion): boolean {
  switch (criterion.kind) {
    case "words":
      return criterion.clauses.length === 1;
    case "phrase":
    case "pattern":
      return true;
    case "group": {
      const [condition, ...others] = criterion.conditions;
      if (condition === undefined || others.length > 0 || condition.presence === "prohibited") return false;
      return condition.alternatives.every((alternative) => !alternative.isNegated && isPlaced(alternative.criterion));
    }
    case "near":
    case "filter":
    case "date":
      return false;
  }
}
