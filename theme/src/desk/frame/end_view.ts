/** What a list shows when nothing is open in it. */

import { element } from "../../ui/page/element.ts";

export function endView(title: string, text: string): HTMLElement {
  return element(
    "section",
    { class: "search-state" },
    element("h1", { class: "proof-heading", tabindex: -1 }, title),
    element("p", {}, text),
  );
}
