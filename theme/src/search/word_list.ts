/** The words to show for terms; see `word_list.py`. */

import { unpack } from "./packing.ts";
import { placeOf, unpackRelated } from "./term_list.ts";

export interface Word {
  readonly word: string;
  /** Number of documents that hold it or a word of the same stem. */
  readonly count: number;
}

export class WordList {
  readonly #terms: readonly string[];
  readonly #words: readonly string[];
  readonly #counts: readonly number[];

  /** @param terms The vocabulary, to which both packed texts belong. */
  constructor(terms: readonly string[], words: string, counts: string) {
    this.#terms = terms;
    this.#words = unpackRelated(words, terms);
    this.#counts = unpack(counts);
  }

  /** The word of a term; the term itself, in no document, if the vocabulary lacks it. */
  wordOf(term: string): Word {
    const place = placeOf(this.#terms, term);
    if (this.#terms[place] !== term) return { word: term, count: 0 };
    return { word: this.#words[place] ?? term, count: this.#counts[place] ?? 0 };
  }
}
