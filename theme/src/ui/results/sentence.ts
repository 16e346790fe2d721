/** Parts of sentences about a search: links to others, quoted words, enumerations. */

import { element } from "../page/element.ts";
import { EMPTY_STATE, formatState, type SearchState } from "../search_box/url_state.ts";

export type Part = Node | string;

/** A link to a search. */
export function queryLink(label: string, state: Partial<SearchState>): HTMLAnchorElement {
  const address = formatState({ ...EMPTY_STATE, ...state });
  return element("a", { href: address === "" ? "search.html" : address }, element("bdi", {}, label));
}

/** A text in quotation marks. */
export function quoted(text: string): HTMLElement {
  return element("q", {}, element("bdi", {}, text));
}

/** The parts as an enumeration: "a, b or c". */
export function listed(parts: readonly Part[], conjunction = "or"): readonly Part[] {
  return parts.flatMap((part, place) => {
    if (place === 0) return [part];
    return [place === parts.length - 1 ? ` ${conjunction} ` : ", ", part];
  });
}
