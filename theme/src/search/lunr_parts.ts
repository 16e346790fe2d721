/** The parts of lunr.js that its published types leave out. */

import lunr from "lunr";

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

interface Lexeme {
  readonly type: string;
  readonly str: string;
}

interface Parts {
  readonly QueryParser: new (
    text: string,
    query: lunr.Query,
  ) => { parse(): lunr.Query; readonly lexer: { readonly lexemes: readonly Lexeme[] } };
}

const parts = lunr as unknown as Parts;

export const QueryParser = parts.QueryParser;

/** Lunr's English stem of a word. */
export function stem(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString();
}
