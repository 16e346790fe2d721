/** One JSON object a line, with the field names of `data/articles.jsonl`. */

import type { StoredTag } from "../search/types.ts";
import type { Citation, ExportFormat } from "./citation.ts";

export const JSON_LINES: ExportFormat = {
  name: "JSON Lines",
  use: "programs",
  extension: "jsonl",
  mediaType: "application/jsonl",
  head: "",
  entry: (citation) => `${ascii(JSON.stringify(record(citation)))}\n`,
};

function record(citation: Citation): object {
  const { path, page, title, date, dated, source, authors, original } = citation;
  return {
    path,
    page: page || undefined,
    title,
    date: date || null,
    dated,
    source,
    authors,
    url: original,
    people: citation.people.map(tag),
    about: citation.about.map(tag),
    mentioned: citation.mentioned.map(tag),
    organizations: citation.organizations.map(tag),
    excerpt: citation.excerpt,
    why: citation.reasons,
    search: citation.search,
  };
}

function tag({ name, code }: StoredTag): object {
  return { name, code };
}

/** The same JSON in ASCII, so that no other line convention (U+2028) can end a line early. */
function ascii(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
