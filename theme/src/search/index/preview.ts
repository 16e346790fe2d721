/** Reads what results show of the best documents of terms; see `preview.py`. */

import type { StoredDocument, StoredTag } from "../types.ts";
import type { PagedKind } from "./name_path.ts";
import { PackedNumbers, unpack } from "./packing.ts";
import { plainSlug } from "./plain_slug.ts";
import { readTag } from "./stored_document.ts";

/** Ends a day of which the source is not sure; the same character as in `preview.py`. */
const INFERRED = "~";

/** A term and the gaps between its documents, counted from the oldest. */
type PreviewPayload = readonly [term: string, documents: string];

/**
 * Sources of the file's documents, and their tags as stored documents have them, each once; the previews; then for the documents of all previews in turn
 * what is shown of them. Their numbers are places in the tables, an origin is author and address or nothing.
 */
export type PreviewsPayload = readonly [
  sources: readonly string[],
  headings: readonly string[],
  slugs: readonly string[],
  codes: readonly (string | 0)[],
  previews: readonly PreviewPayload[],
  titles: readonly string[],
  addresses: readonly string[],
  days: readonly string[],
  numbers: readonly string[],
  passages: readonly string[],
  origins: readonly (readonly string[])[],
];

/**
 * The stored documents of each term by their numbers; their texts are passages.
 *
 * @param count number of documents in the index.
 * @param way to the root of their site, before all paths.
 */
export function readPreviews(
  payload: PreviewsPayload,
  count: number,
  way = "",
): ReadonlyMap<string, ReadonlyMap<number, StoredDocument>> {
  let place = 0;
  return new Map(
    payload[4].map(([term, documents]) => {
      let number = count - 1;
      return [term, new Map(unpack(documents).map((gap) => [(number -= gap), readShown(payload, place++, way)]))];
    }),
  );
}

function readShown(
  [sources, headings, slugs, codes, , titles, addresses, days, numbers, passages, origins]: PreviewsPayload,
  place: number,
  way: string,
): StoredDocument {
  const title = titles[place] ?? "";
  const day = days[place] ?? "";
  const [author = "", url = ""] = origins[place] ?? [];
  const packed = new PackedNumbers(numbers[place] ?? "");
  const source = sources[packed.next() - 1] ?? "";
  const tagsOf = (kind: PagedKind): readonly StoredTag[] =>
    Array.from({ length: packed.next() }, () => {
      const tag = packed.next();
      return readTag(kind, [headings[tag] ?? "", slugs[tag] ?? "", codes[tag] ?? ""], way);
    });
  const isInferred = day.endsWith(INFERRED);
  const date = isInferred ? day.slice(0, -INFERRED.length) : day;
  return {
    path: `${way}articles/${slugOf(addresses[place] ?? "", title)}.html`,
    title,
    date,
    dated: date === "" ? "unknown" : isInferred ? "inferred" : "exact",
    source,
    author,
    url,
    people: tagsOf("person"),
    countries: tagsOf("country"),
    organizations: tagsOf("organization"),
    text: passages[place] ?? "",
  };
}

/** The name of a story's page: how much it shares with that of its headline, then the rest. */
function slugOf(address: string, title: string): string {
  const packed = new PackedNumbers(address);
  return plainSlug(title).slice(0, packed.next()) + packed.rest;
}
