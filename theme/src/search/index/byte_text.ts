/** Bytes in the text of a script, sixteen bits a character; see `byte_text.py`. */

const ESCAPE = 0x0001;
const OTHER_BIT = 0x8000;
const LAST_BYTE = 0x4000;

const UNIT_BYTES = 2;
const BYTE_BITS = 8;
const BYTE = 0xff;

/** The bytes that a text holds. */
export function textBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * UNIT_BYTES);
  let length = 0;
  for (let place = 0; place < text.length; place += 1) {
    let unit = text.charCodeAt(place);
    if (unit === ESCAPE) {
      const next = text.charCodeAt((place += 1));
      if (next >> BYTE_BITS === LAST_BYTE >> BYTE_BITS) {
        bytes[length++] = next & BYTE;
        continue;
      }
      unit = next ^ OTHER_BIT;
    }
    bytes[length++] = unit & BYTE;
    bytes[length++] = unit >> BYTE_BITS;
  }
  return bytes.subarray(0, length);
}
