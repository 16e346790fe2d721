/** Text analysis: the same terms as `analysis.py` gives when the index is built. */

import { stem } from "./stemmer.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { isAscii, WordPattern } from "./word_pattern.ts";

const COUNTRY_ACRONYM = "us";
/** Longest term in characters; anything longer is no word. */
export const TERM_LENGTH = 64;

const NUMBER = /^(?:[0-9]+(?:,[0-9]{3})*\.[0-9]+|[0-9]+(?:,[0-9]{3})+)$/;
const ACRONYM = /[.&]/;
const APOSTROPHES = /['’ʼ＇]/g;
/** Has no apostrophe, which may stand after an article (`l'Elysee`). */
const PLAIN_WORD = /^[A-Za-z0-9.,&]+$/;
const POSSESSIVE = /'s$/;
const ELISION = /^(?:[cdjlmnst]|qu)'/;
/** Accents; Hebrew points; Arabic vowel signs and the stretching tatweel. */
const OPTIONAL_MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]+/g;
const OTHERS = new WordPattern(({ letter, mark, number }) => `[^${letter}${mark}${number}]+`, "g");

/** Where a term stands in a text. */
export interface TermPlace {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** Turns text into index terms, by the stop words and letters that the manifest names. */
export class Analysis {
  readonly #stopWords: ReadonlySet<string>;
  readonly #letters: ReadonlyMap<string, string>;

  constructor(stopWords: readonly string[], letters: Readonly<Record<string, string>>) {
    this.#stopWords = new Set(stopWords);
    this.#letters = new Map(Object.entries(letters));
  }

  /** Where the `wanted` terms stand in a text. */
  places(text: string, wanted: ReadonlySet<string>): TermPlace[] {
    const mayBeWanted = firstLetterTest(wanted);
    return this.#placesOfAll(text, mayBeWanted).filter(({ term }) => wanted.has(term));
  }

  /** The terms of a text in their order, "" in the place of a stop word. */
  terms(text: string): string[] {
    return this.#placesOfAll(text).map(({ term }) => term);
  }

  #placesOfAll(text: string, isOfUse: (token: string) => boolean = () => true): TermPlace[] {
    const inCapitals = text === text.toUpperCase();
    return tokensOf(text)
      .filter((token) => isOfUse(token.text))
      .map(({ text: token, start }) => ({ term: this.term(token, inCapitals), start, end: start + token.length }));
  }

  /**
   * The terms that a reader's words ask for, "" in the place of a stop word. Small "us" asks for
   * the country as well. Of a run without spaces its pairs are asked for.
   */
  queryTerms(text: string): string[] {
    const found = tokensOf(text);
    return found
      .filter((token, place) => !isEndOf(found[place - 1], token))
      .map(({ text: token }) =>
        token.toLowerCase() === COUNTRY_ACRONYM ? COUNTRY_ACRONYM : this.term(token),
      );
  }

  /** The words of a name in plain letters: neither stemmed nor looked up among the stop words. */
  nameWords(text: string): string[] {
    return tokensOf(text)
      .map((token) => fold(token.text, this.#letters).replace(POSSESSIVE, ""))
      .map((word) => word.replace(OTHERS.for(word), ""))
      .filter((word) => word !== "");
  }

  /** A pattern with its pieces between `*` folded but not stemmed; "" if nothing else is left. */
  pattern(text: string): string {
    const pieces = text
      .split("*")
      .map((piece) => fold(piece.replaceAll(",", ""), this.#letters))
      .map((piece) => piece.replace(OTHERS.for(piece), keepDecimalPoint));
    const pattern = pieces.join("*").replace(/\*{2,}/g, "*");
    return pattern === "*" ? "" : pattern;
  }

  /**
   * The index term of one token, "" for a stop word.
   *
   * @param inCapitals Whether the text around it has no small letters.
   */
  term(token: string, inCapitals = false): string {
    if (NUMBER.test(token)) return shortEnough(token.replaceAll(",", ""));
    let folded = fold(token, this.#letters);
    if (!ACRONYM.test(token)) {
      folded = folded.replace(POSSESSIVE, "").replace(ELISION, "").replaceAll("'", "");
      if (this.#stopWords.has(folded) && !isKept(token, folded, inCapitals)) return "";
    }
    const term = folded.replace(OTHERS.for(folded), "");
    return shortEnough(isAscii(term) ? stem(term) : term);
  }
}

/** Whether a token is the last letter of the pair before it. */
function isEndOf(pair: Token | undefined, token: Token): boolean {
  return pair !== undefined && pair.start + pair.text.length === token.start + token.text.length;
}

function fold(token: string, letters: ReadonlyMap<string, string>): string {
  if (isAscii(token)) return token.toLowerCase();
  const plain = token.normalize("NFKD").toLowerCase().replace(OPTIONAL_MARKS, "");
  const mapped = isAscii(plain) ? plain : Array.from(plain, (letter) => letters.get(letter) ?? letter).join("");
  return mapped.normalize("NFC").replace(APOSTROPHES, "'");
}

/**
 * Tells tokens that cannot mean any of these terms: a word of plain letters begins as its term does,
 * and most words of a text need no more than this look.
 */
function firstLetterTest(terms: ReadonlySet<string>): (token: string) => boolean {
  const initials = new Set(Array.from(terms, (term) => term.charAt(0)));
  return (token) => !PLAIN_WORD.test(token) || initials.has(token.charAt(0).toLowerCase());
}

/** Whether a stop word is written as an acronym. */
function isKept(token: string, folded: string, inCapitals: boolean): boolean {
  if (folded.length < 2 || token !== token.toUpperCase()) return false;
  return folded === COUNTRY_ACRONYM || !inCapitals;
}

function shortEnough(term: string): string {
  return Array.from(term).length <= TERM_LENGTH ? term : "";
}

/** Drops what no term holds; a point with a digit on one side and no letter on the other is a decimal's. */
function keepDecimalPoint(other: string, offset: number, text: string): string {
  const around = text.charAt(offset - 1) + text.charAt(offset + 1);
  return other === "." && /^[0-9]{1,2}$/.test(around) ? "." : "";
}
