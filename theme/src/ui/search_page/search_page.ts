/** The search page: results as you type, filters, order, all of it in the address. */

import type { SearchEngine } from "../../search/engine.ts";
import { Pace } from "../../search/pace.ts";
import { type FacetKind, filterCount, NO_FILTERS } from "../../search/query/facet_kind.ts";
import { withDates } from "../../search/query/query_dates.ts";
import type { SearchResponse } from "../../search/types.ts";
import { element, required } from "../page/element.ts";
import { FacetSheet } from "../results/facet_sheet.ts";
import { ResultsArea, type SearchResult } from "../results/results_area.ts";
import type { OpenEngine } from "../search_box/engine_loader.ts";
import { QuerySuggestions } from "../search_box/query_suggestions.ts";
import { recentList } from "../search_box/recent_list.ts";
import type { RecentSearches } from "../search_box/recent_searches.ts";
import { toggleFilter, type SearchState } from "../search_box/url_state.ts";
import { DateFilter } from "./date_filter.ts";
import { FacetPanel } from "./facet_panel.ts";
import { FilterChips } from "./filter_chips.ts";
import { moveWithArrows } from "./result_keys.ts";
import { SearchHistory } from "./search_history.ts";

const SHORTEST_QUERY = 2; // characters, while typing
const TYPING_PAUSE = 90; // milliseconds
/** Keeps the fonts of the site from loading before the results; see `tokens.css`. */
const LATE_FONTS = "late-fonts";
const SLOW = 250; // milliseconds before the page says that it searches

export class SearchPage {
  readonly #page: HTMLElement;
  readonly #openEngine: OpenEngine;
  readonly #recent: RecentSearches;
  readonly #siteName: string;
  readonly #input: HTMLInputElement;
  readonly #sort: HTMLSelectElement;
  readonly #history = new SearchHistory();
  readonly #chips: FilterChips;
  readonly #panel: FacetPanel;
  readonly #dates: DateFilter;
  readonly #results: ResultsArea;
  #state: SearchState = this.#history.state;
  #latestRun = 0;
  /** What is still to do for `#tell`. */
  #untold: () => void = () => {};
  #typing = 0;

  /**
   * @param page the part of the template that shows results.
   * @param form the search box above it.
   * @param root the relative way to the site's root.
   * @param recent is told of each search that the reader has settled on.
   */
  constructor(
    page: HTMLElement,
    form: HTMLFormElement,
    root: string,
    openEngine: OpenEngine,
    recent: RecentSearches,
  ) {
    this.#page = page;
    this.#openEngine = openEngine;
    this.#recent = recent;
    this.#siteName = page.dataset["siteName"] ?? "";
    this.#input = required(form, "input", HTMLInputElement);
    this.#sort = required(page, ".search-sort select", HTMLSelectElement);
    const toggle = (kind: FacetKind, value: string): void =>
      this.#decide(toggleFilter(this.#state, kind, value));
    this.#chips = new FilterChips(required(page, ".chips", HTMLUListElement), toggle, () =>
      this.#clearFilters(),
    );
    this.#panel = new FacetPanel(toggle);
    this.#dates = new DateFilter((dates) => {
      this.#decide({ ...this.#state, query: withDates(this.#state.query, dates) });
      this.#fillControls();
    });
    const filters = element("div", { class: "facets" }, this.#dates.node, this.#panel.node);
    this.#results = new ResultsArea(page, root, new FacetSheet(page, filters), (shown) =>
      this.#history.remember({ shown }),
    );
    new QuerySuggestions(form, this.#input, openEngine, () => this.#state, (state) => {
      this.#decide(state);
      this.#fillControls();
      this.#input.focus();
    });
    this.#listen(form);
    moveWithArrows(this.#input, this.#results.node);
  }

  /** Shows what the address asks for. */
  start(): void {
    this.#fillControls();
    const { shown, scroll } = this.#history.note;
    void this.#run({ shown }).then(() => {
      if (scroll > 0) scrollTo(0, scroll);
    });
    if (this.#isEmpty() && matchMedia("(pointer: fine)").matches) this.#input.focus();
  }

  #listen(form: HTMLFormElement): void {
    this.#input.addEventListener("input", () => {
      clearTimeout(this.#typing);
      this.#typing = window.setTimeout(() => this.#follow(), TYPING_PAUSE);
    });
    this.#input.addEventListener("focus", () => {
      this.#openEngine().catch(() => undefined); // a search will tell
    });
    this.#input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || this.#input.value === "") return;
      event.preventDefault();
      this.#input.value = "";
      this.#follow();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#decide({ ...this.#state, query: this.#input.value });
    });
    this.#sort.addEventListener("change", () => {
      const sort = this.#sort.value === "date" ? "date" : "relevance";
      this.#decide({ ...this.#state, sort });
    });
    addEventListener("popstate", () => {
      this.#untold = () => {}; // the reader has gone elsewhere
      this.#history.revisit();
      this.#state = this.#history.state;
      this.#fillControls();
      void this.#run({ shown: this.#history.note.shown });
    });
    addEventListener("pagehide", () => {
      this.#tell();
      this.#history.remember({ scroll: scrollY });
      this.#rememberSearch(); // one that was still being typed, but led to a story
    });
  }

  #fillControls(): void {
    clearTimeout(this.#typing);
    this.#input.value = this.#state.query;
    this.#sort.value = this.#state.sort;
  }

  /** The reader is typing. */
  #follow(): void {
    const query = this.#input.value;
    const length = [...query.trim()].length;
    if (length > 0 && length < SHORTEST_QUERY) return;
    const state = { ...this.#state, query };
    this.#state = state;
    void this.#run({ unfinished: length > 0, record: () => this.#history.follow(state) });
  }

  /** The reader has decided: Enter, a filter, another order. */
  #decide(state: SearchState): void {
    clearTimeout(this.#typing);
    const isFiltered = state.filters !== this.#state.filters;
    this.#state = state;
    void this.#run({ isFiltered, record: () => this.#history.settle(state) });
  }

  #clearFilters(): void {
    this.#decide({ ...this.#state, filters: NO_FILTERS });
    this.#input.focus();
  }

  #isEmpty(): boolean {
    return this.#state.query.trim() === "" && filterCount(this.#state.filters) === 0;
  }

  /**
   * Searches and shows the result, unless a newer search has begun meanwhile. What it can be narrowed
   * by comes after the stories, but with them where the reader is choosing filters. Address, title and
   * chips take a browser longer than the search itself, so they follow the stories too, unless those
   * are slow.
   *
   * @param record puts the search into the address.
   */
  async #run({ unfinished = false, shown = 0, isFiltered = false, record = () => {} }): Promise<void> {
    const run = ++this.#latestRun;
    const state = this.#state;
    this.#tell(); // of an earlier search first
    this.#untold = () => {
      record();
      this.#nameThePage(state);
      this.#chips.show(state.filters);
    };
    if (this.#isEmpty()) {
      this.#tell();
      this.#results.showStart(recentList(this.#recent));
      document.documentElement.classList.remove(LATE_FONTS);
      return;
    }
    const slow = window.setTimeout(() => this.#showSearching(), SLOW);
    try {
      const engine = await this.#openEngine();
      const response = await engine.search({ ...state, query: state.query.trim(), unfinished });
      if (run !== this.#latestRun) return;
      const result = await this.#results.load(engine, response, state, shown);
      if (run !== this.#latestRun) return;
      if (isFiltered) {
        this.#tell();
        await this.#showFacets(response, state, run);
      }
      if (run !== this.#latestRun) return;
      this.#results.show(result);
      this.#page.hidden = false; // not before, so that the browser lays it out with the stories, once
      void this.#complete(result, run, { unfinished, isFiltered });
      if (response.hits.length === 0 || response.match === "some") void this.#correct(engine, state, run);
    } catch (error) {
      if (run !== this.#latestRun) return;
      console.warn("search failed:", error);
      this.#tell();
      this.#results.showError(() => void this.#run({ unfinished, shown }));
    } finally {
      clearTimeout(slow);
      document.documentElement.classList.remove(LATE_FONTS);
    }
  }

  #showSearching(): void {
    this.#tell();
    this.#results.showSearching();
  }

  /** Puts the latest search into the address, the title and the chips, once. */
  #tell(): void {
    const tell = this.#untold;
    this.#untold = () => {};
    tell();
    this.#page.hidden = false;
  }

  async #showFacets(response: SearchResponse, state: SearchState, run: number): Promise<void> {
    const facets = await response.facets();
    if (run !== this.#latestRun) return;
    this.#chips.show(state.filters, facets);
    this.#panel.show(facets, state.filters);
  }

  /**
   * Does what a result can stand without: tells of the search, and shows what it can be narrowed by
   * once that is known, unless it is shown.
   */
  async #complete(
    { engine, response, state }: SearchResult,
    run: number,
    { unfinished, isFiltered }: { readonly unfinished: boolean; readonly isFiltered: boolean },
  ): Promise<void> {
    await new Pace().pause(); // the reader sees the stories first
    if (run !== this.#latestRun) return;
    this.#tell();
    if (!unfinished) this.#rememberSearch();
    if (!isFiltered) {
      await this.#showFacets(response, state, run).catch((error: unknown) => console.warn("no filters:", error));
    }
    if (run !== this.#latestRun) return;
    this.#dates.showQuery(state.query);
    const bins = await engine.histogram({ ...state, query: state.query.trim() }).catch((error: unknown) => {
      console.warn("no dates:", error);
      return [];
    });
    if (run === this.#latestRun) this.#dates.showBins(bins);
  }

  /** Adds what to write for words that no story has, once that is known; the result stands without. */
  async #correct(engine: SearchEngine, state: SearchState, run: number): Promise<void> {
    const corrections = await engine.corrections(state.query.trim()).catch((error: unknown) => {
      console.warn("no corrections:", error);
      return [];
    });
    if (run !== this.#latestRun || corrections.length === 0) return;
    this.#results.showCorrections(corrections, state);
  }

  /** Puts the search whose stories are shown among the last ones. */
  #rememberSearch(): void {
    if (this.#results.hasStories) this.#recent.add(this.#state.query);
  }

  #nameThePage(state: SearchState): void {
    const query = state.query.trim();
    document.title = query ? `${query} – ${this.#siteName}` : `Search – ${this.#siteName}`;
  }
}
