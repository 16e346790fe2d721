/** The part of the search page with the results, or the reason why there are none, under a bar with the count. */

import type { Citation } from "../../export/citation.ts";
import type { SearchEngine } from "../../search/engine.ts";
import { filterCount } from "../../search/query/facet_kind.ts";
import type { Correction, SearchResponse } from "../../search/types.ts";
import { Announcer } from "../page/announcer.ts";
import { element, required } from "../page/element.ts";
import { countLabel, storiesLabel } from "../page/labels.ts";
import type { SearchState } from "../search_box/url_state.ts";
import { clippingLink } from "./clipping_link.ts";
import type { Clippings } from "./clippings.ts";
import { ExportMenu, citedBase } from "./export_menu.ts";
import type { FacetSheet } from "./facet_sheet.ts";
import { moreButtons, STORIES_AT_EACH_STEP } from "./more_buttons.ts";
import { otherVersions } from "./other_versions.ts";
import { queryNotes } from "./query_notes.ts";
import type { ResultCitations } from "./result_citations.ts";
import { resultItem } from "./result_item.ts";
import { correctionsNode, errorState, nothingFoundState } from "./search_states.ts";

/** Stories listed at first; chosen by eye: what most readers look at, and all that loads before they see it. */
const STORIES_AT_FIRST = 10;

/** What a search found. */
export interface SearchResult {
  readonly engine: SearchEngine;
  readonly response: SearchResponse;
  /** What was searched for. */
  readonly state: SearchState;
  /** The first stories. */
  readonly list: HTMLOListElement;
  /** What there is to say about how the query was read. */
  readonly notes: readonly HTMLElement[];
}

export class ResultsArea {
  /** The part below the bar. */
  readonly node: HTMLElement;
  readonly #root: string;
  readonly #sheet: FacetSheet;
  readonly #onMore: (shown: number) => void;
  readonly #layout: HTMLElement;
  readonly #bar: HTMLElement;
  readonly #count: HTMLElement;
  /** The query, which a printed page shows in place of the box. */
  readonly #printed: HTMLElement;
  /** The switch that lists every version; hidden where it would not change anything. */
  readonly #eachVersion: HTMLElement;
  /** The help, shown instead of results for an empty search. */
  readonly #start: HTMLElement;
  readonly #announcer: Announcer;
  readonly #exports: ExportMenu;
  readonly #clippings: Clippings;

  /**
   * @param page the search page.
   * @param root the relative way to the site's root.
   * @param sheet the filters, hidden while there is nothing to filter.
   * @param clippings the marked stories.
   * @param onMore called with the number of stories listed after the reader asked for more.
   */
  constructor(
    page: HTMLElement,
    root: string,
    sheet: FacetSheet,
    clippings: Clippings,
    onMore: (shown: number) => void,
  ) {
    this.#clippings = clippings;
    this.#root = root;
    this.#sheet = sheet;
    this.#onMore = onMore;
    this.#layout = required(page, ".search-layout", HTMLElement);
    this.#bar = required(page, ".search-bar", HTMLElement);
    this.#count = required(page, ".search-count", HTMLElement);
    this.#printed = required(page, ".search-printed", HTMLElement);
    this.#eachVersion = required(page, ".search-each-version", HTMLElement);
    this.node = required(page, ".search-results", HTMLElement);
    this.#start = required(this.node, ".search-start", HTMLElement);
    this.#start.remove();
    this.#announcer = new Announcer(required(page, "[role=status]", HTMLElement));
    this.#exports = new ExportMenu(this.#bar, this.#announcer);
    this.#bar.append(clippingLink(clippings, root));
  }

  /** Whether stories are shown. */
  get hasStories(): boolean {
    return this.node.querySelector(".result") !== null;
  }

  /**
   * Loads the first stories of a response.
   *
   * @param least fewest stories to list, if the response has so many.
   */
  async load(
    engine: SearchEngine,
    response: SearchResponse,
    state: SearchState,
    least: number,
  ): Promise<SearchResult> {
    const result = { engine, response, state, list: element("ol", { class: "result-list" }), notes: [] };
    const [notes] = await Promise.all([
      queryNotes(response, state),
      this.#lengthen(result, Math.max(least, STORIES_AT_FIRST)),
    ]);
    return { ...result, notes };
  }

  /** Replaces what is shown by a result. */
  show(result: SearchResult): void {
    const { response, state, list, notes } = result;
    const found = response.hits.length;
    const label = storiesLabel(found);
    this.#sheet.update(label, filterCount(state.filters));
    if (found === 0) {
      const isFiltered = filterCount(state.filters) > 0 && state.query.trim() !== "";
      this.#showState(nothingFoundState(state, response, notes, this.#root), "No stories", isFiltered);
      return;
    }
    this.#frame(label, { filterable: true });
    this.#printed.textContent = `Search: ${state.query.trim() || "all stories that pass the filters"}`;
    this.#exports.offer({ size: found, open: () => citationsOf(result) });
    this.#eachVersion.hidden = state.sort !== "relevance" || (!state.eachVersion && response.groups.length === found);
    const nodes: Node[] = [...notes, list];
    const size = response.groups.length;
    if (list.childElementCount < size) nodes.push(moreButtons(list, size, (end) => this.#show(result, end)));
    const links = (): HTMLElement[] => [...this.node.querySelectorAll<HTMLElement>(".result-title a")];
    const place = links().findIndex((link) => link === document.activeElement);
    this.node.replaceChildren(...nodes);
    links()[place]?.focus(); // a reader who is among the results already stays there
    this.#announce();
  }

  /** Adds to the result what to write instead of words that no story has. */
  showCorrections(corrections: readonly Correction[], state: SearchState): void {
    const heading = this.node.querySelector(".search-state h2");
    const node = correctionsNode(corrections, state);
    if (heading) heading.after(node);
    else this.node.prepend(node);
    this.#announce();
  }

  /** Shows what can be typed, below the reader's recent searches if there are any. */
  showStart(recent: HTMLElement | undefined): void {
    this.#showState(recent === undefined ? this.#start : element("div", {}, recent, this.#start), "");
  }

  /** Says that a search is running; what is shown stays. */
  showSearching(): void {
    this.#count.textContent = "Searching…";
    this.#bar.hidden = false;
  }

  /** Says that the search data could not be loaded. */
  showError(retry: () => void): void {
    this.#showState(errorState(retry), "Search failed");
  }

  /** Adds the next stories of a result, up to `end`, each with its other versions. */
  async #lengthen(result: SearchResult, end: number): Promise<void> {
    const { engine, response, state, list } = result;
    const groups = response.groups.slice(list.childElementCount, end);
    const stories = await engine.documents(groups.map(([best]) => best.document), response);
    const citation = async (number: number): Promise<Citation> => (await citationsOf(result)).citation(number);
    const actions = { clippings: this.#clippings, base: citedBase(), citation };
    const context = { engine, root: this.#root, terms: response.terms, filters: state.filters, actions };
    const items = stories.map((story, place) => {
      const item = resultItem(groups[place]?.[0].document ?? 0, story, context);
      const others = groups[place]?.slice(1) ?? [];
      if (others.length > 0) item.append(otherVersions(others, response, context));
      return item;
    });
    list.append(...items);
  }

  /** Lists the stories up to `end`, some at a time, as long as the result is on the page. */
  async #show(result: SearchResult, end: number): Promise<void> {
    const { list, response } = result;
    do {
      await this.#lengthen(result, Math.min(end, list.childElementCount + STORIES_AT_EACH_STEP));
      this.#onMore(list.childElementCount);
      const shown = response.groups.slice(0, list.childElementCount).flat().length;
      this.#announcer.say(`${countLabel(shown)} of ${storiesLabel(response.hits.length)} shown`);
    } while (list.isConnected && list.childElementCount < end);
  }

  /** Shows a state of the page instead of results. */
  #showState(state: HTMLElement, count: string, filterable = false): void {
    this.#frame(count, { filterable });
    this.#exports.withdraw();
    this.node.replaceChildren(state);
    this.#announce();
  }

  #frame(count: string, { filterable }: { readonly filterable: boolean }): void {
    this.#count.textContent = count;
    this.#bar.hidden = !filterable;
    this.#layout.classList.toggle("is-empty", !filterable);
    this.#sheet.hide(!filterable);
  }

  /** Announces the count and the notes. */
  #announce(): void {
    const notes = [...this.node.querySelectorAll(".search-note")].map((note) => note.textContent);
    this.#announcer.say([this.#count.textContent, ...notes].join(". "));
  }
}

/** The stories of a result as a list that can be saved. */
async function citationsOf({ engine, response, state }: SearchResult): Promise<ResultCitations> {
  const { ResultCitations } = await import("./result_citations.ts");
  return await ResultCitations.of(engine, response, state, citedBase());
}
