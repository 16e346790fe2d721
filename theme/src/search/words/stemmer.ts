/** Lunr's English stemmer, as `stemmer.py` has it. */

import lunr from "lunr";

/** The stem of a word in small letters. */
export function stem(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString();
}
