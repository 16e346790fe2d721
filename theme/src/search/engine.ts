/** The search engine: answers queries from the files of a partitioned Lunr index. */

import { answer, answerInstead, prepare } from "./answer/answer.ts";
import { completionsOf } from "./answer/completions.ts";
import { correctionsOf } from "./answer/correction.ts";
import { type Bin, histogram } from "./answer/histogram.ts";
import { makeSnippet, markText } from "./answer/marking.ts";
import { type Matched, shownDocuments } from "./answer/shown_documents.ts";
import type { Completion, CompletionKind } from "./index/completion_files.ts";
import { type Loader, ScriptLoader } from "./index/script_loader.ts";
import { SearchError } from "./index/search_error.ts";
import type { SearchIndex } from "./index/search_index.ts";
import { Pace } from "./pace.ts";
import { numericPeriod } from "./query/calendar_day.ts";
import { asksForAll, choicePrefix, FACET_KINDS, type Filters, valueOf } from "./query/facet_kind.ts";
import { datesOf, withDates } from "./query/query_dates.ts";
import type { Correction, InsteadResponse, SearchRequest, SearchResponse, Segment, StoredDocument, StoryEvidence } from "./types.ts";
import { openIndex } from "./sites/open_index.ts";

export { SearchError } from "./index/search_error.ts";

export class SearchEngine {
  readonly #loader: Loader;
  #index: SearchIndex;

  private constructor(loader: Loader, index: SearchIndex) {
    this.#loader = loader;
    this.#index = index;
  }

  /**
   * Opens the index of the site, and of those that are searched together with it.
   *
   * @param root Relative way to the site's root: "" or "../".
   * @param loader How files are loaded; by script elements by default.
   * @param payload The manifest's payload if the page contains it; otherwise it is loaded.
   * @throws SearchError if the index is missing or of another version.
   */
  static async open(
    root: string,
    loader: Loader = new ScriptLoader(root),
    payload?: unknown,
  ): Promise<SearchEngine> {
    return new SearchEngine(loader, await openIndex(loader, payload));
  }

  /** Number of stories in the archive. */
  get size(): number {
    return this.#index.documents;
  }

  /** A digest of the stories that are searched. */
  get digest(): string {
    return this.#index.digest;
  }

  /** Starts loading what a search for this text will need. */
  prepare(text: string): void {
    prepare(text, this.#index, this.#index.analysis);
  }

  /**
   * Answers a request. If a file is missing because the site was updated, the new index answers it.
   *
   * @throws SearchError if a file is still missing, or damaged.
   */
  search(request: SearchRequest): Promise<SearchResponse> {
    return this.#ask((index) => answer(request, index, index.analysis));
  }

  /**
   * The answer to what is clearly meant by a request that found nothing; undefined if nothing is.
   *
   * @throws SearchError as `search` does.
   */
  instead(request: SearchRequest): Promise<InsteadResponse | undefined> {
    return this.#ask((index) => answerInstead(request, index, index.analysis));
  }

  /**
   * The words to write instead of those of a query that no story has.
   *
   * @throws SearchError as `search` does.
   */
  corrections(query: string): Promise<readonly Correction[]> {
    return this.#ask((index) => correctionsOf(query, index, index.analysis));
  }

  /**
   * What a reader who has typed `text` may mean: names, then words, those with most stories first.
   *
   * @param only the kind that is looked for, if only one is.
   * @throws SearchError as `search` does.
   */
  complete(text: string, only?: CompletionKind): Promise<readonly Completion[]> {
    return this.#ask((index) => completionsOf(text, index, index.analysis, only));
  }

  /**
   * How the result of a request is spread over time, without the dates that its query asks for; a short
   * period that it asks for is spread over its days.
   *
   * @throws SearchError as `search` does.
   */
  histogram(request: SearchRequest): Promise<readonly Bin[]> {
    const query = withDates(request.query, { after: "", before: "" });
    const { after, before } = datesOf(request.query);
    const [first, end] = [numericPeriod(after)?.from, numericPeriod(before)?.from];
    const within = first === undefined || end === undefined ? undefined : { from: first, to: end };
    return this.#ask(async (index) => {
      const hitsFound = answer({ ...request, query }, index, index.analysis, within);
      const [{ hits }, dates] = await Promise.all([hitsFound, index.within(within ?? {}).dates()]);
      return await histogram(hits, dates, new Pace(), within);
    });
  }

  /**
   * What a result shows of a story.
   *
   * @param number A document number of the latest search.
   * @throws SearchError of kind `changed` if the site was updated since: search again.
   */
  async document(number: number): Promise<StoredDocument> {
    return await this.#orChanged(async () => {
      const { files, number: ownNumber } = await this.#index.placeOf(number);
      return await files.document(ownNumber);
    });
  }

  /**
   * What results show of stories, in their order; the text of some may be the passage that matches.
   *
   * @param numbers Document numbers of the latest search.
   * @param matched The terms and phrases of its response.
   * @throws SearchError as `document` does.
   */
  async documents(numbers: readonly number[], matched: Matched): Promise<readonly StoredDocument[]> {
    return await this.#orChanged(() => shownDocuments(numbers, matched, this.#index, this.#index.analysis));
  }

  /**
   * What a saved list says of a story of a response.
   *
   * @param number Its document number.
   * @param story The story, as `document` gives it.
   * @throws SearchError as `document` does.
   */
  async evidence(
    number: number,
    story: StoredDocument,
    { terms }: Pick<SearchResponse, "terms">,
    filters: Filters,
  ): Promise<StoryEvidence> {
    const { evidenceOf } = await import("./answer/story_evidence.ts");
    return await this.#orChanged(async () => {
      const { files, number: ownNumber } = await this.#index.placeOf(number);
      return await evidenceOf(ownNumber, story, terms, filters, files, this.#index.analysis);
    });
  }

  /**
   * The filters in words: "about Kenya", "not CNN".
   *
   * @throws SearchError as `search` does.
   */
  async filterLabels(filters: Filters): Promise<readonly string[]> {
    const facets = await this.#orChanged(() => this.#index.facets());
    return FACET_KINDS.flatMap((kind) => {
      const labels = filters[kind].map((value) => choicePrefix(kind, value) + facets.labelOf(kind, valueOf(value)));
      return asksForAll(filters, kind) && labels.length > 1 ? [`all of: ${labels.join(", ")}`] : labels;
    });
  }

  /** The part of a story's text that matches best, about 220 characters, with its matches marked. */
  snippet(document: StoredDocument, terms: readonly string[]): readonly Segment[] {
    return makeSnippet(document.text, terms, this.#index.analysis);
  }

  /** A whole text, with its matches marked. */
  mark(text: string, terms: readonly string[]): readonly Segment[] {
    return markText(text, terms, this.#index.analysis);
  }

  async #ask<Value>(question: (index: SearchIndex) => Promise<Value>): Promise<Value> {
    try {
      return await question(this.#index);
    } catch (error) {
      if (!(await this.#isOtherNow(error))) throw error;
      return await this.#ask(question);
    }
  }

  async #orChanged<Value>(read: () => Promise<Value>): Promise<Value> {
    try {
      return await read();
    } catch (error) {
      if (await this.#isOtherNow(error)) throw new SearchError("changed", (error as SearchError).path);
      throw error;
    }
  }

  /**
   * After a file was missing, opens the index again. If it is the same, the site that lacks the file is left
   * out; false if that is this site, or if another error occurred.
   */
  async #isOtherNow(error: unknown): Promise<boolean> {
    if (!(error instanceof SearchError) || error.kind !== "missing") return false;
    const opened = await openIndex(this.#loader, undefined, `?${Date.now()}`);
    const index = opened.identity === this.#index.identity ? this.#index.without(error.path) : opened;
    if (index !== undefined) this.#index = index;
    return index !== undefined;
  }
}
