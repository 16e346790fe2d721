/** The values that pass between the search engine and the page. */

/** What a result can be narrowed by. */
export type FacetKind = "person" | "country" | "organization" | "source" | "year";

export const FACET_KINDS: readonly FacetKind[] = [
  "person",
  "country",
  "organization",
  "source",
  "year",
];

/** Chosen values of each kind: slugs, and years as "1999" or "undated". */
export type Filters = Readonly<Record<FacetKind, readonly string[]>>;

export const NO_FILTERS: Filters = {
  person: [],
  country: [],
  organization: [],
  source: [],
  year: [],
};

export type SortOrder = "relevance" | "date";

export interface SearchRequest {
  /** Lunr's syntax, or any text; "" lists all stories that pass the filters. */
  readonly query: string;
  readonly filters: Filters;
  readonly sort: SortOrder;
  /** True while the last word may still grow: then longer words that begin with it match too. */
  readonly unfinished?: boolean;
}

/** One story of a result. Document numbers go from the newest to the oldest, undated last. */
export interface Hit {
  readonly document: number;
  /** 0 for an empty query and for one of exclusions only. */
  readonly score: number;
}

/** How many stories a value would leave, whatever else of its own kind is chosen. */
export interface FacetCount {
  /** What a filter holds: slug or year. */
  readonly value: string;
  /** Heading, name of the source, "1999" or "Undated". */
  readonly label: string;
  readonly count: number;
  /** ISO 3166-1 alpha-2 of a country. */
  readonly code?: string;
}

export interface SearchResponse {
  /** All of them, in order. */
  readonly hits: readonly Hit[];
  /** By falling count, then label; a chosen value is there even if its count is 0. */
  readonly facets: Readonly<Record<FacetKind, readonly FacetCount[]>>;
  /** The index terms that the query matched, for `snippet` and `mark`. */
  readonly terms: readonly string[];
  /** True if the query is no valid syntax and was searched as plain words. */
  readonly literal: boolean;
}

export interface StoredTag {
  readonly name: string;
  /** Value of its filter. */
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
  readonly people: readonly StoredTag[];
  readonly countries: readonly StoredTag[];
  readonly organizations: readonly StoredTag[];
  /** Plain text, blocks separated by an empty line. */
  readonly text: string;
}

/** A run of text that is a match, or is not. */
export interface Segment {
  readonly text: string;
  readonly marked: boolean;
}
