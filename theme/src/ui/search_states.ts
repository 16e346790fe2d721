/** What the search page says when it has no stories to show. */

import { element } from "./element.ts";
import { formatState, type SearchState } from "./url_state.ts";

const HELP: readonly (readonly [string, string])[] = [
  ["treaty", "stories with the word, best first"],
  ["title:treaty", "the word in the headline; also text, people, countries, organizations, source"],
  ["+treaty -trade", "with the first word, without the second"],
  ["elect*", "words that begin like this"],
  ["mandella~1", "words that differ by one letter"],
];

/** Before anything is asked for: how to ask. */
export function startState(): HTMLElement {
  const rows = HELP.map(([query, meaning]) =>
    element(
      "div",
      {},
      element("dt", {}, queryLink(query)),
      element("dd", {}, meaning),
    ),
  );
  return element(
    "div",
    { class: "search-state" },
    element("h2", {}, "What to type"),
    element("p", {}, "A name, a country, a word of a headline. Results come from the second letter on."),
    element("dl", { class: "search-help" }, ...rows),
  );
}

/** Nothing found: what to try next. */
export function nothingFoundState(
  state: SearchState,
  root: string,
  clearFilters: (() => void) | undefined,
): HTMLElement {
  const query = state.query.trim();
  const node = element(
    "div",
    { class: "search-state" },
    element(
      "h2",
      {},
      ...(query ? ["No story matches “", element("bdi", {}, query), "”"] : ["No story passes these filters"]),
    ),
  );
  const similar = similarSpelling(query);
  if (similar) {
    node.append(element("p", {}, "Look for similar spellings: ", queryLink(similar), "."));
  }
  const browse = [
    ["people", "people/index.html"],
    ["countries", "countries/index.html"],
    ["dates", "dates/index.html"],
  ].map(([label, path]) => element("a", { href: `${root}${path}` }, label ?? ""));
  node.append(
    element("p", {}, "Try fewer or other words, or browse by ", ...separated(browse), "."),
  );
  if (clearFilters) {
    const button = element("button", { class: "button", type: "button" }, "Search without filters");
    button.addEventListener("click", clearFilters);
    node.append(button);
  }
  return node;
}

/** The search data could not be loaded. */
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

/** A plain word or several, each allowed to differ by one letter; "" if the query has syntax. */
function similarSpelling(query: string): string {
  const words = query.split(/\s+/).filter((word) => word !== "");
  const plain = words.every((word) => /^[\p{L}\p{N}'’-]{3,}$/u.test(word) && !word.startsWith("-"));
  return plain ? words.map((word) => `${word}~1`).join(" ") : "";
}

function queryLink(query: string): HTMLAnchorElement {
  const state: SearchState = {
    query,
    filters: { person: [], country: [], organization: [], source: [], year: [] },
    sort: "relevance",
  };
  return element("a", { href: formatState(state) }, element("bdi", {}, query));
}

/** a, b or c. */
function separated(nodes: readonly Node[]): readonly (Node | string)[] {
  return nodes.flatMap((node, position) => {
    if (position === 0) return [node];
    return [position === nodes.length - 1 ? " or " : ", ", node];
  });
}
