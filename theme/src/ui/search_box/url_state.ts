/** A search as an address: `search.html?q=…&person=antony-blinken&country=china&sort=date`. */

import { FACET_KINDS, type FacetKind, filterCount, type Filters, KINDS_OF_MANY, NO_FILTERS, valueOf } from "../../search/query/facet_kind.ts";
import { SORT_ORDERS, type SortOrder } from "../../search/types.ts";

/** A search; all that the search page shows depends on it. */
export interface SearchState {
  readonly query: string;
  readonly filters: Filters;
  readonly sort: SortOrder;
  /** Whether every version of a story is listed. */
  readonly eachVersion: boolean;
}

export const EMPTY_STATE: SearchState = { query: "", filters: NO_FILTERS, sort: "relevance", eachVersion: false };

/** Whether a search has neither words nor filters. */
export function isEmpty({ query, filters }: SearchState): boolean {
  return query.trim() === "" && filterCount(filters) === 0;
}

/** Reads the part of an address from the question mark on; unknown parameters are ignored. */
export function parseState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const chosen = { ...NO_FILTERS } as Record<FacetKind, readonly string[]>;
  for (const kind of FACET_KINDS) {
    chosen[kind] = [...new Set(parameters.getAll(kind).filter((value) => value !== ""))];
  }
  const all = KINDS_OF_MANY.filter((kind) => parameters.getAll("all").includes(kind));
  const filters = all.length > 0 ? { ...chosen, all } : chosen;
  return {
    query: parameters.get("q") ?? "",
    filters,
    sort: SORT_ORDERS.find((order) => order === parameters.get("sort")) ?? "relevance",
    eachVersion: parameters.get("versions") === "each",
  };
}

/** Writes a state so that `parseState` reads the same one; "" for the empty state. */
export function formatState(state: SearchState): string {
  const parameters = new URLSearchParams();
  if (state.query.trim() !== "") parameters.append("q", state.query.trim());
  for (const kind of FACET_KINDS) {
    for (const value of state.filters[kind]) parameters.append(kind, value);
  }
  for (const kind of state.filters.all ?? []) {
    if (state.filters[kind].length > 0) parameters.append("all", kind);
  }
  if (state.sort !== "relevance") parameters.append("sort", state.sort);
  if (state.eachVersion) parameters.append("versions", "each");
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

/**
 * The state with one value chosen, or no longer chosen if it was. A value is never both chosen and
 * excluded.
 */
export function toggleFilter(state: SearchState, kind: FacetKind, value: string): SearchState {
  const others = state.filters[kind].filter((other) => valueOf(other) !== valueOf(value));
  const next = state.filters[kind].includes(value) ? others : [...others, value];
  return { ...state, filters: { ...state.filters, [kind]: next } };
}

/** The state in which a story must have all chosen values of a kind, or any of them if it must have all. */
export function toggleAll(state: SearchState, kind: FacetKind): SearchState {
  const { all = [], ...chosen } = state.filters;
  const others = all.filter((other) => other !== kind);
  const kinds = all.includes(kind) ? others : [...others, kind];
  return { ...state, filters: { ...chosen, ...(kinds.length > 0 ? { all: kinds } : {}) } };
}
