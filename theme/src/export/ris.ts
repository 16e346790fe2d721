/** RIS, read by Zotero, EndNote and Mendeley: a tag and a value on each line. */

import { type Citation, type ExportFormat, findingNotes, keywords, oneLine } from "./citation.ts";

const LINE_END = "\r\n";

export const RIS: ExportFormat = {
  name: "RIS",
  use: "Zotero, EndNote, Mendeley",
  extension: "ris",
  mediaType: "application/x-research-info-systems",
  head: "",
  entry,
};

function entry(citation: Citation): string {
  const { date, original, page } = citation;
  const fields: readonly (readonly [string, string])[] = [
    ["TY", "NEWS"],
    ["ID", citation.key],
    ["TI", citation.title],
    ...citation.authors.map((name) => ["AU", starless(name)] as const),
    ["T2", citation.source],
    ["PY", date.slice(0, 4)],
    ["DA", date === "" ? "" : `${date.replaceAll("-", "/")}/`],
    ["UR", original || page],
    ["AB", citation.excerpt],
    ["N1", citation.dated === "inferred" ? "Date inferred" : ""],
    ...findingNotes(citation).map((note) => ["N1", note] as const),
    ...keywords(citation).map((name) => ["KW", starless(name)] as const),
  ];
  const lines = fields
    .map(([tag, value]) => [tag, oneLine(value)] as const)
    .filter(([, value]) => value !== "")
    .map(([tag, value]) => `${tag}  - ${value}${LINE_END}`);
  return `${lines.join("")}ER  - ${LINE_END}${LINE_END}`;
}

/** The format forbids asterisks in names and keywords. */
function starless(text: string): string {
  return text.replaceAll("*", "");
}
