/** Text analysis: the same terms as `analysis.py` gives when the index is built. */

import { stem } from "./lunr_parts.ts";

const COUNTRY_ACRONYM = "us";
const TERM_LENGTH = 64;

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
const NUMBER = /^(?:[0-9]+(?:,[0-9]{3})*\.[0-9]+|[0-9]+(?:,[0-9]{3})+)$/;
const ACRONYM = /[.&]/;
const APOSTROPHES = /['’ʼ＇]/g;
const POSSESSIVE = /'s$/;
const ELISION = /^(?:[cdjlmnst]|qu)'/;
const DIACRITICS = /[\u0300-\u036f]+/g;
const OTHERS = /[^\p{L}\p{M}\p{N}]+/gu;
const ASCII = /^[\x00-\x7f]*$/;

/** Where a term stands in a text. */
export interface TermPlace {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** The words, numbers and acronyms of `text` as they are written. */
export function tokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
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
    const inCapitals = text === text.toUpperCase();
    const places: TermPlace[] = [];
    for (const match of text.matchAll(TOKEN)) {
      const term = this.term(match[0], inCapitals);
      if (term !== "") {
        places.push({ term, start: match.index, end: match.index + match[0].length });
      }
    }
    return places;
  }

  /** The terms that a reader's words ask for; small "us" asks for the country as well. */
  queryTerms(text: string): string[] {
    return tokens(text)
      .map((token) => (token.toLowerCase() === COUNTRY_ACRONYM ? COUNTRY_ACRONYM : this.term(token)))
      .filter((term) => term !== "");
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

function fold(token: string, letters: ReadonlyMap<string, string>): string {
  const plain = token.normalize("NFKD").toLowerCase().replace(DIACRITICS, "");
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
