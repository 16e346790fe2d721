/** The parts of lunr.js that its published types leave out. */

import lunr from "lunr";

/** For each field the documents (as strings) that hold a term; lunr keeps match metadata there. */
export type InvertedIndexEntry = { _index: number } & Record<string, unknown>;

export interface ScoredReference {
  readonly ref: string;
  readonly score: number;
}

interface WholeIndex {
  query(build: (query: lunr.Query) => void): readonly ScoredReference[];
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
}

const parts = lunr as unknown as Parts;

export const QueryParser = parts.QueryParser;
export const Index = parts.Index;

/** Lunr's English stem of a word. */
export function stem(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString();
}
