/** Which documents have words as they are written, phrases, and what is joined by NEAR. */

import type { IndexFiles } from "../index/index_files.ts";
import type { PostingList } from "../index/partition.ts";
import { type Positions, readPositions } from "../index/position_list.ts";
import { Occurrences } from "../index/surface_words.ts";
import { placeOf } from "../index/term_list.ts";
import type { Pace } from "../pace.ts";
import type { Clause, Criterion, NearCriterion, PatternCriterion, PhraseCriterion, PhraseTerm } from "../query/query.ts";
import { termOf } from "../words/analysis.ts";
import { nearSpans, type Span, type Spans, unitedSpans } from "./near.ts";
import { phraseStarts } from "./phrase.ts";

/** A criterion that is decided by how words are written or where they stand. */
export type PlacedCriterion = PhraseCriterion | PatternCriterion | NearCriterion;

export function isPlaced(criterion: Criterion): criterion is PlacedCriterion {
  return criterion.kind === "phrase" || criterion.kind === "pattern" || criterion.kind === "near";
}

/** Which terms and words of the index clauses match. */
export interface MatchedWords {
  terms(clause: Clause): readonly string[];
  /** The words that a pattern matches. */
  words(clause: Clause): readonly string[];
}

/** For each document which of a term's occurrences are meant, by their places among them. */
type Places = ReadonlyMap<number, readonly number[]>;

const NOWHERE: Positions = new Map();

export class PlacedWords {
  readonly #files: IndexFiles;
  readonly #pace: Pace;
  readonly #matched: MatchedWords;

  constructor(files: IndexFiles, pace: Pace, matched: MatchedWords) {
    this.#files = files;
    this.#pace = pace;
    this.#matched = matched;
  }

  /** The documents that meet a criterion in one of its fields. */
  async documents(criterion: PlacedCriterion): Promise<ReadonlySet<number>> {
    if (criterion.kind === "pattern") return await this.#patternDocuments(criterion);
    const found = new Set<number>();
    for (const [field, { name, positions }] of this.#files.manifest.fields.entries()) {
      if (criterion.kind === "phrase" && !criterion.fields.includes(name)) continue;
      for (const document of await this.#documentsIn(criterion, field, positions)) found.add(document);
    }
    return found;
  }

  async #documentsIn(criterion: PhraseCriterion | NearCriterion, field: number, hasPositions: boolean): Promise<Iterable<number>> {
    const isWord = criterion.kind === "phrase" && criterion.terms.length === 1;
    if (hasPositions && !isWord) return (await this.#spans(criterion, field)).keys();
    if (criterion.kind !== "phrase" || !(isWord || this.#hasNoPositions(criterion))) return [];
    const holding = await Promise.all(criterion.terms.map(async (term) => (await this.#places(term))[field] ?? NOWHERE));
    const [first = NOWHERE, ...others] = holding;
    return [...first.keys()].filter((document) => others.every((places) => places.has(document)));
  }

  /** Whether a phrase is asked of lists of names alone, where its words may stand in any order. */
  #hasNoPositions({ fields }: PhraseCriterion): boolean {
    return this.#files.manifest.fields.every(({ name, positions }) => !positions || !fields.includes(name));
  }

  async #patternDocuments({ clause }: PatternCriterion): Promise<ReadonlySet<number>> {
    const found = new Set<number>();
    for (const places of await Promise.all(this.#matched.words(clause).map((word) => this.#places(ofWord(word))))) {
      for (const [field, { name }] of this.#files.manifest.fields.entries()) {
        if (!clause.fields.includes(name)) continue;
        for (const document of places[field]?.keys() ?? []) found.add(document);
      }
    }
    return found;
  }

  async #spans(criterion: Criterion, field: number): Promise<Spans> {
    switch (criterion.kind) {
      case "phrase":
        return await this.#phraseSpans(criterion, field);
      case "near": {
        const [first, ...others] = await Promise.all(criterion.operands.map((operand) => this.#spans(operand, field)));
        let spans = first ?? new Map<number, readonly Span[]>();
        for (const [place, other] of others.entries()) {
          spans = await nearSpans(spans, other, criterion.distances[place] ?? 0, this.#pace);
        }
        return spans;
      }
      case "group": {
        const alternatives = criterion.conditions.flatMap((condition) => condition.alternatives);
        return unitedSpans(await Promise.all(alternatives.map((alternative) => this.#spans(alternative.criterion, field))));
      }
      case "words":
        return await this.#wordSpans(criterion.clauses, field, (clause) => this.#matched.terms(clause).map(ofTerm));
      case "pattern":
        return await this.#wordSpans([criterion.clause], field, (clause) => this.#matched.words(clause).map(ofWord));
      case "filter":
      case "date":
        return new Map();
    }
  }

  async #wordSpans(
    clauses: readonly Clause[],
    field: number,
    matches: (clause: Clause) => readonly PhraseTerm[],
  ): Promise<Spans> {
    const words = clauses.filter(({ fields }) => fields.includes(this.#nameOf(field))).flatMap(matches);
    const placed = await Promise.all(words.map((word) => this.#positions(word)));
    return unitedSpans(placed.map((positions) => spansOf(positions[field] ?? NOWHERE, 1)));
  }

  async #phraseSpans({ terms, fields }: PhraseCriterion, field: number): Promise<Spans> {
    if (!fields.includes(this.#nameOf(field))) return new Map();
    const loaded = await Promise.all(
      terms.map(async (term) => [term, (await this.#positions(term))[field] ?? NOWHERE] as const),
    );
    const offsets = terms.map(({ offset }) => offset);
    const first = Math.min(...offsets);
    const starts = await phraseStarts(terms, new Map(loaded), this.#pace);
    return spansOf(starts, Math.max(...offsets) - first + 1, first);
  }

  #nameOf(field: number): string {
    return this.#files.manifest.fields[field]?.name ?? "";
  }

  /** The positions of a term, or of one of its words, in each field. */
  async #positions(asked: PhraseTerm): Promise<readonly Positions[]> {
    const number = this.#files.manifest.partitionOf(asked.term);
    if (number === undefined) return [];
    const partition = await this.#files.partition(number);
    const lists = partition.postings(asked.term);
    if (lists === undefined) return [];
    const packed = await this.#files.positions(number);
    const hasPositions = this.#files.manifest.fields.map((field) => field.positions);
    const positions = await readPositions(packed[placeOf(partition.terms, asked.term)] ?? "", lists, hasPositions, this.#pace);
    if (asked.word === undefined) return positions;
    const occurrences = await this.#occurrences(asked);
    const places = occurrences?.in(lists) ?? [];
    return positions.map((all, field) => chosen(all, places[field] ?? NOWHERE));
  }

  /** Which occurrences of a term are the word that is asked for, in each field. */
  async #places(asked: PhraseTerm): Promise<readonly Places[]> {
    const [lists, occurrences] = await Promise.all([this.#lists(asked.term), this.#occurrences(asked)]);
    return occurrences?.in(lists) ?? [];
  }

  async #lists(term: string): Promise<readonly PostingList[]> {
    const number = this.#files.manifest.partitionOf(term);
    return number === undefined ? [] : ((await this.#files.partition(number)).postings(term) ?? []);
  }

  /** Undefined if no text has the word. */
  async #occurrences({ word, inCapitals }: PhraseTerm): Promise<Occurrences | undefined> {
    if (word === undefined) return new Occurrences("");
    const number = this.#files.manifest.partitionOf(word) ?? 0;
    return (await this.#files.surface(number)).occurrences(word, inCapitals);
  }
}

function ofTerm(term: string): PhraseTerm {
  return { term, offset: 0 };
}

function ofWord(word: string): PhraseTerm {
  return { term: termOf(word), offset: 0, word };
}

/** The positions of the occurrences that are meant. */
function chosen(positions: Positions, places: Places): Positions {
  return new Map([...places].map(([document, numbers]) => [document, numbers.map((number) => positions.get(document)?.[number] ?? 0)]));
}

/** @param before words of the place that stand before its start and are not counted. */
function spansOf(starts: Positions, length: number, before = 0): Spans {
  return new Map(
    [...starts].map(([document, places]) => [
      document,
      places.map((place): Span => [place + before, place + before + length - 1]),
    ]),
  );
}
