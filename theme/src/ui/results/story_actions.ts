/** What can be done with a story of a result: mark it, copy its citation. */

import { type Citation, citedStory } from "../../export/citation.ts";
import type { StoredDocument } from "../../search/types.ts";
import { copyCitationButton } from "../page/copy_citation.ts";
import { element } from "../page/element.ts";
import type { Clippings } from "./clippings.ts";

/** How the stories of one result are marked and cited. */
export interface ActionContext {
  readonly clippings: Clippings;
  /** Absolute address of the site's root; "" if it has none. */
  readonly base: string;
  /** The citation of a story of the result by its document number. */
  readonly citation: (number: number) => Promise<Citation>;
}

/** The line with the tick and the button. */
export function storyActions(number: number, story: StoredDocument, context: ActionContext): HTMLElement {
  const { clippings, base } = context;
  const text = element("span", {}, "Clip");
  const name = element("span", { class: "visually-hidden" }, ` “${story.title}”`);
  const box = element("input", { type: "checkbox", checked: clippings.has(story.path) });
  box.addEventListener("change", () => {
    if (!box.checked) {
      clippings.remove(story.path);
      return;
    }
    context.citation(number).then(
      (citation) => {
        if (box.checked && !clippings.add(citation)) refuse("No room on this device");
      },
      (error: unknown) => {
        console.warn("not clipped:", error);
        refuse("Could not load it: try again");
      },
    );
  });
  const refuse = (reason: string): void => {
    box.checked = false;
    text.textContent = reason;
  };
  const copy = copyCitationButton(() => citedStory(story, base));
  copy.append(element("span", { class: "visually-hidden" }, ` of “${story.title}”`));
  return element("p", { class: "result-actions" }, element("label", { class: "result-clip" }, box, text, name), copy);
}
