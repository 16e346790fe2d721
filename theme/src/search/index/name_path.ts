/** Where a name leads. */

import type { FacetKind } from "../query/facet_kind.ts";

/** Kinds of names that have pages. */
export type PagedKind = Extract<FacetKind, "person" | "country" | "organization" | "source">;

const FOLDERS: Readonly<Record<PagedKind, string>> = {
  person: "people",
  country: "countries",
  organization: "organizations",
  source: "sources",
};

/** The path from the site's root to a name's page; without one, to a search for its stories. */
export function namePath(kind: PagedKind, slug: string, hasPage: boolean): string {
  return hasPage ? `${FOLDERS[kind]}/${slug}.html` : `search.html?${kind}=${encodeURIComponent(slug)}`;
}
