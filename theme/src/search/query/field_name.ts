/** The names that may stand before a colon, apart from the index's own fields: one table for all. */

import type { FacetKind } from "./facet_kind.ts";

/** What a field asks of: a facet, or the day of publication (on, from or up to a date). */
export type FieldMeaning =
  | { readonly kind: "filter"; readonly facet: FacetKind }
  | { readonly kind: "date"; readonly bound: "on" | "from" | "to" };

/** Of each facet the name that the page writes comes first. */
export const FIELD_MEANINGS: ReadonlyMap<string, FieldMeaning> = new Map<string, FieldMeaning>([
  ["person", { kind: "filter", facet: "person" }],
  ["about", { kind: "filter", facet: "about" }],
  ["country", { kind: "filter", facet: "country" }],
  ["org", { kind: "filter", facet: "organization" }],
  ["organization", { kind: "filter", facet: "organization" }],
  ["organisation", { kind: "filter", facet: "organization" }],
  ["source", { kind: "filter", facet: "source" }],
  ["author", { kind: "filter", facet: "author" }],
  ["year", { kind: "filter", facet: "year" }],
  ["date", { kind: "date", bound: "on" }],
  ["after", { kind: "date", bound: "from" }],
  ["before", { kind: "date", bound: "to" }],
]);

/** The name that the page writes before a value of a facet. */
export function fieldOf(facet: FacetKind): string {
  for (const [name, meaning] of FIELD_MEANINGS) {
    if (meaning.kind === "filter" && meaning.facet === facet) return name;
  }
  return facet;
}
