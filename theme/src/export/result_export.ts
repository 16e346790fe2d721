/** A whole list of results in one of the formats. */

import type { Hit, StoredDocument } from "../search/types.ts";
import { BIBTEX } from "./bibtex.ts";
import { type ExportFormat, citationOf } from "./citation.ts";
import { CSV } from "./csv.ts";
import { JSON_LINES } from "./json_lines.ts";
import { RIS } from "./ris.ts";

export const EXPORT_FORMATS: readonly ExportFormat[] = [CSV, RIS, BIBTEX, JSON_LINES];

/** Stories loaded at a time; chosen by eye: progress shows, and loading can be stopped between. */
const SLICE = 50;

/** Where stories are loaded from: the search engine. */
export interface DocumentSource {
  document(number: number): Promise<StoredDocument>;
}

export interface ExportRequest {
  readonly source: DocumentSource;
  /** All stories of the result, in its order. */
  readonly hits: readonly Hit[];
  readonly format: ExportFormat;
  /** Absolute address of the site's root; "" if it has none. */
  readonly base: string;
}

/**
 * Writes every story of a result, loading them slice by slice.
 *
 * @param onProgress called with the number of stories written so far.
 * @returns the parts of the file in their order.
 * @throws SearchError if a story cannot be loaded; the signal's reason if it was aborted.
 */
export async function exportResult(
  { source, hits, format, base }: ExportRequest,
  onProgress: (written: number) => void,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const parts = [format.head];
  for (let start = 0; start < hits.length; start += SLICE) {
    signal.throwIfAborted();
    const slice = hits.slice(start, start + SLICE);
    const stories = await Promise.all(slice.map((hit) => source.document(hit.document)));
    parts.push(...stories.map((story) => format.entry(citationOf(story, base))));
    onProgress(start + slice.length);
  }
  signal.throwIfAborted();
  return parts;
}
