/** Looser forms of a query, for when nothing matches the query itself. */

import type { SearchIndex } from "../index/search_index.ts";
import { type Alternative, type Clause, clausesOf, type Condition, criteriaOf, type Criterion, isRanking, type Query } from "../query/query.ts";
import { prefixOf } from "../ranking/expansion.ts";
import type { Match } from "../types.ts";
import type { Analysis } from "../words/analysis.ts";
import { WordPattern } from "../words/word_pattern.ts";

/** Longer words are searched for an unfinished one only if they are in so few files: each is a request. */
const MOST_FILES_OF_UNFINISHED = 2;
const UNFINISHED_WORD = new WordPattern(({ letter, mark, number }) => `[${letter}${mark}${number}]{2,}$`);

/** A form of the query, and how the stories that it finds match the query. */
export interface Attempt {
  readonly match: Match;
  readonly conditions: readonly Condition[];
}

/**
 * The forms of a query to try, one after the other, until something is found.
 *
 * @param text The query as it is written.
 * @param isUnfinished Whether its last word may still grow: then longer words match from the first attempt on.
 */
export function attempts(
  { conditions }: Query,
  text: string,
  isUnfinished: boolean,
  index: SearchIndex,
  analysis: Analysis,
): readonly Attempt[] {
  const grown = withBeginning(conditions, text, index, analysis);
  const first = isUnfinished && grown !== undefined ? grown : conditions;
  const found: Attempt[] = [{ match: "all", conditions: first }];
  if (!isUnfinished && grown !== undefined) found.push({ match: "beginnings", conditions: grown });
  if (criteriaOf(conditions).some(isExact)) found.push({ match: "forms", conditions: changed(first, inAnyForm) });
  if (criteriaOf(conditions).some(hasOrder)) found.push({ match: "words", conditions: changed(first, withoutOrder) });
  const some = withSome(first);
  if ((some[0]?.alternatives.length ?? 0) > 1) found.push({ match: "some", conditions: some });
  return found;
}

/** The conditions with the last word as a prefix; undefined if it is finished or not a plain word. */
function withBeginning(
  conditions: readonly Condition[],
  text: string,
  index: SearchIndex,
  analysis: Analysis,
): readonly Condition[] | undefined {
  const word = UNFINISHED_WORD.for(text).exec(text)?.[0];
  const last = conditions.at(-1);
  const alternative = last?.alternatives.at(-1);
  if (word === undefined || last === undefined || alternative?.end !== text.length) return undefined;
  const clause = plainClause(alternative);
  if (clause === undefined || last.presence === "prohibited" || alternative.isNegated) return undefined;
  const pattern: Clause = { ...clause, term: analysis.pattern(`${word}*`), isBeginning: true };
  if (index.filesWithPrefix(prefixOf(pattern)) > MOST_FILES_OF_UNFINISHED) return undefined;
  const longer: Alternative = { ...alternative, criterion: { kind: "words", clauses: [pattern] } };
  return [...conditions.slice(0, -1), { ...last, alternatives: [...last.alternatives, longer] }];
}

/** The clause of a criterion that is one plain word. */
function plainClause({ criterion }: Alternative): Clause | undefined {
  const [clause, ...others] = criterion.kind === "words" ? criterion.clauses : [];
  if (clause === undefined || others.length > 0 || clause.editDistance !== undefined) return undefined;
  return clause.term.includes("*") ? undefined : clause;
}

/** Whether a criterion asks for words as they are written. */
function isExact(criterion: Criterion): boolean {
  return criterion.kind === "phrase" && criterion.terms.some(({ word }) => word !== undefined);
}

/** Whether a criterion asks for words in some order or near each other. */
function hasOrder(criterion: Criterion): boolean {
  return criterion.kind === "near" || (criterion.kind === "phrase" && criterion.terms.length > 1);
}

/** The conditions that rank with other criteria instead of their own; the others stay. */
function changed(conditions: readonly Condition[], change: (criterion: Criterion) => Criterion): readonly Condition[] {
  return conditions.map((condition) => {
    if (!isRanking(condition)) return condition;
    const alternatives = condition.alternatives.map((one) => ({ ...one, criterion: change(one.criterion) }));
    return { ...condition, alternatives };
  });
}

/** The criterion with any form of its quoted words. */
function inAnyForm(criterion: Criterion): Criterion {
  switch (criterion.kind) {
    case "phrase":
      return { ...criterion, terms: criterion.terms.map(({ term, offset }) => ({ term, offset })) };
    case "near":
      return { ...criterion, operands: criterion.operands.map(inAnyForm) };
    case "group":
      return { kind: "group", conditions: changed(criterion.conditions, inAnyForm) };
    default:
      return criterion;
  }
}

/** The criterion with the words of its phrases in any order, and those beside NEAR anywhere. */
function withoutOrder(criterion: Criterion): Criterion {
  switch (criterion.kind) {
    case "phrase":
      return { kind: "words", clauses: clausesOf(criterion) };
    case "near":
      return { kind: "group", conditions: criterion.operands.map((operand) => requiredOf(withoutOrder(operand))) };
    case "group":
      return { kind: "group", conditions: changed(criterion.conditions, withoutOrder) };
    default:
      return criterion;
  }
}

function requiredOf(criterion: Criterion): Condition {
  return { presence: "required", alternatives: [{ criterion, isNegated: false, written: "", start: 0, end: 0 }] };
}

/** The conditions with the words of those that rank as alternatives: a story must have one of them. */
function withSome(conditions: readonly Condition[]): readonly Condition[] {
  const alternatives = conditions.filter(isRanking).flatMap((condition) => condition.alternatives).flatMap(wordsOf);
  return [{ presence: "required", alternatives }, ...conditions.filter((condition) => !isRanking(condition))];
}

/** Each word of an alternative as one of its own. */
function wordsOf(alternative: Alternative): readonly Alternative[] {
  return piecesOf(alternative.criterion).map((criterion) => ({ ...alternative, criterion }));
}

function piecesOf(criterion: Criterion): readonly Criterion[] {
  switch (criterion.kind) {
    case "pattern":
      return [criterion];
    case "phrase":
      return criterion.terms.map((term) => ({ ...criterion, terms: [term] }));
    case "words":
      return clausesOf(criterion).map((clause) => ({ kind: "words", clauses: [clause] }));
    case "near":
      return criterion.operands.flatMap(piecesOf);
    case "group":
      return criterion.conditions.filter(isRanking).flatMap(({ alternatives }) => alternatives.flatMap((one) => piecesOf(one.criterion)));
    default:
      return [];
  }
}
