/** The kinds of facets, and the values of them that are chosen as filters. */

/** What a result can be narrowed by. "about" is for the countries that a story is about. */
export type FacetKind = "person" | "about" | "country" | "organization" | "source" | "author" | "year";

export const FACET_KINDS: readonly FacetKind[] = [
  "person",
  "about",
  "country",
  "organization",
  "source",
  "author",
  "year",
];

/**
 * Chosen values of each kind: slugs, and years as "1999" or "undated". A value with `-` before it
 * is excluded: stories that have it do not pass.
 */
export type Filters = Readonly<Record<FacetKind, readonly string[]>> & {
  /** Kinds of which a story must have all chosen values; of the others it must have any. */
  readonly all?: readonly FacetKind[];
};

/** The kinds of which a story may have several values, so that it can have all of those chosen. */
export const KINDS_OF_MANY: readonly FacetKind[] = ["person", "about", "country", "organization", "author"];

/** Whether a story must have all chosen values of a kind. */
export function asksForAll(filters: Filters, kind: FacetKind): boolean {
  return filters.all?.includes(kind) ?? false;
}

export const NO_FILTERS: Filters = {
  person: [],
  about: [],
  country: [],
  organization: [],
  source: [],
  author: [],
  year: [],
};

/** The number of chosen values, excluded ones included. */
export function filterCount(filters: Filters): number {
  return FACET_KINDS.reduce((count, kind) => count + filters[kind].length, 0);
}

/** The year of stories without a date. */
export const UNDATED = "undated";

const EXCLUDED = "-";

/** Whether a chosen value is excluded. */
export function isExcluded(chosen: string): boolean {
  return chosen.startsWith(EXCLUDED);
}

/** The value of a choice, without its sign. */
export function valueOf(chosen: string): string {
  return isExcluded(chosen) ? chosen.slice(EXCLUDED.length) : chosen;
}

/** The choice that excludes a value. */
export function excluded(value: string): string {
  return EXCLUDED + value;
}

/** The prefix of a chosen value's name: "about ", "not ", "not about " or nothing. */
export function choicePrefix(kind: FacetKind, chosen: string): string {
  return (isExcluded(chosen) ? "not " : "") + (kind === "about" ? "about " : "");
}
