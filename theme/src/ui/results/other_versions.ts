/** The line "and 3 other versions" below a result, a button that shows and hides them. */

import type { Hit, SearchResponse } from "../../search/types.ts";
import { element } from "../page/element.ts";
import { countLabel } from "../page/labels.ts";
import { type ResultContext, resultItem } from "./result_item.ts";

/**
 * The line and the list that it shows.
 *
 * @param others the versions of the story without the best, at least one.
 * @param matched the terms and phrases of the search's response.
 */
export function otherVersions(
  others: readonly Hit[],
  matched: Pick<SearchResponse, "terms" | "phrases">,
  context: ResultContext,
): HTMLElement {
  const label = otherVersionsLabel(others.length);
  const button = element("button", { class: "result-versions-button", type: "button", "aria-expanded": "false" }, label);
  const list = element("ol", { class: "result-versions-list" });
  const show = async (): Promise<void> => {
    const numbers = others.map((hit) => hit.document);
    const stories = await context.engine.documents(numbers, matched);
    list.replaceChildren(...stories.map((story, place) => resultItem(numbers[place] ?? 0, story, context, "h3")));
    button.textContent = label;
    button.setAttribute("aria-expanded", "true");
  };
  button.addEventListener("click", () => {
    if (list.childElementCount > 0) {
      list.replaceChildren();
      button.setAttribute("aria-expanded", "false");
      return;
    }
    show().catch((error: unknown) => {
      console.warn("no versions:", error);
      button.textContent = "Could not load them: try again";
    });
  });
  return element("div", { class: "result-versions" }, button, list);
}

/** 1 -> "and 1 other version", 3 -> "and 3 other versions". */
export function otherVersionsLabel(count: number): string {
  return `and ${countLabel(count)} other ${count === 1 ? "version" : "versions"}`;
}
