/**
 * Reads what a person types, as `docs/query.md` defines it. Each rule has a module: `query_units.ts`
 * cuts the text, `bracket.ts` nests it, `date_rule.ts` joins the words of dates; here the conditions
 * are put together.
 */

import { type Analysis, TERM_LENGTH } from "../words/analysis.ts";
import { tokensOf } from "../words/tokens.ts";
import { startsWithWord } from "../words/word_pattern.ts";
import { type Bracket, isBracket, nested, type Part } from "./bracket.ts";
import { dateCriterion, withWrittenDates } from "./date_rule.ts";
import { FIELD_MEANINGS, type FieldMeaning } from "./field_name.ts";
import { nearCriterion } from "./near_rule.ts";
import { phraseCriterion } from "./phrase_rule.ts";
import { type Alternative, type Condition, type Criterion, isAboutWords, type Presence, type Query, type QueryNote } from "./query.ts";
import { LONGEST_QUERY, readUnits, type Unit } from "./query_units.ts";
import { hasUnknownSign } from "./sign_note.ts";
import { wordCriterion } from "./word_rule.ts";

/** Words and phrases of a query beyond these are left out; chosen by eye: no list of synonyms is that long. */
const MOST_WORDS = 64;

/** A part of the query, or several joined by NEAR, and the criterion that it states. */
interface Reading {
  readonly part: Part;
  readonly end: number;
  /** As it is written, without sign and field. */
  readonly written: string;
  readonly criterion: Criterion;
}

/** What stands between two OR: a part, or several joined by NEAR. */
interface Joined {
  readonly parts: readonly Part[];
  readonly distances: readonly number[];
}

/**
 * Reads a query. Every text is valid: what is not syntax is read as words, and notes say what was
 * left out.
 *
 * All plain words are required, unless one has a `+`: then only words with a `+` are, as in Lunr.
 *
 * @param fields The fields of the index.
 */
export function parseQuery(text: string, fields: readonly string[], analysis: Analysis): Query {
  const reader = new Reader(text, fields, analysis);
  const units = readUnits(text);
  const words = units.filter(({ operator }) => operator === "");
  const kept = words.length > MOST_WORDS ? units.slice(0, units.indexOf(words[MOST_WORDS] as Unit)) : units;
  const conditions = reader.conditions(nested(kept), undefined);
  if (kept.length < units.length || text.length > LONGEST_QUERY) reader.note({ kind: "shortened" });
  return { conditions, notes: conditions.length > 0 || text.trim() === "" ? reader.notes() : reader.reasons() };
}

/** Turns parts into conditions and collects notes about them. */
class Reader {
  readonly #text: string;
  readonly #fields: readonly string[];
  readonly #analysis: Analysis;
  readonly #notes: QueryNote[] = [];
  readonly #common = new Set<string>();

  constructor(text: string, fields: readonly string[], analysis: Analysis) {
    this.#text = text;
    this.#fields = fields;
    this.#analysis = analysis;
  }

  note(note: QueryNote): void {
    this.#notes.push(note);
  }

  notes(): readonly QueryNote[] {
    return this.#notes;
  }

  /** The notes of a query without conditions, with the reason why it has none. */
  reasons(): readonly QueryNote[] {
    if (this.#common.size > 0) return [{ kind: "common", words: [...this.#common] }, ...this.#notes];
    return this.#notes.length > 0 ? this.#notes : [{ kind: "no-words" }];
  }

  /**
   * The conditions of the parts of a query or of a bracket.
   *
   * @param key the field that the bracket names.
   */
  conditions(parts: readonly Part[], key: string | undefined): readonly Condition[] {
    const groups: Reading[][] = [];
    let isJoined = false;
    for (const joined of this.#joinedParts(withWrittenDates(parts))) {
      if (joined === "OR") {
        isJoined = true;
        continue;
      }
      const readings = this.#readings(joined, key);
      if (readings.length === 0) continue;
      const group = isJoined ? groups.at(-1) : undefined;
      if (group === undefined) groups.push([...readings.slice(0, 1)]);
      else group.push(...readings.slice(0, 1));
      groups.push(...readings.slice(1).map((reading) => [reading]));
      isJoined = false;
    }
    const hasPlus = groups.some((group) => group.some(({ part }) => part.sign === "+"));
    return groups.flatMap((group) => conditionsOf(group, hasPlus));
  }

  /** The parts, with those joined by NEAR together. */
  *#joinedParts(parts: readonly Part[]): Generator<Joined | "OR"> {
    let open: { parts: Part[]; distances: number[] } | undefined;
    let distance: number | undefined;
    for (const [place, part] of parts.entries()) {
      const operator = isBracket(part) ? "" : part.operator;
      if (operator === "NEAR") {
        const isBetween = open !== undefined && distance === undefined && isOperand(parts[place + 1]);
        if (isBetween) distance = (part as Unit).distance;
        else this.note({ kind: "near-what", written: (part as Unit).value });
        continue;
      }
      if (operator === "" && open !== undefined && distance !== undefined) {
        open.parts.push(part);
        open.distances.push(distance);
        distance = undefined;
        continue;
      }
      if (open !== undefined) yield open;
      open = operator === "" ? { parts: [part], distances: [] } : undefined;
      if (operator === "OR") yield "OR";
      else this.#noteSmallOr(parts, place);
    }
    if (open !== undefined) yield open;
  }

  /** What parts joined by NEAR state: one criterion, or that of each if they have no place in a text. */
  #readings({ parts, distances }: Joined, key: string | undefined): readonly Reading[] {
    const readings = parts.flatMap((part): readonly Reading[] => {
      const criterion = isBracket(part) ? this.#bracket(part, key) : this.#unit(part, key);
      const written = isBracket(part) ? "" : part.value;
      return criterion === undefined ? [] : [{ part, end: part.end, written, criterion }];
    });
    const [first] = readings;
    if (distances.length === 0 || first === undefined) return readings;
    const isSigned = parts.slice(1).some(({ sign }) => sign !== "");
    const isWhole = !isSigned && readings.length === parts.length;
    const criterion = isWhole ? nearCriterion(readings.map((reading) => reading.criterion), distances) : undefined;
    if (criterion !== undefined) {
      const end = readings.at(-1)?.end ?? first.end;
      return [{ part: first.part, end, written: this.#text.slice(first.part.start + first.part.sign.length, end), criterion }];
    }
    this.note({ kind: "near-what", written: "NEAR" });
    return readings;
  }

  #bracket(bracket: Bracket, key: string | undefined): Criterion | undefined {
    if (!bracket.isClosed) this.note({ kind: "open-bracket" });
    if (bracket.key !== undefined && this.#meaningOf(bracket.key) === undefined) {
      this.note({ kind: "unknown-field", field: bracket.key });
    }
    const isKnown = bracket.key !== undefined && this.#meaningOf(bracket.key) !== undefined;
    const conditions = this.conditions(bracket.parts, isKnown ? bracket.key : key);
    if (conditions.length > 0) return { kind: "group", conditions };
    if (bracket.key !== undefined) this.note({ kind: "empty-field", field: bracket.key });
    return undefined;
  }

  /** The criterion of a unit; undefined if there is nothing to search for. */
  #unit(unit: Unit, outerKey: string | undefined): Criterion | undefined {
    const { value } = unit;
    const key = unit.key ?? outerKey;
    if (key === undefined) return this.#words(unit, this.#fields);
    const meaning = this.#meaningOf(key);
    if (meaning === undefined) {
      if (value === "" || startsWithWord(value)) this.note({ kind: "unknown-field", field: key });
      return this.#terms({ ...unit, value: `${key} ${value}`, isQuoted: false }, this.#fields);
    }
    if (value.trim() === "") {
      this.note({ kind: "empty-field", field: key });
      return undefined;
    }
    if (meaning === "text") return this.#words(unit, [key]);
    if (meaning.kind === "filter") return { kind: "filter", facet: meaning.facet, name: value.trim() };
    const date = dateCriterion(meaning, value.trim());
    if (date === undefined) this.note({ kind: "no-date", field: key, value });
    else if (unit.isImplied === true) this.#noteDate(unit);
    return date;
  }

  #meaningOf(key: string): FieldMeaning | "text" | undefined {
    return FIELD_MEANINGS.get(key) ?? (this.#fields.includes(key) ? "text" : undefined);
  }

  #words(unit: Unit, fields: readonly string[]): Criterion | undefined {
    if (!unit.isQuoted && hasUnknownSign(unit.value)) this.note({ kind: "unknown-sign", written: unit.value });
    return this.#terms(unit, fields);
  }

  #terms(unit: Unit, fields: readonly string[]): Criterion | undefined {
    const read = unit.isQuoted ? phraseCriterion : wordCriterion;
    const criterion = read(unit, fields, this.#analysis);
    if (criterion === undefined) this.#addReason(unit.value);
    return criterion;
  }

  /** Records why words cannot be looked up. */
  #addReason(value: string): void {
    const words = tokensOf(value).map(({ text }) => text);
    if (words.some((word) => word.length > TERM_LENGTH)) this.note({ kind: "too-long" });
    else for (const word of words) this.#common.add(word);
  }

  /** Says that a date was read as one, and how to ask for its words. */
  #noteDate({ start, end, sign }: Unit): void {
    const from = start + sign.length;
    const written = this.#text.slice(from, end);
    const words = `${this.#text.slice(0, from)}"${written}"${this.#text.slice(end)}`;
    this.note({ kind: "written-date", written, words });
  }

  /** Says of an "or" in small letters between two words how to ask for either. */
  #noteSmallOr(parts: readonly Part[], place: number): void {
    const part = parts[place];
    if (part === undefined || isBracket(part) || part.isQuoted || part.value !== "or" || part.key !== undefined) return;
    if (!isOperand(parts[place - 1]) || !isOperand(parts[place + 1])) return;
    this.note({ kind: "small-or", either: `${this.#text.slice(0, part.start)}OR${this.#text.slice(part.end)}` });
  }
}

function isOperand(part: Part | undefined): boolean {
  return part !== undefined && (isBracket(part) || part.operator === "");
}

/** The condition of readings joined by OR; those of a bracket that stands alone are the query's own. */
function conditionsOf(group: readonly Reading[], hasPlus: boolean): readonly Condition[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  const presence = others.length > 0 ? "required" : presenceOf(first, hasPlus);
  if (others.length === 0 && presence === "required" && first.criterion.kind === "group") return first.criterion.conditions;
  const alternatives = group.map(({ part, end, written, criterion }): Alternative => {
    return { criterion, isNegated: others.length > 0 && part.sign === "-", written, start: part.start, end };
  });
  return [{ presence, alternatives }];
}

function presenceOf({ part, criterion }: Reading, hasPlus: boolean): Presence {
  if (part.sign === "-") return "prohibited";
  return hasPlus && isAboutWords(criterion) && part.sign !== "+" ? "optional" : "required";
}
