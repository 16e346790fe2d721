/** The citation of the story that a page shows, from the metadata that reference managers read. */

import type { CitedStory } from "../../export/citation.ts";
import { copyCitationButton } from "./copy_citation.ts";
import { element } from "./element.ts";

/** Adds the button that copies the citation to a story's page. */
export function offerCitation(): void {
  const meta = document.querySelector("article > ul");
  meta?.append(element("li", {}, copyCitationButton(citedPage)));
}

/** The citation of the story that this page shows. */
export function citedPage(): CitedStory {
  return {
    title: contents("title")[0] ?? "",
    authors: contents("author"),
    source: contents("journal_title")[0] ?? "",
    date: (contents("publication_date")[0] ?? "").replaceAll("/", "-"),
    original: contents("public_url")[0] ?? "",
    page: pageAddress(),
  };
}

/** The values of one field of the metadata. */
function contents(field: string): readonly string[] {
  return [...document.querySelectorAll<HTMLMetaElement>(`meta[name=citation_${field}]`)].map(({ content }) => content);
}

/** The address of this page: in the published archive if that is known, else where it is; "" on disk. */
export function pageAddress(): string {
  const canonical = document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href;
  if (canonical !== undefined) return canonical;
  return location.protocol === "file:" ? "" : location.origin + location.pathname;
}

/** The path of this page from the site's root. @param root relative way to that. */
export function pagePath(root: string): string {
  return location.pathname.split("/").slice(-root.split("/").length).join("/");
}

/**
 * Has the printed page say its whole address, of a search with what was asked; from the disk its place in the site.
 *
 * @param root relative way to the site's root.
 */
export function printAddress(root: string): void {
  const line = element("p", { class: "print-only print-address" });
  document.querySelector("body > footer")?.append(line);
  const place = (): string => `${document.querySelector("body > header > a")?.textContent ?? ""}, ${pagePath(root)}`;
  const write = (): void => {
    line.textContent = (pageAddress() || place()) + location.search;
  };
  write();
  addEventListener("beforeprint", write);
}
