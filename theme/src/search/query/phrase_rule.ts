/** Reads what stands in quotation marks. */

import type { Analysis } from "../words/analysis.ts";
import type { PhraseCriterion, WordsCriterion } from "./query.ts";
import type { Unit } from "./query_units.ts";
import { clauseOf } from "./word_rule.ts";

/** The criterion of a quotation; undefined if it has nothing to look up. */
export function phraseCriterion(
  unit: Unit,
  fields: readonly string[],
  analysis: Analysis,
): PhraseCriterion | WordsCriterion | undefined {
  const terms = analysis.queryTerms(unit.value).flatMap((term, offset) => (term === "" ? [] : [{ term, offset }]));
  if (terms.length > 1) return { kind: "phrase", terms, fields, boost: unit.boost };
  const [only] = terms;
  return only === undefined ? undefined : { kind: "words", clauses: [clauseOf(only.term, fields, unit)] };
}
