/** Reads what a result shows of a story; see `stored_document.py`. */

import type { StoredDocument, StoredTag } from "../types.ts";
import { namePath, type PagedKind } from "./name_path.ts";
import { slugOf } from "./plain_slug.ts";

/** Documents in one file; the same number as in `stored_document.py`. */
export const BLOCK_SIZE = 4;

/** The heading, or with it the slug unless it can be made of the heading, and a country's code; 0: no page. */
export type TagPayload = string | readonly [heading: string, slug: string, code?: string | 0];

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
    people: people.map((tag) => readTag("person", tag)),
    countries: countries.map((tag) => readTag("country", tag)),
    organizations: organizations.map((tag) => readTag("organization", tag)),
    text,
  };
}

/** The tag that a payload holds. */
export function readTag(kind: PagedKind, payload: TagPayload): StoredTag {
  const [name, written, code] = typeof payload === "string" ? [payload] : payload;
  const slug = slugOf(written, name);
  const path = namePath(kind, slug, code !== 0);
  return { name, slug, path, ...(code ? { code } : {}) };
}
