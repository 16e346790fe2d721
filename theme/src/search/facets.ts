/** Facets: which documents pass the filters, and how many each value would leave. */

import { inSlices, type Pace, sortInSlices } from "./pace.ts";
import { PackedNumbers } from "./packing.ts";
import { FACET_KINDS, type FacetCount, type FacetKind, type Filters, type Hit } from "./types.ts";

interface FacetPayload {
  readonly values: readonly string[];
  readonly labels: readonly string[];
  readonly codes?: readonly string[];
  readonly counts: string;
  readonly documents: string;
}

export type FacetsPayload = Readonly<Record<FacetKind, FacetPayload>>;

export interface FilteredHits {
  /** Those that pass all filters, in the order given. */
  readonly hits: readonly Hit[];
  readonly counts: Readonly<Record<FacetKind, readonly FacetCount[]>>;
}

const ALPHABETICAL = new Intl.Collator("en");

/** One kind: the values of each document. */
class Facet {
  readonly #payload: FacetPayload;
  /** Where the values of each document begin in `#values`. */
  readonly #starts: Uint32Array;
  readonly #values: readonly number[];

  private constructor(payload: FacetPayload, starts: Uint32Array, values: readonly number[]) {
    this.#payload = payload;
    this.#starts = starts;
    this.#values = values;
  }

  static async read(payload: FacetPayload, documents: number, pace: Pace): Promise<Facet> {
    const starts = new Uint32Array(documents + 1);
    const counts = new PackedNumbers(payload.counts);
    const packed = new PackedNumbers(payload.documents);
    const values: number[] = [];
    await inSlices(documents, pace, (document) => {
      let value = 0;
      for (let count = counts.next(); count > 0; count -= 1) {
        value += packed.next();
        values.push(value);
      }
      starts[document + 1] = values.length;
    });
    return new Facet(payload, starts, values);
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
  async results(tally: Uint32Array, chosen: readonly string[], pace: Pace): Promise<readonly FacetCount[]> {
    const { values, labels, codes } = this.#payload;
    const results: FacetCount[] = [];
    await inSlices(values.length, pace, (number) => {
      const value = values[number] as string;
      const count = tally[number] ?? 0;
      if (count === 0 && !chosen.includes(value)) return;
      const code = codes?.[number] ?? "";
      results.push({ value, label: labels[number] ?? value, count, ...(code === "" ? {} : { code }) });
    });
    for (const value of new Set(chosen)) {
      if (!values.includes(value)) results.push({ value, label: value, count: 0 });
    }
    return await sortInSlices(results, byCount, pace);
  }

  #start(document: number): number {
    return this.#starts[document] ?? 0;
  }
}

function byCount(a: FacetCount, b: FacetCount): number {
  return b.count - a.count || ALPHABETICAL.compare(a.label, b.label);
}

export class Facets {
  readonly #facets: readonly (readonly [FacetKind, Facet])[];

  private constructor(facets: readonly (readonly [FacetKind, Facet])[]) {
    this.#facets = facets;
  }

  static async read(payload: FacetsPayload, documents: number, pace: Pace): Promise<Facets> {
    const facets: [FacetKind, Facet][] = [];
    for (const kind of FACET_KINDS) facets.push([kind, await Facet.read(payload[kind], documents, pace)]);
    return new Facets(facets);
  }

  /**
   * Filters a result. Values of one kind are alternatives, kinds restrict each other; the counts
   * of a kind are over the documents that pass the filters of all other kinds.
   */
  async filter(hits: readonly Hit[], filters: Filters, pace: Pace): Promise<FilteredHits> {
    const kinds = this.#facets.map(([kind, facet]) => ({
      kind,
      facet,
      chosen: facet.numbersOf(filters[kind]),
      tally: facet.newTally(),
    }));
    const restricting = kinds.filter(({ kind }) => filters[kind].length > 0);
    const passing: Hit[] = [];
    await inSlices(hits.length, pace, (place) => {
      const hit = hits[place] as Hit;
      const failed = restricting.filter(({ facet, chosen }) => !facet.has(hit.document, chosen));
      if (failed.length === 0) passing.push(hit);
      if (failed.length > 1) return;
      for (const { facet, tally } of failed.length === 0 ? kinds : failed) facet.count(hit.document, tally);
    });
    const counts: Partial<Record<FacetKind, readonly FacetCount[]>> = {};
    for (const { kind, facet, tally } of kinds) {
      counts[kind] = await facet.results(tally, filters[kind], pace);
    }
    return { hits: passing, counts: counts as Record<FacetKind, readonly FacetCount[]> };
  }
}
