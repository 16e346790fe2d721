/** A query as it was read. */

import type { FacetKind } from "./facet_kind.ts";

export type Presence = "optional" | "required" | "prohibited";

/** One condition of a Lunr query. */
export interface Clause {
  /** An index term; a pattern of words with `*`; or the beginning of terms, with `*` after it. */
  readonly term: string;
  /** Whether `*` stands for the rest of terms, and not for letters of words. */
  readonly isBeginning?: boolean;
  /** The word that was typed, before stemming, and whether in capitals. */
  readonly word?: string;
  readonly inCapitals?: boolean;
  readonly fields: readonly string[];
  readonly presence: Presence;
  readonly boost: number;
  /** 1 or 2; undefined if the term must match exactly. */
  readonly editDistance?: number;
}

/** A story must match all clauses. There are several if a word has several terms (`and/or`). */
export interface WordsCriterion {
  readonly kind: "words";
  readonly clauses: readonly Clause[];
}

export interface PhraseTerm {
  readonly term: string;
  /** The word that it must be written as; undefined if any word of the term will do. */
  readonly word?: string;
  /** Whether the word must be in capitals, if texts have it both ways. */
  readonly inCapitals?: boolean;
  /** Number of tokens before it in the phrase; a stop word is counted but not searched for. */
  readonly offset: number;
}

/** Words that stand side by side in one field, or one word as it is written. */
export interface PhraseCriterion {
  readonly kind: "phrase";
  /** One or more. */
  readonly terms: readonly PhraseTerm[];
  readonly fields: readonly string[];
  readonly boost: number;
}

/** A word that a pattern with `*` matches, as it is written. */
export interface PatternCriterion {
  readonly kind: "pattern";
  readonly clause: Clause;
}

/** A tag, the source or the year, by any of its names. */
export interface FilterCriterion {
  readonly kind: "filter";
  readonly facet: FacetKind;
  readonly name: string;
}

/** The day of publication lies in a range; days are counted from 0001-01-01 as day 1. */
export interface DateCriterion {
  readonly kind: "date";
  /** True for stories without a date, and no range. */
  readonly isUndated?: boolean;
  /** The first day of the range; undefined for no limit. */
  readonly from?: number;
  /** The day after the last day of the range; undefined for no limit. */
  readonly to?: number;
}

/** What stands in brackets: a story must meet its conditions. */
export interface GroupCriterion {
  readonly kind: "group";
  readonly conditions: readonly Condition[];
}

/** Words or phrases that stand near each other in one field, in any order. */
export interface NearCriterion {
  readonly kind: "near";
  /** Two or more; each `isPlaced`. */
  readonly operands: readonly Criterion[];
  /** How many words each may be away from those before it, at most: one less than operands. */
  readonly distances: readonly number[];
}

export type Criterion =
  | WordsCriterion
  | PhraseCriterion
  | PatternCriterion
  | NearCriterion
  | GroupCriterion
  | FilterCriterion
  | DateCriterion;

/** A criterion, or several joined by OR, and whether stories must, may or must not meet it. */
export interface Condition {
  readonly presence: Presence;
  /** A story meets the condition if it meets any. */
  readonly alternatives: readonly Alternative[];
}

export interface Alternative {
  readonly criterion: Criterion;
  /** True if a story must not meet the criterion (`a OR -b`). */
  readonly isNegated: boolean;
  /** The word or name as it is written, without sign, field and suffixes. */
  readonly written: string;
  /** Where it begins and ends in the query's text, with sign, field and suffixes. */
  readonly start: number;
  readonly end: number;
}

/** What the page should say about how a query was read. */
export type QueryNote =
  /** Only words that the index leaves out because nearly every story has them. */
  | { readonly kind: "common"; readonly words: readonly string[] }
  /** `name:word` with a name that is not a field; searched as words. */
  | { readonly kind: "unknown-field"; readonly field: string }
  /** `w/5`, `a||b`: signs that mean nothing here; the words around them were searched. */
  | { readonly kind: "unknown-sign"; readonly written: string }
  /** NEAR with something beside it that has no place in a text, or nothing; it was left out. */
  | { readonly kind: "near-what"; readonly written: string }
  /** OR with nothing to search for on one side; it was left out. */
  | { readonly kind: "or-what" }
  /** A bracket or a quotation that is never closed, and so extends to the end. */
  | { readonly kind: "open-bracket" }
  | { readonly kind: "open-quotation" }
  /** `oil or gas`: an operator in small letters, so a word like others; the query that has it in capitals. */
  | { readonly kind: "small-operator"; readonly operator: "OR" | "NOT" | "NEAR"; readonly written: string; readonly query: string }
  /** `"presid*"`: a quotation is read as it is written, so the star means nothing. */
  | { readonly kind: "quoted-star"; readonly written: string }
  /** `oil~9`: more edits than a word may differ by. */
  | { readonly kind: "most-edits"; readonly written: string }
  /** `3/4/1987`: in April or in March, so it was searched as words. */
  | { readonly kind: "unclear-date"; readonly written: string }
  /** `March 1987`: read as a date; the query that asks for its words. */
  | { readonly kind: "written-date"; readonly written: string; readonly words: string }
  /** `title:` without a value; left out. */
  | { readonly kind: "empty-field"; readonly field: string }
  /** `after:` or `before:` with a value that is not a date; left out. */
  | { readonly kind: "no-date"; readonly field: string; readonly value: string }
  /** Words of more letters than a term can have. */
  | { readonly kind: "too-long" }
  /** No word to search for. */
  | { readonly kind: "no-words" }
  /** The rest of a long query was left out. */
  | { readonly kind: "shortened" };

export interface Query {
  readonly conditions: readonly Condition[];
  readonly notes: readonly QueryNote[];
}

/** Whether a criterion is met only by stories with certain words, and so ranks them. */
export function isAboutWords(criterion: Criterion): boolean {
  switch (criterion.kind) {
    case "words":
    case "phrase":
    case "pattern":
    case "near":
      return true;
    case "group":
      return criterion.conditions.some(isRanking);
    case "filter":
    case "date":
      return false;
  }
}

/** Whether a condition ranks stories: it asks for words and does not exclude any. */
export function isRanking({ presence, alternatives }: Condition): boolean {
  const isWords = ({ criterion, isNegated }: Alternative): boolean => !isNegated && isAboutWords(criterion);
  return presence !== "prohibited" && alternatives.every(isWords);
}

/** The alternatives of conditions, and of the brackets in them, without the brackets themselves. */
export function alternativesOf(conditions: readonly Condition[]): readonly Alternative[] {
  return conditions
    .flatMap(({ alternatives }) => alternatives)
    .flatMap((alternative) => {
      const { criterion } = alternative;
      return criterion.kind === "group" ? alternativesOf(criterion.conditions) : [alternative];
    });
}

/** The criteria of conditions, those of brackets and beside NEAR too. */
export function criteriaOf(conditions: readonly Condition[]): readonly Criterion[] {
  return alternativesOf(conditions).flatMap(({ criterion }) => partsOf(criterion));
}

function partsOf(criterion: Criterion): readonly Criterion[] {
  if (criterion.kind === "near") return [criterion, ...criterion.operands.flatMap(partsOf)];
  return criterion.kind === "group" ? criteriaOf(criterion.conditions) : [criterion];
}

/** The clauses that ask for a criterion's words, in any order; none for excluded words, tags and dates. */
export function clausesOf(criterion: Criterion): readonly Clause[] {
  switch (criterion.kind) {
    case "words":
      return criterion.clauses;
    case "phrase": {
      const { terms, fields, boost } = criterion;
      return terms.map(({ term }) => ({ term, fields, boost, presence: "required" }));
    }
    case "pattern":
      return [criterion.clause];
    case "near":
      return criterion.operands.flatMap(clausesOf);
    case "group":
      return criterion.conditions.filter(({ presence }) => presence !== "prohibited").flatMap(soughtClauses);
    case "filter":
    case "date":
      return [];
  }
}

/** The clauses of those alternatives of a condition that are not negated. */
export function soughtClauses({ alternatives }: Condition): readonly Clause[] {
  return alternatives.filter(({ isNegated }) => !isNegated).flatMap(({ criterion }) => clausesOf(criterion));
}
