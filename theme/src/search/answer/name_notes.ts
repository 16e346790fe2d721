/** Notes about the names in a query: unknown names, and names that match several headings. */

import type { HeadingNames } from "../index/heading_names.ts";
import type { Pace } from "../pace.ts";
import { FACET_KINDS } from "../query/facet_kind.ts";
import { fieldOf } from "../query/field_name.ts";
import { type Alternative, alternativesOf, type Condition, type FilterCriterion } from "../query/query.ts";
import type { FacetCount, OtherQuery, SearchNote } from "../types.ts";

/** Most names offered for an unknown one; chosen by eye: one line. */
const MOST_NEAREST = 5;

/**
 * Notes about the names that the conditions filter by.
 *
 * @param text The query as it is written.
 */
export async function nameNotes(
  conditions: readonly Condition[],
  text: string,
  names: HeadingNames | undefined,
  pace: Pace,
): Promise<readonly SearchNote[]> {
  const notes: SearchNote[] = [];
  for (const alternative of alternativesOf(conditions)) {
    const { criterion } = alternative;
    if (names === undefined || criterion.kind !== "filter") continue;
    notes.push(...(await notesOf(criterion, alternative, text, names, pace)));
  }
  return notes;
}

async function notesOf(
  { facet, name }: FilterCriterion,
  alternative: Alternative,
  text: string,
  names: HeadingNames,
  pace: Pace,
): Promise<readonly SearchNote[]> {
  const { headings, isExact } = names.resolve(facet, name);
  if (headings.length === 0) {
    const found = await names.nearest(facet, name, MOST_NEAREST, pace);
    return [{ kind: "unknown-name", facet, name, nearest: found.map((heading) => renamed(heading, alternative, text)) }];
  }
  if (isExact || headings.length === 1) return [];
  return [{ kind: "several-names", facet, name, labels: headings.map(({ label }) => label) }];
}

/** A note about the headings whose name is the whole query. */
export function headingNotes(text: string, names: HeadingNames): readonly SearchNote[] {
  const headings = FACET_KINDS.filter((kind) => kind !== "about").flatMap((kind) => {
    const found = names.resolve(kind, text);
    return found.isExact ? found.headings.map(({ label }) => ({ label, query: filterText(fieldOf(kind), label) })) : [];
  });
  return headings.length === 0 ? [] : [{ kind: "heading", name: text.trim(), headings }];
}

/** A filter as a reader would write it; a name alone within the brackets of a field. */
function filterText(field: string, label: string): string {
  return `${field === "" ? "" : `${field}:`}"${label.replaceAll('"', "")}"`;
}

/** The query with a name replaced by a heading. */
function renamed({ label }: FacetCount, { start, end }: Alternative, text: string): OtherQuery {
  const field = /^[+-]?\p{L}+(?=:)/u.exec(text.slice(start, end))?.[0] ?? "";
  return { label, query: text.slice(0, start) + filterText(field, label) + text.slice(end) };
}
