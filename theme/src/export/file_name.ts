/** What the file of a saved list is called. */

import type { SavedSearch } from "./citation.ts";

/** Longest name of a file without day and ending; longer ones are cut off in most lists of files. */
const LONGEST_NAME = 60;

/** The name of a file that says the search: "oil-prices-kenya-2026-11-30". */
export function fileNameOf({ query, filters, day }: SavedSearch): string {
  const words = [query, ...filters].join(" ").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? ["stories"];
  const name = [...words.join("-")].slice(0, LONGEST_NAME).join("");
  return `${name}-${day}`;
}

/** The reader's day, ISO 8601. */
export function today(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
