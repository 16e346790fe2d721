/** Writes bytes as `byte_text.py` does. */

const FORBIDDEN = '\0\n\r"\\';

export function byteText(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const digits = (bits.match(/.{1,7}/g) ?? []).map((group) => String.fromCharCode(parseInt(group.padEnd(7, "0"), 2)));
  return digits.join("").replace(/([\0\n\r"\\])([\0-\x7f]?)/g, (_pair, first: string, second: string) => {
    const place = FORBIDDEN.indexOf(first);
    const code = second === "" ? 0x80 * (1 + FORBIDDEN.length) + place : 0x80 * (1 + place) + second.charCodeAt(0);
    return String.fromCharCode(code);
  });
}
