/** The search engine: answers queries from the files of a partitioned Lunr index. */

import { Analysis } from "./analysis.ts";
import { matchingTerms, prefixOf, reachOf } from "./expansion.ts";
import { IndexFiles } from "./index_files.ts";
import { Manifest, MANIFEST_PATH } from "./manifest.ts";
import { makeSnippet, markText } from "./marking.ts";
import { Pace, sortInSlices } from "./pace.ts";
import type { PostingList } from "./partition.ts";
import { type Clause, type ParsedQuery, parseQuery, unfinishedClause } from "./query.ts";
import { type MatchedClause, type Postings, type Ranking, rank } from "./ranking.ts";
import { type Loader, ScriptLoader } from "./script_loader.ts";
import { SearchError } from "./search_error.ts";
import type { Hit, SearchRequest, SearchResponse, Segment, StoredDocument } from "./types.ts";

export { SearchError } from "./search_error.ts";

/** Longer words are offered for an unfinished one only where they lie close together. */
const MOST_PARTITIONS_OF_UNFINISHED = 2;

export class SearchEngine {
  readonly #loader: Loader;
  #files: IndexFiles;
  #analysis: Analysis;

  private constructor(loader: Loader, manifest: Manifest) {
    this.#loader = loader;
    this.#files = new IndexFiles(manifest, loader);
    this.#analysis = analysisOf(manifest);
  }

  /**
   * Opens the index of the site.
   *
   * @param root Relative way to the site's root: "" or "../".
   * @param loader How files are loaded; by script elements unless told otherwise.
   * @param payload The manifest's payload if the page brought it along; else it is loaded.
   * @throws SearchError if there is no index or it is of another version.
   */
  static async open(
    root: string,
    loader: Loader = new ScriptLoader(root),
    payload?: unknown,
  ): Promise<SearchEngine> {
    return new SearchEngine(loader, new Manifest(payload ?? (await loader.load(MANIFEST_PATH))));
  }

  /** Number of stories in the archive. */
  get size(): number {
    return this.#files.manifest.documents;
  }

  /**
   * Answers a request. If a file is missing because the site was updated, the new index is opened
   * and asked instead.
   *
   * @throws SearchError if that does not help.
   */
  async search(request: SearchRequest): Promise<SearchResponse> {
    try {
      return await answer(request, this.#files, this.#analysis);
    } catch (error) {
      if (!isMissing(error) || !(await this.#reopen())) throw error;
      return await answer(request, this.#files, this.#analysis);
    }
  }

  /**
   * What a result shows of a story.
   *
   * @param number A document number of the latest search.
   * @throws SearchError of kind `changed` if the site was updated since: search again.
   */
  async document(number: number): Promise<StoredDocument> {
    try {
      return await this.#files.document(number);
    } catch (error) {
      if (isMissing(error) && (await this.#reopen())) throw new SearchError("changed", error.path);
      throw error;
    }
  }

  /** The part of a story's text that matches best, about 220 characters. */
  snippet(document: StoredDocument, terms: readonly string[]): readonly Segment[] {
    return makeSnippet(document.text, terms, this.#analysis);
  }

  /** A whole text, matches marked. */
  mark(text: string, terms: readonly string[]): readonly Segment[] {
    return markText(text, terms, this.#analysis);
  }

  /** Asks for the manifest anew; true if the site has another index by now. */
  async #reopen(): Promise<boolean> {
    const manifest = new Manifest(await this.#loader.load(`${MANIFEST_PATH}?${Date.now()}`));
    if (manifest.identity === this.#files.manifest.identity) return false;
    this.#files = new IndexFiles(manifest, this.#loader);
    this.#analysis = analysisOf(manifest);
    return true;
  }
}

function analysisOf(manifest: Manifest): Analysis {
  return new Analysis(manifest.stopWords, manifest.letters);
}

function isMissing(error: unknown): error is SearchError {
  return error instanceof SearchError && error.kind === "missing";
}

async function answer(request: SearchRequest, files: IndexFiles, analysis: Analysis): Promise<SearchResponse> {
  const query = read(request, files.manifest, analysis);
  const isEmpty = request.query.trim() === "";
  const pace = new Pace();
  const [facets, ranking] = await Promise.all([
    files.facets(),
    isEmpty ? everything(files.manifest) : ranked(query.clauses, files, pace),
  ]);
  const filtered = await facets.filter(ranking.hits, request.filters, pace);
  const hits = request.sort === "date" ? await sortInSlices(filtered.hits, byNumber, pace) : filtered.hits;
  return { hits, facets: filtered.counts, terms: ranking.terms, literal: query.literal };
}

function byNumber(a: Hit, b: Hit): number {
  return a.document - b.document;
}

/** The query as it is written, and the longer words that an unfinished one may become. */
function read(request: SearchRequest, manifest: Manifest, analysis: Analysis): ParsedQuery {
  const fields = manifest.fields.map((field) => field.name);
  const query = parseQuery(request.query, fields, analysis);
  if (request.unfinished !== true) return query;
  const clause = unfinishedClause(request.query, query.clauses, fields, analysis);
  if (clause === undefined) return query;
  const partitions = manifest.partitionsWithPrefix(prefixOf(clause));
  if (partitions.length > MOST_PARTITIONS_OF_UNFINISHED) return query;
  return { ...query, clauses: [...query.clauses, clause] };
}

function everything(manifest: Manifest): Ranking {
  const hits: Hit[] = Array.from({ length: manifest.documents }, (_, document) => ({ document, score: 0 }));
  return { hits, terms: [] };
}

async function ranked(clauses: readonly Clause[], files: IndexFiles, pace: Pace): Promise<Ranking> {
  if (clauses.length === 0) return { hits: [], terms: [] };
  const lengths = files.lengths();
  lengths.catch(() => undefined); // whatever fails first is told
  const matched = await Promise.all(clauses.map((clause) => match(clause, files, pace)));
  const postings = await postingsFor(matched.flatMap(({ terms }) => terms), files);
  const { documents, fields } = files.manifest;
  return await rank(matched, postings, { documents, fields, lengths: await lengths }, pace);
}

/** The postings of terms; those that the index lacks are left out. */
async function postingsFor(terms: readonly string[], files: IndexFiles): Promise<Postings> {
  const postings = new Map<string, readonly PostingList[]>();
  await Promise.all(
    [...new Set(terms)].map(async (term) => {
      const number = files.manifest.partitionOf(term);
      const lists = number === undefined ? undefined : (await files.partition(number)).postings(term);
      if (lists !== undefined) postings.set(term, lists);
    }),
  );
  return postings;
}

/** A clause with the terms of the index that it means. */
async function match(clause: Clause, files: IndexFiles, pace: Pace): Promise<MatchedClause> {
  const terms = await termsFor(clause, files, pace);
  return { clause, terms };
}

async function termsFor(clause: Clause, files: IndexFiles, pace: Pace): Promise<readonly string[]> {
  switch (reachOf(clause)) {
    case "term": {
      const number = files.manifest.partitionOf(clause.term);
      const isThere = number !== undefined && (await files.partition(number)).has(clause.term);
      return isThere ? [clause.term] : [];
    }
    case "vocabulary":
      return await matchingTerms(clause, await files.vocabulary(), pace);
    case "prefix": {
      const numbers = files.manifest.partitionsWithPrefix(prefixOf(clause));
      const partitions = await Promise.all(numbers.map((number) => files.partition(number)));
      const found = partitions.map((partition) => matchingTerms(clause, partition.terms, pace));
      return (await Promise.all(found)).flat();
    }
  }
}
