/** The index of one site. */

import type { Analysis } from "../words/analysis.ts";
import { type Completion, type CompletionKind, ofKind } from "./completion_files.ts";
import { IndexFiles } from "./index_files.ts";
import { analysisOf, type FieldStatistics, type Manifest } from "./manifest.ts";
import type { Partition, PostingList } from "./partition.ts";
import type { RarerWord } from "./rarer_words.ts";
import type { Loader } from "./script_loader.ts";
import type { DocumentPlace, IndexPart, SearchIndex } from "./search_index.ts";
import { withPrefix } from "./term_list.ts";

export class SiteIndex extends IndexFiles implements SearchIndex {
  readonly documents: number;
  readonly end: number;
  readonly fields: readonly FieldStatistics[];
  readonly analysis: Analysis;
  readonly identity: string;
  readonly digest: string;
  readonly missing: readonly string[] = [];

  constructor(manifest: Manifest, loader: Loader, way?: string) {
    super(manifest, loader, way);
    this.documents = this.end = manifest.documents;
    this.fields = manifest.fields;
    this.analysis = analysisOf(manifest);
    this.identity = manifest.identity;
    this.digest = manifest.digest;
  }

  within(): SearchIndex {
    return this;
  }

  without(): undefined {}

  placeOf(number: number): Promise<DocumentPlace> {
    return Promise.resolve({ files: this, number });
  }

  parts(): Promise<readonly IndexPart[]> {
    return Promise.resolve([{ files: this, numberOf: (document) => document }]);
  }

  prepare(term: string): Promise<unknown> {
    return this.#partitionOf(term);
  }

  async postings(term: string): Promise<readonly PostingList[] | undefined> {
    return (await this.#partitionOf(term))?.postings(term);
  }

  async has(term: string): Promise<boolean> {
    return (await this.#partitionOf(term))?.has(term) ?? false;
  }

  async rarerWords(term: string): Promise<readonly RarerWord[]> {
    return (await this.#partitionOf(term))?.rarerWords(term) ?? [];
  }

  async termsWithPrefix(prefix: string): Promise<readonly string[]> {
    const numbers = this.manifest.partitionsWithPrefix(prefix);
    const partitions = await Promise.all(numbers.map((number) => this.partition(number)));
    return partitions.flatMap(({ terms }) => withPrefix(terms, prefix));
  }

  /** Those with a beginning are in few files, all of them in one. */
  async wordsWithPrefix(prefix: string): Promise<readonly string[]> {
    if (prefix === "") return (await this.words()).surfaceWords(this.analysis);
    const numbers = this.manifest.partitionsWithPrefix(prefix);
    const found = await Promise.all(numbers.map((number) => this.surface(number)));
    return found.flatMap((words) => words.withPrefix(prefix));
  }

  filesWithPrefix(prefix: string): number {
    return this.manifest.partitionsWithPrefix(prefix).length;
  }

  async completions(prefix: string, only?: CompletionKind): Promise<readonly Completion[]> {
    const table = await this.completionTable();
    const short = table.short(prefix);
    if (short !== undefined) return only === undefined ? short : ofKind(short, only);
    const path = table.fileOf(prefix);
    return path === undefined ? [] : (await this.completionFile(path)).complete(prefix, only);
  }

  /** The partition of a term; undefined if none can hold it. */
  async #partitionOf(term: string): Promise<Partition | undefined> {
    const number = this.manifest.partitionOf(term);
    return number === undefined ? undefined : await this.partition(number);
  }
}
