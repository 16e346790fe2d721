/** What a saved list says about a story, in all formats. */

import type { Reason, StoredDocument, StoredTag, StoryEvidence } from "../search/types.ts";

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
  /** The countries that it is about. */
  readonly about: readonly StoredTag[];
  /** The other countries that it names. */
  readonly mentioned: readonly StoredTag[];
  readonly organizations: readonly StoredTag[];
  /** The part of its text that matches best. */
  readonly excerpt: string;
  readonly reasons: readonly Reason[];
  /** Undefined for a story that was marked on its own page. */
  readonly search?: SavedSearch;
}

/** The search that found a story, so that a list can be checked and made again. */
export interface SavedSearch {
  /** What was typed. */
  readonly query: string;
  /** The filters in words. */
  readonly filters: readonly string[];
  /** Stories that it found. */
  readonly stories: number;
  /** The day of the search, ISO 8601. */
  readonly day: string;
  /** A digest of the archive's stories. */
  readonly index: string;
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
 * @param evidence what proves that it belongs to the list.
 * @param base absolute address of the site's root, which ends in a slash; "" if it has none.
 */
export function citationOf(
  story: StoredDocument,
  evidence: StoryEvidence,
  search: SavedSearch,
  base: string,
): Citation {
  const isAbout = ({ slug }: StoredTag): boolean => evidence.about.includes(slug);
  return {
    ...citedStory(story, base),
    path: story.path,
    key: citationKey(story.path),
    dated: story.dated,
    people: story.people,
    about: story.countries.filter(isAbout),
    mentioned: story.countries.filter((tag) => !isAbout(tag)),
    organizations: story.organizations,
    excerpt: evidence.excerpt,
    reasons: evidence.reasons,
    search,
  };
}

/** The name of the story with a page in the archive: that of the page. */
export function citationKey(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.html$/, "");
}

/** What a citation in words is made of. */
export type CitedStory = Pick<Citation, "authors" | "title" | "source" | "date" | "original" | "page">;

/** @param base absolute address of the site's root, which ends in a slash; "" if it has none. */
export function citedStory(story: StoredDocument, base: string): CitedStory {
  return {
    title: story.title,
    authors: authorsIn(story.author),
    source: story.source,
    date: story.date,
    original: story.url,
    page: base === "" ? "" : new URL(story.path, base).href,
  };
}

/** The headings of all tags: people, countries, organizations. */
export function keywords({ people, about, mentioned, organizations }: Citation): readonly string[] {
  return [...people, ...about, ...mentioned, ...organizations].map((tag) => tag.name);
}

/** How a story was found in one line: "Found by: ministers; Kenya; 8 stories; 2026-11-30; index 1a2b3c4d". */
export function searchLine(search: SavedSearch | undefined): string {
  if (search === undefined) return "Marked on its own page";
  const { query, filters, stories, day, index } = search;
  const count = `${stories} ${stories === 1 ? "story" : "stories"}`;
  return `Found by: ${[query, ...filters, count, day, `index ${index}`].filter((part) => part !== "").join("; ")}`;
}

/** The sentences that prove the filters in one line: "Kenya: The ministers of Kenya met." */
export function reasonsLine(reasons: readonly Reason[]): string {
  return reasons
    .filter(({ sentence }) => sentence !== "")
    .map(({ name, sentence }) => `${name}: ${sentence}`)
    .join(" | ");
}

/** Why a story is in the list, for formats that have notes alone: what proves the filters, and the search. */
export function findingNotes({ reasons, search }: Citation): readonly string[] {
  return [reasonsLine(reasons), searchLine(search)].filter((note) => note !== "");
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
