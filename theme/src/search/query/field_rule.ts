/** Reads a field with its value: words of a field of the index, a name, or a date. */

import type { Analysis } from "../words/analysis.ts";
import { startsWithWord } from "../words/word_pattern.ts";
import { dateCriterion } from "./date_rule.ts";
import { FIELD_MEANINGS, type FieldMeaning } from "./field_name.ts";
import type { NoteList } from "./note_list.ts";
import { phraseCriterion } from "./phrase_rule.ts";
import type { Criterion } from "./query.ts";
import { type Unit, unsignedStart } from "./query_units.ts";
import { hasUnknownSign } from "./sign_note.ts";
import { MOST_EDITS, wordCriterion } from "./word_rule.ts";
import { isUnclearDay } from "./written_date.ts";

export class FieldRule {
  readonly #text: string;
  readonly #fields: readonly string[];
  readonly #analysis: Analysis;
  readonly #notes: NoteList;

  /**
   * @param text the whole query.
   * @param fields the fields of the index.
   * @param notes receives what was not understood.
   */
  constructor(text: string, fields: readonly string[], analysis: Analysis, notes: NoteList) {
    this.#text = text;
    this.#fields = fields;
    this.#analysis = analysis;
    this.#notes = notes;
  }

  /** What a name before a colon asks of; undefined if it is not a field. */
  meaningOf(key: string): FieldMeaning | "text" | undefined {
    return FIELD_MEANINGS.get(key) ?? (this.#fields.includes(key) ? "text" : undefined);
  }

  /**
   * The criterion of a unit; undefined if there is nothing to search for.
   *
   * @param outerKey the field of the bracket around it.
   */
  criterion(unit: Unit, outerKey: string | undefined): Criterion | undefined {
    const { value } = unit;
    if (unit.isClosed === false && value.trim() !== "") this.#notes.add({ kind: "open-quotation" });
    const key = unit.key ?? outerKey;
    if (key === undefined) return this.#words(unit, this.#fields);
    const meaning = this.meaningOf(key);
    if (meaning === undefined) {
      if (value === "" || startsWithWord(value)) this.#notes.add({ kind: "unknown-field", field: key });
      return this.#terms({ ...unit, value: `${key} ${value}`, isQuoted: false }, this.#fields);
    }
    if (value.trim() === "") {
      this.#notes.add({ kind: "empty-field", field: key });
      return undefined;
    }
    if (meaning === "text") return this.#words(unit, [key]);
    if (meaning.kind === "filter") return { kind: "filter", facet: meaning.facet, name: value.trim() };
    const date = dateCriterion(meaning, value.trim());
    if (date === undefined) this.#notes.add({ kind: "no-date", field: key, value });
    else if (unit.isImplied === true) this.#noteDate(unit);
    return date;
  }

  #words(unit: Unit, fields: readonly string[]): Criterion | undefined {
    const { value: written } = unit;
    if (unit.isQuoted) {
      if (written.includes("*")) this.#notes.add({ kind: "quoted-star", written });
    } else if (isUnclearDay(written)) this.#notes.add({ kind: "unclear-date", written });
    else if (hasUnknownSign(written)) this.#notes.add({ kind: "unknown-sign", written });
    if (unit.editDistance > MOST_EDITS) this.#notes.add({ kind: "most-edits", written });
    return this.#terms(unit, fields);
  }

  #terms(unit: Unit, fields: readonly string[]): Criterion | undefined {
    const read = unit.isQuoted ? phraseCriterion : wordCriterion;
    const criterion = read(unit, fields, this.#analysis);
    if (criterion === undefined) this.#notes.addReason(unit.value);
    return criterion;
  }

  /** Says that a date was read as one, and how to ask for its words. */
  #noteDate({ start, end }: Unit): void {
    const from = unsignedStart(this.#text, start);
    const written = this.#text.slice(from, end);
    const words = `${this.#text.slice(0, from)}"${written}"${this.#text.slice(end)}`;
    this.#notes.add({ kind: "written-date", written, words });
  }
}
