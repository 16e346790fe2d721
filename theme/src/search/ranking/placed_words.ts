/** Where words, phrases and what is joined by NEAR stand in the documents. */

import type { IndexFiles } from "../index/index_files.ts";
import { type Positions, readPositions } from "../index/position_list.ts";
import { placeOf } from "../index/term_list.ts";
import type { Pace } from "../pace.ts";
import type { Criterion, NearCriterion, PhraseCriterion, PhraseTerm } from "../query/query.ts";
import { nearSpans, type Span, type Spans, unitedSpans } from "./near.ts";
import { phraseStarts } from "./phrase.ts";

/** A criterion that is decided by where words stand. */
export type PlacedCriterion = PhraseCriterion | NearCriterion;

export function isPlaced(criterion: Criterion): criterion is PlacedCriterion {
  return criterion.kind === "phrase" || criterion.kind === "near";
}

export class PlacedWords {
  readonly #files: IndexFiles;
  readonly #pace: Pace;
  readonly #termsOf: (criterion: Criterion) => readonly string[];

  /** @param termsOf gives the terms of the index that a criterion's words match. */
  constructor(files: IndexFiles, pace: Pace, termsOf: (criterion: Criterion) => readonly string[]) {
    this.#files = files;
    this.#pace = pace;
    this.#termsOf = termsOf;
  }

  /** The documents that meet a criterion in one of its fields. */
  async documents(criterion: PlacedCriterion): Promise<ReadonlySet<number>> {
    const found = new Set<number>();
    for (const [number, { positions }] of this.#files.manifest.fields.entries()) {
      if (!positions) continue;
      for (const document of (await this.#spans(criterion, number)).keys()) found.add(document);
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
      case "words": {
        const fields = criterion.clauses.flatMap((clause) => clause.fields);
        if (!fields.includes(this.#nameOf(field))) return new Map();
        const terms = await Promise.all(this.#termsOf(criterion).map((term) => this.#positions(term)));
        return unitedSpans(terms.map((of) => spansOf(of[field] ?? new Map(), 1)));
      }
      case "filter":
      case "date":
        return new Map();
    }
  }

  async #phraseSpans({ terms, fields }: PhraseCriterion, field: number): Promise<Spans> {
    if (!fields.includes(this.#nameOf(field))) return new Map();
    const loaded = await Promise.all(
      terms.map(async (term) => [term, (await this.#positions(term.term))[field] ?? new Map<number, number[]>()] as const),
    );
    const offsets = terms.map(({ offset }) => offset);
    const first = Math.min(...offsets);
    const starts = await phraseStarts(terms, new Map<PhraseTerm, Positions>(loaded), this.#pace);
    return spansOf(starts, Math.max(...offsets) - first + 1, first);
  }

  #nameOf(field: number): string {
    return this.#files.manifest.fields[field]?.name ?? "";
  }

  /** The positions of a term in each field. */
  async #positions(term: string): Promise<readonly Positions[]> {
    const number = this.#files.manifest.partitionOf(term);
    if (number === undefined) return [];
    const partition = await this.#files.partition(number);
    const lists = partition.postings(term);
    if (lists === undefined) return [];
    const packed = await this.#files.positions(number);
    const hasPositions = this.#files.manifest.fields.map((field) => field.positions);
    return await readPositions(packed[placeOf(partition.terms, term)] ?? "", lists, hasPositions, this.#pace);
  }
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
