/** Writes bytes as `byte_text.py` does. */

const FORBIDDEN = new Set([...'\0\u0001\n\r"\\\u2028\u2029'].map((character) => character.charCodeAt(0)));
const ESCAPE = "\u0001";

export function byteText(bytes: Uint8Array): string {
  const units = Array.from({ length: Math.ceil(bytes.length / 2) }, (_, place) => {
    const [low, high] = [bytes[place * 2] ?? 0, bytes[place * 2 + 1]];
    if (high === undefined) return ESCAPE + String.fromCharCode(0x4000 | low);
    const unit = (high << 8) | low;
    const isEscaped = FORBIDDEN.has(unit) || (unit >= 0xd800 && unit <= 0xdfff);
    return isEscaped ? ESCAPE + String.fromCharCode(unit ^ 0x8000) : String.fromCharCode(unit);
  });
  return units.join("");
}
