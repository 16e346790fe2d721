/** Bytes in the text of a script, seven bits a character; see `byte_text.py`. */

/** Characters that cannot stand in a string; each is in one character with the one behind it. */
const FORBIDDEN = '\0\n\r"\\';

const DIGITS = 0x80;
const DIGIT_BITS = 7;
const BYTE_BITS = 8;

/** The bytes that a text holds. */
export function textBytes(text: string): Uint8Array<ArrayBuffer> {
  const digits = [...text].flatMap((character) => digitsOf(character.charCodeAt(0)));
  const bytes = new Uint8Array(Math.floor((digits.length * DIGIT_BITS) / BYTE_BITS));
  let length = 0;
  let held = 0;
  let bits = 0;
  for (const digit of digits) {
    held = (held << DIGIT_BITS) | digit;
    bits += DIGIT_BITS;
    if (bits < BYTE_BITS) continue;
    bits -= BYTE_BITS;
    bytes[length++] = held >> bits;
    held &= (1 << bits) - 1;
  }
  return bytes;
}

/** One digit or two; what stands alone is the last of its text. */
function digitsOf(code: number): readonly number[] {
  if (code < DIGITS) return [code];
  const place = Math.floor(code / DIGITS) - 1;
  const rest = code % DIGITS;
  return place < FORBIDDEN.length ? [FORBIDDEN.charCodeAt(place), rest] : [FORBIDDEN.charCodeAt(rest)];
}
