/** The numbers of the documents of several sites in one order: from the newest to the oldest, undated last. */

/** A day and how many neighbouring documents of a site are of it, or older without any other site's between them. */
export type DayRun = readonly [day: number, documents: number];

/** What is known of a site's documents, which come in this order too. */
export interface NumberedSite {
  readonly documents: number;
  /** The runs of its dated documents, the newest first. */
  readonly runs: readonly DayRun[];
}

/** Numbers the documents of each site. Those of one day come in the order of the sites. */
export function numberDocuments(sites: readonly NumberedSite[]): readonly Uint32Array[] {
  const numbers = sites.map(({ documents }) => new Uint32Array(documents));
  const places = sites.map(() => 0);
  let number = 0;
  const take = (site: number, count: number): void => {
    for (let left = count; left > 0; left -= 1) (numbers[site] as Uint32Array)[(places[site] as number)++] = number++;
  };
  const runs = sites.flatMap((site, place) => site.runs.map(([day, count]) => ({ day, count, place })));
  for (const { count, place } of runs.sort((a, b) => b.day - a.day || a.place - b.place)) take(place, count);
  for (const [place, { documents }] of sites.entries()) take(place, documents - (places[place] as number));
  return numbers;
}

/** The runs of days of dated documents, the newest first. */
export function dayRuns(days: Iterable<number | undefined>): readonly DayRun[] {
  const counts = new Map<number, number>();
  for (const day of days) if (day !== undefined) counts.set(day, (counts.get(day) ?? 0) + 1);
  return [...counts];
}

/** The place of a number among the ascending numbers of a site; undefined if it is not one of them. */
export function placeAmong(numbers: Uint32Array, number: number): number | undefined {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return numbers[low] === number ? low : undefined;
}
