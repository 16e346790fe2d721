/** The citation of the story that a page shows, made of the page, so that its reader can mark it. */

import { type Citation, citationKey } from "../../export/citation.ts";
import type { StoredTag } from "../../search/types.ts";
import { citedPage } from "../page/page_citation.ts";

/** Characters of the excerpt, at most; as many as a result shows. */
const EXCERPT_LENGTH = 220;

/**
 * The citation.
 *
 * @param path of the page from the site's root.
 */
export function pageClipping(path: string): Citation {
  const countries = [...document.querySelectorAll(".names-country > li")];
  const cited = citedPage();
  // A page says how sure its date is only where there is a doubt.
  const doubt = document.querySelector("article > ul .certainty")?.textContent.split(" ")[0];
  return {
    ...cited,
    path,
    key: citationKey(path),
    dated: doubt ?? (cited.date === "" ? "unknown" : "exact"),
    people: tagsOf(document.querySelectorAll(".names-person > li")),
    about: tagsOf(countries.filter(isAbout)),
    mentioned: tagsOf(countries.filter((entry) => !isAbout(entry))),
    organizations: tagsOf(document.querySelectorAll(".names-organization > li")),
    excerpt: excerpt(),
    reasons: [],
  };
}

function isAbout(entry: Element): boolean {
  return entry.querySelector(":scope > em") !== null;
}

/** The tags of entries of the index card. */
function tagsOf(entries: Iterable<Element>): readonly StoredTag[] {
  return [...entries].flatMap((entry) => {
    const link = entry.querySelector("a");
    if (link === null) return [];
    const path = (link.getAttribute("href") ?? "").replace(/^(?:\.\.\/)+/, "");
    const code = link.dataset["code"];
    const tag = { name: link.querySelector("bdi")?.textContent ?? "", slug: citationKey(path), path };
    return [code === undefined ? tag : { ...tag, code }];
  });
}

/** The beginning of the text, up to the end of a word. */
function excerpt(): string {
  const blocks = [...(document.querySelector(".article-body")?.children ?? [])].map((block) => block.textContent);
  const text = blocks.join(" ").replace(/\s+/g, " ").trim();
  return text.length <= EXCERPT_LENGTH ? text : `${text.slice(0, EXCERPT_LENGTH).replace(/\s\S*$/, "")}…`;
}
