/**
 * Regular expressions for words in two forms: for ASCII text, which most queries and English stories
 * are, and for all scripts, whose tables take a browser milliseconds to make.
 */

const ASCII = /^[\x00-\x7f]*$/;

/** The characters of each kind, for use in a character class. */
interface Classes {
  readonly letter: string;
  readonly mark: string;
  readonly number: string;
  readonly apostrophe: string;
  readonly hyphen: string;
}

const ASCII_CLASSES: Classes = { letter: "A-Za-z", mark: "", number: "0-9", apostrophe: "'", hyphen: "\\-" };
const ALL_CLASSES: Classes = {
  letter: String.raw`\p{L}`,
  mark: String.raw`\p{M}`,
  number: String.raw`\p{N}`,
  apostrophe: "'’ʼ＇",
  hyphen: String.raw`\-‐‑`,
};

/** Whether a text has only ASCII characters. */
export function isAscii(text: string): boolean {
  return ASCII.test(text);
}

export class WordPattern {
  readonly #source: (classes: Classes) => string;
  readonly #flags: string;
  #ascii: RegExp | undefined;
  #all: RegExp | undefined;

  /**
   * @param source writes the expression with these classes.
   * @param flags its flags; `u` is added where needed.
   */
  constructor(source: (classes: Classes) => string, flags = "") {
    this.#source = source;
    this.#flags = flags;
  }

  /** The expression to use on a text; on ASCII text both forms give the same result. */
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
