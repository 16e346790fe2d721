/** The search engine: answers queries from the files of a partitioned Lunr index. */

import { Analysis } from "./analysis.ts";
import { candidates, prefixOf, reachOf } from "./expansion.ts";
import { IndexFiles } from "./index_files.ts";
import { Manifest, MANIFEST_PATH } from "./manifest.ts";
import { makeSnippet, markText } from "./marking.ts";
import type { PostingList } from "./partition.ts";
import { type Clause, type ParsedQuery, parseQuery, unfinishedClause } from "./query.ts";
import { type Postings, type Ranking, rank } from "./ranking.ts";
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
   * @throws SearchError if there is no index or it is of another version.
   */
  static async open(root: string, loader: Loader = new ScriptLoader(root)): Promise<SearchEngine> {
    return new SearchEngine(loader, new Manifest(await loader.load(MANIFEST_PATH)));
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
  const [facets, ranking] = await Promise.all([
    files.facets(),
    isEmpty ? everything(files.manifest) : ranked(query.clauses, files),
  ]);
  const scores = new Map(ranking.hits.map((hit) => [hit.document, hit.score]));
  const filtered = facets.filter(scores.keys(), request.filters);
  const hits = filtered.documents.map((document) => ({ document, score: scores.get(document) ?? 0 }));
  if (request.sort === "date") hits.sort((a, b) => a.document - b.document);
  return { hits, facets: filtered.counts, terms: ranking.terms, literal: query.literal };
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

async function ranked(clauses: readonly Clause[], files: IndexFiles): Promise<Ranking> {
  if (clauses.length === 0) return { hits: [], terms: [] };
  const [postings, lengths] = await Promise.all([postingsFor(clauses, files), files.lengths()]);
  const { documents, fields } = files.manifest;
  return rank(clauses, postings, { documents, fields, lengths });
}

/** The postings of all terms that the clauses may match. */
async function postingsFor(clauses: readonly Clause[], files: IndexFiles): Promise<Postings> {
  const postings = new Map<string, readonly PostingList[]>();
  const terms = await Promise.all(clauses.map((clause) => termsFor(clause, files)));
  await Promise.all(
    [...new Set(terms.flat())].map(async (term) => {
      const number = files.manifest.partitionOf(term);
      const lists = number === undefined ? undefined : (await files.partition(number)).postings(term);
      if (lists !== undefined) postings.set(term, lists);
    }),
  );
  return postings;
}

async function termsFor(clause: Clause, files: IndexFiles): Promise<readonly string[]> {
  switch (reachOf(clause)) {
    case "term":
      return [clause.term];
    case "vocabulary":
      return candidates(clause, await files.vocabulary());
    case "prefix": {
      const numbers = files.manifest.partitionsWithPrefix(prefixOf(clause));
      const partitions = await Promise.all(numbers.map((number) => files.partition(number)));
      return partitions.flatMap((partition) => candidates(clause, partition.terms));
    }
  }
}
