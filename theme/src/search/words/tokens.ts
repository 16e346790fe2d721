/** The words, numbers and acronyms of running text: finds the same as `tokens.py`. */

import { isAscii, WordPattern } from "./word_pattern.ts";

const TOKEN = new WordPattern(
  ({ letter, mark, number, apostrophe }) =>
    [
      // U.S., AT&T
      String.raw`[${letter}](?:\.[${letter}])+(?![${letter}${mark}${number}])\.?`,
      String.raw`[${letter}]{1,2}(?:&[${letter}]{1,2})+(?![${letter}${mark}${number}])`,
      // 2,500 and 2.5, but not 26.02.1987
      String.raw`(?<![0-9][.,])[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9]|[.,][0-9])`,
      String.raw`(?<![0-9][.,])[0-9]+\.[0-9]+(?![0-9]|[.,][0-9])`,
      // Biden's, l’Elysée, O'Neill, 1990s
      String.raw`[${letter}${number}][${letter}${mark}${number}]*(?:[${apostrophe}][${letter}${number}][${letter}${mark}${number}]*)*`,
    ].join("|"),
  "g",
);
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;
const LETTER_WITH_MARKS = /.\p{M}*/gsu;

/** A token as it is written, and its place. */
export interface Token {
  readonly text: string;
  readonly start: number;
}

/** Expressions for scripts without spaces between words. */
interface UnspacedPatterns {
  readonly letter: RegExp;
  readonly loneLetter: RegExp;
  readonly piece: RegExp;
}

let patterns: UnspacedPatterns | undefined;

/** The expressions, made when first needed: their tables take time. */
function unspaced(): UnspacedPatterns {
  return (patterns ??= {
    letter: new RegExp(UNSPACED, "u"),
    loneLetter: new RegExp(String.raw`^${UNSPACED}\p{M}*$`, "u"),
    piece: new RegExp(String.raw`(?:${UNSPACED}\p{M}*)+|(?:(?!${UNSPACED}).)+`, "gsu"),
  });
}

/**
 * The words, numbers and acronyms of `text` as they are written. In a script without spaces, each
 * pair of neighbouring letters is a token, and so is the last letter of a run.
 */
export function tokensOf(text: string): readonly Token[] {
  const words = Array.from(text.matchAll(TOKEN.for(text)), ({ 0: word, index }) => ({ text: word, start: index }));
  if (isAscii(text) || !unspaced().letter.test(text)) return words;
  return words.flatMap(({ text: word, start }) => [...piecesOf(word, start)]);
}

/** Whether a term is a single letter of a script without spaces, where most terms are pairs. */
export function isLoneLetter(term: string): boolean {
  return !isAscii(term) && unspaced().loneLetter.test(term);
}

/** A word cut where its script changes, and the overlapping pairs of letters without spaces. */
function* piecesOf(word: string, start: number): Generator<Token> {
  for (const { 0: piece, index } of word.matchAll(unspaced().piece)) {
    if (!unspaced().letter.test(piece)) {
      yield { text: piece, start: start + index };
      continue;
    }
    let place = start + index;
    const letters = piece.match(LETTER_WITH_MARKS) ?? [];
    for (const [number, letter] of letters.entries()) {
      yield { text: letter + (letters[number + 1] ?? ""), start: place };
      place += letter.length;
    }
  }
}
