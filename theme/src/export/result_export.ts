/** A whole list of stories in one of the formats. */

import { BIBTEX } from "./bibtex.ts";
import type { Citation, ExportFormat } from "./citation.ts";
import { CSV } from "./csv.ts";
import { JSON_LINES } from "./json_lines.ts";
import { RIS } from "./ris.ts";

export const EXPORT_FORMATS: readonly ExportFormat[] = [CSV, RIS, BIBTEX, JSON_LINES];

/** Stories loaded at a time; chosen by eye: progress shows, and loading can be stopped between. */
const SLICE = 50;

/** A list of stories that can be saved. */
export interface CitationList {
  readonly size: number;
  /** What the file is called, without its ending. */
  readonly fileName: string;
  /** The stories from one place to before another. */
  citations(start: number, end: number): Promise<readonly Citation[]>;
}

export interface ExportRequest {
  readonly list: CitationList;
  readonly format: ExportFormat;
}

/**
 * Writes every story of a list, loading them slice by slice.
 *
 * @param onProgress called with the number of stories written so far.
 * @returns the parts of the file in their order.
 * @throws SearchError if a story cannot be loaded; the signal's reason if it was aborted.
 */
export async function exportResult(
  { list, format }: ExportRequest,
  onProgress: (written: number) => void,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const parts = [format.head];
  for (let start = 0; start < list.size; start += SLICE) {
    signal.throwIfAborted();
    const end = Math.min(start + SLICE, list.size);
    parts.push(...(await list.citations(start, end)).map((citation) => format.entry(citation)));
    onProgress(end);
  }
  signal.throwIfAborted();
  return parts;
}
