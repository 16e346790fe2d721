/** Reads what a result shows of a story; see `stored_document.py`. */

import type { StoredDocument, StoredTag } from "../types.ts";

/** Documents in one file; the same number as in `stored_document.py`. */
export const BLOCK_SIZE = 4;

/** Slug, heading and, for a country that has one, code. */
type TagPayload = readonly [string, string] | readonly [string, string, string];

export type DocumentPayload = readonly [
  path: string,
  title: string,
  date: string,
  dated: string,
  source: string,
  author: string,
  url: string,
  people: readonly TagPayload[],
  countries: readonly TagPayload[],
  organizations: readonly TagPayload[],
  text: string,
];

/** The document that a payload holds. */
export function readDocument(payload: DocumentPayload): StoredDocument {
  const [path, title, date, dated, source, author, url, people, countries, organizations, text] = payload;
  return {
    path,
    title,
    date,
    dated,
    source,
    author,
    url,
    people: readTags(people, "people"),
    countries: readTags(countries, "countries"),
    organizations: readTags(organizations, "organizations"),
    text,
  };
}

function readTags(tags: readonly TagPayload[], folder: string): StoredTag[] {
  return tags.map(([slug, name, code]) => ({
    name,
    slug,
    path: `${folder}/${slug}.html`,
    ...(code === undefined ? {} : { code }),
  }));
}
