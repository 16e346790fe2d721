/**
 * Reads what a person types, as `docs/query.md` defines it. Each rule has a module: `query_units.ts`
 * cuts the text, `bracket.ts` nests it, `date_rule.ts` joins the words of dates, `joined_parts.ts` finds
 * what OR and NEAR join; here each rule is asked in its turn.
 */

import type { Analysis } from "../words/analysis.ts";
import { type Bracket, isBracket, nested, type Part } from "./bracket.ts";
import { withWrittenDates } from "./date_rule.ts";
import { FieldRule } from "./field_rule.ts";
import { type Joined, joinedParts } from "./joined_parts.ts";
import { nearCriterion } from "./near_rule.ts";
import { NoteList } from "./note_list.ts";
import type { Condition, Criterion, Query } from "./query.ts";
import { LONGEST_QUERY, readUnits, type Unit, unsignedStart } from "./query_units.ts";
import { conditionsOf, type Reading } from "./reading.ts";

/** Words and phrases of a query beyond these are left out; chosen by eye: no list of synonyms is that long. */
const MOST_WORDS = 64;

/**
 * Reads a query. Every text is valid: what is not syntax is read as words, and notes say what was
 * left out.
 *
 * @param fields The fields of the index.
 */
export function parseQuery(text: string, fields: readonly string[], analysis: Analysis): Query {
  const notes = new NoteList();
  const units = readUnits(text);
  const words = units.filter(({ operator }) => operator === "");
  const kept = words.length > MOST_WORDS ? units.slice(0, units.indexOf(words[MOST_WORDS] as Unit)) : units;
  const conditions = new Reader(text, new FieldRule(text, fields, analysis, notes), notes).conditions(nested(kept), undefined);
  if (kept.length < units.length || text.length > LONGEST_QUERY) notes.add({ kind: "shortened" });
  return { conditions, notes: conditions.length > 0 || text.trim() === "" ? notes.notes() : notes.reasons() };
}

/** Turns the parts of a query into conditions. */
class Reader {
  readonly #text: string;
  readonly #rule: FieldRule;
  readonly #notes: NoteList;

  constructor(text: string, rule: FieldRule, notes: NoteList) {
    this.#text = text;
    this.#rule = rule;
    this.#notes = notes;
  }

  /**
   * The conditions of the parts of a query or of a bracket.
   *
   * @param key the field that the bracket names.
   */
  conditions(parts: readonly Part[], key: string | undefined): readonly Condition[] {
    const groups: Reading[][] = [];
    let isJoined = false;
    for (const joined of joinedParts(withWrittenDates(parts), this.#text, this.#notes)) {
      if (joined === "OR") {
        if (isJoined || groups.length === 0) this.#notes.add({ kind: "or-what" });
        isJoined = groups.length > 0;
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
    if (isJoined) this.#notes.add({ kind: "or-what" });
    return conditionsOf(groups);
  }

  /** What parts joined by NEAR state: one criterion, or that of each if they have no place in a text. */
  #readings({ parts, distances }: Joined, key: string | undefined): readonly Reading[] {
    const readings = parts.flatMap((part): readonly Reading[] => {
      const criterion = isBracket(part) ? this.#bracket(part, key) : this.#rule.criterion(part, key);
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
      return [{ part: first.part, end, written: this.#text.slice(unsignedStart(this.#text, first.part.start), end), criterion }];
    }
    this.#notes.add({ kind: "near-what", written: "NEAR" });
    return readings;
  }

  #bracket(bracket: Bracket, outerKey: string | undefined): Criterion | undefined {
    const { key, parts, isClosed } = bracket;
    if (!isClosed) this.#notes.add({ kind: "open-bracket" });
    const isKnown = key !== undefined && this.#rule.meaningOf(key) !== undefined;
    if (key !== undefined && !isKnown) this.#notes.add({ kind: "unknown-field", field: key });
    const conditions = this.conditions(parts, isKnown ? key : outerKey);
    if (conditions.length > 0) return { kind: "group", conditions };
    if (key !== undefined) this.#notes.add({ kind: "empty-field", field: key });
    return undefined;
  }
}
