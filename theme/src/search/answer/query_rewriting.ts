/** Queries that ask for less, for when nothing meets the one that was asked. */

import type { Manifest } from "../index/manifest.ts";
import { type Alternative, type Clause, clausesOf, type Condition, isRanking, type Query } from "../query/query.ts";
import { prefixOf } from "../ranking/expansion.ts";
import type { Match } from "../types.ts";
import type { Analysis } from "../words/analysis.ts";
import { WordPattern } from "../words/word_pattern.ts";

/** Longer words are offered for an unfinished one only where they lie close together. */
const MOST_PARTITIONS_OF_UNFINISHED = 2;
const UNFINISHED_WORD = new WordPattern(({ letter, mark, number }) => `[${letter}${mark}${number}]{2,}$`);

export interface Attempt {
  readonly match: Match;
  readonly conditions: readonly Condition[];
}

/**
 * What to ask, one after the other until something is found.
 *
 * @param text The query as it is written.
 * @param isUnfinished Whether its last word may still grow: then that is asked from the beginning.
 */
export function attempts(
  { conditions }: Query,
  text: string,
  isUnfinished: boolean,
  manifest: Manifest,
  analysis: Analysis,
): readonly Attempt[] {
  const grown = withBeginning(conditions, text, manifest, analysis);
  const first = isUnfinished && grown !== undefined ? grown : conditions;
  const found: Attempt[] = [{ match: "all", conditions: first }];
  if (!isUnfinished && grown !== undefined) found.push({ match: "beginnings", conditions: grown });
  if (conditions.some(hasPhrase)) found.push({ match: "words", conditions: first.map(withoutOrder) });
  if (first.filter(isRanking).flatMap(ranked).length > 1) {
    found.push({ match: "some", conditions: first.map(asWish) });
  }
  return found;
}

/** The conditions, the last word grown; undefined if it is finished or is no plain word. */
function withBeginning(
  conditions: readonly Condition[],
  text: string,
  manifest: Manifest,
  analysis: Analysis,
): readonly Condition[] | undefined {
  const word = UNFINISHED_WORD.for(text).exec(text)?.[0];
  const last = conditions.at(-1);
  const alternative = last?.alternatives.at(-1);
  if (word === undefined || last === undefined || alternative?.end !== text.length) return undefined;
  const clause = plainClause(alternative);
  if (clause === undefined || last.presence === "prohibited" || alternative.isNegated) return undefined;
  const pattern: Clause = { ...clause, term: analysis.pattern(`${word}*`) };
  if (manifest.partitionsWithPrefix(prefixOf(pattern)).length > MOST_PARTITIONS_OF_UNFINISHED) return undefined;
  const longer: Alternative = { ...alternative, criterion: { kind: "words", clauses: [pattern] } };
  return [...conditions.slice(0, -1), { ...last, alternatives: [...last.alternatives, longer] }];
}

/** The clause of a criterion that is one word as it stands. */
function plainClause({ criterion }: Alternative): Clause | undefined {
  const [clause, ...others] = criterion.kind === "words" ? criterion.clauses : [];
  if (clause === undefined || others.length > 0 || clause.editDistance !== undefined) return undefined;
  return clause.term.includes("*") ? undefined : clause;
}

function hasPhrase(condition: Condition): boolean {
  return isRanking(condition) && condition.alternatives.some(({ criterion }) => criterion.kind === "phrase");
}

/** The condition with the words of its phrases in any order. */
function withoutOrder(condition: Condition): Condition {
  if (!hasPhrase(condition)) return condition;
  const alternatives = condition.alternatives.map((alternative): Alternative => ({
    ...alternative,
    criterion: { kind: "words", clauses: clausesOf(alternative.criterion) },
  }));
  return { ...condition, alternatives };
}

/** A condition that ranks stories but leaves none out. */
function asWish(condition: Condition): Condition {
  return isRanking(condition) ? { ...condition, presence: "optional" } : condition;
}

function ranked({ alternatives }: Condition): readonly Clause[] {
  return alternatives.flatMap(({ criterion }) => clausesOf(criterion));
}
