/** Signs that other search engines know and this one does not. */

import { WordPattern } from "../words/word_pattern.ts";

/** Between two letters of one word, after it where a number should follow, or at its end (`C++`, `C#`). */
const INSIDE = new WordPattern(
  ({ letter, number }) => `[${letter}${number}](?:[?!$#%|]+[${letter}${number}]|[~^](?![0-9])|[+#]+$)`,
);
/** Alone, or before a word. */
const ALONE = /^(?:[|&]{1,2}|!+|(?:[wn]|pre|adj|within)\/[0-9]+|(?:ADJ|WITHIN|SAME|XOR)[0-9]*)$|^[!$#=<>]+(?=\S)/;

/** Whether a word holds signs that seem to be meant as a command. */
export function hasUnknownSign(word: string): boolean {
  return ALONE.test(word) || INSIDE.for(word).test(word);
}
