/** The recent searches as a section of the search page, with a button that erases them. */

import { element } from "../page/element.ts";
import type { RecentSearches } from "./recent_searches.ts";
import { EMPTY_STATE, formatState } from "./url_state.ts";

/** The section; undefined without recent searches. */
export function recentList(recent: RecentSearches): HTMLElement | undefined {
  const queries = recent.list();
  if (queries.length === 0) return undefined;
  const erase = element("button", { class: "button", type: "button" }, "Erase these searches");
  const items = queries.map((query) =>
    element(
      "li",
      {},
      element("a", { href: formatState({ ...EMPTY_STATE, query }) }, element("bdi", {}, query)),
    ),
  );
  const section = element(
    "section",
    { class: "search-recent", "aria-label": "Your last searches" },
    element("h2", {}, "Your last searches"),
    element("ul", { class: "plain-links" }, ...items),
    element("p", {}, "They are kept on this device and nowhere else."),
    erase,
  );
  erase.addEventListener("click", () => {
    recent.erase();
    section.remove();
  });
  return section;
}
