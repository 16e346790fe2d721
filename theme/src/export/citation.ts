/** What a saved list says about a story, in all formats. */

import type { StoredDocument, StoredTag } from "../search/types.ts";

export interface Citation {
  /** Path of the story's page from the site's root. */
  readonly path: string;
  /** A name that is unique in the archive. */
  readonly key: string;
  readonly title: string;
  readonly authors: readonly string[];
  /** "" if unknown. */
  readonly source: string;
  /** ISO 8601 day; "" if undated. */
  readonly date: string;
  /** "exact", "inferred" or "unknown". */
  readonly dated: string;
  /** Where the story was published; "" if unknown. */
  readonly original: string;
  /** Address of the story's page in the archive; "" for an archive without an address. */
  readonly page: string;
  readonly people: readonly StoredTag[];
  readonly countries: readonly StoredTag[];
  readonly organizations: readonly StoredTag[];
}

/** A format that a list of results can be saved in. */
export interface ExportFormat {
  readonly name: string;
  /** Programs that read it. */
  readonly use: string;
  /** Extension of the file's name, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** What comes before the first story. */
  readonly head: string;
  /** The text of one story, with its line ends. */
  entry(citation: Citation): string;
}

/** What separates the persons of a byline; a comma before "Jr" and the like is part of a name. */
const AUTHOR_SEPARATOR = /\s*(?:,(?!\s*(?:jr|sr|ii|iii|iv)\b)|\s(?:and|&)\s)\s*/iu;

/** What separates them where a semicolon does: "Holt, Karin; Bell, Nora". */
const LIST_SEPARATOR = /\s*(?:;|\s(?:and|&)\s)\s*/iu;

/**
 * The citation of a story.
 *
 * @param base absolute address of the site's root, which ends in a slash; "" if it has none.
 */
export function citationOf(story: StoredDocument, base: string): Citation {
  return {
    path: story.path,
    key: story.path.replace(/^.*\//, "").replace(/\.html$/, ""),
    title: story.title,
    authors: authorsIn(story.author),
    source: story.source,
    date: story.date,
    dated: story.dated,
    original: story.url,
    page: base === "" ? "" : new URL(story.path, base).href,
    people: story.people,
    countries: story.countries,
    organizations: story.organizations,
  };
}

/** The headings of all tags: people, countries, organizations. */
export function keywords({ people, countries, organizations }: Citation): readonly string[] {
  return [...people, ...countries, ...organizations].map((tag) => tag.name);
}

/** Text on one line, without control characters. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

/** The persons of a byline. */
function authorsIn(byline: string): readonly string[] {
  const separator = byline.includes(";") ? LIST_SEPARATOR : AUTHOR_SEPARATOR;
  return byline.split(separator).filter((name) => name !== "");
}
