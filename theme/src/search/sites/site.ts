/** One of several sites that are searched as one. */

import type { SiteIndex } from "../index/site_index.ts";
import type { Days, Summary } from "../index/summary.ts";
import { dayRuns, numberDocuments, type NumberedSite } from "./site_numbers.ts";

/** A site of which the summary is loaded. */
export interface OpenedSite {
  /** What readers call it; "" for the site that is open. */
  readonly name: string;
  /** From the root of the site that is open to its root; ends in a slash unless empty. */
  readonly way: string;
  readonly summary: Summary;
  /** Loads its manifest once; after a failure the next call tries again. */
  readonly index: () => Promise<SiteIndex>;
}

export interface Site extends OpenedSite {
  /** The number in the whole index of each of its documents, ascending. */
  readonly numbers: Uint32Array;
}

/**
 * Numbers the documents of sites, the site with the newest first. Unless their days overlap, that needs
 * no other file.
 *
 * @throws SearchError if a file of dates that is needed is missing or damaged.
 */
export async function numberedSites(opened: readonly OpenedSite[]): Promise<readonly Site[]> {
  const sites = byAge(opened);
  const days = sites.flatMap(({ summary }) => (summary.days === undefined ? [] : [summary.days]));
  const isCut = days.every(([, last], place) => last < (days[place - 1]?.[0] ?? Infinity));
  const dated = isCut ? sites.map(({ summary }) => undivided(summary)) : await Promise.all(sites.map(divided));
  const numbers = numberDocuments(dated);
  return sites.map((site, place) => ({ ...site, numbers: numbers[place] as Uint32Array }));
}

/** The newest first, undated ones last; equal ones in an order that does not depend on which site is open. */
function byAge(sites: readonly OpenedSite[]): readonly OpenedSite[] {
  const last = ({ summary }: OpenedSite): number => (summary.days as Days | undefined)?.[1] ?? 0;
  return [...sites].sort((a, b) => last(b) - last(a) || (a.summary.manifest < b.summary.manifest ? -1 : 1));
}

/** The documents of a site between whose days no other site has any. */
function undivided({ documents, dated, days }: Summary): NumberedSite {
  return { documents, runs: days === undefined ? [] : [[days[1], dated]] };
}

async function divided({ summary, index }: OpenedSite): Promise<NumberedSite> {
  const { days } = await (await index()).dates();
  return { documents: summary.documents, runs: dayRuns(days) };
}
