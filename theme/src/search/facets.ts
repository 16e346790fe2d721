/** Facets: which documents pass the filters, and how many each value would leave. */

import { PackedNumbers } from "./packing.ts";
import { FACET_KINDS, type FacetCount, type FacetKind, type Filters } from "./types.ts";

interface FacetPayload {
  readonly values: readonly string[];
  readonly labels: readonly string[];
  readonly codes?: readonly string[];
  readonly counts: string;
  readonly documents: string;
}

export type FacetsPayload = Readonly<Record<FacetKind, FacetPayload>>;

export interface FilteredDocuments {
  /** Those that pass all filters, in the order given. */
  readonly documents: readonly number[];
  readonly counts: Readonly<Record<FacetKind, readonly FacetCount[]>>;
}

/** One kind: the values of each document. */
class Facet {
  readonly #payload: FacetPayload;
  /** Where the values of each document begin in `#values`. */
  readonly #starts: Uint32Array;
  readonly #values: readonly number[];

  constructor(payload: FacetPayload, documents: number) {
    this.#payload = payload;
    this.#starts = new Uint32Array(documents + 1);
    const counts = new PackedNumbers(payload.counts);
    const packed = new PackedNumbers(payload.documents);
    const values: number[] = [];
    for (let document = 0; document < documents; document += 1) {
      let value = 0;
      for (let count = counts.next(); count > 0; count -= 1) {
        value += packed.next();
        values.push(value);
      }
      this.#starts[document + 1] = values.length;
    }
    this.#values = values;
  }

  /** Numbers of the values that a filter names; those that no document has are left out. */
  numbersOf(chosen: readonly string[]): ReadonlySet<number> {
    return new Set(chosen.map((value) => this.#payload.values.indexOf(value)).filter((number) => number >= 0));
  }

  has(document: number, chosen: ReadonlySet<number>): boolean {
    for (let place = this.#start(document); place < this.#start(document + 1); place += 1) {
      if (chosen.has(this.#values[place] as number)) return true;
    }
    return false;
  }

  /** Counts the document's values in `tally`. */
  count(document: number, tally: Uint32Array): void {
    for (let place = this.#start(document); place < this.#start(document + 1); place += 1) {
      const value = this.#values[place] as number;
      tally[value] = (tally[value] as number) + 1;
    }
  }

  newTally(): Uint32Array {
    return new Uint32Array(this.#payload.values.length);
  }

  /** The counts as the page shows them, and each chosen value even without a document. */
  results(tally: Uint32Array, chosen: readonly string[]): readonly FacetCount[] {
    const { values, labels, codes } = this.#payload;
    const results: FacetCount[] = [];
    for (const [number, value] of values.entries()) {
      const count = tally[number] ?? 0;
      if (count === 0 && !chosen.includes(value)) continue;
      const code = codes?.[number] ?? "";
      results.push({ value, label: labels[number] ?? value, count, ...(code === "" ? {} : { code }) });
    }
    for (const value of new Set(chosen)) {
      if (!values.includes(value)) results.push({ value, label: value, count: 0 });
    }
    return results.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, "en"));
  }

  #start(document: number): number {
    return this.#starts[document] ?? 0;
  }
}

export class Facets {
  readonly #facets: readonly (readonly [FacetKind, Facet])[];

  constructor(payload: FacetsPayload, documents: number) {
    this.#facets = FACET_KINDS.map((kind) => [kind, new Facet(payload[kind], documents)] as const);
  }

  /**
   * Filters documents. Values of one kind are alternatives, kinds restrict each other; the counts
   * of a kind are over the documents that pass the filters of all other kinds.
   */
  filter(documents: Iterable<number>, filters: Filters): FilteredDocuments {
    const kinds = this.#facets.map(([kind, facet]) => ({
      kind,
      facet,
      isFree: filters[kind].length === 0,
      chosen: facet.numbersOf(filters[kind]),
      tally: facet.newTally(),
    }));
    const passing: number[] = [];
    for (const document of documents) {
      const failed = kinds.filter(({ facet, isFree, chosen }) => !isFree && !facet.has(document, chosen));
      if (failed.length === 0) passing.push(document);
      if (failed.length > 1) continue;
      for (const kind of failed.length === 0 ? kinds : failed) kind.facet.count(document, kind.tally);
    }
    const counts = Object.fromEntries(
      kinds.map(({ kind, facet, tally }) => [kind, facet.results(tally, filters[kind])]),
    ) as Record<FacetKind, readonly FacetCount[]>;
    return { documents: passing, counts };
  }
}
