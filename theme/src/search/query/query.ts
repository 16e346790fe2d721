/** A query as it was read. */

import type { FacetKind } from "./facet_kind.ts";

export type Presence = "optional" | "required" | "prohibited";

/** One condition of a Lunr query. */
export interface Clause {
  /** An index term, or a pattern with `*`. */
  readonly term: string;
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
  /** Number of tokens before it in the phrase; a stop word is counted but not searched for. */
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

/** The day of publication lies in a range; days are counted from 0001-01-01 as day 1. */
export interface DateCriterion {
  readonly kind: "date";
  /** The first day of the range; undefined for no limit. */
  readonly from?: number;
  /** The day after the last day of the range; undefined for no limit. */
  readonly to?: number;
}

export type Criterion = WordsCriterion | PhraseCriterion | FilterCriterion | DateCriterion;

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

/** The field name of each kind of filter, before its colon. */
export const FILTER_FIELDS: Readonly<Record<FacetKind, string>> = {
  person: "person",
  about: "about",
  country: "country",
  organization: "org",
  source: "source",
  year: "year",
};

/** What the page should say about how a query was read. */
export type QueryNote =
  /** Only words that the index leaves out because nearly every story has them. */
  | { readonly kind: "common"; readonly words: readonly string[] }
  /** `name:word` with a name that is not a field; searched as words. */
  | { readonly kind: "unknown-field"; readonly field: string }
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

/** Whether a criterion is about a story's words, and not about its tags or its date. */
export function isAboutWords(criterion: Criterion): criterion is WordsCriterion | PhraseCriterion {
  return criterion.kind === "words" || criterion.kind === "phrase";
}

/** Whether a condition ranks stories: it asks for words and does not exclude any. */
export function isRanking({ presence, alternatives }: Condition): boolean {
  const isWords = ({ criterion, isNegated }: Alternative): boolean => !isNegated && isAboutWords(criterion);
  return presence !== "prohibited" && alternatives.every(isWords);
}

/** The clauses that ask for a criterion's words, in any order; none for tags and dates. */
export function clausesOf(criterion: Criterion): readonly Clause[] {
  if (criterion.kind === "words") return criterion.clauses;
  if (criterion.kind !== "phrase") return [];
  const { terms, fields, boost } = criterion;
  return terms.map(({ term }) => ({ term, fields, boost, presence: "required" }));
}
