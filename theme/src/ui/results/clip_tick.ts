/** The tick that marks a story, below a result and on the story's own page. */

import type { Citation } from "../../export/citation.ts";
import { element } from "../page/element.ts";
import type { Clippings } from "./clippings.ts";

/** What the tick marks. */
export interface Clippable {
  /** Path of the story's page from the site's root. */
  readonly path: string;
  readonly title: string;
  /** Makes its citation when the reader marks it. */
  readonly citation: () => Promise<Citation>;
}

export function clipTick({ path, title, citation }: Clippable, clippings: Clippings): HTMLLabelElement {
  const text = element("span", {}, "Clip");
  const name = element("span", { class: "visually-hidden" }, ` “${title}”`);
  const box = element("input", { type: "checkbox", checked: clippings.has(path) });
  const refuse = (reason: string): void => {
    box.checked = false;
    text.textContent = reason;
  };
  box.addEventListener("change", () => {
    if (!box.checked) {
      clippings.remove(path);
      return;
    }
    citation().then(
      (made) => {
        if (box.checked && !clippings.add(made)) refuse("No room on this device");
      },
      (error: unknown) => {
        console.warn("not clipped:", error);
        refuse("Could not load it: try again");
      },
    );
  });
  return element("label", { class: "clip-tick" }, box, text, name);
}
