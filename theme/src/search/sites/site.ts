/** One of several sites that are searched as one. */

import type { Days } from "../index/manifest.ts";
import type { SiteIndex } from "../index/site_index.ts";
import { dayRuns, numberDocuments, type NumberedSite } from "./site_numbers.ts";

export interface NamedIndex {
  /** What readers call the site; "" for the one that is open. */
  readonly name: string;
  readonly index: SiteIndex;
}

export interface Site extends NamedIndex {
  /** The number in the whole index of each of its documents, ascending. */
  readonly numbers: Uint32Array;
  /** The days of its oldest and its newest dated document; undefined if none has a date. */
  readonly days: Days | undefined;
}

/** A site whose documents have no numbers in the whole index yet. */
type Dated = NumberedSite & Omit<Site, "numbers">;

/**
 * Numbers the documents of sites, the site with the newest first. If each manifest says when its
 * documents begin and end, and no two overlap, that needs no other file.
 *
 * @throws SearchError if a file of dates that is needed is missing or damaged.
 */
export async function numberedSites(indexes: readonly NamedIndex[]): Promise<readonly Site[]> {
  const known = byAge(indexes.flatMap(datedByManifest));
  const isCut = known.every(({ days }, place) => days === undefined || days[1] < (known[place - 1]?.days?.[0] ?? Infinity));
  const isKnown = known.length === indexes.length && isCut;
  const dated = isKnown ? known : byAge(await Promise.all(indexes.map(datedByFile)));
  const numbers = numberDocuments(dated);
  return dated.map(({ name, index, days }, place) => ({ name, index, days, numbers: numbers[place] as Uint32Array }));
}

/** The newest first, undated ones last; equal ones in an order that does not depend on which site is open. */
function byAge(sites: readonly Dated[]): readonly Dated[] {
  return [...sites].sort(
    (a, b) => (b.days?.[1] ?? 0) - (a.days?.[1] ?? 0) || (a.index.identity < b.index.identity ? -1 : 1),
  );
}

/** Nothing if the manifest does not say it. */
function datedByManifest({ name, index }: NamedIndex): readonly Dated[] {
  const { documents, dated, days } = index.manifest;
  if (dated === undefined) return [];
  return [{ name, index, documents, days, runs: days === undefined ? [] : [[days[1], dated]] }];
}

async function datedByFile({ name, index }: NamedIndex): Promise<Dated> {
  const runs = dayRuns((await index.dates()).days);
  const [newest, oldest] = [runs[0], runs.at(-1)];
  const days = newest === undefined || oldest === undefined ? undefined : ([oldest[0], newest[0]] as const);
  return { name, index, documents: index.documents, days, runs };
}
