/** Names and words that go on from what a reader has typed, as options of a list. */

import type { SearchEngine } from "../../search/engine.ts";
import type { Completion, CompletionKind } from "../../search/index/completion_files.ts";
import { excluded, type FacetKind, valueOf } from "../../search/query/facet_kind.ts";
import { startsWithWord } from "../../search/words/word_pattern.ts";
import { element } from "../page/element.ts";
import { facetShape } from "../page/entity_tag.ts";
import { storiesLabel } from "../page/labels.ts";
import type { SearchState } from "./url_state.ts";

/** Longer names are not looked for. */
const MOST_WORDS = 6;

const KINDS: Readonly<Record<CompletionKind, string>> = {
  person: "Person",
  country: "Country",
  organization: "Organization",
  source: "Source",
  word: "Word",
};

/** What names a query's `person:` and the like are followed by, and the filter that they become. */
const FIELDS: ReadonlyMap<string, { readonly named: CompletionKind; readonly filter: FacetKind }> = new Map([
  ["person", { named: "person", filter: "person" }],
  ["about", { named: "country", filter: "about" }],
  ["country", { named: "country", filter: "country" }],
  ["org", { named: "organization", filter: "organization" }],
  ["source", { named: "source", filter: "source" }],
]);
/** A field at the end of a query, with the beginning of a name that may be quoted. */
const FIELD_AT_END = /(?:^|\s)(?<sign>-?)(?<field>[a-z]+):(?<name>"[^"]*|[^"\s]*)$/;

/** What the end of a query may become. */
export interface Suggestions {
  /** The query before its end. */
  readonly kept: string;
  /** Names, then words. */
  readonly completions: readonly Completion[];
  /** The filter that a name becomes if the query says so; else the one of its own kind. */
  readonly filter?: FacetKind;
  /** Whether stories with the name are to be left out. */
  readonly isExcluding?: boolean;
}

/**
 * What the end of a query may become: the longest run of its last words that begins a name or
 * word. After `country:` and the like only names of that kind are meant; a phrase is left alone.
 */
export async function suggestionsFor(engine: SearchEngine, query: string): Promise<Suggestions> {
  const none = { kept: query, completions: [] };
  const { sign, field = "", name = "" } = FIELD_AT_END.exec(query)?.groups ?? {};
  const asked = FIELDS.get(field);
  if (asked !== undefined) {
    const found = await engine.complete(name.replace('"', ""));
    return {
      kept: query.slice(0, query.length - `${sign}${field}:${name}`.length),
      completions: found.filter(({ kind }) => kind === asked.named),
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

/** Whether a word is what is typed anyway. */
function isSame(word: string, typed: string): boolean {
  return word.toLowerCase() === typed.trim().toLowerCase();
}

/** The search that a suggestion makes of another: a name becomes a filter, a word the query's end. */
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
 * @param href the address of the search that it leads to.
 * @param choose called instead of going there.
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
