/** What there is to say of the names in a query: unknown ones, and those that fit several headings. */

import type { HeadingNames } from "./heading_names.ts";
import type { Alternative, Condition, FilterCriterion } from "./query.ts";
import type { FacetCount, OtherQuery, SearchNote } from "./types.ts";

const MOST_NEAREST = 5;

/** @param text The query as it is written. */
export function nameNotes(
  conditions: readonly Condition[],
  text: string,
  names: HeadingNames | undefined,
): readonly SearchNote[] {
  if (names === undefined) return [];
  return conditions.flatMap(({ alternatives }) =>
    alternatives.flatMap((alternative) => {
      const { criterion } = alternative;
      return criterion.kind === "filter" ? noteOf(criterion, alternative, text, names) : [];
    }),
  );
}

function noteOf(
  { facet, name }: FilterCriterion,
  alternative: Alternative,
  text: string,
  names: HeadingNames,
): readonly SearchNote[] {
  const { headings, isExact } = names.resolve(facet, name);
  if (headings.length === 0) {
    const nearest = names.nearest(facet, name, MOST_NEAREST).map((heading) => renamed(heading, alternative, text));
    return [{ kind: "unknown-name", facet, name, nearest }];
  }
  if (isExact || headings.length === 1) return [];
  return [{ kind: "several-names", facet, name, labels: headings.map(({ label }) => label) }];
}

/** The query with another heading in the place of a name. */
function renamed({ label }: FacetCount, { start, end }: Alternative, text: string): OtherQuery {
  const field = /^[+-]?\p{L}+:/u.exec(text.slice(start, end))?.[0] ?? "";
  const query = `${text.slice(0, start)}${field}"${label.replaceAll('"', "")}"${text.slice(end)}`;
  return { label, query };
}
