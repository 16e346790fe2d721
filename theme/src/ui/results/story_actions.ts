/** What can be done with a story of a result: mark it, copy its citation. */

import { type Citation, citedStory } from "../../export/citation.ts";
import type { StoredDocument } from "../../search/types.ts";
import { copyCitationButton } from "../page/copy_citation.ts";
import { element } from "../page/element.ts";
import { clipTick } from "./clip_tick.ts";
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
  const { path, title } = story;
  const tick = clipTick({ path, title, citation: () => context.citation(number) }, context.clippings);
  const copy = copyCitationButton(() => citedStory(story, context.base));
  copy.append(element("span", { class: "visually-hidden" }, ` of “${title}”`));
  return element("p", { class: "result-actions" }, tick, copy);
}
