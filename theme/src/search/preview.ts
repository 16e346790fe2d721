/** Reads what results show of the best documents of terms; see `preview.py`. */

import { unpack } from "./packing.ts";
import { type DocumentPayload, readDocument } from "./stored_document.ts";
import type { StoredDocument } from "./types.ts";

/** For each term the term, the gaps between its documents, and what these show. */
export type PreviewsPayload = readonly (readonly [
  term: string,
  documents: string,
  shown: readonly DocumentPayload[],
])[];

/** The stored documents of each term by their numbers; their texts are passages. */
export function readPreviews(payload: PreviewsPayload): ReadonlyMap<string, ReadonlyMap<number, StoredDocument>> {
  return new Map(
    payload.map(([term, documents, shown]) => {
      let number = 0;
      const numbers = unpack(documents).map((gap) => (number += gap));
      return [term, new Map(shown.map((story, place) => [numbers[place] ?? 0, readDocument(story)]))];
    }),
  );
}
