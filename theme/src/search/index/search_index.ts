/** What a search asks of an index: of that of one site, or of those of several sites, joined. */

import type { DayRange } from "../query/day_range.ts";
import type { Analysis } from "../words/analysis.ts";
import type { Completion, CompletionKind } from "./completion_files.ts";
import type { DocumentDates } from "./document_dates.ts";
import type { Facets } from "./facets.ts";
import type { HeadingNames } from "./heading_names.ts";
import type { IndexFiles } from "./index_files.ts";
import type { FieldStatistics } from "./manifest.ts";
import type { PostingList } from "./partition.ts";
import type { RarerWord } from "./rarer_words.ts";
import type { VersionList } from "./version_list.ts";
import type { Word } from "./word_list.ts";

/** One site's part of an index. */
export interface IndexPart {
  readonly files: IndexFiles;
  /** The number in the whole index of a document of this site. */
  numberOf(document: number): number;
}

/** The site that has a document, and its number there. */
export interface DocumentPlace {
  readonly files: IndexFiles;
  readonly number: number;
}

/** The words to show for terms. */
export interface Words {
  /** The word of a term; the term itself with a count of 0 if no document has it. */
  wordOf(term: string): Word;
}

/**
 * Documents are numbered from the newest to the oldest, undated last. Each method that loads a file
 * rejects with a SearchError if it is missing or damaged.
 */
export interface SearchIndex {
  /** Number of documents that are searched. */
  readonly documents: number;
  /** One more than the highest number of a document: more than `documents` if sites are left out. */
  readonly end: number;
  readonly fields: readonly FieldStatistics[];
  readonly analysis: Analysis;
  /** Differs whenever any file of the index differs. */
  readonly identity: string;
  /** A digest of all stored documents. */
  readonly digest: string;
  /** The names of the sites that should be searched, too, but could not be loaded. */
  readonly missing: readonly string[];

  /** The index without the sites that have no document of these days; with all of them if none has any. */
  within(days: DayRange): SearchIndex;
  /** The index without the other site that has this file, which is missing; undefined if none has it. */
  without(path: string): SearchIndex | undefined;
  placeOf(document: number): Promise<DocumentPlace>;
  parts(): Promise<readonly IndexPart[]>;
  /** For each field the number of terms in each document. */
  lengths(): Promise<readonly ArrayLike<number>[]>;
  facets(): Promise<Facets>;
  /** All headings and their other forms. */
  names(): Promise<HeadingNames>;
  dates(): Promise<DocumentDates>;
  /** Which documents are versions of one story. */
  versions(): Promise<VersionList>;
  /** All terms, sorted. */
  vocabulary(): Promise<readonly string[]>;
  words(): Promise<Words>;
  /** Loads what `postings` will need. */
  prepare(term: string): Promise<unknown>;
  /** One posting list for each field; undefined if no document has the term. */
  postings(term: string): Promise<readonly PostingList[] | undefined>;
  has(term: string): Promise<boolean>;
  /** The words of a term that far fewer documents have than the term. */
  rarerWords(term: string): Promise<readonly RarerWord[]>;
  /** The terms that begin with `prefix`, sorted. */
  termsWithPrefix(prefix: string): Promise<readonly string[]>;
  /** The words, as texts write them, that begin with `prefix`. */
  wordsWithPrefix(prefix: string): Promise<readonly string[]>;
  /** How many files hold the terms that begin with `prefix`. */
  filesWithPrefix(prefix: string): number;
  /** The completions of a beginning in plain words, best first; of one kind if `only` is given. */
  completions(prefix: string, only?: CompletionKind): Promise<readonly Completion[]>;
}
