/** Marks the words of a search in a story that was opened from its results. */

import type { Segment } from "../../search/types.ts";
import { element } from "../page/element.ts";
import { countLabel } from "../page/labels.ts";
import { markedText } from "../page/marked_text.ts";
import type { OpenEngine } from "./engine_loader.ts";

const PARAMETER = "found";
/** Most terms in an address: a pattern may match thousands; chosen by eye: 40 are some 400 characters. */
const MOST_TERMS = 40;
const PLACES = "article > h1, article > p, .article-body";

/** The fragment of a link to a story by which `markFoundWords` marks the terms there; "" without terms. */
export function foundFragment(terms: readonly string[]): string {
  if (terms.length === 0) return "";
  return `#${new URLSearchParams({ [PARAMETER]: terms.slice(0, MOST_TERMS).join(" ") })}`;
}

/** The terms of a fragment. */
export function foundTerms(fragment: string): readonly string[] {
  const text = new URLSearchParams(fragment.replace(/^#/, "")).get(PARAMETER) ?? "";
  return text.split(" ").filter((term) => term !== "");
}

/** Marks the terms of the page's address and scrolls to the first; does nothing without terms. */
export async function markFoundWords(openEngine: OpenEngine): Promise<void> {
  const terms = foundTerms(location.hash);
  const article = document.querySelector("article");
  if (terms.length === 0 || article === null) return;
  const engine = await openEngine();
  for (const place of article.querySelectorAll(PLACES)) {
    for (const node of textNodes(place)) markIn(node, engine.mark(node.data, terms));
  }
  const marks = article.querySelectorAll("mark");
  if (marks.length === 0) return;
  article.querySelector("article > ul")?.before(bar(article, marks.length));
  const first = article.querySelector(".article-body mark") ?? marks[0];
  first?.scrollIntoView({ block: "center" });
}

function textNodes(place: Element): readonly Text[] {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

function markIn(node: Text, segments: readonly Segment[]): void {
  if (segments.some(({ marked }) => marked)) node.replaceWith(...markedText(segments));
}

/** A line that says how many words are marked, with a button that removes the marks. */
function bar(article: Element, count: number): HTMLElement {
  const button = element("button", { class: "button", type: "button" }, "Remove the marks");
  const words = count === 1 ? "word" : "words";
  const node = element("p", { class: "found-words", role: "status" }, `${countLabel(count)} ${words} of your search marked. `, button);
  button.addEventListener("click", () => {
    for (const mark of article.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
    article.normalize();
    node.remove();
    history.replaceState(history.state, "", location.pathname + location.search);
  });
  return node;
}
