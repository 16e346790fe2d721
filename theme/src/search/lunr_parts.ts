/** The parts of lunr.js that its published types leave out. */

import lunr from "lunr";

/** For each field the documents (as strings) that hold a term; lunr keeps match metadata there. */
export type InvertedIndexEntry = { _index: number } & Record<string, unknown>;

export interface ScoredReference {
  readonly ref: string;
  readonly score: number;
}

/** A clause as lunr's query builder takes it. */
export interface LunrClause {
  readonly term: string;
  readonly fields: string[];
  readonly boost: number;
  readonly presence: lunr.Query.presence;
  readonly usePipeline: boolean;
  readonly wildcard: lunr.Query.wildcard;
  readonly editDistance?: number;
}

interface WholeIndex {
  query(build: (query: { clause(clause: LunrClause): unknown }) => void): readonly ScoredReference[];
}

interface Lexeme {
  readonly type: string;
  readonly str: string;
}

interface Parts {
  readonly QueryParser: new (
    text: string,
    query: lunr.Query,
  ) => { parse(): lunr.Query; readonly lexer: { readonly lexemes: readonly Lexeme[] } };
  readonly Index: new (attributes: {
    invertedIndex: Record<string, InvertedIndexEntry>;
    fieldVectors: Record<string, lunr.Vector>;
    tokenSet: lunr.TokenSet;
    fields: readonly string[];
    pipeline: lunr.Pipeline;
  }) => WholeIndex;
  readonly TokenSet: {
    fromArray(terms: readonly string[]): lunr.TokenSet;
    fromClause(clause: LunrClause): lunr.TokenSet;
  };
}

const parts = lunr as unknown as Parts;

export const QueryParser = parts.QueryParser;
export const Index = parts.Index;
export const TokenSet = parts.TokenSet;

/** Lunr's English stem of a word. */
export function stem(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString();
}
