/** The indexes of several sites as one. */

import type { Completion, CompletionKind } from "../index/completion_files.ts";
import { DocumentDates } from "../index/document_dates.ts";
import { allHits, type Facets } from "../index/facets.ts";
import { HeadingNames } from "../index/heading_names.ts";
import type { FieldStatistics } from "../index/manifest.ts";
import type { PostingList } from "../index/partition.ts";
import type { RarerWord } from "../index/rarer_words.ts";
import type { DocumentPlace, IndexPart, SearchIndex, Words } from "../index/search_index.ts";
import type { SiteIndex } from "../index/site_index.ts";
import { VersionList } from "../index/version_list.ts";
import { KeptValues } from "../kept_values.ts";
import { Pace } from "../pace.ts";
import type { DayRange } from "../query/day_range.ts";
import { NO_FILTERS } from "../query/facet_kind.ts";
import type { Analysis } from "../words/analysis.ts";
import { joinedCompletions } from "./joined_completions.ts";
import { joinedFacets } from "./joined_facets.ts";
import { joinedForms } from "./joined_forms.ts";
import { joinedPostings } from "./joined_postings.ts";
import { joinedRarerWords, joinedWord, united } from "./joined_words.ts";
import { numberedSites, type OpenedSite, type Site } from "./site.ts";
import { placeAmong } from "./site_numbers.ts";

export class JoinedIndex implements SearchIndex {
  readonly documents: number;
  readonly end: number;
  readonly identity: string;
  readonly fields: readonly FieldStatistics[];
  readonly missing: readonly string[];
  readonly #own: SiteIndex;
  readonly #sites: readonly Site[];
  readonly #narrower = new Map<string, JoinedIndex>();
  readonly #values = new KeptValues();

  /**
   * @param own The index of the site that is open.
   * @param sites One or more, which need not have it among them.
   * @param whole What is known of the index of all sites that could be opened.
   * @param missing The names of those that could not be loaded.
   */
  constructor(own: SiteIndex, sites: readonly Site[], whole: Pick<SearchIndex, "end" | "identity">, missing: readonly string[]) {
    this.#own = own;
    this.#sites = sites;
    this.end = whole.end;
    this.identity = whole.identity;
    this.missing = missing;
    this.documents = sites.reduce((sum, { summary }) => sum + summary.documents, 0);
    this.fields = own.fields.map((field, place) => ({
      ...field,
      length: sites.reduce((sum, { summary }) => sum + (summary.lengths[place] ?? 0), 0),
    }));
  }

  get analysis(): Analysis {
    return this.#own.analysis;
  }

  get digest(): string {
    return this.#sites.map(({ summary }) => summary.stories).join("-");
  }

  parts(): Promise<readonly IndexPart[]> {
    return Promise.all(
      this.#sites.map(async ({ index, numbers }) => ({
        files: await index(),
        numberOf: (document: number) => numbers[document] as number,
      })),
    );
  }

  within({ from = -Infinity, to = Infinity }: DayRange): JoinedIndex {
    if (from === -Infinity && to === Infinity) return this;
    const sites = this.#sites.filter(({ summary: { days } }) => days !== undefined && days[1] >= from && days[0] < to);
    if (sites.length === 0 || sites.length === this.#sites.length) return this;
    const key = sites.map(({ way }) => way).join();
    const narrower = this.#narrower.get(key) ?? new JoinedIndex(this.#own, sites, this, this.missing);
    this.#narrower.set(key, narrower);
    return narrower;
  }

  without(path: string): JoinedIndex | undefined {
    const lost = this.#sites.find(({ way }) => way !== "" && path.startsWith(`${way}search/`));
    if (lost === undefined) return undefined;
    return new JoinedIndex(this.#own, this.#sites.filter((site) => site !== lost), this, [...this.missing, lost.name]);
  }

  async placeOf(document: number): Promise<DocumentPlace> {
    for (const { index, numbers } of this.#sites) {
      const number = placeAmong(numbers, document);
      if (number !== undefined) return { files: await index(), number };
    }
    throw new RangeError(`no site has document ${document}`);
  }

  lengths(): Promise<readonly ArrayLike<number>[]> {
    return this.#joined("lengths", (index) => index.lengths(), (found) =>
      this.fields.map((_, field) => this.#column(found.map((lengths) => lengths[field] ?? []))),
    );
  }

  facets(): Promise<Facets> {
    return this.#joined("facets", (index) => index.facets(), (found) =>
      joinedFacets(found.map((facets, place) => ({ facets, numbers: this.#numbers(place) })), this.end, new Pace()),
    );
  }

  names(): Promise<HeadingNames> {
    return this.#joined("names", (index) => index.forms(), async (forms) => {
      const pace = new Pace();
      const counts = await (await this.facets()).counts(allHits(this.end), NO_FILTERS, pace);
      return await HeadingNames.read(counts, joinedForms(forms), this.analysis, pace);
    });
  }

  dates(): Promise<DocumentDates> {
    return this.#joined("dates", (index) => index.dates(), (found) => {
      const days = new Array<number | undefined>(this.end).fill(undefined);
      for (const [place, dates] of found.entries()) {
        const numbers = this.#numbers(place);
        for (const [document, day] of dates.days.entries()) days[numbers[document] as number] = day;
      }
      return new DocumentDates(days);
    });
  }

  versions(): Promise<VersionList> {
    return this.#joined("versions", (index) => index.versions(), (found) => {
      const firsts = found.flatMap(({ firsts: own }, place) => {
        const numbers = this.#numbers(place);
        return [...own].map(([document, first]) => [numbers[document] as number, numbers[first] as number] as const);
      });
      return new VersionList(new Map(firsts));
    });
  }

  vocabulary(): Promise<readonly string[]> {
    return this.#joined("vocabulary", (index) => index.vocabulary(), united);
  }

  words(): Promise<Words> {
    return this.#joined("words", (index) => index.words(), (found) => ({
      wordOf: (term) => joinedWord(found.map((words) => words.wordOf(term))),
    }));
  }

  prepare(term: string): Promise<unknown> {
    return this.#each((index) => index.prepare(term));
  }

  postings(term: string): Promise<readonly PostingList[] | undefined> {
    return this.#joined(`postings ${term}`, (index) => index.postings(term), (found) =>
      joinedPostings(found.map((lists, place) => ({ lists, numbers: this.#numbers(place) }))),
    );
  }

  async has(term: string): Promise<boolean> {
    return (await this.#each((index) => index.has(term))).includes(true);
  }

  async rarerWords(term: string): Promise<readonly RarerWord[]> {
    const found = await this.#each(async (index) => ((await index.has(term)) ? await index.rarerWords(term) : undefined));
    return joinedRarerWords(found.filter((words) => words !== undefined));
  }

  async termsWithPrefix(prefix: string): Promise<readonly string[]> {
    return united(await this.#each((index) => index.termsWithPrefix(prefix)));
  }

  async wordsWithPrefix(prefix: string): Promise<readonly string[]> {
    return united(await this.#each((index) => index.wordsWithPrefix(prefix)));
  }

  filesWithPrefix(prefix: string): number {
    return this.#own.filesWithPrefix(prefix);
  }

  async completions(prefix: string, only?: CompletionKind): Promise<readonly Completion[]> {
    const found = await this.#each(async (index) => ({ way: index.way, completions: await index.completions(prefix, only) }));
    return joinedCompletions(found, only);
  }

  #numbers(place: number): Uint32Array {
    return (this.#sites[place] as Site).numbers;
  }

  /** What each site has for its documents, by their numbers in the whole index. */
  #column(ofSites: readonly ArrayLike<number>[]): Uint32Array {
    const column = new Uint32Array(this.end);
    for (const [place, own] of ofSites.entries()) {
      const numbers = this.#numbers(place);
      for (let document = 0; document < own.length; document += 1) column[numbers[document] as number] = own[document] as number;
    }
    return column;
  }

  #each<Value>(ask: (index: SiteIndex) => Promise<Value>): Promise<readonly Value[]> {
    return Promise.all(this.#sites.map(async ({ index }) => ask(await index())));
  }

  /** What all sites have, joined once. */
  #joined<Own, Value>(
    key: string,
    ask: (index: SiteIndex) => Promise<Own>,
    join: (found: readonly Own[]) => Value | Promise<Value>,
  ): Promise<Value> {
    return this.#values.get(key, async () => join(await this.#each(ask)));
  }
}

/**
 * Joins the indexes of sites.
 *
 * @param own The index of the site that is open.
 * @param opened It, and others.
 * @param missing The names of those that could not be loaded.
 * @throws SearchError if a file is missing or damaged from which their order is known.
 */
export async function joinedIndex(
  own: SiteIndex,
  opened: readonly OpenedSite[],
  missing: readonly string[],
): Promise<JoinedIndex> {
  const sites = await numberedSites(opened);
  const end = sites.reduce((sum, { summary }) => sum + summary.documents, 0);
  const identity = JSON.stringify([sites.map(({ summary }) => summary.manifest), missing]);
  return new JoinedIndex(own, sites, { end, identity }, missing);
}
