/** The people, countries, organizations and sources that a reader's words may name. */

import type { Analysis } from "./analysis.ts";
import { isWithin } from "./edit_distance.ts";
import { FACET_KINDS, type FacetCount, type FacetKind } from "./types.ts";

/** For each kind the slug of each heading that has other forms, and these. */
export type FormsPayload = Readonly<Partial<Record<FacetKind, readonly (readonly [string, ...string[]])[]>>>;

/** What a name stands for. */
export interface Resolution {
  /** None if the archive has no such name. */
  readonly headings: readonly FacetCount[];
  /** True if the name is the heading or one of its forms, false if it is only a part of one. */
  readonly isExact: boolean;
}

interface Name {
  readonly heading: FacetCount;
  /** The heading and its forms, each in plain words. */
  readonly forms: readonly (readonly string[])[];
}

const MOST_EDITS = 2;

export class HeadingNames {
  readonly #names: ReadonlyMap<FacetKind, readonly Name[]>;
  readonly #analysis: Analysis;

  constructor(
    headings: Readonly<Record<FacetKind, readonly FacetCount[]>>,
    forms: FormsPayload,
    analysis: Analysis,
  ) {
    this.#analysis = analysis;
    this.#names = new Map(
      FACET_KINDS.map((kind) => {
        const others = new Map((forms[kind] ?? []).map(([slug, ...written]) => [slug, written]));
        const names = headings[kind].map((heading) => ({
          heading,
          forms: [heading.label, heading.value, ...(others.get(heading.value) ?? [])].map((form) =>
            analysis.nameWords(form),
          ),
        }));
        return [kind, names] as const;
      }),
    );
  }

  /**
   * What a name stands for: headings that are called so, else those that hold its words, else
   * those whose words begin like them.
   */
  resolve(kind: FacetKind, name: string): Resolution {
    const names = this.#names.get(kind) ?? [];
    const words = this.#analysis.nameWords(name);
    const whole = words.join(" ");
    if (whole === "") return { headings: [], isExact: false };
    const tests: readonly ((form: readonly string[]) => boolean)[] = [
      (form) => form.join(" ") === whole,
      (form) => words.every((word) => form.includes(word)),
      (form) => words.every((word) => form.some((other) => other.startsWith(word))),
    ];
    for (const [place, test] of tests.entries()) {
      const found = names.filter(({ forms }) => forms.some(test));
      if (found.length > 0) return { headings: found.map(({ heading }) => heading), isExact: place === 0 };
    }
    return { headings: [], isExact: false };
  }

  /** Up to `limit` headings that resemble a name that has none, nearest first, then the most frequent. */
  nearest(kind: FacetKind, name: string, limit: number): readonly FacetCount[] {
    const words = this.#analysis.nameWords(name);
    return (this.#names.get(kind) ?? [])
      .map(({ heading, forms }) => ({ heading, edits: Math.min(...forms.map((form) => editsBetween(words, form))) }))
      .filter(({ edits }) => edits <= MOST_EDITS)
      .sort((a, b) => a.edits - b.edits || b.heading.count - a.heading.count)
      .slice(0, limit)
      .map(({ heading }) => heading);
  }
}

/** Edits of a whole name, or of its one word that resembles a word of the form. */
function editsBetween(words: readonly string[], form: readonly string[]): number {
  const pairs = [[words.join(" "), form.join(" ")] as const];
  if (words.length === 1) pairs.push(...form.map((word) => [words[0] ?? "", word] as const));
  for (let edits = 0; edits <= MOST_EDITS; edits += 1) {
    const isNear = ([first, second]: readonly [string, string]): boolean =>
      first.length > edits * 2 && second.length > edits * 2 && isWithin(first, second, edits);
    if (pairs.some(isNear)) return edits;
  }
  return MOST_EDITS + 1;
}
