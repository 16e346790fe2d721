/** What can be left out of a search that found nothing, and how many stories are found without it. */

import type { Facets } from "../index/facets.ts";
import type { Pace } from "../pace.ts";
import { choicePrefix, FACET_KINDS, type FacetKind, type Filters, NO_FILTERS, valueOf } from "../query/facet_kind.ts";
import { type Condition, isRanking } from "../query/query.ts";
import type { Evaluation } from "../ranking/evaluation.ts";
import type { FacetCount, LooserSearch, SearchRequest } from "../types.ts";

/** A search with something left out, not counted yet. */
interface Draft {
  readonly dropped: string;
  readonly conditions: readonly Condition[];
  readonly filters: Filters;
}

/**
 * The searches without one filter, date or exclusion, most stories first; if none of them finds
 * anything, the search without all of these.
 *
 * @param conditions The conditions of the request's query.
 */
export async function looserSearches(
  conditions: readonly Condition[],
  request: SearchRequest,
  evaluation: Evaluation,
  facets: Facets,
  pace: Pace,
): Promise<readonly LooserSearch[]> {
  const count = async (draft: Draft): Promise<LooserSearch> => {
    const { hits } = await evaluation.evaluate(draft.conditions);
    const passing = await facets.filter(hits, draft.filters, pace);
    const gone = conditions.filter((condition) => !draft.conditions.includes(condition));
    const query = gone.reduceRight((text, condition) => without(condition, text), request.query);
    const { dropped, filters } = draft;
    return { dropped, query: query.replace(/\s+/g, " ").trim(), filters, count: passing.length };
  };
  const kinds = await withoutOneKind(conditions, request, facets, pace);
  const drafts = [...withoutOneCondition(conditions, request), ...kinds];
  const found: LooserSearch[] = [];
  for (const draft of drafts) found.push(await count(draft));
  const useful = found.filter(asksAndFinds).sort((a, b) => b.count - a.count);
  if (useful.length > 0 || drafts.length < 2) return useful;
  return [await count({ dropped: "", conditions: conditions.filter(isRanking), filters: NO_FILTERS })].filter(asksAndFinds);
}

/** Whether a search finds something and is not the empty search, which finds everything. */
function asksAndFinds({ query, filters, count }: LooserSearch): boolean {
  return count > 0 && (query !== "" || FACET_KINDS.some((kind) => filters[kind].length > 0));
}

function withoutOneCondition(conditions: readonly Condition[], { query, filters }: SearchRequest): readonly Draft[] {
  return conditions
    .filter((condition) => !isRanking(condition))
    .map((dropped) => ({
      dropped: textOf(dropped, query),
      conditions: conditions.filter((condition) => condition !== dropped),
      filters,
    }));
}

async function withoutOneKind(
  conditions: readonly Condition[],
  { filters }: SearchRequest,
  facets: Facets,
  pace: Pace,
): Promise<readonly Draft[]> {
  const counts = await facets.counts([], filters, pace);
  return FACET_KINDS.filter((kind) => filters[kind].length > 0).map((kind) => ({
    dropped: filters[kind].map((chosen) => choiceLabel(kind, chosen, counts[kind])).join(", "),
    conditions,
    filters: { ...filters, [kind]: [] },
  }));
}

function choiceLabel(kind: FacetKind, chosen: string, counts: readonly FacetCount[]): string {
  const named = counts.find(({ value }) => value === valueOf(chosen));
  return choicePrefix(kind, chosen) + (named?.label ?? valueOf(chosen));
}

/** The part of a query from which a condition was read. */
function textOf(condition: Condition, query: string): string {
  const { start, end } = placeOf(condition);
  return query.slice(start, end);
}

function without(condition: Condition, query: string): string {
  const { start, end } = placeOf(condition);
  return query.slice(0, start) + query.slice(end);
}

function placeOf({ alternatives }: Condition): { readonly start: number; readonly end: number } {
  return { start: alternatives[0]?.start ?? 0, end: alternatives.at(-1)?.end ?? 0 };
}
