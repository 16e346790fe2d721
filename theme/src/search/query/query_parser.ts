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

/** Words of a query beyond these are left out; chosen by eye: no question is that long. */
const MOST_WORDS = 32;
/** Most edits of a fuzzy word, as in Lucene: the work grows exponentially with them. */
const MOST_EDITS = 2;

const FILTERS: ReadonlyMap<string, FacetKind> = new Map([
  ...FACET_KINDS.map((kind) => [FILTER_FIELDS[kind], kind] as const),
  ["organization", "organization"],
  ["organisation", "organization"],
]);
const DATES: ReadonlySet<string> = new Set(["after", "before"]);

/** Characters that separate two patterns; other punctuation may be inside a word (`2,5*`). */
const BETWEEN_PATTERNS = new WordPattern(
  ({ letter, mark, number, apostrophe }) => `[^${letter}${mark}${number}*.,${apostrophe}&]+`,
);

/** A unit of the text and the criterion that it states. */
interface Reading {
  readonly unit: Unit;
  readonly criterion: Criterion;
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

/** Turns units into criteria and collects notes about them. */
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

  /** The notes of a query without conditions, with the reason why it has none. */
  reasons(): readonly QueryNote[] {
    if (this.#common.size > 0) return [{ kind: "common", words: [...this.#common] }, ...this.#notes];
    return this.#notes.length > 0 ? this.#notes : [{ kind: "no-words" }];
  }

  /** The criterion of a unit; undefined if there is nothing to search for. */
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

  /** Records why words cannot be looked up. */
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

/** The clause of a term. A pattern is never fuzzy as well: lunr would take its `*` for a letter. */
function clauseOf(term: string, fields: readonly string[], { boost, editDistance }: Unit): Clause {
  const clause = { fields, presence: "required", boost } as const;
  if (isLoneLetter(term)) return { ...clause, term: `${term}*` };
  if (term.includes("*") || editDistance === 0) return { ...clause, term };
  return { ...clause, term, editDistance: Math.min(editDistance, MOST_EDITS) };
}
