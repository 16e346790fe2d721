/** Letter cases: how a word is written that is known in small letters; see `letter_case.py`. */

/** @param written 0 as it is, 1 with a capital, 2 in capitals. */
export function inCase(word: string, written: number): string {
  if (written === 0) return word;
  return written === 1 ? word.slice(0, 1).toUpperCase() + word.slice(1) : word.toUpperCase();
}
