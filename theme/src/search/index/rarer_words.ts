/** Words that far fewer documents have than the term that stands for them; see `rarer_words.py`. */

import { PackedNumbers } from "./packing.ts";
import { SEPARATOR } from "./term_list.ts";

export interface RarerWord {
  /** The place of its term in the partition. */
  readonly place: number;
  readonly word: string;
  /** Documents that have the word. */
  readonly count: number;
  /** Those that have it in capitals; 0 if it is not written both ways. */
  readonly inCapitals: number;
}

/** The rarer words of a partition's terms, in their order. */
export function readRarerWords(text: string, terms: readonly string[]): readonly RarerWord[] {
  const words: RarerWord[] = [];
  let place = 0;
  for (let position = 0; position < text.length; ) {
    const head = new PackedNumbers(text, position);
    place += head.next();
    const term = terms[place] ?? "";
    const begun = term.slice(0, term.length - head.next());
    const end = text.indexOf(SEPARATOR, head.position);
    const counts = new PackedNumbers(text, end + SEPARATOR.length);
    words.push({
      place,
      word: begun + text.slice(head.position, end),
      count: counts.next(),
      inCapitals: counts.next(),
    });
    position = counts.position;
  }
  return words;
}
