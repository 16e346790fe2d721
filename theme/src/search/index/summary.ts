/** The summary of an index: what another site needs to know of it before any other file; see `manifest.py`. */

import { FORMAT } from "./manifest.ts";
import { SearchError } from "./search_error.ts";

export const SUMMARY_PATH = "search/summary.js";

/** The day of the oldest dated document and that of the newest, from 0001-01-01 as day 1. */
export type Days = readonly [first: number, last: number];

export interface Summary {
  readonly documents: number;
  /** For each field the number of terms in all documents together. */
  readonly lengths: readonly number[];
  /** Number of documents that have a date. */
  readonly dated: number;
  /** Missing if none has. */
  readonly days?: Days;
  /** A digest of all stored documents. */
  readonly stories: string;
  /** A digest of the manifest. */
  readonly manifest: string;
}

/** @throws SearchError of kind `changed` if the payload is of another format. */
export function readSummary(payload: unknown): Summary {
  const { format, ...summary } = payload as Summary & { readonly format: number };
  if (format !== FORMAT) throw new SearchError("changed", SUMMARY_PATH);
  return summary;
}
