/** The facets of several sites as those of one index: values of one kind and slug are the same. */

import { Facet, Facets, type FacetValues } from "../index/facets.ts";
import { inSlices, type Pace } from "../pace.ts";

/** One site's facets, and the numbers that its documents have in the whole index. */
export interface NumberedFacets {
  readonly facets: Facets;
  readonly numbers: Uint32Array;
}

/** @param end One more than the highest number of a document. */
export async function joinedFacets(sites: readonly NumberedFacets[], end: number, pace: Pace): Promise<Facets> {
  const kinds = (sites[0]?.facets.facets ?? []).map(([kind]) => kind);
  const joined = kinds.map(async (kind, place) => {
    const ofKind = sites.map(({ facets, numbers }) => ({ facet: facets.facets[place]?.[1] as Facet, numbers }));
    return [kind, await joinedFacet(ofKind, end, pace)] as const;
  });
  return new Facets(await Promise.all(joined));
}

interface NumberedFacet {
  readonly facet: Facet;
  readonly numbers: Uint32Array;
}

/** A value as the sites have it that have most documents with it, and how many have it in all. */
interface JoinedValue {
  readonly value: string;
  readonly label: string;
  readonly code: string;
  readonly most: number;
  readonly count: number;
}

async function joinedFacet(sites: readonly NumberedFacet[], end: number, pace: Pace): Promise<Facet> {
  const values = joinedValues(sites.map(({ facet }) => facet));
  const places = new Map(values.map(({ value }, place) => [value, place]));
  const starts = new Uint32Array(end + 1);
  for (const { facet, numbers } of sites) {
    await inSlices(numbers.length, pace, (document) => {
      starts[(numbers[document] as number) + 1] = facet.start(document + 1) - facet.start(document);
    });
  }
  for (let number = 0; number < end; number += 1) starts[number + 1] = (starts[number + 1] as number) + (starts[number] as number);
  const joined = new Array<number>(starts[end] ?? 0).fill(0);
  for (const { facet, numbers } of sites) {
    const placesHere = facet.payload.values.map((value) => places.get(value) as number);
    await inSlices(numbers.length, pace, (document) => {
      const held = facet.values.slice(facet.start(document), facet.start(document + 1)).map((value) => placesHere[value] as number);
      const start = starts[numbers[document] as number] as number;
      for (const [step, place] of held.sort((a, b) => a - b).entries()) joined[start + step] = place;
    });
  }
  return new Facet(payloadOf(values), starts, joined);
}

/** The values of all, those with most documents first, as `facet.py` orders them. */
function joinedValues(facets: readonly Facet[]): readonly JoinedValue[] {
  const joined = new Map<string, JoinedValue>();
  for (const { payload, values } of facets) {
    const tally = new Uint32Array(payload.values.length);
    for (const value of values) tally[value] = (tally[value] as number) + 1;
    for (const [place, value] of payload.values.entries()) {
      const own = tally[place] as number;
      const known = joined.get(value);
      const shown = known !== undefined && known.most >= own ? known : { label: payload.labels[place] ?? value, code: payload.codes?.[place] ?? "", most: own };
      joined.set(value, { ...shown, value, count: (known?.count ?? 0) + own });
    }
  }
  return [...joined.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function payloadOf(values: readonly JoinedValue[]): FacetValues {
  return { values: values.map(({ value }) => value), labels: values.map(({ label }) => label), codes: values.map(({ code }) => code) };
}
