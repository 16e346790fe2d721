/** The words as texts write them, and which occurrences of their terms they are; see `surface_words.py`. */

import { PackedNumbers } from "./packing.ts";
import type { PostingList } from "./partition.ts";
import { placeOf, SEPARATOR, unpackTerms, withPrefix } from "./term_list.ts";

/** Stands before the runs of the occurrences in capitals. */
const CAPITALS_MARK = "&";

export type SurfacePayload = readonly [words: string, runs: string];

/** The words of one partition. */
export class SurfaceWords {
  readonly #words: readonly string[];
  readonly #runs: readonly string[];

  constructor([words, runs]: SurfacePayload) {
    this.#words = unpackTerms(words);
    this.#runs = runs.split(SEPARATOR);
  }

  /** The words that begin with `prefix`, sorted. */
  withPrefix(prefix: string): readonly string[] {
    return withPrefix(this.#words, prefix);
  }

  /**
   * Which occurrences of its term a word is; undefined if no text has it.
   *
   * @param inCapitals whether only those in capitals are meant; all are if it is not written both ways.
   */
  occurrences(word: string, inCapitals = false): Occurrences | undefined {
    const place = placeOf(this.#words, word);
    if (this.#words[place] !== word) return undefined;
    const [all = "", capitals] = (this.#runs[place] ?? "").split(CAPITALS_MARK);
    return new Occurrences(inCapitals ? (capitals ?? all) : all);
  }
}

/** Tells of a term's occurrences, field by field and document by document, which are a word. */
export class Occurrences {
  readonly #runs: string;

  /** @param runs the packed lengths of runs that are not the word, are it, and so on; "" if all are. */
  constructor(runs: string) {
    this.#runs = runs;
  }

  /**
   * For each document of each field which of the term's occurrences are the word, by their places;
   * documents without any are left out.
   */
  in(lists: readonly PostingList[]): readonly ReadonlyMap<number, readonly number[]>[] {
    const isNext = this.#reader();
    return lists.map(({ documents, frequencies }) => {
      const found = new Map<number, readonly number[]>();
      for (let place = 0; place < documents.length; place += 1) {
        const count = frequencies[place] as number;
        const places: number[] = [];
        for (let number = 0; number < count; number += 1) if (isNext()) places.push(number);
        if (places.length > 0) found.set(documents[place] as number, places);
      }
      return found;
    });
  }

  /** A function that tells of one occurrence after the other whether it is the word. */
  #reader(): () => boolean {
    if (this.#runs === "") return () => true;
    const packed = new PackedNumbers(this.#runs);
    let isWord = false;
    let left = packed.next();
    return () => {
      while (left === 0 && !packed.done) {
        left = packed.next();
        isWord = !isWord;
      }
      left -= 1;
      return left >= 0 && isWord;
    };
  }
}
