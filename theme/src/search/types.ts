/** The values that pass between the search engine and the page. */

import type { FacetKind, Filters } from "./query/facet_kind.ts";
import type { PhraseTerm, QueryNote } from "./query/query.ts";

/** The order of a result: the best first, or by date from the newest (`date`) or the oldest; undated stories are last. */
export type SortOrder = "relevance" | "date" | "oldest";

export const SORT_ORDERS: readonly SortOrder[] = ["relevance", "date", "oldest"];

export interface SearchRequest {
  /** What the reader typed, any text; "" lists all stories that pass the filters. */
  readonly query: string;
  readonly filters: Filters;
  readonly sort: SortOrder;
  /** True to list every version of a story; by date, each is listed at its own day in any case. */
  readonly eachVersion?: boolean;
  /** True while the last word may still grow: then longer words that begin with it match too. */
  readonly unfinished?: boolean;
}

/** One story of a result. Document numbers go from the newest to the oldest, undated last. */
export interface Hit {
  readonly document: number;
  /** 0 for an empty query and for one of exclusions only. */
  readonly score: number;
}

/** Hits that are versions of one story, in the order of the result: the first is its best. */
export type HitGroup = readonly [Hit, ...Hit[]];

/** How many stories a value would leave, regardless of other values chosen of its kind. */
export interface FacetCount {
  /** What a filter holds: slug or year. */
  readonly value: string;
  /** Heading, name of the source, "1999" or "Undated". */
  readonly label: string;
  readonly count: number;
  /** Stories that choosing it would add to those of the values chosen of its kind; undefined if none is. */
  readonly adds?: number;
  /** ISO 3166-1 alpha-2 of a country. */
  readonly code?: string;
}

/** The counts of each kind: by falling count, then label; a chosen value is there even if its count is 0. */
export type FacetCounts = Readonly<Record<FacetKind, readonly FacetCount[]>>;

export interface SearchResponse {
  /** All hits, in order. */
  readonly hits: readonly Hit[];
  /** The same hits, those grouped that are listed as one: versions of a story, in the order of their best. */
  readonly groups: readonly HitGroup[];
  /** Counts the facets, which takes longer than finding the hits. */
  readonly facets: () => Promise<FacetCounts>;
  /** The index terms that the query matched, for `snippet` and `mark`. */
  readonly terms: readonly string[];
  /** The phrases of the query; each story has at least one. */
  readonly phrases: readonly (readonly PhraseTerm[])[];
  readonly match: Match;
  /** What to say about how the query was read. */
  readonly notes: readonly SearchNote[];
  /** If nothing was found: searches with a condition or filter left out, most stories first. */
  readonly loosened: readonly LooserSearch[];
}

/** The answer to a query that was asked instead of another. */
export interface InsteadResponse {
  readonly query: string;
  readonly response: SearchResponse;
}

/**
 * How the stories of a result match the query:
 *
 * - `all`: they meet every condition;
 * - `beginnings`: the last word is only the beginning of one of their words;
 * - `forms`: they have other forms of its quoted words, as `bank` for `banks`;
 * - `words`: they have the words of its phrases, but not in that order;
 * - `some`: they have some of its words, and meet all other conditions.
 */
export type Match = "all" | "beginnings" | "forms" | "words" | "some";

export type SearchNote =
  | QueryNote
  /** `country:narnia`: the archive does not have this name; `nearest` are queries with names that it has. */
  | { readonly kind: "unknown-name"; readonly facet: FacetKind; readonly name: string; readonly nearest: readonly OtherQuery[] }
  /** The whole query is a name of headings: queries for the stories filed under each. */
  | { readonly kind: "heading"; readonly name: string; readonly headings: readonly OtherQuery[] }
  /** `person:smith`: several headings have this name or hold it: a search for each, and one for all. */
  | {
      readonly kind: "several-names";
      readonly name: string;
      readonly choices: readonly NameChoice[];
      readonly all: OtherSearch;
      /** Whether the stories of all are shown, and not only of those with exactly this name. */
      readonly isAll: boolean;
    }
  /** No story had `written`, so `label` was searched; the query that asks for `written` and nothing else. */
  | { readonly kind: "searched-instead"; readonly written: string; readonly label: string; readonly query: string | undefined }
  /**
   * `news`: far more stories have a word of its stem, and `count` have the word itself; undefined if
   * the query asks for more than this word. The query that asks for the word itself.
   */
  | { readonly kind: "word-itself"; readonly word: string; readonly count: number | undefined; readonly query: string }
  /** Sites that should have been searched, too, but could not be loaded. */
  | { readonly kind: "missing-sites"; readonly names: readonly string[] }
  /** `*a*`: it matches more words than can be searched at once and was left out. */
  | { readonly kind: "broad-pattern"; readonly pattern: string; readonly words: number };

/** A query to search for instead. */
export interface OtherQuery {
  /** The word or name that it has instead. */
  readonly label: string;
  readonly query: string;
}

/** A search instead. */
export interface OtherSearch {
  readonly query: string;
  readonly filters: Filters;
}

/** A heading that a name may mean. */
export interface NameChoice extends OtherSearch {
  readonly label: string;
  /** Stories of the archive that are filed under it. */
  readonly count: number;
}

/** The same search with something left out. */
export interface LooserSearch {
  /** What was left out, as it is written; "" for all filters and conditions. */
  readonly dropped: string;
  readonly query: string;
  readonly filters: Filters;
  /** Number of stories that it finds. */
  readonly count: number;
}

/** A word of the query that no story has, and words that stories have. */
export interface Correction {
  readonly written: string;
  /** Nearest first, each with the number of stories that have it. */
  readonly nearest: readonly (OtherQuery & { readonly count: number })[];
  /** Whether the first is far more likely than the others, and the word is not quoted. */
  readonly isClear: boolean;
  /** The query that asks for the word as it is written. */
  readonly quoted: string;
}

export interface StoredTag {
  readonly name: string;
  /** The value that its filter has. */
  readonly slug: string;
  /** Its page, from the site's root. */
  readonly path: string;
  /** ISO 3166-1 alpha-2 of a country. */
  readonly code?: string;
}

/** What a result shows of a story. */
export interface StoredDocument {
  /** The story's page, from the site's root. */
  readonly path: string;
  readonly title: string;
  /** ISO 8601 day; "" if undated. */
  readonly date: string;
  /** "exact", "inferred" or "unknown". */
  readonly dated: string;
  /** "" if unknown. */
  readonly source: string;
  /** Byline; "" if unknown. */
  readonly author: string;
  /** Where it was published; "" if unknown. */
  readonly url: string;
  readonly people: readonly StoredTag[];
  readonly countries: readonly StoredTag[];
  readonly organizations: readonly StoredTag[];
  /** Plain text, blocks separated by an empty line; in a result it may be only the passage that matches. */
  readonly text: string;
}

/** What a saved list says of a story besides what a result shows. */
export interface StoryEvidence {
  /** Slugs of the countries that the story is about. */
  readonly about: readonly string[];
  /** The part of its text that matches best. */
  readonly excerpt: string;
  /** Why it passes the filters that ask for names. */
  readonly reasons: readonly Reason[];
}

/** A name that a filter asks for, and the first sentence that has it; "" if none does. */
export interface Reason {
  readonly name: string;
  readonly sentence: string;
}

/** A run of text that matches, or one that does not. */
export interface Segment {
  readonly text: string;
  readonly marked: boolean;
}
