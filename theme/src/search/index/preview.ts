/** Reads what results show of the best documents of terms; see `preview.py`. */

import type { StoredDocument } from "../types.ts";
import { unpack } from "./packing.ts";
import { type DocumentPayload, readDocument } from "./stored_document.ts";

/** For each term: the term, the gaps between its documents counted from the oldest, and what is shown of them. */
export type PreviewsPayload = readonly (readonly [
  term: string,
  documents: string,
  shown: readonly DocumentPayload[],
])[];

/**
 * The stored documents of each term by their numbers; their texts are passages.
 *
 * @param count number of documents in the index.
 */
export function readPreviews(
  payload: PreviewsPayload,
  count: number,
): ReadonlyMap<string, ReadonlyMap<number, StoredDocument>> {
  return new Map(
    payload.map(([term, documents, shown]) => {
      let number = count - 1;
      const numbers = unpack(documents).map((gap) => (number -= gap));
      return [term, new Map(shown.map((story, place) => [numbers[place] ?? 0, readDocument(story)]))];
    }),
  );
}
