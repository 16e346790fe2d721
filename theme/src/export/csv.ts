/** Comma-separated values (RFC 4180) that spreadsheets open without asking for the format. */

import { type Citation, type ExportFormat, reasonsLine } from "./citation.ts";
import type { StoredTag } from "../search/types.ts";
import { guarded } from "./formula_guard.ts";

/** Without this mark Excel reads UTF-8 in the machine's own encoding. */
const BYTE_ORDER_MARK = "\ufeff";
const LINE_END = "\r\n";

const COLUMNS: readonly (readonly [name: string, value: (citation: Citation) => string])[] = [
  ["title", ({ title }) => title],
  ["date", ({ date }) => date],
  ["dated", ({ dated }) => dated],
  ["source", ({ source }) => source],
  ["authors", ({ authors }) => authors.join("; ")],
  ["people", ({ people }) => names(people)],
  ["about", ({ about }) => names(about)],
  ["mentioned", ({ mentioned }) => names(mentioned)],
  ["organizations", ({ organizations }) => names(organizations)],
  ["original", ({ original }) => original],
  ["page", ({ page, path }) => page || path],
  ["excerpt", ({ excerpt }) => excerpt],
  ["why", ({ reasons }) => reasonsLine(reasons)],
  ["query", ({ search }) => search?.query ?? ""],
  ["filters", ({ search }) => search?.filters.join("; ") ?? ""],
  ["stories", ({ search }) => String(search?.stories ?? "")],
  ["day", ({ search }) => search?.day ?? ""],
  ["index", ({ search }) => search?.index ?? ""],
];

export const CSV: ExportFormat = {
  name: "CSV",
  use: "spreadsheets",
  extension: "csv",
  mediaType: "text/csv",
  head: BYTE_ORDER_MARK + COLUMNS.map(([name]) => name).join(",") + LINE_END,
  entry: (citation) => COLUMNS.map(([, value]) => cell(value(citation))).join(",") + LINE_END,
};

function cell(value: string): string {
  const text = guarded(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function names(tags: readonly StoredTag[]): string {
  return tags.map((tag) => tag.name).join("; ");
}
