/** Reads a word: its terms, or a pattern with `*`. */

import type { Analysis } from "../words/analysis.ts";
import { isLoneLetter } from "../words/tokens.ts";
import { WordPattern } from "../words/word_pattern.ts";
import type { Clause, WordsCriterion } from "./query.ts";
import type { Unit } from "./query_units.ts";

/** Most edits of a fuzzy word, as in Lucene: the work grows exponentially with them. */
const MOST_EDITS = 2;
/** Characters that separate two patterns; other punctuation may be inside a word (`2,5*`). */
const BETWEEN_PATTERNS = new WordPattern(
  ({ letter, mark, number, apostrophe }) => `[^${letter}${mark}${number}*.,${apostrophe}&]+`,
);

/** The criterion of a word that is not quoted; undefined if it has nothing to look up. */
export function wordsCriterion(unit: Unit, fields: readonly string[], analysis: Analysis): WordsCriterion | undefined {
  const terms = termsOf(unit.value, analysis).filter((term) => term !== "");
  if (terms.length === 0) return undefined;
  return { kind: "words", clauses: terms.map((term) => clauseOf(term, fields, unit)) };
}

/** Terms and patterns; "" in the place of a stop word. */
function termsOf(value: string, analysis: Analysis): readonly string[] {
  if (!value.includes("*")) return analysis.queryTerms(value);
  return value.split(BETWEEN_PATTERNS.for(value)).flatMap((part) => {
    if (!part.includes("*")) return analysis.queryTerms(part);
    const pattern = analysis.pattern(part);
    return pattern === "" ? [] : [pattern];
  });
}

/** The clause of a term. A pattern is never fuzzy as well: lunr would take its `*` for a letter. */
export function clauseOf(term: string, fields: readonly string[], { boost, editDistance }: Unit): Clause {
  const clause = { fields, presence: "required", boost } as const;
  if (isLoneLetter(term)) return { ...clause, term: `${term}*` };
  if (term.includes("*") || editDistance === 0) return { ...clause, term };
  return { ...clause, term, editDistance: Math.min(editDistance, MOST_EDITS) };
}
