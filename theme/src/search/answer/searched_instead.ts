/** What to search for instead of a word or name that no story has, where one near it is clearly meant. */

import type { HeadingNames } from "../index/heading_names.ts";
import type { SearchIndex } from "../index/search_index.ts";
import type { Pace } from "../pace.ts";
import { type Alternative, alternativesOf, type Condition, type FilterCriterion } from "../query/query.ts";
import type { SearchNote } from "../types.ts";
import type { Analysis } from "../words/analysis.ts";
import { correctionsOf, isClear } from "./correction.ts";
import { renamed } from "./name_notes.ts";

/** Names that are compared to find whether one is clear. */
const COMPARED = 2;

/** A query and why it is asked. */
export interface Instead {
  readonly query: string;
  readonly note: SearchNote;
}

/**
 * The query with the name or word that is clearly meant; undefined if there is none, or if more than
 * one is unknown.
 *
 * @param text The query as it is written.
 */
export async function searchedInstead(
  conditions: readonly Condition[],
  text: string,
  index: SearchIndex,
  analysis: Analysis,
  pace: Pace,
): Promise<Instead | undefined> {
  const name = await nameInstead(conditions, text, index, pace);
  if (name !== undefined) return name;
  const [correction, ...others] = await correctionsOf(text, index, analysis);
  const nearest = correction?.nearest[0];
  if (correction === undefined || nearest === undefined || others.length > 0 || !correction.isClear) return undefined;
  const { written, quoted } = correction;
  return { query: nearest.query, note: { kind: "searched-instead", written, label: nearest.label, query: quoted } };
}

async function nameInstead(
  conditions: readonly Condition[],
  text: string,
  index: SearchIndex,
  pace: Pace,
): Promise<Instead | undefined> {
  const filters = alternativesOf(conditions).filter(({ criterion }) => criterion.kind === "filter");
  if (filters.length === 0) return undefined;
  const names = await index.names();
  const [unknown, ...others] = filters.filter((alternative) => isUnknown(alternative, names));
  if (unknown === undefined || others.length > 0) return undefined;
  const { facet, name } = unknown.criterion as FilterCriterion;
  if (facet === "year") return undefined; // another number is another year, not a misspelt one
  const near = await names.nearest(facet, name, COMPARED, pace);
  const [heading] = near;
  if (heading === undefined || !isClear(near)) return undefined;
  const { query, label } = renamed(heading, unknown, text);
  return { query, note: { kind: "searched-instead", written: name, label, query: undefined } };
}

function isUnknown({ criterion }: Alternative, names: HeadingNames): boolean {
  return criterion.kind === "filter" && names.resolve(criterion.facet, criterion.name).headings.length === 0;
}
