/** The files of completions: their table, and one file of sorted keys; see `completion.py`. */

import type { FacetKind } from "../query/facet_kind.ts";
import { inCase } from "../words/letter_case.ts";
import { HASH_LENGTH } from "./manifest.ts";
import { namePath } from "./name_path.ts";
import { PackedNumbers } from "./packing.ts";
import { slugOf } from "./plain_slug.ts";
import { placeOf, withPrefix } from "./term_list.ts";

/** Most names and most words offered at once; the same numbers as in `completion.py`. */
const NAMES_SHOWN = 8;
const WORDS_SHOWN = 4;
/** Most names offered where only one kind is looked for; chosen by eye: they fit a small screen. */
const NAMES_OF_KIND_SHOWN = 12;

/** What a completion is: something to filter by, or a word to search for. */
export type CompletionKind = Exclude<FacetKind, "about" | "author" | "year"> | "word";

export interface Completion {
  readonly kind: CompletionKind;
  /** Heading, name of the source, or the word. */
  readonly label: string;
  /** Stories that have it. */
  readonly count: number;
  /** The value of its filter; "" for a word. */
  readonly value: string;
  /** The other form of the heading that matched; "" if the label itself matched. */
  readonly form: string;
  /** ISO 3166-1 alpha-2 of a country, else "". */
  readonly code: string;
  /** Its page from the site's root, or a search for its stories if it has none; "" for a word. */
  readonly path: string;
}

/**
 * A completion as the file has it: the first letter of its kind, a capital if the name has no page;
 * label, count, value, form and code. Empty values at its end are left out, and so is a value that
 * can be made of the label.
 */
type Written = readonly [string, string, number, string?, string?, string?];

const KINDS: Readonly<Record<string, CompletionKind>> = {
  p: "person",
  c: "country",
  o: "organization",
  s: "source",
  w: "word",
};

/** First key of each file, content hashes one after the other, and the completions of short prefixes. */
export interface CompletionTablePayload {
  readonly firstKeys: string;
  readonly files: string;
  readonly short: Readonly<Record<string, readonly Written[]>>;
}

/** Keys, the place of each key's completion, completions, and letter cases and counts of the words. */
export type CompletionFilePayload = readonly [
  keys: string,
  places: string,
  written: readonly Written[],
  cases: string,
  counts: string,
];

/** Says which file has which keys, and answers the prefixes whose keys are in several files. */
export class CompletionTable {
  readonly #firstKeys: readonly string[];
  readonly #files: string;
  readonly #short: ReadonlyMap<string, readonly Completion[]>;

  constructor({ firstKeys, files, short }: CompletionTablePayload) {
    this.#files = files;
    this.#firstKeys = firstKeys === "" ? [] : firstKeys.split("\n");
    this.#short = new Map(Object.entries(short).map(([prefix, written]) => [prefix, written.map(read)]));
  }

  /** The completions of a short prefix, best first; undefined if one file has them. */
  short(prefix: string): readonly Completion[] | undefined {
    return this.#short.get(prefix);
  }

  /** The path of the file with all keys of a prefix that is not short; undefined if there is none. */
  fileOf(prefix: string): string | undefined {
    const place = placeOf(this.#firstKeys, prefix);
    const file = this.#firstKeys[place]?.startsWith(prefix) ? place : place - 1;
    if (file < 0) return undefined;
    return `search/completion-${this.#files.slice(file * HASH_LENGTH, (file + 1) * HASH_LENGTH)}.js`;
  }
}

/** One file of sorted keys. */
export class CompletionFile {
  readonly #keys: readonly string[];
  /** The completion of each key. */
  readonly #completions: readonly (Completion | undefined)[];

  constructor([keys, places, written, cases, counts]: CompletionFilePayload) {
    this.#keys = keys.split("\n");
    const others = written.map(read);
    const wordCases = new PackedNumbers(cases);
    const wordCounts = new PackedNumbers(counts);
    const packed = new PackedNumbers(places);
    this.#completions = this.#keys.map((key) => {
      const place = packed.next();
      return place > 0 ? others[place - 1] : read(["w", inCase(key, wordCases.next()), wordCounts.next()]);
    });
  }

  /**
   * The completions of a prefix: names with most stories, then words with most stories.
   *
   * @param only the kind that is looked for, if only one is.
   */
  complete(prefix: string, only?: CompletionKind): readonly Completion[] {
    const start = placeOf(this.#keys, prefix);
    const reached = this.#completions.slice(start, start + withPrefix(this.#keys, prefix).length);
    const found = reached.flatMap((completion) => completion ?? []).sort(mostStoriesFirst);
    const meanings = new Map<string, Completion>();
    for (const completion of found) {
      const meaning = `${completion.kind} ${completion.value || completion.label}`;
      if (!meanings.has(meaning)) meanings.set(meaning, completion);
    }
    return best([...meanings.values()], only);
  }
}

/** As many completions as are offered at once: names with most stories, then words with most stories. */
export function best(completions: readonly Completion[], only?: CompletionKind): readonly Completion[] {
  const sorted = [...completions].sort(mostStoriesFirst);
  if (only !== undefined) return ofKind(sorted, only).slice(0, NAMES_OF_KIND_SHOWN);
  const names = sorted.filter(({ kind }) => kind !== "word").slice(0, NAMES_SHOWN);
  return [...names, ...ofKind(sorted, "word").slice(0, WORDS_SHOWN)];
}

/** Those of one kind. */
export function ofKind(completions: readonly Completion[], only: CompletionKind): readonly Completion[] {
  return completions.filter(({ kind }) => kind === only);
}

function read([letter, label, count, written = "", form = "", code = ""]: Written): Completion {
  const kind = KINDS[letter.toLowerCase()] ?? "word";
  if (kind === "word") return { kind, label, count, value: "", form, code, path: "" };
  const value = slugOf(written, label);
  return { kind, label, count, value, form, code, path: namePath(kind, value, letter in KINDS) };
}

/** Headings come before their other forms, so that "Biden" shows the heading it is part of. */
function mostStoriesFirst(a: Completion, b: Completion): number {
  return b.count - a.count || compare(a.label, b.label) || compare(a.kind, b.kind) || compare(a.form, b.form);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
