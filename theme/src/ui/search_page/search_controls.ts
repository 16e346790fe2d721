/** The controls of the search page: the box with its suggestions, the order, the filters and the dates. */

import type { Bin } from "../../search/answer/histogram.ts";
import { FACET_KINDS, type FacetKind, NO_FILTERS } from "../../search/query/facet_kind.ts";
import { withDates } from "../../search/query/query_dates.ts";
import { type FacetCounts, SORT_ORDERS } from "../../search/types.ts";
import { element, required } from "../page/element.ts";
import type { OpenEngine } from "../search_box/engine_loader.ts";
import { QuerySuggestions } from "../search_box/query_suggestions.ts";
import { type SearchState, toggleAll, toggleFilter } from "../search_box/url_state.ts";
import { DateFilter } from "./date_filter.ts";
import { FacetPanel } from "./facet_panel.ts";
import { FilterChips } from "./filter_chips.ts";

/** Pause after a keystroke before the page searches, in milliseconds; chosen by eye, shorter than a slow typist's. */
const TYPING_PAUSE = 90;

/** What the controls need of the page around them. */
export interface ControlledPage {
  /** The search that the page shows. */
  readonly state: () => SearchState;
  /** Called while the reader is typing. */
  readonly follow: (query: string) => void;
  /** Called with the search that the reader has decided on: Enter, a filter, another order. */
  readonly decide: (state: SearchState) => void;
}

export class SearchControls {
  /** The search box. */
  readonly input: HTMLInputElement;
  /** The dates and the facets. */
  readonly filters: HTMLElement;
  readonly #sort: HTMLSelectElement;
  readonly #eachVersion: HTMLInputElement;
  readonly #chips: FilterChips;
  readonly #panel: FacetPanel;
  readonly #dates: DateFilter;
  readonly #controlled: ControlledPage;
  /** The timer that waits for a pause in typing. */
  #typing = 0;

  /**
   * @param page the part of the template that shows results.
   * @param form the search box above it.
   */
  constructor(page: HTMLElement, form: HTMLFormElement, openEngine: OpenEngine, controlled: ControlledPage) {
    this.#controlled = controlled;
    this.input = required(form, "input", HTMLInputElement);
    this.#sort = required(page, ".search-sort select", HTMLSelectElement);
    this.#eachVersion = required(page, ".search-each-version input", HTMLInputElement);
    const toggle = (kind: FacetKind, value: string): void =>
      this.#decide(toggleFilter(controlled.state(), kind, value));
    const clear = (): void => this.#decide({ ...controlled.state(), filters: NO_FILTERS });
    this.#chips = new FilterChips(required(page, ".chips", HTMLUListElement), toggle, clear, () => this.input.focus());
    this.#panel = new FacetPanel(toggle, (kind) => this.#decide(toggleAll(controlled.state(), kind)));
    this.#dates = new DateFilter((dates) => {
      const state = controlled.state();
      this.#decideAndFill({ ...state, query: withDates(state.query, dates) });
    });
    this.filters = element("div", { class: "facets" }, this.#dates.node, this.#panel.node);
    new QuerySuggestions(form, this.input, openEngine, controlled.state, (state) => {
      this.#decideAndFill(state);
      this.input.focus();
    });
    this.#listen(form, openEngine);
  }

  /** Puts a search into the box and the order. */
  fill({ query, sort, eachVersion }: SearchState): void {
    clearTimeout(this.#typing);
    this.input.value = query;
    this.#sort.value = sort;
    this.#eachVersion.checked = eachVersion;
  }

  /** Shows the filters that are on, by their values until their names are known. */
  showChips({ filters }: SearchState): void {
    this.#chips.show(filters);
  }

  /** Shows what a result can be narrowed by, and the names of the filters that are on. */
  showFacets(facets: FacetCounts, { filters }: SearchState): void {
    this.#chips.show(filters, facets);
    this.#panel.show(facets, filters);
  }

  /** Shows the dates of a search; the chart stays until `showBins`. */
  showDates({ query }: SearchState): void {
    this.#dates.showQuery(query);
  }

  /** Shows how a result without its dates is spread over time. */
  showBins(bins: readonly Bin[]): void {
    this.#dates.showBins(bins);
  }

  #listen(form: HTMLFormElement, openEngine: OpenEngine): void {
    const follow = (): void => this.#controlled.follow(this.input.value);
    this.input.addEventListener("input", () => {
      clearTimeout(this.#typing);
      this.#typing = window.setTimeout(follow, TYPING_PAUSE);
    });
    this.input.addEventListener("focus", () => {
      openEngine().catch(() => undefined); // a search will report the failure
    });
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Backspace" && this.input.value === "") this.#removeLastFilter();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#decide({ ...this.#controlled.state(), query: this.input.value });
    });
    this.#sort.addEventListener("change", () => {
      const sort = SORT_ORDERS.find((order) => order === this.#sort.value) ?? "relevance";
      this.#decide({ ...this.#controlled.state(), sort });
    });
    this.#eachVersion.addEventListener("change", () => {
      this.#decide({ ...this.#controlled.state(), eachVersion: this.#eachVersion.checked });
    });
  }

  /** Removes the filter of the last chip, as Backspace does in a list of names. */
  #removeLastFilter(): void {
    const state = this.#controlled.state();
    const kind = FACET_KINDS.findLast((each) => state.filters[each].length > 0);
    const value = kind && state.filters[kind].at(-1);
    if (kind && value) this.#decide(toggleFilter(state, kind, value));
  }

  #decide(state: SearchState): void {
    clearTimeout(this.#typing);
    this.#controlled.decide(state);
  }

  /** Decides on a search that the box does not show yet. */
  #decideAndFill(state: SearchState): void {
    this.#decide(state);
    this.fill(state);
  }
}
