/** Numbers from printable text; see `packing.py` for the format. */

const FINAL_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const LEADING_DIGITS = "!#$%()*+,./:;=>?@[]^`{|}~'";

/** Value of each ASCII character: a final digit's as it is, a leading digit's negative. */
const DIGITS = new Int8Array(128);
for (const [value, digit] of [...FINAL_DIGITS].entries()) DIGITS[digit.charCodeAt(0)] = value;
for (const [value, digit] of [...LEADING_DIGITS].entries()) DIGITS[digit.charCodeAt(0)] = -1 - value;

/** Reads packed numbers one after the other. */
export class PackedNumbers {
  readonly #text: string;
  #position: number;

  constructor(text: string, position = 0) {
    this.#text = text;
    this.#position = position;
  }

  /** Index of the character after the last number read. */
  get position(): number {
    return this.#position;
  }

  /** The text after the last number read. */
  get rest(): string {
    return this.#text.slice(this.#position);
  }

  get done(): boolean {
    return this.#position >= this.#text.length;
  }

  /** The next number; 0 past the end. */
  next(): number {
    let rest = 0;
    while (this.#position < this.#text.length) {
      const value = DIGITS[this.#text.charCodeAt(this.#position++)] ?? 0;
      if (value >= 0) return rest * FINAL_DIGITS.length + value;
      rest = rest * LEADING_DIGITS.length - value;
    }
    return 0;
  }
}

/** All numbers of a packed text. */
export function unpack(text: string): number[] {
  const numbers: number[] = [];
  const packed = new PackedNumbers(text);
  while (!packed.done) numbers.push(packed.next());
  return numbers;
}
