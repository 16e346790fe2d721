/** Reads what stands in quotation marks: words as they are written, side by side. */

import type { Analysis } from "../words/analysis.ts";
import type { PhraseCriterion, PhraseTerm } from "./query.ts";
import type { Unit } from "./query_units.ts";

/**
 * The criterion of a quotation; undefined if it has nothing to look up. Capitals of a single word ask
 * for capitals; a headline that was pasted in capitals asks for its words.
 */
export function phraseCriterion({ value, boost }: Unit, fields: readonly string[], analysis: Analysis): PhraseCriterion | undefined {
  const words = analysis.queryWords(value);
  const terms = words.flatMap(({ term, word, inCapitals }, offset): readonly PhraseTerm[] => {
    if (term === "") return [];
    return [inCapitals && words.length === 1 ? { term, offset, word, inCapitals } : { term, offset, word }];
  });
  return terms.length === 0 ? undefined : { kind: "phrase", terms, fields, boost };
}
