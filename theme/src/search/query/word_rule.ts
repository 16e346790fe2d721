/** Reads a word that is not quoted: its terms, a pattern with `*`, or a compound with a hyphen. */

import { type Analysis, type QueryWord } from "../words/analysis.ts";
import { isLoneLetter } from "../words/tokens.ts";
import { WordPattern } from "../words/word_pattern.ts";
import type { Clause, Condition, Criterion } from "./query.ts";
import type { Unit } from "./query_units.ts";

/** Most edits of a fuzzy word, as in Lucene: the work grows exponentially with them. */
export const MOST_EDITS = 2;
/** Characters that separate two patterns; other punctuation may be inside a word (`2,5*`). */
const BETWEEN_PATTERNS = new WordPattern(
  ({ letter, mark, number, apostrophe }) => `[^${letter}${mark}${number}*.,${apostrophe}&]+`,
);
/** Words with hyphens between them. */
const HYPHENATED = new WordPattern(
  ({ letter, mark, number, hyphen }) => `^[${letter}${number}][${letter}${mark}${number}]*(?:[${hyphen}][${letter}${number}][${letter}${mark}${number}]*)+$`,
);

/** The criterion of a word that is not quoted; undefined if it has nothing to look up. */
export function wordCriterion(unit: Unit, fields: readonly string[], analysis: Analysis): Criterion | undefined {
  if (unit.value.includes("*")) return patternCriterion(unit, fields, analysis);
  const words = analysis.queryWords(unit.value);
  const clauses = words.filter(({ term }) => term !== "").map((word) => clauseOf(word, fields, unit));
  if (clauses.length === 0) return undefined;
  if (unit.editDistance === 0 && HYPHENATED.for(unit.value).test(unit.value)) {
    return compoundCriterion(unit, words, fields, analysis) ?? { kind: "words", clauses };
  }
  return { kind: "words", clauses };
}

/** The compound as one word, or its words side by side; undefined if there is only one to look up. */
function compoundCriterion(
  { value, boost }: Unit,
  words: readonly QueryWord[],
  fields: readonly string[],
  analysis: Analysis,
): Criterion | undefined {
  const term = analysis.compoundTerm(value);
  const terms = words.flatMap((word, offset) => (word.term === "" ? [] : [{ term: word.term, offset }]));
  const joined: Criterion | undefined =
    term === undefined ? undefined : { kind: "words", clauses: [{ term, fields, boost, presence: "required" }] };
  const apart: Criterion | undefined = terms.length > 1 ? { kind: "phrase", terms, fields, boost } : undefined;
  if (joined === undefined || apart === undefined) return joined ?? apart;
  return { kind: "group", conditions: [conditionOf(joined, apart)] };
}

/** The pattern of a word with `*`, and what else stands between its punctuation. */
function patternCriterion(unit: Unit, fields: readonly string[], analysis: Analysis): Criterion | undefined {
  const parts = unit.value.split(BETWEEN_PATTERNS.for(unit.value)).flatMap((part): readonly Criterion[] => {
    if (part.includes("*")) {
      const term = analysis.pattern(part);
      return term === "" ? [] : [{ kind: "pattern", clause: { term, fields, boost: unit.boost, presence: "required" } }];
    }
    const criterion = wordCriterion({ ...unit, value: part }, fields, analysis);
    return criterion === undefined ? [] : [criterion];
  });
  const [first, ...others] = parts;
  if (first === undefined || others.length === 0) return first;
  return { kind: "group", conditions: parts.map((part) => conditionOf(part)) };
}

function conditionOf(...criteria: readonly Criterion[]): Condition {
  const alternatives = criteria.map((criterion) => ({ criterion, isNegated: false, written: "", start: 0, end: 0 }));
  return { presence: "required", alternatives };
}

function clauseOf({ term, word, inCapitals }: QueryWord, fields: readonly string[], { boost, editDistance }: Unit): Clause {
  const clause = { fields, presence: "required", boost } as const;
  if (isLoneLetter(term)) return { ...clause, term: `${term}*`, isBeginning: true };
  if (editDistance === 0) return { ...clause, term, word, inCapitals };
  return { ...clause, term, editDistance: Math.min(editDistance, MOST_EDITS) };
}
