/** The words to show for terms; see `word_list.py`. */

import type { Analysis } from "../words/analysis.ts";
import { inCase } from "../words/letter_case.ts";
import { PackedNumbers, unpack } from "./packing.ts";
import { placeOf, related, SEPARATOR } from "./term_list.ts";

/** Stands before each other word of a term. */
const OTHER_MARK = "/";
const HYPHEN = "-";

export interface Word {
  readonly word: string;
  /** Number of documents that have it or a word of the same stem. */
  readonly count: number;
}

export class WordList {
  readonly #terms: readonly string[];
  /** Each word, coded by its letter case and what it shares with its term. */
  readonly #coded: readonly string[];
  readonly #counts: readonly number[];

  /** @param terms The vocabulary; both packed texts have an entry for each of its terms. */
  constructor(terms: readonly string[], words: string, counts: string) {
    this.#terms = terms;
    this.#coded = words.split(SEPARATOR);
    this.#counts = unpack(counts);
  }

  /** The word of a term; the term itself with a count of 0 if the vocabulary lacks it. */
  wordOf(term: string): Word {
    const place = placeOf(this.#terms, term);
    if (this.#terms[place] !== term) return { word: term, count: 0 };
    const packed = new PackedNumbers(this.#coded[place] ?? "");
    const known = inCase(term, packed.next());
    const [shown = ""] = packed.rest.split(OTHER_MARK);
    return { word: related(shown, known), count: this.#counts[place] ?? 0 };
  }

  /** All words that the terms stand for, as texts write them; each once. */
  surfaceWords(analysis: Analysis): readonly string[] {
    return this.#terms.flatMap((term, place) => {
      const packed = new PackedNumbers(this.#coded[place] ?? "");
      const known = inCase(term, packed.next());
      const [shown = "", ...others] = packed.rest.split(OTHER_MARK);
      const word = related(shown, known);
      const own = word.includes(HYPHEN) ? [] : [analysis.word(word)]; // a compound is not written as one word
      return [...own, ...others.map((other) => related(other, term))];
    });
  }
}
