/** Notes about the names in a query: unknown names, and names that match several headings. */

import type { HeadingNames } from "../index/heading_names.ts";
import type { Pace } from "../pace.ts";
import { excluded, FACET_KINDS, type FacetKind } from "../query/facet_kind.ts";
import { fieldOf } from "../query/field_name.ts";
import { type Alternative, alternativesOf, type Condition, type FilterCriterion } from "../query/query.ts";
import type { FacetCount, OtherQuery, OtherSearch, SearchNote } from "../types.ts";

/** Most names offered for an unknown one; chosen by eye: one line. */
const MOST_NEAREST = 5;

/**
 * Notes about the names that the conditions filter by.
 *
 * @param asked The query as it is written, and the filters beside it.
 */
export async function nameNotes(
  conditions: readonly Condition[],
  asked: OtherSearch,
  names: HeadingNames | undefined,
  pace: Pace,
): Promise<readonly SearchNote[]> {
  const notes: SearchNote[] = [];
  for (const alternative of alternativesOf(conditions)) {
    const { criterion } = alternative;
    if (names === undefined || criterion.kind !== "filter") continue;
    const { headings, others } = names.resolve(criterion.facet, criterion.name);
    if (headings.length === 0) notes.push(await unknownName(criterion, alternative, asked.query, names, pace));
    if (headings.length + others.length < 2) continue;
    const sign = signOf(alternative, conditions);
    const choose = (chosen: readonly FacetCount[]): OtherSearch =>
      sign === undefined ? withNames(chosen, alternative, asked) : withFilters(chosen, criterion.facet, sign, alternative, asked);
    const all = [...headings, ...others].sort((a, b) => b.count - a.count);
    const choices = all.map((heading) => ({ label: heading.label, count: heading.count, ...choose([heading]) }));
    notes.push({ kind: "several-names", name: criterion.name, choices, all: choose(all), isAll: others.length === 0 });
  }
  return notes;
}

/** Whether stories must or must not have a name; undefined if that depends on other conditions. */
function signOf(alternative: Alternative, conditions: readonly Condition[]): "" | "-" | undefined {
  const condition = conditions.find(({ alternatives }) => alternatives.length === 1 && alternatives[0] === alternative);
  if (condition === undefined || condition.presence === "optional") return undefined;
  return condition.presence === "prohibited" ? "-" : "";
}

/** The search with a name as filters. */
function withFilters(
  headings: readonly FacetCount[],
  facet: FacetKind,
  sign: "" | "-",
  { start, end }: Alternative,
  { query, filters }: OtherSearch,
): OtherSearch {
  const values = headings.map(({ value }) => (sign === "-" ? excluded(value) : value));
  const rest = (query.slice(0, start) + query.slice(end)).replace(/\s+/g, " ").trim();
  return { query: rest, filters: { ...filters, [facet]: [...filters[facet], ...values] } };
}

/** The search with a name replaced by headings. */
function withNames(headings: readonly FacetCount[], alternative: Alternative, { query, filters }: OtherSearch): OtherSearch {
  const { start, end } = alternative;
  const written = headings.map((heading) => renamedUnit(heading, alternative, query));
  const text = written.length === 1 ? written.join("") : `(${written.join(" OR ")})`;
  return { query: query.slice(0, start) + text + query.slice(end), filters };
}

async function unknownName(
  { facet, name }: FilterCriterion,
  alternative: Alternative,
  text: string,
  names: HeadingNames,
  pace: Pace,
): Promise<SearchNote> {
  const found = await names.nearest(facet, name, MOST_NEAREST, pace);
  return { kind: "unknown-name", facet, name, nearest: found.map((heading) => renamed(heading, alternative, text)) };
}

/** A note about the headings whose name is the whole query. */
export function headingNotes(text: string, names: HeadingNames): readonly SearchNote[] {
  const headings = FACET_KINDS.filter((kind) => kind !== "about").flatMap((kind) => {
    const { exact } = names.resolve(kind, text);
    return exact.map(({ label }) => ({ label, query: filterText(fieldOf(kind), label) }));
  });
  return headings.length === 0 ? [] : [{ kind: "heading", name: text.trim(), headings }];
}

/** A filter as a reader would write it; a name alone within the brackets of a field. */
function filterText(field: string, label: string): string {
  return `${field === "" ? "" : `${field}:`}"${label.replaceAll('"', "")}"`;
}

/** The query with a name replaced by a heading. */
export function renamed(heading: FacetCount, alternative: Alternative, text: string): OtherQuery {
  const { start, end } = alternative;
  return { label: heading.label, query: text.slice(0, start) + renamedUnit(heading, alternative, text) + text.slice(end) };
}

function renamedUnit({ label }: FacetCount, { start, end }: Alternative, text: string): string {
  const [, sign = "", field = ""] = /^([+-]?)(?:(\p{L}+):)?/u.exec(text.slice(start, end)) ?? [];
  return sign + filterText(field, label);
}
