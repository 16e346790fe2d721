/** The search page: results as you type, filters, order, all of it in the address. */

import type { Clippings } from "../results/clippings.ts";
import { FacetSheet } from "../results/facet_sheet.ts";
import { ResultsArea } from "../results/results_area.ts";
import type { OpenEngine } from "../search_box/engine_loader.ts";
import type { RecentSearches } from "../search_box/recent_searches.ts";
import { isEmpty, type SearchState } from "../search_box/url_state.ts";
import { moveWithArrows } from "./result_keys.ts";
import { SearchControls } from "./search_controls.ts";
import { SearchHistory } from "./search_history.ts";
import { type RunOptions, SearchRun } from "./search_run.ts";

/** Fewest characters to search for while typing: one begins words of nearly every story. */
const SHORTEST_QUERY = 2;

export class SearchPage {
  readonly #siteName: string;
  readonly #history = new SearchHistory();
  readonly #controls: SearchControls;
  readonly #sheet: FacetSheet;
  readonly #run: SearchRun;
  #state: SearchState = this.#history.state;

  /**
   * @param page the part of the template that shows results.
   * @param form the search box above it.
   * @param root the relative way to the site's root.
   * @param recent receives each search that the reader has settled on.
   * @param clippings the marked stories.
   */
  constructor(
    page: HTMLElement,
    form: HTMLFormElement,
    root: string,
    openEngine: OpenEngine,
    recent: RecentSearches,
    clippings: Clippings,
  ) {
    this.#siteName = page.dataset["siteName"] ?? "";
    this.#controls = new SearchControls(page, form, openEngine, {
      state: () => this.#state,
      follow: (query) => this.#follow(query),
      decide: (state) => this.#decide(state),
    });
    this.#sheet = new FacetSheet(page, this.#controls.filters, {
      onOpen: () => this.#history.cover(),
      onClose: () => this.#history.uncover(),
    });
    const results = new ResultsArea(page, root, this.#sheet, clippings, (shown) =>
      this.#history.remember({ shown }),
    );
    this.#run = new SearchRun(page, openEngine, recent, this.#controls, results);
    this.#listen();
    moveWithArrows(this.#controls.input, results.node);
  }

  /** Shows what the address asks for. */
  start(): void {
    this.#controls.fill(this.#state);
    const { shown, scroll } = this.#history.note;
    void this.#search({ shown }).then(() => {
      if (scroll > 0) scrollTo(0, scroll);
    });
    if (isEmpty(this.#state) && matchMedia("(pointer: fine)").matches) this.#controls.input.focus();
  }

  #listen(): void {
    addEventListener("popstate", () => {
      const entry = this.#history.revisit(this.#state);
      if (entry === "uncovered") this.#sheet.close();
      if (entry !== "other") return;
      this.#run.drop();
      this.#state = this.#history.state;
      this.#controls.fill(this.#state);
      void this.#search({ shown: this.#history.note.shown });
    });
    addEventListener("pagehide", () => {
      this.#run.flush();
      this.#history.remember({ scroll: scrollY });
      this.#run.remember(); // a search that was still being typed, but led to a story
    });
  }

  /** The reader is typing. */
  #follow(query: string): void {
    const length = [...query.trim()].length;
    if (length > 0 && length < SHORTEST_QUERY) return;
    const state = { ...this.#state, query };
    this.#state = state;
    void this.#search({ unfinished: length > 0 }, () => this.#history.follow(state));
  }

  /** The reader has decided on a search. */
  #decide(state: SearchState): void {
    const isFiltered = state.filters !== this.#state.filters;
    this.#state = state;
    void this.#search({ isFiltered }, () => this.#history.settle(state));
  }

  /** @param record puts the search into the address. */
  #search(options: RunOptions, record = (): void => {}): Promise<void> {
    const state = this.#state;
    const update = (): void => {
      record();
      this.#nameThePage(state);
      this.#controls.showChips(state);
    };
    return this.#run.start(state, { ...options, update });
  }

  #nameThePage({ query }: SearchState): void {
    const asked = query.trim();
    document.title = `${asked || "Search"} – ${this.#siteName}`;
  }
}
