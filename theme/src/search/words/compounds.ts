/** Compounds: two words with a hyphen between them, and no third; finds the same as `compounds.py`. */

import { isAscii, WordPattern } from "./word_pattern.ts";

const COMPOUND = new WordPattern(({ letter, mark, number, apostrophe, hyphen }) => {
  const word = `${letter}${mark}${number}`;
  return (
    `(?<![${word}${hyphen}&.${apostrophe}])([${letter}][${word}]*)[${hyphen}]([${letter}${number}][${word}]*)` +
    `(?:[${apostrophe}]s)?(?![${word}${hyphen}]|[.,&${apostrophe}][${letter}${number}])`
  );
}, "g");

/** A compound and its place, a possessive included. */
interface Compound {
  readonly first: string;
  readonly second: string;
  readonly start: number;
  readonly end: number;
}

/** The compounds of a text in their order. */
export function compoundsOf(text: string): readonly Compound[] {
  if (isAscii(text) && !text.includes("-")) return [];
  return Array.from(text.matchAll(COMPOUND.for(text)), ({ 0: whole, 1: first = "", 2: second = "", index }) => {
    return { first, second, start: index, end: index + whole.length };
  });
}
