/** The tick on a story's own page. */

import type { Citation } from "../../export/citation.ts";
import { element } from "../page/element.ts";
import { pagePath } from "../page/page_citation.ts";
import { clipTick } from "./clip_tick.ts";
import type { Clippings } from "./clippings.ts";

/** Adds the tick to a story's page. @param root relative way to the site's root. */
export function offerClip(clippings: Clippings, root: string): void {
  const path = pagePath(root);
  const title = document.querySelector("h1")?.textContent ?? "";
  const citation = async (): Promise<Citation> => (await import("./page_clipping.ts")).pageClipping(path);
  document.querySelector("article > ul")?.append(element("li", {}, clipTick({ path, title, citation }, clippings)));
}
