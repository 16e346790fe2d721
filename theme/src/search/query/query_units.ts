/** Cuts a query's text into units: one word, phrase, `field:value`, operator or bracket each. */

import { WordPattern } from "../words/word_pattern.ts";

/** One part of a query, as it is written. */
export interface Unit {
  /** "OR" and "NEAR" join their neighbours, "(" has a sign and a key, ")" ends what it began. */
  readonly operator: "OR" | "NEAR" | "(" | ")" | "";
  readonly sign: "+" | "-" | "";
  /** The text before the colon, in small letters; undefined without a colon. */
  readonly key: string | undefined;
  /** The word, or the text between the quotation marks. */
  readonly value: string;
  readonly isQuoted: boolean;
  /** False for a quotation that was never closed, and so extends to the end. */
  readonly isClosed?: boolean;
  /** Factor of its weight: 2 for `^2`. */
  readonly boost: number;
  /** 1 for `~1`; 0 if it must match exactly. */
  readonly editDistance: number;
  /** Of NEAR: how many words further on the other may stand, at most. */
  readonly distance?: number;
  /** Of a date: whether its writer gave it no field. */
  readonly isImplied?: boolean;
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
}

/** Characters of a query beyond these are left out; chosen by eye: some 600 words, a pasted article. */
export const LONGEST_QUERY = 4_000;
/** Higher boosts are lowered to this; chosen by eye: nothing else weighs beside a thousandfold word. */
const HIGHEST_BOOST = 1_000;
/** Of NEAR without a number; chosen by eye: about half a sentence. */
const USUAL_DISTANCE = 10;
/** Brackets inside each other beyond these are left out; chosen by eye: no question has so many. */
const MOST_DEPTH = 8;
const MARKS = "\"“”„‟«»＂";
const UNIT = new WordPattern(
  ({ letter }) =>
    String.raw`(?<sign>[+-]?)(?:(?<key>[${letter}]+):)?(?:[${MARKS}](?<quoted>[^${MARKS}]*)(?:(?<closing>[${MARKS}])|$)(?<suffix>[~^][0-9]+)*|(?<word>\S+))`,
  "y",
);
const OPENING = new WordPattern(({ letter }) => String.raw`(?<sign>[+-]?)(?:(?<key>[${letter}]+):)?\(`, "y");
const NEAR = /^NEAR(?:\/([0-9]+))?$/;
const LONE_KEY = new WordPattern(({ letter }) => `^([${letter}]+):$`);
const SUFFIXES = /(?:[~^][0-9]+)+$/;

/** The units of a text in their order. An unclosed quotation extends to the end. */
export function readUnits(text: string): Unit[] {
  const units: Unit[] = [];
  let isNegated = false;
  for (const unit of cutUnits(text.slice(0, LONGEST_QUERY))) {
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

/** The units of a text as they stand, NOT and AND among them. */
function* cutUnits(text: string): Generator<Unit> {
  const opening = OPENING.for(text);
  const other = UNIT.for(text);
  let depth = 0;
  for (let place = 0; place < text.length; ) {
    if (/\s/.test(text.charAt(place))) {
      place += 1;
      continue;
    }
    const unit = unitAt(place, text, depth, opening, other);
    if (unit.operator === "(") depth += 1;
    if (unit.operator === ")") depth -= 1;
    place = unit.end;
    yield unit;
  }
}

/** The unit that begins at a place. @param depth Number of brackets that are open there. */
function unitAt(place: number, text: string, depth: number, opening: RegExp, other: RegExp): Unit {
  if (depth > 0 && text.charAt(place) === ")") return bracketUnit(")", place, place + 1);
  opening.lastIndex = place;
  const opened = depth < MOST_DEPTH ? opening.exec(text) : null;
  if (opened !== null) {
    const { sign = "", key } = opened.groups ?? {};
    return { ...bracketUnit("(", place, opening.lastIndex), sign: sign as Unit["sign"], key: key?.toLowerCase() };
  }
  other.lastIndex = place;
  const match = other.exec(text);
  if (match === null) throw new Error("every text that is not blank has a unit");
  return unitOf(match, depth);
}

function bracketUnit(operator: "(" | ")", start: number, end: number): Unit {
  return { operator, sign: "", key: undefined, value: operator, isQuoted: false, boost: 1, editDistance: 0, start, end };
}

/** A word without the brackets at its end that close others than its own. */
function withoutClosing(word: string, depth: number): string {
  let excess = Math.min(depth, (word.split(")").length - 1) - (word.split("(").length - 1));
  let end = word.length;
  for (; excess > 0 && word.charAt(end - 1) === ")"; excess -= 1) end -= 1;
  return word.slice(0, end);
}

function unitOf(match: RegExpExecArray, depth: number): Unit {
  const { sign = "", key, quoted, closing } = match.groups ?? {};
  const written = match.groups?.["word"] ?? "";
  const word = withoutClosing(written, depth);
  const start = match.index;
  const place = { start, end: start + match[0].length - (written.length - word.length) };
  const common = { operator: "", sign: sign as Unit["sign"], boost: 1, editDistance: 0, ...place } as const;
  if (quoted !== undefined) {
    return { ...common, key: key?.toLowerCase(), value: quoted, isQuoted: true, ...(closing === undefined ? { isClosed: false } : {}), ...amounts(match[0]) };
  }
  const plain = { ...common, key: key?.toLowerCase(), isQuoted: false };
  if (key === undefined && sign === "") {
    if (word === "OR") return { ...plain, operator: "OR", value: word };
    const near = NEAR.exec(word);
    if (near !== null) return { ...plain, operator: "NEAR", value: word, distance: Number(near[1] ?? USUAL_DISTANCE) };
  }
  if (word.includes("\\")) return { ...plain, value: word.replaceAll("\\", "").replaceAll("*", " ") };
  const lone = LONE_KEY.for(word).exec(word)?.[1];
  if (lone !== undefined && key === undefined) return { ...plain, key: lone.toLowerCase(), value: "" };
  return { ...plain, value: word.replace(SUFFIXES, ""), ...amounts(word) };
}

/** Where what begins at a place goes on after its sign; the sign of a NOT stands before it. */
export function unsignedStart(text: string, start: number): number {
  return /[+-]/.test(text.charAt(start)) ? start + 1 : start;
}

function isBare(unit: Unit): boolean {
  return unit.operator === "" && unit.sign === "" && unit.key === undefined && !unit.isQuoted;
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
