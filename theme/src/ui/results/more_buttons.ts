/** The buttons below a list that is not whole: the next stories, and all. */

import { element } from "../page/element.ts";
import { countLabel } from "../page/labels.ts";

/** Stories added at a time: what a reader who goes through all of them looks at before a pause. */
export const STORIES_AT_EACH_STEP = 50;

/**
 * A row with the buttons; it goes when the list is whole.
 *
 * @param size how many results there are.
 * @param show lists the results up to a place.
 */
export function moreButtons(list: HTMLElement, size: number, show: (end: number) => Promise<void>): HTMLElement {
  const row = element("div", { class: "result-more" });
  const button = (text: string, end: () => number): HTMLButtonElement => {
    const node = element("button", { class: "button", type: "button" }, text);
    node.addEventListener("click", () => {
      const first = list.childElementCount;
      show(end()).then(
        () => {
          if (list.childElementCount < size) fill();
          else row.remove();
          list.children[first]?.querySelector("a")?.focus();
        },
        (error: unknown) => {
          console.warn("search failed:", error);
          node.textContent = "Could not load more: try again";
        },
      );
    });
    return node;
  };
  const fill = (): void => {
    const next = Math.min(size - list.childElementCount, STORIES_AT_EACH_STEP);
    row.replaceChildren(button(`Show ${countLabel(next)} more`, () => list.childElementCount + next));
    if (size - list.childElementCount > next) row.append(button(`Show all ${countLabel(size)}`, () => size));
  };
  fill();
  return row;
}
