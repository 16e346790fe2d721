/** Reads what a result shows of a story; see `stored_document.py`. */

import type { StoredDocument, StoredTag } from "./types.ts";

/** Slug, heading and, for a country that has one, code. */
type TagPayload = readonly [string, string] | readonly [string, string, string];

export interface DocumentPayload {
  readonly path: string;
  readonly title: string;
  readonly date: string;
  readonly dated: string;
  readonly source: string;
  readonly author: string;
  readonly url: string;
  readonly people: readonly TagPayload[];
  readonly countries: readonly TagPayload[];
  readonly organizations: readonly TagPayload[];
  readonly text: string;
}

export function readDocument(payload: DocumentPayload): StoredDocument {
  return {
    ...payload,
    people: readTags(payload.people, "people"),
    countries: readTags(payload.countries, "countries"),
    organizations: readTags(payload.organizations, "organizations"),
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
