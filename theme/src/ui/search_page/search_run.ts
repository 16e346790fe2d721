/** Runs the searches of the search page. Only what belongs to the newest one is shown. */

import type { SearchEngine } from "../../search/engine.ts";
import { Pace } from "../../search/pace.ts";
import type { SearchResponse } from "../../search/types.ts";
import type { ResultsArea, SearchResult } from "../results/results_area.ts";
import type { OpenEngine } from "../search_box/engine_loader.ts";
import { recentList } from "../search_box/recent_list.ts";
import type { RecentSearches } from "../search_box/recent_searches.ts";
import { EMPTY_STATE, isEmpty, type SearchState } from "../search_box/url_state.ts";
import type { SearchControls } from "./search_controls.ts";

/** The class that keeps the site's fonts from loading before the results; see `tokens.css`. */
const LATE_FONTS = "late-fonts";
/** Milliseconds before the page says that it is searching; chosen by eye: for faster searches it would flicker. */
const SLOW = 250;

/** How a search is run. */
export interface RunOptions {
  /** Whether the last word may still grow. */
  readonly unfinished?: boolean;
  /** Stories to list at first, if there are so many. */
  readonly shown?: number;
  /** Whether the reader has changed the filters, and so looks at them. */
  readonly isFiltered?: boolean;
  /** Puts the search into the address, the title and the chips. */
  readonly update?: () => void;
}

export class SearchRun {
  readonly #page: HTMLElement;
  readonly #openEngine: OpenEngine;
  readonly #recent: RecentSearches;
  readonly #controls: SearchControls;
  readonly #results: ResultsArea;
  #state = EMPTY_STATE;
  #latestRun = 0;
  /** The timer after which the latest search counts as slow. */
  #slow = 0;
  /** The latest search's update, until `flush` makes it. */
  #pendingUpdate = (): void => {};

  /**
   * @param page the part of the template that shows results.
   * @param recent receives each search that the reader has settled on.
   */
  constructor(
    page: HTMLElement,
    openEngine: OpenEngine,
    recent: RecentSearches,
    controls: SearchControls,
    results: ResultsArea,
  ) {
    this.#page = page;
    this.#openEngine = openEngine;
    this.#recent = recent;
    this.#controls = controls;
    this.#results = results;
  }

  /**
   * Searches and shows the result, unless a newer search has begun meanwhile. The facets follow the
   * stories, but appear with them if the reader is choosing filters. The update takes a browser
   * longer than the search itself, so it follows the stories too, unless these are slow.
   */
  async start(state: SearchState, options: RunOptions = {}): Promise<void> {
    const run = ++this.#latestRun;
    this.#state = state;
    this.flush(); // that of an earlier search
    this.#pendingUpdate = options.update ?? (() => {});
    clearTimeout(this.#slow); // an earlier search's would speak for this one
    if (isEmpty(state)) {
      this.flush();
      this.#results.showStart(recentList(this.#recent));
      document.documentElement.classList.remove(LATE_FONTS);
      return;
    }
    const slow = window.setTimeout(() => this.#showSearching(), SLOW);
    this.#slow = slow;
    try {
      await this.#search(state, run, options);
    } catch (error) {
      if (run !== this.#latestRun) return;
      console.warn("search failed:", error);
      this.flush();
      const { unfinished = false, shown = 0 } = options;
      this.#results.showError(() => void this.start(this.#state, { unfinished, shown }));
    } finally {
      clearTimeout(slow);
      document.documentElement.classList.remove(LATE_FONTS);
    }
  }

  /** Puts the latest search into the address, the title and the chips, once. */
  flush(): void {
    const update = this.#pendingUpdate;
    this.#pendingUpdate = () => {};
    update();
    this.#page.hidden = false;
  }

  /** Drops the update of the latest search: the reader has gone elsewhere. */
  drop(): void {
    this.#pendingUpdate = () => {};
  }

  /** Adds the search whose stories are shown to the recent ones. */
  remember(): void {
    if (this.#results.hasStories) this.#recent.add(this.#state.query);
  }

  async #search(state: SearchState, run: number, options: RunOptions): Promise<void> {
    const { unfinished = false, shown = 0, isFiltered = false } = options;
    const engine = await this.#openEngine();
    const response = await engine.search({ ...state, query: state.query.trim(), unfinished });
    if (run !== this.#latestRun) return;
    const result = await this.#results.load(engine, response, state, shown);
    if (run !== this.#latestRun) return;
    if (isFiltered) {
      this.flush();
      await this.#showFacets(response, state, run);
    }
    if (run !== this.#latestRun) return;
    this.#results.show(result);
    this.#page.hidden = false; // only now, so that the browser lays it out once, with the stories
    void this.#follow(result, run, options);
  }

  /** Does what can wait until the stories stand, and looks for what was meant if there are none or few. */
  async #follow(result: SearchResult, run: number, options: RunOptions): Promise<void> {
    await this.#complete(result, run, options);
    const { hits, match } = result.response;
    if (hits.length > 0 && match !== "some") return;
    if (hits.length === 0 && (await this.#showInstead(result, run, options))) return;
    await this.#correct(result.engine, result.state, run);
  }

  /** Shows what is clearly meant by a search that found nothing; false if there is nothing of the kind. */
  async #showInstead({ engine, state }: SearchResult, run: number, { shown = 0 }: RunOptions): Promise<boolean> {
    const instead = await engine.instead({ ...state, query: state.query.trim() }).catch((error: unknown) => {
      console.warn("nothing instead:", error);
      return undefined;
    });
    if (run !== this.#latestRun || instead === undefined) return false;
    const { query, response } = instead;
    const result = await this.#results.load(engine, response, { ...state, query }, shown);
    if (run !== this.#latestRun) return true;
    this.#results.show(result);
    await this.#complete(result, run, { unfinished: true });
    return true;
  }

  #showSearching(): void {
    this.flush();
    this.#results.showSearching();
  }

  async #showFacets(response: SearchResponse, state: SearchState, run: number): Promise<void> {
    const facets = await response.facets();
    if (run === this.#latestRun) this.#controls.showFacets(facets, state);
  }

  /** Does what follows the stories: the update, the facets if they are not shown, the dates. */
  async #complete(
    { engine, response, state }: SearchResult,
    run: number,
    { unfinished = false, isFiltered = false }: RunOptions,
  ): Promise<void> {
    await new Pace().pause(); // so that the reader sees the stories first
    if (run !== this.#latestRun) return;
    this.flush();
    if (!unfinished) this.remember();
    if (!isFiltered) {
      await this.#showFacets(response, state, run).catch((error: unknown) => console.warn("no filters:", error));
    }
    if (run !== this.#latestRun) return;
    this.#controls.showDates(state);
    const bins = await engine.histogram({ ...state, query: state.query.trim() }).catch((error: unknown) => {
      console.warn("no dates:", error);
      return [];
    });
    if (run === this.#latestRun) this.#controls.showBins(bins);
  }

  /** Adds what to write instead of words that no story has, once that is known. */
  async #correct(engine: SearchEngine, state: SearchState, run: number): Promise<void> {
    const corrections = await engine.corrections(state.query.trim()).catch((error: unknown) => {
      console.warn("no corrections:", error);
      return [];
    });
    if (run !== this.#latestRun || corrections.length === 0) return;
    this.#results.showCorrections(corrections, state);
  }
}
