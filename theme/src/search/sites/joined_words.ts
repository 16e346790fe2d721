/** The words and terms of several sites as those of one index. */

import type { RarerWord } from "../index/rarer_words.ts";
import type { Word } from "../index/word_list.ts";

/** What any site has, each once, sorted. */
export function united(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())].sort();
}

/** The word of a term as the site shows it that has most documents with it, and how many have it in all. */
export function joinedWord(words: readonly Word[]): Word {
  const count = words.reduce((sum, word) => sum + word.count, 0);
  const [shown] = [...words].sort((a, b) => b.count - a.count);
  return { word: shown?.word ?? "", count };
}

/**
 * The rarer words of a term, with how many documents have each in all. A word that is not rare in one of
 * the sites is left out: how many documents there have it is not known.
 *
 * @param sites Those of each site that has the term.
 */
export function joinedRarerWords(sites: readonly (readonly RarerWord[])[]): readonly RarerWord[] {
  const [first = [], ...others] = sites;
  return first.flatMap((word) => {
    const found = others.map((words) => words.find((other) => other.word === word.word));
    if (found.includes(undefined)) return [];
    const all = [word, ...found.filter((other) => other !== undefined)];
    const isBothWays = all.every(({ inCapitals }) => inCapitals > 0);
    const sum = (of: (one: RarerWord) => number): number => all.reduce((total, one) => total + of(one), 0);
    return [{ ...word, count: sum(({ count }) => count), inCapitals: isBothWays ? sum(({ inCapitals }) => inCapitals) : 0 }];
  });
}
