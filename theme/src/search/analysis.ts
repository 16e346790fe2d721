/** Text analysis: the same terms as `analysis.py` gives when the index is built. */

import type { Manifest } from "./manifest.ts";
import { stem } from "./stemmer.ts";

const COUNTRY_ACRONYM = "us";
/** Longest term in characters; anything longer is no word. */
export const TERM_LENGTH = 64;

const TOKEN = new RegExp(
  [
    // U.S., AT&T
    String.raw`\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])\.?`,
    String.raw`\p{L}{1,2}(?:&\p{L}{1,2})+(?![\p{L}\p{M}\p{N}])`,
    // 2,500 and 2.5, but not 26.02.1987
    String.raw`(?<![0-9][.,])[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9]|[.,][0-9])`,
    String.raw`(?<![0-9][.,])[0-9]+\.[0-9]+(?![0-9]|[.,][0-9])`,
    // Biden's, l’Elysée, O'Neill, 1990s
    String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ＇][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*`,
  ].join("|"),
  "gu",
);
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;
/** A letter of a script that puts no space between words. */
const UNSPACED_LETTER = new RegExp(UNSPACED, "u");
const LONE_LETTER = new RegExp(String.raw`^${UNSPACED}\p{M}*$`, "u");
const PIECE = new RegExp(String.raw`(?:${UNSPACED}\p{M}*)+|(?:(?!${UNSPACED}).)+`, "gsu");
const LETTER_WITH_MARKS = /.\p{M}*/gsu;
const NUMBER = /^(?:[0-9]+(?:,[0-9]{3})*\.[0-9]+|[0-9]+(?:,[0-9]{3})+)$/;
const ACRONYM = /[.&]/;
const APOSTROPHES = /['’ʼ＇]/g;
const POSSESSIVE = /'s$/;
const ELISION = /^(?:[cdjlmnst]|qu)'/;
/** Accents; Hebrew points; Arabic vowel signs and the stretching tatweel. */
const OPTIONAL_MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]+/g;
const OTHERS = /[^\p{L}\p{M}\p{N}]+/gu;
const ASCII = /^[\x00-\x7f]*$/;

/** Where a term stands in a text. */
export interface TermPlace {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** A token as it is written, with its place. */
interface Token {
  readonly text: string;
  readonly start: number;
}

/**
 * The words, numbers and acronyms of `text` as they are written. Where a script has no spaces,
 * each two neighbouring letters are a token, and the last letter of a run once more by itself.
 */
export function tokens(text: string): string[] {
  return [...tokensOf(text)].map((token) => token.text);
}

function* tokensOf(text: string): Generator<Token> {
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    if (!UNSPACED_LETTER.test(word)) yield { text: word, start: index };
    else yield* piecesOf(word, index);
  }
}

/** Whether a term is one letter of a script without spaces, which mostly stands in pairs. */
export function isLoneLetter(term: string): boolean {
  return LONE_LETTER.test(term);
}

/** A word cut where its script changes, and the overlapping pairs of letters without spaces. */
function* piecesOf(word: string, start: number): Generator<Token> {
  for (const { 0: piece, index } of word.matchAll(PIECE)) {
    if (!UNSPACED_LETTER.test(piece)) {
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

/** Turns text into index terms, by the stop words and letters that the manifest names. */
export class Analysis {
  readonly #stopWords: ReadonlySet<string>;
  readonly #letters: ReadonlyMap<string, string>;

  constructor(stopWords: readonly string[], letters: Readonly<Record<string, string>>) {
    this.#stopWords = new Set(stopWords);
    this.#letters = new Map(Object.entries(letters));
  }

  /** The terms of a text as the index has them, each with its place. */
  places(text: string): TermPlace[] {
    return [...this.#placesOfAll(text)].filter(({ term }) => term !== "");
  }

  /** The terms of a text in their order, "" in the place of a stop word. */
  terms(text: string): string[] {
    return [...this.#placesOfAll(text)].map(({ term }) => term);
  }

  *#placesOfAll(text: string): Generator<TermPlace> {
    const inCapitals = text === text.toUpperCase();
    for (const { text: token, start } of tokensOf(text)) {
      yield { term: this.term(token, inCapitals), start, end: start + token.length };
    }
  }

  /**
   * The terms that a reader's words ask for, "" in the place of a stop word. Small "us" asks for
   * the country as well. Of a run without spaces its pairs are asked for.
   */
  queryTerms(text: string): string[] {
    const found = [...tokensOf(text)];
    return found
      .filter((token, place) => !isEndOf(found[place - 1], token))
      .map(({ text: token }) =>
        token.toLowerCase() === COUNTRY_ACRONYM ? COUNTRY_ACRONYM : this.term(token),
      );
  }

  /** The words of a name in plain letters: neither stemmed nor looked up among the stop words. */
  nameWords(text: string): string[] {
    return tokens(text)
      .map((token) => fold(token, this.#letters).replace(POSSESSIVE, "").replace(OTHERS, ""))
      .filter((word) => word !== "");
  }

  /** A pattern with its pieces between `*` folded but not stemmed; "" if nothing else is left. */
  pattern(text: string): string {
    const pieces = text
      .split("*")
      .map((piece) => fold(piece.replaceAll(",", ""), this.#letters).replace(OTHERS, keepDecimalPoint));
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
    const term = folded.replace(OTHERS, "");
    return shortEnough(ASCII.test(term) ? stem(term) : term);
  }
}

/** Whether a token is the last letter of the pair before it. */
function isEndOf(pair: Token | undefined, token: Token): boolean {
  return pair !== undefined && pair.start + pair.text.length === token.start + token.text.length;
}

/** The analysis that an index was built with. */
export function analysisOf({ stopWords, letters }: Pick<Manifest, "stopWords" | "letters">): Analysis {
  return new Analysis(stopWords, letters);
}

function fold(token: string, letters: ReadonlyMap<string, string>): string {
  const plain = token.normalize("NFKD").toLowerCase().replace(OPTIONAL_MARKS, "");
  const mapped = ASCII.test(plain)
    ? plain
    : Array.from(plain, (letter) => letters.get(letter) ?? letter).join("");
  return mapped.normalize("NFC").replace(APOSTROPHES, "'");
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
