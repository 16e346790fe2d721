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

/** The document that a payload holds. @param way to the root of its site, before all paths. */
export function readDocument(payload: DocumentPayload, way = ""): StoredDocument {
  const [path, title, date, dated, source, author, url, people, countries, organizations, text] = payload;
  return {
    path: way + path,
    title,
    date,
    dated,
    source,
    author,
    url,
    people: people.map((tag) => readTag("person", tag, way)),
    countries: countries.map((tag) => readTag("country", tag, way)),
    organizations: organizations.map((tag) => readTag("organization", tag, way)),
    text,
  };
}

/** The tag that a payload holds. @param way to the root of its site. */
export function readTag(kind: PagedKind, payload: TagPayload, way = ""): StoredTag {
  const [name, written, code] = typeof payload === "string" ? [payload] : payload;
  const slug = slugOf(written, name);
  const path = way + namePath(kind, slug, code !== 0);
  return { name, slug, path, ...(code ? { code } : {}) };
}
