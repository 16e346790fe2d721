/** Text analysis: finds the same terms as `analysis.py` when the index is built. */

import { compoundsOf } from "./compounds.ts";
import { stem } from "./stemmer.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { isAscii, WordPattern } from "./word_pattern.ts";

const COUNTRY_ACRONYM = "us";
/** Longest term in characters; the same number as in `surface_form.py`: anything longer is not a word. */
export const TERM_LENGTH = 64;

const NUMBER = /^(?:[0-9]+(?:,[0-9]{3})*\.[0-9]+|[0-9]+(?:,[0-9]{3})+)$/;
const ACRONYM = /[.&]/;
const APOSTROPHES = /['’ʼ＇]/g;
/** Without apostrophes, which may follow an article (`l'Elysee`). */
const PLAIN_WORD = /^[A-Za-z0-9.,&]+$/;
const POSSESSIVE = /'s$/;
const ELISION = /^(?:[cdjlmnst]|qu)'/;
/** Accents; Hebrew points; Arabic vowel signs and the stretching tatweel. */
const OPTIONAL_MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]+/g;
const OTHERS = new WordPattern(({ letter, mark, number }) => `[^${letter}${mark}${number}]+`, "g");

/** Where a term is in a text. */
export interface TermPlace {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** A word of a query. */
export interface QueryWord {
  /** "" for a stop word. */
  readonly term: string;
  /** In plain small letters, before stemming. */
  readonly word: string;
  readonly inCapitals: boolean;
}

/** Turns text into index terms, with the stop words and letters of the manifest. */
export class Analysis {
  readonly #stopWords: ReadonlySet<string>;
  readonly #letters: ReadonlyMap<string, string>;

  constructor(stopWords: readonly string[], letters: Readonly<Record<string, string>>) {
    this.#stopWords = new Set(stopWords);
    this.#letters = new Map(Object.entries(letters));
  }

  /** The places of the `wanted` terms in a text. */
  places(text: string, wanted: ReadonlySet<string>): TermPlace[] {
    const mayBeWanted = firstLetterTest(wanted);
    const places = [...this.#placesOfAll(text, mayBeWanted), ...this.compounds(text)].filter(({ term }) => wanted.has(term));
    return places.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** The terms of a text in their order, "" for a stop word. */
  terms(text: string): string[] {
    const inCapitals = isInCapitals(text);
    return tokensOf(text).map((token) => this.term(token.text, inCapitals));
  }

  /** The words of a text in plain letters, as they are before stemming; "" for a stop word. */
  words(text: string): string[] {
    const inCapitals = isInCapitals(text);
    return tokensOf(text).map((token) => this.word(token.text, inCapitals));
  }

  /** The compounds of a text, each as the term of one word. */
  compounds(text: string): TermPlace[] {
    return compoundsOf(text)
      .map(({ first, second, start, end }) => ({ term: this.term(first + second), start, end, last: this.term(second, isInCapitals(text)) }))
      .filter(({ term, last }) => term !== "" && term !== last)
      .map(({ term, start, end }) => ({ term, start, end }));
  }

  #placesOfAll(text: string, isOfUse: (token: string) => boolean): TermPlace[] {
    const inCapitals = isInCapitals(text);
    return tokensOf(text)
      .filter((token) => isOfUse(token.text))
      .map(({ text: token, start }) => ({ term: this.term(token, inCapitals), start, end: start + token.length }));
  }

  /**
   * The terms that a reader's words ask for, "" for a stop word. Small "us" may mean the country. Of
   * a run of letters without spaces, only the pairs are searched for.
   */
  queryTerms(text: string): string[] {
    return this.queryWords(text).map(({ term }) => term);
  }

  /** The same with the word of each term, and whether it is written in capitals. */
  queryWords(text: string): QueryWord[] {
    const found = tokensOf(text);
    return found
      .filter((token, place) => !isEndOf(found[place - 1], token))
      .map(({ text: token }) => {
        const isCountry = token.toLowerCase() === COUNTRY_ACRONYM;
        const word = isCountry ? COUNTRY_ACRONYM : this.word(token);
        const inCapitals = word.length > 1 && token !== token.toLowerCase() && token === token.toUpperCase();
        return { term: termOf(word), word, inCapitals };
      });
  }

  /** The compound that a word is, as the term of one word; undefined if it is none. */
  compoundTerm(text: string): string | undefined {
    const [compound, ...others] = this.compounds(text);
    const isWhole = others.length === 0 && compound?.start === 0 && compound.end === text.length;
    return isWhole ? compound.term : undefined;
  }

  /** The words of a name in plain letters, without stemming and with stop words. */
  nameWords(text: string): string[] {
    return tokensOf(text)
      .map((token) => fold(token.text, this.#letters).replace(POSSESSIVE, ""))
      .map((word) => word.replace(OTHERS.for(word), ""))
      .filter((word) => word !== "");
  }

  /** A pattern with its pieces between `*` folded but not stemmed; "" if no piece is left. */
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
   * @param inCapitals Whether the whole text is in capitals.
   */
  term(token: string, inCapitals = false): string {
    return termOf(this.word(token, inCapitals));
  }

  /** The word of one token in plain small letters, before stemming; "" for a stop word. */
  word(token: string, inCapitals = false): string {
    if (NUMBER.test(token)) return token.replaceAll(",", "");
    let folded = fold(token, this.#letters);
    if (!ACRONYM.test(token)) {
      folded = folded.replace(POSSESSIVE, "").replace(ELISION, "").replaceAll("'", "");
      if (this.#stopWords.has(folded) && !isKept(token, folded, inCapitals)) return "";
    }
    return folded.replace(OTHERS.for(folded), "");
  }
}

/** The index term of a word in plain small letters; "" if it is too long. */
export function termOf(word: string): string {
  return shortEnough(isAscii(word) ? stem(word) : word);
}

function isInCapitals(text: string): boolean {
  return text === text.toUpperCase();
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
 * A test whether a token may have one of these terms. A word of plain letters begins with the same
 * letter as its term, so most words of a text are ruled out by this alone.
 */
function firstLetterTest(terms: ReadonlySet<string>): (token: string) => boolean {
  const initials = new Set(Array.from(terms, (term) => term.charAt(0)));
  return (token) => !PLAIN_WORD.test(token) || initials.has(token.charAt(0).toLowerCase());
}

/** Whether a stop word is written as an acronym, and so is not one. */
function isKept(token: string, folded: string, inCapitals: boolean): boolean {
  if (folded.length < 2 || token !== token.toUpperCase()) return false;
  return folded === COUNTRY_ACRONYM || !inCapitals;
}

function shortEnough(term: string): string {
  return Array.from(term).length <= TERM_LENGTH ? term : "";
}

/** Drops other characters from a pattern, but keeps a decimal point: digits on one side, nothing else around. */
function keepDecimalPoint(other: string, offset: number, text: string): string {
  const around = text.charAt(offset - 1) + text.charAt(offset + 1);
  return other === "." && /^[0-9]{1,2}$/.test(around) ? "." : "";
}
