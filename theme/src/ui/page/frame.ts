/** What each page has around it that would otherwise stand in every file: colours and names. */

import { element } from "./element.ts";

/** Gives the browser's frame the colour of the paper, in the light and in the dark. */
export function colourFrame(): void {
  const meta = element("meta", { name: "theme-color" });
  const colour = (): void => {
    meta.content = getComputedStyle(document.documentElement).backgroundColor;
  };
  colour();
  document.head.append(meta);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", colour);
}

/** Says to screen readers what each "why" of a story's card, and each difference, belongs to. */
export function nameSummaries(): void {
  for (const summary of document.querySelectorAll(".index-card li summary")) {
    const name = summary.closest("li")?.querySelector("bdi")?.textContent ?? "";
    summary.setAttribute("aria-label", `why ${name}`);
  }
  for (const summary of document.querySelectorAll(".difference summary")) {
    const title = summary.closest("li")?.querySelector("h3")?.textContent ?? "";
    summary.setAttribute("aria-label", `Differences between this text and “${title}”`);
  }
}
