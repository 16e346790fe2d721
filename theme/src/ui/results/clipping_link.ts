/** The way to the marked stories, where there are any. */

import { element } from "../page/element.ts";
import { countLabel } from "../page/labels.ts";
import type { Clippings } from "./clippings.ts";

/** A link "Clippings (3)", hidden while nothing is marked. */
export function clippingLink(clippings: Clippings, root: string): HTMLAnchorElement {
  const link = element("a", { class: "clipping-link", href: `${root}clippings.html` });
  const show = (): void => {
    const count = clippings.list().length;
    link.textContent = `Clippings (${countLabel(count)})`;
    link.hidden = count === 0;
  };
  show();
  clippings.onChange(show);
  return link;
}
