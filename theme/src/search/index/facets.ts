/** Facets: which documents pass the filters, and how many each value would leave. */

import { inSlices, type Pace, sortInSlices } from "../pace.ts";
import { asksForAll, FACET_KINDS, type FacetKind, type Filters, isExcluded, valueOf } from "../query/facet_kind.ts";
import type { FacetCount, FacetCounts, Hit } from "../types.ts";
import { PackedNumbers } from "./packing.ts";
import { slugOf } from "./plain_slug.ts";

interface FacetPayload {
  /** "" stands for the slug that can be made of the label. */
  readonly values: readonly string[];
  readonly labels: readonly string[];
  readonly codes?: readonly string[];
  readonly counts: string;
  readonly documents: string;
}

/** For each country of each document, "1" if the document is about it, else "0". */
type CountriesPayload = FacetPayload & { readonly about: string };

export type FacetsPayload = Readonly<Record<Exclude<FacetKind, "about" | "author" | "country">, FacetPayload>> & {
  readonly country: CountriesPayload;
  /** Missing in an archive without bylines. */
  readonly author?: FacetPayload;
};

/** A kind that no document has a value of. */
const NO_VALUES: FacetPayload = { values: [], labels: [], counts: "", documents: "" };

/** The values of one kind: those with most documents first. */
export type FacetValues = Pick<FacetPayload, "values" | "labels" | "codes">;

/** One kind: the values of each document. */
export class Facet {
  readonly payload: FacetValues;
  /** Where the values of each document begin in `values`. */
  readonly starts: Uint32Array;
  readonly values: readonly number[];

  constructor(payload: FacetValues, starts: Uint32Array, values: readonly number[]) {
    this.payload = payload;
    this.starts = starts;
    this.values = values;
  }

  /** @param roles If given, only the values with a "1" at their place are taken. */
  static async read(payload: FacetPayload, documents: number, pace: Pace, roles?: string): Promise<Facet> {
    const starts = new Uint32Array(documents + 1);
    const counts = new PackedNumbers(payload.counts);
    const packed = new PackedNumbers(payload.documents);
    const values: number[] = [];
    if (payload.labels.length === 0) return new Facet(payload, starts, values);
    let place = 0;
    await inSlices(documents, pace, (document) => {
      let value = 0;
      for (let count = counts.next(); count > 0; count -= 1) {
        value += packed.next();
        if (roles === undefined || roles[place] === "1") values.push(value);
        place += 1;
      }
      starts[document + 1] = values.length;
    });
    const slugs: string[] = [];
    await inSlices(payload.labels.length, pace, (number) => {
      slugs.push(slugOf(payload.values[number], payload.labels[number] ?? ""));
    });
    return new Facet({ ...payload, values: slugs }, starts, values);
  }

  /** Numbers of the values that a filter names; values that no document has are left out. */
  numbersOf(chosen: readonly string[]): ReadonlySet<number> {
    return new Set(chosen.map((value) => this.payload.values.indexOf(value)).filter((number) => number >= 0));
  }

  valuesOf(document: number): readonly string[] {
    const numbers = this.values.slice(this.start(document), this.start(document + 1));
    return numbers.map((number) => this.payload.values[number] ?? "");
  }

  labelOf(value: string): string | undefined {
    return this.payload.labels[this.payload.values.indexOf(value)];
  }

  knows(value: string): boolean {
    return this.payload.values.includes(value);
  }

  has(document: number, chosen: ReadonlySet<number>): boolean {
    for (let place = this.start(document); place < this.start(document + 1); place += 1) {
      if (chosen.has(this.values[place] as number)) return true;
    }
    return false;
  }

  /** Whether the document has every one of these values. */
  hasAll(document: number, chosen: ReadonlySet<number>): boolean {
    let found = 0;
    for (let place = this.start(document); place < this.start(document + 1); place += 1) {
      if (chosen.has(this.values[place] as number)) found += 1;
    }
    return found === chosen.size;
  }

  /** Counts the document's values in `tally`; with `among`, only those. */
  count(document: number, tally: Uint32Array, among?: ReadonlySet<number>): void {
    for (let place = this.start(document); place < this.start(document + 1); place += 1) {
      const value = this.values[place] as number;
      if (among === undefined || among.has(value)) tally[value] = (tally[value] as number) + 1;
    }
  }

  newTally(): Uint32Array {
    return new Uint32Array(this.payload.values.length);
  }

  /**
   * The counts as the page shows them; a chosen value is there even if its count is 0. Values with
   * the same count keep the payload's order: the most frequent in the archive first.
   *
   * @param added what choosing each value would add; undefined if it would restrict the result.
   */
  async results(
    tally: Uint32Array,
    added: Uint32Array | undefined,
    chosen: readonly string[],
    pace: Pace,
  ): Promise<readonly FacetCount[]> {
    const { values, labels, codes } = this.payload;
    const named = new Set(chosen.map(valueOf));
    const results: FacetCount[] = [];
    await inSlices(values.length, pace, (number) => {
      const value = values[number] as string;
      const count = tally[number] ?? 0;
      if (count === 0 && !named.has(value)) return;
      const code = codes?.[number] ?? "";
      const adds = named.has(value) || added === undefined ? {} : { adds: added[number] ?? 0 };
      results.push({ value, label: labels[number] ?? value, count, ...adds, ...(code === "" ? {} : { code }) });
    });
    for (const value of named) {
      if (!values.includes(value)) results.push({ value, label: value, count: 0 });
    }
    return await sortInSlices(results, (a, b) => b.count - a.count, pace);
  }

  /** Where the values of a document begin. */
  start(document: number): number {
    return this.starts[document] ?? 0;
  }
}

/** All documents as hits of score 0. */
export function allHits(documents: number): Hit[] {
  return Array.from({ length: documents }, (_, document) => ({ document, score: 0 }));
}

export class Facets {
  readonly facets: readonly (readonly [FacetKind, Facet])[];

  constructor(facets: readonly (readonly [FacetKind, Facet])[]) {
    this.facets = facets;
  }

  static async read(payload: FacetsPayload, documents: number, pace: Pace): Promise<Facets> {
    const facets: [FacetKind, Facet][] = [];
    for (const kind of FACET_KINDS) {
      const facet =
        kind === "about"
          ? Facet.read(payload.country, documents, pace, payload.country.about)
          : Facet.read(payload[kind] ?? NO_VALUES, documents, pace);
      facets.push([kind, await facet]);
    }
    return new Facets(facets);
  }

  /** The values of one kind that a document has. */
  valuesOf(kind: FacetKind, document: number): readonly string[] {
    return this.facets.find(([each]) => each === kind)?.[1].valuesOf(document) ?? [];
  }

  /** What the page calls a value; the value itself if no document has it. */
  labelOf(kind: FacetKind, value: string): string {
    return this.facets.find(([each]) => each === kind)?.[1].labelOf(value) ?? value;
  }

  /**
   * The hits that pass the filters, in the order given. A document passes if it has, of each
   * filtered kind, one of the chosen values or all of them, as the filters ask, and does not have an
   * excluded value.
   */
  async filter(hits: readonly Hit[], filters: Filters, pace: Pace): Promise<readonly Hit[]> {
    const choices = this.#choices(filters);
    const restricting = choices.filter(restricts);
    const excluding = choices.filter(excludes);
    if (restricting.length + excluding.length === 0) return hits;
    const passing: Hit[] = [];
    await inSlices(hits.length, pace, (place) => {
      const hit = hits[place] as Hit;
      const isIn = restricting.every((choice) => meets(choice, hit.document));
      if (isIn && !excluding.some(({ facet, barred }) => facet.has(hit.document, barred))) passing.push(hit);
    });
    return passing;
  }

  /**
   * How many stories each value would leave of an unfiltered result. A kind is counted over the
   * documents that pass the filters of all other kinds and the exclusions of its own. An excluded
   * value has the number of documents that would come back without the exclusion. Where a document
   * must have all chosen values of a kind, the other values are counted over those that have them.
   */
  async counts(hits: readonly Hit[], filters: Filters, pace: Pace): Promise<FacetCounts> {
    const choices = this.#choices(filters).map((choice) => ({
      ...choice,
      tally: choice.facet.newTally(),
      added: choice.isRestricted && !choice.asksForAll ? choice.facet.newTally() : undefined,
    }));
    const restricting = choices.filter(restricts);
    const excluding = choices.filter(excludes);
    await inSlices(hits.length, pace, (place) => {
      const { document } = hits[place] as Hit;
      const failed = restricting.filter((choice) => !meets(choice, document));
      const [first, second] = excluding.filter(({ facet, barred }) => facet.has(document, barred));
      if (first !== undefined) {
        if (second === undefined && failed.length === 0) first.facet.count(document, first.tally, first.barred);
        return;
      }
      const [only, other] = failed;
      if (only === undefined) {
        for (const { facet, tally } of choices) facet.count(document, tally);
      } else if (other === undefined && only.added !== undefined) {
        only.facet.count(document, only.tally);
        only.facet.count(document, only.added);
      }
    });
    const counts: Partial<Record<FacetKind, readonly FacetCount[]>> = {};
    for (const { kind, facet, tally, added } of choices) {
      counts[kind] = await facet.results(tally, added, filters[kind], pace);
    }
    return counts as FacetCounts;
  }

  #choices(filters: Filters): readonly Choice[] {
    return this.facets.map(([kind, facet]) => ({
      kind,
      facet,
      asksForAll: asksForAll(filters, kind),
      isRestricted: filters[kind].some((value) => !isExcluded(value)),
      chosen: facet.numbersOf(filters[kind].filter((value) => !isExcluded(value))),
      isUnknown: filters[kind].some((value) => !isExcluded(value) && !facet.knows(value)),
      barred: facet.numbersOf(filters[kind].filter(isExcluded).map(valueOf)),
    }));
  }
}

/** The filters of one kind. A chosen value that no document has still restricts the result. */
interface Choice {
  readonly kind: FacetKind;
  readonly facet: Facet;
  readonly asksForAll: boolean;
  readonly isRestricted: boolean;
  /** Whether no document has one of the chosen values. */
  readonly isUnknown: boolean;
  readonly chosen: ReadonlySet<number>;
  readonly barred: ReadonlySet<number>;
}

/** Whether a document has one of the chosen values, or all if these are asked for. */
function meets({ facet, chosen, asksForAll, isUnknown }: Choice, document: number): boolean {
  return asksForAll ? !isUnknown && facet.hasAll(document, chosen) : facet.has(document, chosen);
}

function restricts({ isRestricted }: Choice): boolean {
  return isRestricted;
}

function excludes({ barred }: Choice): boolean {
  return barred.size > 0;
}
