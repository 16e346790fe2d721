/**
 * The search box of all pages but the search page: names, words and stories as you type, and the
 * recent searches while it is empty.
 */

import type { SearchEngine } from "../../search/engine.ts";
import { NO_FILTERS } from "../../search/query/facet_kind.ts";
import type { SearchResponse } from "../../search/types.ts";
import { Combobox } from "../page/combobox.ts";
import { element, required } from "../page/element.ts";
import { dateLabel, storiesLabel } from "../page/labels.ts";
import { markedText } from "../page/marked_text.ts";
import type { OpenEngine } from "./engine_loader.ts";
import { foundFragment } from "./found_words.ts";
import type { RecentSearches } from "./recent_searches.ts";
import { suggestedState, suggestionOption, suggestionsFor } from "./suggestions.ts";
import { EMPTY_STATE, formatState, type SearchState } from "./url_state.ts";

/** Most names, words and stories in the list; chosen by eye: together they fit a small screen. */
const NAMES_SHOWN = 4;
const WORDS_SHOWN = 2;
const STORIES_SHOWN = 5;
/** Most names and words in the list instead of those that no story has; chosen by eye. */
const CORRECTIONS_SHOWN = 4;
/** Fewest characters to search stories for: one begins words of nearly every story. */
const SHORTEST_QUERY = 2;
/** Pause after a keystroke before searching, in milliseconds; chosen by eye, shorter than a slow typist's. */
const TYPING_PAUSE = 90;

export class SearchBox {
  readonly #root: string;
  readonly #openEngine: OpenEngine;
  readonly #recent: RecentSearches;
  readonly #input: HTMLInputElement;
  readonly #box: Combobox;
  #latestRun = 0;
  #typing = 0;

  constructor(form: HTMLFormElement, root: string, openEngine: OpenEngine, recent: RecentSearches) {
    this.#root = root;
    this.#recent = recent;
    this.#openEngine = openEngine;
    this.#input = required(form, "input", HTMLInputElement);
    this.#box = new Combobox(form, this.#input, () => this.#drop());
    this.#input.addEventListener("focus", () => {
      this.#openEngine().catch(() => undefined); // a search will report the failure
      if (this.#input.value === "") this.#showRecent();
    });
    this.#input.addEventListener("input", () => {
      clearTimeout(this.#typing);
      this.#typing = window.setTimeout(() => void this.#suggest(), TYPING_PAUSE);
    });
    this.#input.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" || event.defaultPrevented) return;
      event.preventDefault();
      void this.#suggest();
    });
    form.addEventListener("submit", (event) => {
      if (this.#input.value.trim() === "") event.preventDefault();
    });
  }

  /** Shows names and words as soon as they are loaded, then the stories below them. */
  async #suggest(): Promise<void> {
    const run = ++this.#latestRun;
    const typed = this.#input.value;
    const query = typed.trim();
    if (query === "") {
      this.#showRecent();
      return;
    }
    const isCurrent = (): boolean => run === this.#latestRun && document.activeElement === this.#input;
    try {
      const engine = await this.#openEngine();
      const named = await this.#named(engine, typed);
      if (!isCurrent()) return;
      this.#box.open(named, "Suggestions");
      if ([...query].length < SHORTEST_QUERY) return;
      const response = await this.#answer(engine, query);
      const found = response.hits.length;
      const stories = found > 0 ? await this.#stories(engine, response) : await this.#corrected(engine, query, response);
      if (!isCurrent()) return;
      const all = suggestion(this.#address({ ...EMPTY_STATE, query }), element("span", { class: "suggestion-all" }, allLabel(response)));
      this.#box.open([...named, ...stories, all], found > 0 ? storiesLabel(found) : "No stories");
    } catch (error) {
      if (run !== this.#latestRun) return;
      console.warn("search failed:", error);
      this.#box.dismiss();
    }
  }

  /** Names and words that begin with the end of what is typed. */
  async #named(engine: SearchEngine, typed: string): Promise<HTMLElement[]> {
    const suggestions = await suggestionsFor(engine, typed);
    const { completions } = suggestions;
    const names = completions.filter(({ kind }) => kind !== "word").slice(0, NAMES_SHOWN);
    const words = completions.filter(({ kind }) => kind === "word").slice(0, WORDS_SHOWN);
    return [...names, ...words].map((completion) =>
      suggestionOption(completion, this.#address(suggestedState(EMPTY_STATE, suggestions, completion))),
    );
  }

  /** The response to a query, or to what is clearly meant by one that finds nothing. */
  async #answer(engine: SearchEngine, query: string): Promise<SearchResponse> {
    const request = { query, filters: NO_FILTERS, sort: "relevance", unfinished: true } as const;
    const response = await engine.search(request);
    return response.hits.length > 0 ? response : ((await engine.instead(request))?.response ?? response);
  }

  /** The best stories of a response. */
  async #stories(engine: SearchEngine, response: SearchResponse): Promise<HTMLElement[]> {
    const { hits, terms } = response;
    const numbers = hits.slice(0, STORIES_SHOWN).map((hit) => hit.document);
    const stories = await engine.documents(numbers, response);
    return stories.map((story) =>
      suggestion(
        this.#root + story.path + foundFragment(terms),
        element("span", { class: "suggestion-title", dir: "auto" }, ...markedText(engine.mark(story.title, terms))),
        element("span", { class: "suggestion-meta" }, dateLabel(story.date), ...sourceLabel(story.source)),
      ),
    );
  }

  /** The names and words nearest to those that no story has. */
  async #corrected(engine: SearchEngine, query: string, { notes }: SearchResponse): Promise<HTMLElement[]> {
    const names = notes.flatMap((note) => (note.kind === "unknown-name" ? note.nearest : []));
    const words = (await engine.corrections(query)).flatMap(({ nearest }) => nearest);
    const named = names.map(({ label, query: other }) => ({ label, query: other, meta: "the nearest name" }));
    const worded = words.map(({ label, query: other, count }) => ({ label, query: other, meta: `${storiesLabel(count)} with the nearest word` }));
    return [...named, ...worded].slice(0, CORRECTIONS_SHOWN).map((other) =>
      suggestion(
        this.#address({ ...EMPTY_STATE, query: other.query }),
        element("bdi", { class: "suggestion-title" }, other.label),
        element("span", { class: "suggestion-meta" }, other.meta),
      ),
    );
  }

  /** Shows the recent searches, if there are any, and a button that erases them. */
  #showRecent(): void {
    const queries = this.#recent.list();
    const searches = queries.map((query) =>
      suggestion(
        this.#address({ ...EMPTY_STATE, query }),
        element("bdi", { class: "suggestion-recent" }, query),
      ),
    );
    const erase = element(
      "button",
      { class: "suggestion suggestion-erase", role: "option", type: "button", tabindex: -1 },
      "Erase these searches from this device",
    );
    erase.addEventListener("click", () => {
      this.#recent.erase();
      this.#box.dismiss();
      this.#box.say("Searches erased");
    });
    this.#box.open(searches.length > 0 ? [...searches, erase] : [], "Your last searches");
  }

  #address(state: SearchState): string {
    return `${this.#root}search.html${formatState(state)}`;
  }

  /** Drops pending suggestions. */
  #drop(): void {
    clearTimeout(this.#typing);
    this.#latestRun++;
  }
}

/** What leads to all stories of a response says. */
function allLabel({ hits, notes }: SearchResponse): string {
  if (hits.length === 0) return "No story found: other ways to search";
  const instead = notes.find((note) => note.kind === "searched-instead");
  const all = `All ${storiesLabel(hits.length)}`;
  return instead === undefined ? all : `${all} with “${instead.label}”, because nothing has “${instead.written}”`;
}

/** An option that leads to a page. */
function suggestion(href: string, ...children: readonly (Node | string)[]): HTMLAnchorElement {
  return element("a", { class: "suggestion", role: "option", href, tabindex: -1 }, ...children);
}

function sourceLabel(source: string): readonly (Node | string)[] {
  return source ? [" · ", element("bdi", {}, source)] : [];
}
