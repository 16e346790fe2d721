/** Reads what a person types: words, phrases, fields, filters, dates, exclusions and OR. */

import { type Analysis, TERM_LENGTH } from "../words/analysis.ts";
import { isLoneLetter, tokensOf } from "../words/tokens.ts";
import { startsWithWord, WordPattern } from "../words/word_pattern.ts";
import { firstDay } from "./calendar_day.ts";
import { FACET_KINDS, type FacetKind } from "./facet_kind.ts";
import {
  type Alternative,
  type Clause,
  type Condition,
  type Criterion,
  type DateCriterion,
  FILTER_FIELDS,
  isAboutWords,
  type PhraseCriterion,
  type Presence,
  type Query,
  type QueryNote,
  type WordsCriterion,
} from "./query.ts";
import { LONGEST_QUERY, type Unit, readUnits } from "./query_units.ts";

/** Words of a query beyond these are left out. */
const MOST_WORDS = 32;
/** Lunr's time for more edits grows with their power; Lucene has the same limit. */
const MOST_EDITS = 2;

const FILTERS: ReadonlyMap<string, FacetKind> = new Map([
  ...FACET_KINDS.map((kind) => [FILTER_FIELDS[kind], kind] as const),
  ["organization", "organization"],
  ["organisation", "organization"],
]);
const DATES: ReadonlySet<string> = new Set(["after", "before"]);

/** What keeps two patterns apart; the other marks may stand inside a word (`2,5*`). */
const BETWEEN_PATTERNS = new WordPattern(
  ({ letter, mark, number, apostrophe }) => `[^${letter}${mark}${number}*.,${apostrophe}&]+`,
);

/** What one unit of the text says. */
interface Reading {
  readonly unit: Unit;
  readonly criterion: Criterion;
}

/**
 * Reads a query. No text is an error: what is no syntax is words, and notes say what was left out.
 *
 * Plain words are all required, unless one has a `+`: then, as in Lunr, only those that have one.
 *
 * @param fields The fields of the index.
 */
export function parseQuery(text: string, fields: readonly string[], analysis: Analysis): Query {
  const reader = new Reader(fields, analysis);
  const units = readUnits(text);
  const groups: Reading[][] = [];
  let isJoined = false;
  for (const unit of units.slice(0, MOST_WORDS)) {
    if (unit.operator === "OR") {
      isJoined = true;
      continue;
    }
    const criterion = reader.read(unit);
    if (criterion === undefined) continue;
    const group = isJoined ? groups.at(-1) : undefined;
    if (group === undefined) groups.push([{ unit, criterion }]);
    else group.push({ unit, criterion });
    isJoined = false;
  }
  if (units.length > MOST_WORDS || text.length > LONGEST_QUERY) reader.note({ kind: "shortened" });
  const hasPlus = groups.some((group) => group.some(({ unit }) => unit.sign === "+"));
  return { conditions: groups.map((group) => conditionOf(group, hasPlus)), notes: groups.length > 0 || text.trim() === "" ? reader.notes() : reader.reasons() };
}

function conditionOf(group: readonly Reading[], hasPlus: boolean): Condition {
  const [first] = group;
  const alternatives = group.map(({ unit, criterion }): Alternative => {
    const { value: written, start, end } = unit;
    return { criterion, isNegated: group.length > 1 && unit.sign === "-", written, start, end };
  });
  const presence = first === undefined || group.length > 1 ? "required" : presenceOf(first, hasPlus);
  return { presence, alternatives };
}

function presenceOf({ unit, criterion }: Reading, hasPlus: boolean): Presence {
  if (unit.sign === "-") return "prohibited";
  return hasPlus && isAboutWords(criterion) && unit.sign !== "+" ? "optional" : "required";
}

/** Turns units into criteria and collects what there is to say of them. */
class Reader {
  readonly #fields: readonly string[];
  readonly #analysis: Analysis;
  readonly #notes: QueryNote[] = [];
  readonly #common = new Set<string>();

  constructor(fields: readonly string[], analysis: Analysis) {
    this.#fields = fields;
    this.#analysis = analysis;
  }

  note(note: QueryNote): void {
    this.#notes.push(note);
  }

  notes(): readonly QueryNote[] {
    return this.#notes;
  }

  /** The notes of a query that asks for nothing, with the reason why. */
  reasons(): readonly QueryNote[] {
    if (this.#common.size > 0) return [{ kind: "common", words: [...this.#common] }, ...this.#notes];
    return this.#notes.length > 0 ? this.#notes : [{ kind: "no-words" }];
  }

  /** The criterion of a unit; undefined if it asks for nothing. */
  read(unit: Unit): Criterion | undefined {
    const { key, value } = unit;
    if (key === undefined) return this.#words(unit, this.#fields);
    const facet = FILTERS.get(key);
    if (facet === undefined && !DATES.has(key) && !this.#fields.includes(key)) {
      if (startsWithWord(value)) this.note({ kind: "unknown-field", field: key });
      return this.#words({ ...unit, value: `${key} ${value}`, isQuoted: false }, this.#fields);
    }
    if (value.trim() === "") {
      this.note({ kind: "empty-field", field: key });
      return undefined;
    }
    if (facet !== undefined) return { kind: "filter", facet, name: value.trim() };
    return DATES.has(key) ? this.#date(key, value.trim()) : this.#words(unit, [key]);
  }

  #date(key: string, value: string): DateCriterion | undefined {
    const day = firstDay(value);
    if (day === undefined) {
      this.note({ kind: "no-date", field: key, value });
      return undefined;
    }
    return key === "after" ? { kind: "date", from: day } : { kind: "date", to: day };
  }

  #words(unit: Unit, fields: readonly string[]): WordsCriterion | PhraseCriterion | undefined {
    const { value, boost, isQuoted } = unit;
    const found = this.#terms(value, isQuoted);
    const terms = found.flatMap((term, offset) => (term === "" ? [] : [{ term, offset }]));
    if (terms.length === 0) {
      this.#addReason(value);
      return undefined;
    }
    if (isQuoted && terms.length > 1) return { kind: "phrase", terms, fields, boost };
    const clauses = terms.map(({ term }) => clauseOf(term, fields, unit));
    return { kind: "words", clauses };
  }

  /** Remembers why words are none that the index holds. */
  #addReason(value: string): void {
    const words = tokensOf(value).map(({ text }) => text);
    if (words.some((word) => word.length > TERM_LENGTH)) this.note({ kind: "too-long" });
    else for (const word of words) this.#common.add(word);
  }

  /** Terms and, outside quotation marks, patterns; "" in the place of a stop word. */
  #terms(value: string, isQuoted: boolean): readonly string[] {
    if (isQuoted || !value.includes("*")) return this.#analysis.queryTerms(value);
    return value.split(BETWEEN_PATTERNS.for(value)).flatMap((part) => {
      if (!part.includes("*")) return this.#analysis.queryTerms(part);
      const pattern = this.#analysis.pattern(part);
      return pattern === "" ? [] : [pattern];
    });
  }
}

/** A pattern is not misspelt as well: lunr would take its `*` for a letter. */
function clauseOf(term: string, fields: readonly string[], { boost, editDistance }: Unit): Clause {
  const clause = { fields, presence: "required", boost } as const;
  if (isLoneLetter(term)) return { ...clause, term: `${term}*` };
  if (term.includes("*") || editDistance === 0) return { ...clause, term };
  return { ...clause, term, editDistance: Math.min(editDistance, MOST_EDITS) };
}
