/** The people, countries, organizations and sources that a reader's words may name. */

import { inSlices, type Pace } from "../pace.ts";
import { FACET_KINDS, type FacetKind } from "../query/facet_kind.ts";
import type { FacetCount } from "../types.ts";
import type { Analysis } from "../words/analysis.ts";
import { isWithin } from "../words/edit_distance.ts";

/** For each kind, the slug of each heading that has other forms, followed by these. */
export type FormsPayload = Readonly<Partial<Record<FacetKind, readonly (readonly [string, ...string[]])[]>>>;

/** The headings that a name refers to. */
export interface Resolution {
  /** Those whose stories are meant, the most frequent first; empty if the archive does not have the name. */
  readonly headings: readonly FacetCount[];
  /** Those of these that have exactly this name. */
  readonly exact: readonly FacetCount[];
  /** Others that the name is a part of. */
  readonly others: readonly FacetCount[];
}

/** Kinds of which one word is often a part of a longer name. */
const NAMED_BY_PARTS: ReadonlySet<FacetKind> = new Set<FacetKind>(["person", "organization"]);

/** A heading that resembles a name. */
export interface NearHeading extends FacetCount {
  /** Letters in which they differ. */
  readonly edits: number;
}

/** A heading or another form of it in plain words. */
interface Form {
  readonly words: readonly string[];
  readonly whole: string;
}

interface Name {
  readonly heading: FacetCount;
  readonly forms: readonly Form[];
}

/** The limit of fuzzy queries as well, as in Lucene. */
const MOST_EDITS = 2;

export class HeadingNames {
  readonly #names: ReadonlyMap<FacetKind, readonly Name[]>;
  readonly #analysis: Analysis;

  private constructor(names: ReadonlyMap<FacetKind, readonly Name[]>, analysis: Analysis) {
    this.#names = names;
    this.#analysis = analysis;
  }

  static async read(
    headings: Readonly<Record<FacetKind, readonly FacetCount[]>>,
    payload: FormsPayload,
    analysis: Analysis,
    pace: Pace,
  ): Promise<HeadingNames> {
    const names = new Map<FacetKind, readonly Name[]>();
    for (const kind of FACET_KINDS) {
      const others = new Map((payload[kind === "about" ? "country" : kind] ?? []).map(([slug, ...written]) => [slug, written]));
      const found: Name[] = [];
      await inSlices(headings[kind].length, pace, (place) => {
        const heading = headings[kind][place] as FacetCount;
        const written = [heading.label, heading.value, ...(others.get(heading.value) ?? [])];
        found.push({ heading, forms: written.map((form) => formOf(analysis.nameWords(form))) });
      });
      names.set(kind, found);
    }
    return new HeadingNames(names, analysis);
  }

  /**
   * The headings that a name refers to: those of exactly this name, else those that have all its
   * words, else those that have words beginning with each of them. A single word may be a person's
   * surname, so it also refers to all who have it; of an organization these are others.
   */
  resolve(kind: FacetKind, name: string): Resolution {
    const { words, whole } = formOf(this.#analysis.nameWords(name));
    if (whole === "") return NO_HEADINGS;
    const exact = this.#with(kind, (form) => form.whole === whole);
    const holding = this.#with(kind, (form) => words.every((word) => form.words.includes(word)));
    if (exact.length === 0) {
      const isBegun = (form: Form): boolean => words.every((word) => form.words.some((other) => other.startsWith(word)));
      return { headings: holding.length > 0 ? holding : this.#with(kind, isBegun), exact, others: [] };
    }
    if (words.length > 1 || !NAMED_BY_PARTS.has(kind)) return { headings: exact, exact, others: [] };
    if (kind === "person") return { headings: holding, exact, others: [] };
    return { headings: exact, exact, others: holding.filter((heading) => !exact.includes(heading)) };
  }

  /** The headings of a kind with a form that meets a test, in their order: the most frequent first. */
  #with(kind: FacetKind, test: (form: Form) => boolean): readonly FacetCount[] {
    const names = this.#names.get(kind) ?? [];
    return names.filter(({ forms }) => forms.some(test)).map(({ heading }) => heading);
  }

  /**
   * The words of each form of a heading; of a person also the last word of
   * the heading, by which a text goes on.
   */
  formsOf(kind: FacetKind, value: string): readonly (readonly string[])[] {
    const name = this.#names.get(kind)?.find(({ heading }) => heading.value === value);
    const forms = name?.forms.map(({ words }) => words).filter((words) => words.length > 0) ?? [];
    const last = kind === "person" ? (forms[0]?.slice(-1) ?? []) : [];
    return [...forms, ...(last.length > 0 ? [last] : [])];
  }

  /** Up to `limit` headings that resemble an unknown name, nearest first, then the most frequent. */
  async nearest(kind: FacetKind, name: string, limit: number, pace: Pace): Promise<readonly NearHeading[]> {
    const names = this.#names.get(kind) ?? [];
    const asked = formOf(this.#analysis.nameWords(name));
    const found: NearHeading[] = [];
    await inSlices(names.length, pace, (place) => {
      const { heading, forms } = names[place] as Name;
      const edits = Math.min(...forms.map((form) => editsBetween(asked, form)));
      if (edits <= MOST_EDITS) found.push({ ...heading, edits });
    });
    return found.sort((a, b) => a.edits - b.edits || b.count - a.count).slice(0, limit);
  }
}

const NO_HEADINGS: Resolution = { headings: [], exact: [], others: [] };

function formOf(words: readonly string[]): Form {
  return { words, whole: words.join(" ") };
}

/** Edits between two names, or between a name of one word and the nearest word of the other. */
function editsBetween(name: Form, form: Form): number {
  const candidates = name.words.length === 1 ? [form.whole, ...form.words] : [form.whole];
  for (let edits = 0; edits <= MOST_EDITS; edits += 1) {
    if (candidates.some((candidate) => isNear(name.whole, candidate, edits))) return edits;
  }
  return MOST_EDITS + 1;
}

/** Whether two words differ by so many edits and are longer than twice that: short names all resemble. */
function isNear(first: string, second: string, edits: number): boolean {
  return Math.min(first.length, second.length) > edits * 2 && isWithin(first, second, edits);
}
