/** Reads what results show of the best documents of terms; see `preview.py`. */

import type { StoredDocument, StoredTag } from "../types.ts";
import type { PagedKind } from "./name_path.ts";
import { PackedNumbers, unpack } from "./packing.ts";
import { plainSlug } from "./plain_slug.ts";
import { readTag, type TagPayload } from "./stored_document.ts";

/** Ends a day of which the source is not sure; the same character as in `preview.py`. */
const INFERRED = "~";

/** What is shown of a document; its numbers are places in the tables of the file. */
type ShownPayload = readonly [
  title: string,
  address: string,
  day: string,
  numbers: string,
  passage: string,
  author?: string,
  url?: string,
];

/** For each term: the term, the gaps between its documents counted from the oldest, and what is shown of them. */
type PreviewPayload = readonly [term: string, documents: string, shown: readonly ShownPayload[]];

/** Sources and tags of the file's documents, each once, and the previews. */
export type PreviewsPayload = readonly [
  sources: readonly string[],
  tags: readonly TagPayload[],
  previews: readonly PreviewPayload[],
];

/**
 * The stored documents of each term by their numbers; their texts are passages.
 *
 * @param count number of documents in the index.
 */
export function readPreviews(
  [sources, tags, previews]: PreviewsPayload,
  count: number,
): ReadonlyMap<string, ReadonlyMap<number, StoredDocument>> {
  return new Map(
    previews.map(([term, documents, shown]) => {
      let number = count - 1;
      const numbers = unpack(documents).map((gap) => (number -= gap));
      return [term, new Map(shown.map((story, place) => [numbers[place] ?? 0, readShown(story, sources, tags)]))];
    }),
  );
}

function readShown(
  [title, address, day, numbers, text, author = "", url = ""]: ShownPayload,
  sources: readonly string[],
  tags: readonly TagPayload[],
): StoredDocument {
  const packed = new PackedNumbers(numbers);
  const source = sources[packed.next() - 1] ?? "";
  const tagsOf = (kind: PagedKind): readonly StoredTag[] =>
    Array.from({ length: packed.next() }, () => readTag(kind, tags[packed.next()] ?? ""));
  const isInferred = day.endsWith(INFERRED);
  const date = isInferred ? day.slice(0, -INFERRED.length) : day;
  return {
    path: `articles/${slugOf(address, title)}.html`,
    title,
    date,
    dated: date === "" ? "unknown" : isInferred ? "inferred" : "exact",
    source,
    author,
    url,
    people: tagsOf("person"),
    countries: tagsOf("country"),
    organizations: tagsOf("organization"),
    text,
  };
}

/** The name of a story's page: how much it shares with that of its headline, then the rest. */
function slugOf(address: string, title: string): string {
  const packed = new PackedNumbers(address);
  return plainSlug(title).slice(0, packed.next()) + packed.rest;
}
