/** The stories of a result as a list that can be saved. */

import { type Citation, citationOf, type SavedSearch } from "../../export/citation.ts";
import { fileNameOf, today } from "../../export/file_name.ts";
import type { CitationList } from "../../export/result_export.ts";
import type { SearchEngine } from "../../search/engine.ts";
import type { SearchResponse } from "../../search/types.ts";
import type { SearchState } from "../search_box/url_state.ts";

export class ResultCitations implements CitationList {
  readonly search: SavedSearch;
  readonly #engine: SearchEngine;
  readonly #response: SearchResponse;
  readonly #state: SearchState;
  readonly #base: string;

  private constructor(
    engine: SearchEngine,
    response: SearchResponse,
    state: SearchState,
    base: string,
    search: SavedSearch,
  ) {
    this.#engine = engine;
    this.#response = response;
    this.#state = state;
    this.#base = base;
    this.search = search;
  }

  /** @param base absolute address of the site's root; "" if it has none. */
  static async of(
    engine: SearchEngine,
    response: SearchResponse,
    state: SearchState,
    base: string,
  ): Promise<ResultCitations> {
    const filters = await engine.filterLabels(state.filters);
    const search = {
      query: state.query.trim(),
      filters,
      stories: response.hits.length,
      day: today(),
      index: engine.digest,
    };
    return new ResultCitations(engine, response, state, base, search);
  }

  get size(): number {
    return this.#response.hits.length;
  }

  get fileName(): string {
    return fileNameOf(this.search);
  }

  citations(start: number, end: number): Promise<readonly Citation[]> {
    const hits = this.#response.hits.slice(start, end);
    return Promise.all(hits.map(({ document }) => this.citation(document)));
  }

  /** The citation of one story of the result by its number. */
  async citation(number: number): Promise<Citation> {
    const story = await this.#engine.document(number);
    const evidence = await this.#engine.evidence(number, story, this.#response, this.#state.filters);
    return citationOf(story, evidence, this.search, this.#base);
  }
}
