/** Names and words that begin with the end of what a reader has typed, as options of a list. */

import type { SearchEngine } from "../../search/engine.ts";
import type { Completion, CompletionKind } from "../../search/index/completion_files.ts";
import { excluded, type FacetKind, valueOf } from "../../search/query/facet_kind.ts";
import { startsWithWord } from "../../search/words/word_pattern.ts";
import { element } from "../page/element.ts";
import { facetShape } from "../page/entity_tag.ts";
import { storiesLabel } from "../page/labels.ts";
import type { SearchState } from "./url_state.ts";

/** Most words of a name to complete; chosen by eye: few headings are longer. */
const MOST_WORDS = 6;

const KINDS: Readonly<Record<CompletionKind, string>> = {
  person: "Person",
  country: "Country",
  organization: "Organization",
  source: "Source",
  word: "Word",
};

/** For `person:` and the like: the kind of names that follow it, and the filter that a name becomes. */
const FIELDS: ReadonlyMap<string, { readonly named: CompletionKind; readonly filter: FacetKind }> = new Map([
  ["person", { named: "person", filter: "person" }],
  ["about", { named: "country", filter: "about" }],
  ["country", { named: "country", filter: "country" }],
  ["org", { named: "organization", filter: "organization" }],
  ["source", { named: "source", filter: "source" }],
]);
/** A field at the end of a query with the beginning of a name, which may be quoted. */
const FIELD_AT_END = /(?:^|\s)(?<sign>-?)(?<field>[a-z]+):(?<name>"[^"]*|[^"\s]*)$/;

/** Completions of the end of a query. */
export interface Suggestions {
  /** The query before its end. */
  readonly kept: string;
  /** Names, then words. */
  readonly completions: readonly Completion[];
  /** The filter that a name becomes if the query names a field; else the filter of its own kind. */
  readonly filter?: FacetKind;
  /** Whether stories with the name are to be excluded. */
  readonly isExcluding?: boolean;
}

/**
 * Completes the end of a query: the longest run of its last words with which a name or word begins.
 * After `country:` and the like only names of that kind are suggested, and within a phrase nothing.
 */
export async function suggestionsFor(engine: SearchEngine, query: string): Promise<Suggestions> {
  const none = { kept: query, completions: [] };
  const { sign, field = "", name = "" } = FIELD_AT_END.exec(query)?.groups ?? {};
  const asked = FIELDS.get(field);
  if (asked !== undefined) {
    const completions = await engine.complete(name.replace('"', ""), asked.named);
    return {
      kept: query.slice(0, query.length - `${sign}${field}:${name}`.length),
      completions,
      filter: asked.filter,
      isExcluding: sign === "-",
    };
  }
  if ((query.match(/"/g) ?? []).length % 2 === 1) return none;
  const starts = [...query.matchAll(/\S+/g)].map(({ index }) => index).slice(-MOST_WORDS);
  for (const start of starts) {
    const end = query.slice(start);
    if (!startsWithWord(end)) continue;
    const found = await engine.complete(end);
    const completions = found.filter(({ kind, label }) => kind !== "word" || !isSame(label, end));
    if (completions.length > 0) return { kept: query.slice(0, start), completions };
  }
  return none;
}

/** Whether a word is already typed in full. */
function isSame(word: string, typed: string): boolean {
  return word.toLowerCase() === typed.trim().toLowerCase();
}

/** The search after choosing a completion: a name becomes a filter, a word the end of the query. */
export function suggestedState(
  state: SearchState,
  { kept, filter, isExcluding = false }: Suggestions,
  { kind, label, value }: Completion,
): SearchState {
  if (kind === "word") return { ...state, query: kept + label };
  const facet = filter ?? kind;
  const others = state.filters[facet].filter((chosen) => valueOf(chosen) !== value);
  const chosen = [...others, isExcluding ? excluded(value) : value];
  return { ...state, query: kept.trim(), filters: { ...state.filters, [facet]: chosen } };
}

/**
 * An option for the list.
 *
 * @param href the address of the search after choosing it.
 * @param choose called instead of following the address.
 */
export function suggestionOption(completion: Completion, href: string, choose?: () => void): HTMLElement {
  const { kind, label, form, code, count } = completion;
  const option = element(
    "a",
    { class: "suggestion suggestion-name", role: "option", href, tabindex: -1 },
    ...(kind === "word" ? [] : facetShape(kind, code)),
    element("bdi", { class: "suggestion-label" }, label),
    ...(form === "" ? [] : [" ", element("bdi", { class: "suggestion-form" }, form)]),
    " ",
    element("span", { class: "suggestion-count" }, `${KINDS[kind]}, ${storiesLabel(count)}`),
  );
  if (choose !== undefined) {
    option.addEventListener("click", (event) => {
      event.preventDefault();
      choose();
    });
  }
  return option;
}
