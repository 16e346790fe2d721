/** A query as it was understood. */

import type { FacetKind } from "./facet_kind.ts";

export type Presence = "optional" | "required" | "prohibited";

/** One condition of a Lunr query. */
export interface Clause {
  /** An index term, or a pattern with `*`. */
  readonly term: string;
  readonly fields: readonly string[];
  readonly presence: Presence;
  readonly boost: number;
  /** 1 or 2; undefined unless the term may be misspelt. */
  readonly editDistance?: number;
}

/** What a story must have: every one of the clauses. Several if a word is several (`and/or`). */
export interface WordsCriterion {
  readonly kind: "words";
  readonly clauses: readonly Clause[];
}

export interface PhraseTerm {
  readonly term: string;
  /** Tokens after the beginning of the phrase; a stop word is counted but not looked for. */
  readonly offset: number;
}

/** Words that stand side by side in one field. */
export interface PhraseCriterion {
  readonly kind: "phrase";
  /** Two or more. */
  readonly terms: readonly PhraseTerm[];
  readonly fields: readonly string[];
  readonly boost: number;
}

/** A tag, the source or the year, by any of its names. */
export interface FilterCriterion {
  readonly kind: "filter";
  readonly facet: FacetKind;
  readonly name: string;
}

/** A day of publication in a range; days are counted from 0001-01-01 as day 1. */
export interface DateCriterion {
  readonly kind: "date";
  /** The first day; without one, any day before. */
  readonly from?: number;
  /** The first day too late; without one, any day after. */
  readonly to?: number;
}

export type Criterion = WordsCriterion | PhraseCriterion | FilterCriterion | DateCriterion;

/** A criterion, or several joined by OR, and what they mean for a story. */
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
  /** Where it stands in the query's text, with all that belongs to it. */
  readonly start: number;
  readonly end: number;
}

/** What stands before the colon of a filter. */
export const FILTER_FIELDS: Readonly<Record<FacetKind, string>> = {
  person: "person",
  about: "about",
  country: "country",
  organization: "org",
  source: "source",
  year: "year",
};

/** What the page should say of how a query was read. */
export type QueryNote =
  /** Nothing but words that the index leaves out because nearly every story has them. */
  | { readonly kind: "common"; readonly words: readonly string[] }
  /** `name:word` with a name that is no field; searched as words. */
  | { readonly kind: "unknown-field"; readonly field: string }
  /** `title:` with nothing behind it; left out. */
  | { readonly kind: "empty-field"; readonly field: string }
  /** `after:` or `before:` with something that is no date; left out. */
  | { readonly kind: "no-date"; readonly field: string; readonly value: string }
  /** Words of more letters than a term can have. */
  | { readonly kind: "too-long" }
  /** Nothing that could be searched for. */
  | { readonly kind: "no-words" }
  /** The rest of a long query was left out. */
  | { readonly kind: "shortened" };

export interface Query {
  readonly conditions: readonly Condition[];
  readonly notes: readonly QueryNote[];
}

/** Whether a criterion is about a story's words, not about its tags or its date. */
export function isAboutWords(criterion: Criterion): criterion is WordsCriterion | PhraseCriterion {
  return criterion.kind === "words" || criterion.kind === "phrase";
}

/** Whether stories are ranked by a condition: it asks for words and excludes nothing. */
export function isRanking({ presence, alternatives }: Condition): boolean {
  const isWords = ({ criterion, isNegated }: Alternative): boolean => !isNegated && isAboutWords(criterion);
  return presence !== "prohibited" && alternatives.every(isWords);
}

/** The clauses that ask for a criterion's words, in any order. */
export function clausesOf(criterion: Criterion): readonly Clause[] {
  if (criterion.kind === "words") return criterion.clauses;
  if (criterion.kind !== "phrase") return [];
  const { terms, fields, boost } = criterion;
  return terms.map(({ term }) => ({ term, fields, boost, presence: "required" }));
}
