/** Quotes the sentence that proves a tag from the story's text, when a reader asks why. */

import { element } from "./element.ts";

/** Watches the links from a story's card to the paragraphs with the sentences. */
export function quoteEvidence(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".index-card a[data-at]")) {
    const details = link.closest("details") ?? opening(link);
    details.addEventListener("toggle", () => quote(link), { once: true });
  }
}

/** Puts a link that says "why" itself into what a "why" opens. */
function opening(link: HTMLAnchorElement): HTMLDetailsElement {
  const details = element("details", {}, element("summary", {}, link.textContent));
  link.replaceWith(details);
  link.textContent = `paragraph ${link.hash.slice(2)}`;
  details.append(link);
  return details;
}

function quote(link: HTMLAnchorElement): void {
  const paragraph = document.getElementById(link.hash.slice(1));
  const [start = 0, length = 0] = (link.dataset["at"] ?? "").split("-").map(Number);
  // Characters, not UTF-16 code units; each run of white space is one of them.
  const text = [...(paragraph?.textContent ?? "").trim().replace(/\s+/g, " ")];
  link.before(element("blockquote", {}, text.slice(start, start + length).join("")));
}
