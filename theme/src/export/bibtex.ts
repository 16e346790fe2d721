/** BibTeX in UTF-8, as biber and current styles read it. */

import { type Citation, type ExportFormat, findingNotes, keywords, oneLine } from "./citation.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Characters with a meaning in TeX. Braces become commands, because BibTeX counts braces even after
 * a backslash, and an unpaired one would swallow the entries that follow.
 */
const COMMANDS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "#": "\\#",
  $: "\\$",
  "%": "\\%",
  "&": "\\&",
  _: "\\_",
};

export const BIBTEX: ExportFormat = {
  name: "BibTeX",
  use: "LaTeX, JabRef",
  extension: "bib",
  mediaType: "application/x-bibtex",
  head: "",
  entry,
};

/** A story with a source is an article in it; `@article` requires a journal. */
function entry(citation: Citation): string {
  const { source, authors, original, page } = citation;
  const [year, month, day] = citation.date.split("-");
  const fields: readonly (readonly [string, string])[] = [
    ["title", braced(citation.title, true)],
    ["author", authors.length > 0 ? `{${authors.map(author).join(" and ")}}` : ""],
    ["journal", braced(source)],
    ["year", braced(year ?? "")],
    ["month", MONTHS[Number(month) - 1] ?? ""],
    ["day", day ? `{${Number(day)}}` : ""],
    ["url", address(original || page)],
    ["note", citation.dated === "inferred" ? braced("Date inferred") : ""],
    ["abstract", braced(citation.excerpt)],
    ["annote", braced(findingNotes(citation).join(" | "))],
    ["keywords", list(keywords(citation))],
  ];
  const lines = fields.filter(([, value]) => value !== "").map(([name, value]) => `  ${name} = ${value},\n`);
  return `@${source ? "article" : "misc"}{${citation.key},\n${lines.join("")}}\n\n`;
}

/** @param verbatim true to keep capitals as they are, whatever the style. */
function braced(text: string, verbatim = false): string {
  const escaped = escape(text);
  if (escaped === "") return "";
  return verbatim ? `{{${escaped}}}` : `{${escaped}}`;
}

/** Braces keep BibTeX from cutting a name at a comma or "and". */
function author(name: string): string {
  const escaped = escape(name);
  return /,|\band\b/i.test(escaped) ? `{${escaped}}` : escaped;
}

function list(values: readonly string[]): string {
  const escaped = values.map(escape).map((value) => (value.includes(",") ? `{${value}}` : value));
  return escaped.length > 0 ? `{${escaped.join(", ")}}` : "";
}

/** Addresses are not escaped; only characters that would end the field are encoded. */
function address(url: string): string {
  const safe = oneLine(url).replace(/[\\{} ]/g, encodeURIComponent);
  return safe === "" ? "" : `{${safe}}`;
}

function escape(text: string): string {
  return oneLine(text).replace(/[\\{}~^#$%&_]/g, (character) => COMMANDS[character] ?? character);
}
