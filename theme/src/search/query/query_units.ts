/** Cuts a query's text into units: one word, phrase or `field:value` each. */

import { WordPattern } from "../words/word_pattern.ts";

/** One part of a query, as it is written. */
export interface Unit {
  /** "OR" joins its neighbours; its other properties have no meaning. */
  readonly operator: "OR" | "";
  readonly sign: "+" | "-" | "";
  /** The text before the colon, in small letters; undefined without a colon. */
  readonly key: string | undefined;
  /** The word, or the text between the quotation marks. */
  readonly value: string;
  readonly isQuoted: boolean;
  /** Factor of its weight: 2 for `^2`. */
  readonly boost: number;
  /** 1 for `~1`; 0 if it must match exactly. */
  readonly editDistance: number;
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
}

/** Characters of a query beyond these are left out; chosen by eye: some 600 words, a pasted article. */
export const LONGEST_QUERY = 4_000;
/** Higher boosts are lowered to this; chosen by eye: nothing else weighs beside a thousandfold word. */
const HIGHEST_BOOST = 1_000;
const MARKS = "\"“”„‟«»＂";
const UNIT = new WordPattern(
  ({ letter }) =>
    String.raw`(?<sign>[+-]?)(?:(?<key>[${letter}]+):)?(?:[${MARKS}](?<quoted>[^${MARKS}]*)(?:[${MARKS}]|$)(?<suffix>[~^][0-9]+)*|(?<word>\S+))`,
  "g",
);
const LONE_KEY = new WordPattern(({ letter }) => `^([${letter}]+):$`);
const SUFFIXES = /(?:[~^][0-9]+)+$/;

/** The units of a text in their order. An unclosed quotation extends to the end. */
export function readUnits(text: string): Unit[] {
  const units: Unit[] = [];
  let isNegated = false;
  const shortened = text.slice(0, LONGEST_QUERY);
  for (const match of shortened.matchAll(UNIT.for(shortened))) {
    const unit = unitOf(match);
    if (unit.value === "AND" && isBare(unit)) continue;
    if (unit.value === "NOT" && isBare(unit)) {
      isNegated = true;
      continue;
    }
    units.push(isNegated && unit.sign === "" ? { ...unit, sign: "-" } : unit);
    isNegated = false;
  }
  return units;
}

function unitOf(match: RegExpExecArray): Unit {
  const { sign = "", key, quoted, word = "" } = match.groups ?? {};
  const start = match.index;
  const place = { start, end: start + match[0].length };
  const common = { operator: "", sign: sign as Unit["sign"], boost: 1, editDistance: 0, ...place } as const;
  if (quoted !== undefined) {
    return { ...common, key: key?.toLowerCase(), value: quoted, isQuoted: true, ...amounts(match[0]) };
  }
  const plain = { ...common, key: key?.toLowerCase(), isQuoted: false };
  if (word === "OR" && key === undefined && sign === "") return { ...plain, operator: "OR", value: word };
  if (word.includes("\\")) return { ...plain, value: word.replaceAll("\\", "").replaceAll("*", " ") };
  const lone = LONE_KEY.for(word).exec(word)?.[1];
  if (lone !== undefined && key === undefined) return { ...plain, key: lone.toLowerCase(), value: "" };
  return { ...plain, value: word.replace(SUFFIXES, ""), ...amounts(word) };
}

function isBare(unit: Unit): boolean {
  return unit.sign === "" && unit.key === undefined && !unit.isQuoted;
}

/** The boost and edit distance that the suffixes of a word ask for: `~1`, `^2`. */
function amounts(word: string): Pick<Unit, "boost" | "editDistance"> {
  const suffixes = SUFFIXES.exec(word)?.[0] ?? "";
  const boost = /\^([0-9]+)/.exec(suffixes)?.[1];
  const editDistance = /~([0-9]+)/.exec(suffixes)?.[1];
  return {
    boost: boost === undefined ? 1 : Math.min(Number(boost), HIGHEST_BOOST),
    editDistance: editDistance === undefined ? 0 : Number(editDistance),
  };
}
