/** What the search page shows when it has no stories to show. */

import type { Correction, LooserSearch, SearchResponse } from "../../search/types.ts";
import { element } from "../page/element.ts";
import { countLabel, storiesLabel } from "../page/labels.ts";
import type { SearchState } from "../search_box/url_state.ts";
import { listed, queryLink, quoted } from "./sentence.ts";

/** Characters of a query in a heading; longer ones are cut; chosen by eye: some three lines. */
const LONGEST_HEADING = 120;

/**
 * The state after a search that found nothing: why, and what to try next.
 *
 * @param notes what there is to say about how the query was read.
 * @param root the relative way to the site's root.
 */
export function nothingFoundState(
  state: SearchState,
  { loosened }: SearchResponse,
  notes: readonly HTMLElement[],
  root: string,
): HTMLElement {
  const query = state.query.trim();
  const node = element(
    "div",
    { class: "search-state" },
    element("h2", {}, ...(query ? ["No story matches ", quoted(abridged(query))] : ["No story passes these filters"])),
    ...notes,
  );
  if (loosened.length > 0) node.append(...looserSearches(loosened, state));
  const browse = [
    ["people", "people/index.html"],
    ["countries", "countries/index.html"],
    ["dates", "dates/index.html"],
  ].map(([label, path]) => element("a", { href: `${root}${path}` }, label ?? ""));
  const help = element("a", { href: "search.html" }, "what can be typed");
  node.append(element("p", {}, "Try fewer or other words, see ", help, ", or browse by ", ...listed(browse), "."));
  return node;
}

function abridged(query: string): string {
  return query.length > LONGEST_HEADING ? `${query.slice(0, LONGEST_HEADING)}…` : query;
}

/** Each filter that excludes all stories, as a link to the search without it. */
function looserSearches(searches: readonly LooserSearch[], state: SearchState): readonly HTMLElement[] {
  const items = searches.map(({ dropped, query, filters, count }) => {
    const link = queryLink(dropped === "" ? "any filter" : dropped, { ...state, query, filters });
    return element("li", {}, "without ", dropped === "" ? link : element("q", {}, link), `: ${storiesLabel(count)}`);
  });
  return [
    element("p", {}, "Stories have these words, but the filters leave them all out:"),
    element("ul", { class: "search-choices" }, ...items),
  ];
}

/** For each word that no story has, the nearest words that stories have. */
export function correctionsNode(corrections: readonly Correction[], state: SearchState): HTMLElement {
  const sentences = corrections.map(({ written, nearest }) => {
    const links = nearest.map(({ label, query, count }) =>
      element("span", {}, queryLink(label, { ...state, query }), ` (${countLabel(count)})`),
    );
    return element("p", { class: "search-note" }, "No story has ", quoted(written), ". The nearest words: ", ...listed(links), ".");
  });
  return element("div", { class: "search-corrections" }, ...sentences);
}

/** The state after files of the index could not be loaded. */
export function errorState(retry: () => void): HTMLElement {
  const offline = !navigator.onLine && location.protocol !== "file:";
  const button = element("button", { class: "button", type: "button" }, "Try again");
  button.addEventListener("click", retry);
  return element(
    "div",
    { class: "search-state" },
    element("h2", {}, offline ? "You are offline" : "The search index did not load"),
    element(
      "p",
      {},
      offline
        ? "Search needs parts of the index that are not on this device yet. Connect and try again."
        : "A file of the index is missing or the connection broke. Pages and lists still work.",
    ),
    button,
  );
}
