/**
 * Expressions of words in two forms: for text of ASCII alone, which most queries and English stories
 * are, and for all scripts, whose tables take a browser milliseconds to make.
 */

const ASCII = /^[\x00-\x7f]*$/;

/** What a character class holds of each kind. */
interface Classes {
  readonly letter: string;
  readonly mark: string;
  readonly number: string;
  readonly apostrophe: string;
}

const ASCII_CLASSES: Classes = { letter: "A-Za-z", mark: "", number: "0-9", apostrophe: "'" };
const ALL_CLASSES: Classes = {
  letter: String.raw`\p{L}`,
  mark: String.raw`\p{M}`,
  number: String.raw`\p{N}`,
  apostrophe: "'’ʼ＇",
};

export function isAscii(text: string): boolean {
  return ASCII.test(text);
}

export class WordPattern {
  readonly #source: (classes: Classes) => string;
  readonly #flags: string;
  #ascii: RegExp | undefined;
  #all: RegExp | undefined;

  /**
   * @param source writes the expression.
   * @param flags but `u`.
   */
  constructor(source: (classes: Classes) => string, flags = "") {
    this.#source = source;
    this.#flags = flags;
  }

  /** The expression to use on a text; both give the same on text of ASCII. */
  for(text: string): RegExp {
    if (isAscii(text)) return (this.#ascii ??= new RegExp(this.#source(ASCII_CLASSES), this.#flags));
    return (this.#all ??= new RegExp(this.#source(ALL_CLASSES), `${this.#flags}u`));
  }
}

const WORD_START = new WordPattern(({ letter, number }) => `^[${letter}${number}]`);

/** Whether a text begins with a letter or a digit. */
export function startsWithWord(text: string): boolean {
  return WORD_START.for(text).test(text);
}
