/** Reads a partition; see `partition.py` for the format. */

import { PackedNumbers, unpack } from "./packing.ts";
import { type RarerWord, readRarerWords } from "./rarer_words.ts";
import { placeOf, unpackTerms } from "./term_list.ts";

/** The documents with a term in a field, ascending, and how often each has it. */
export interface PostingList {
  readonly documents: ArrayLike<number>;
  readonly frequencies: ArrayLike<number>;
}

const NOTHING: PostingList = { documents: [], frequencies: [] };

/** The texts of a partition, in the order in which `index_builder.py` writes them. */
export type PartitionPayload = readonly [
  terms: string,
  layout: string,
  documents: string,
  frequencies: string,
  previews: string,
  rarerWords: string,
];

/** Where a term's postings begin. */
interface Start {
  readonly layout: number;
  readonly documents: number;
  readonly frequencies: number;
}

/** The postings of neighbouring terms. */
export class Partition {
  readonly terms: readonly string[];
  readonly #fields: number;
  readonly #layout: string;
  readonly #documents: string;
  readonly #frequencies: string;
  readonly #previews: string;
  readonly #rarerWords: string;
  readonly #starts: readonly Start[];

  /** @param fields Number of fields of the index. */
  constructor(payload: PartitionPayload, fields: number) {
    const [terms, layout, documents, frequencies, previews, rarerWords] = payload;
    this.terms = unpackTerms(terms);
    this.#fields = fields;
    this.#layout = layout;
    this.#documents = documents;
    this.#frequencies = frequencies;
    this.#previews = previews;
    this.#rarerWords = rarerWords;
    this.#starts = this.#findStarts();
  }

  /** Whether any document has the term. */
  has(term: string): boolean {
    return this.terms[placeOf(this.terms, term)] === term;
  }

  /** One posting list for each field; undefined if no document has the term. */
  postings(term: string): readonly PostingList[] | undefined {
    const place = placeOf(this.terms, term);
    const start = this.#starts[place];
    if (this.terms[place] !== term || start === undefined) return undefined;
    const layout = new PackedNumbers(this.#layout, start.layout);
    const documents = new PackedNumbers(this.#documents, start.documents);
    const frequencies = new PackedNumbers(this.#frequencies, start.frequencies);
    const present = layout.next();
    return Array.from({ length: this.#fields }, (_, field) =>
      (present & (1 << field)) === 0 ? NOTHING : readList(layout.next(), documents, frequencies),
    );
  }

  /** The preview file of a term; undefined if it has none. */
  previewFile(term: string): number | undefined {
    const place = placeOf(this.terms, term);
    if (this.terms[place] !== term) return undefined;
    const steps = unpack(this.#previews);
    if ((steps[place] ?? 0) === 0) return undefined;
    return steps.slice(0, place + 1).reduce((file, step) => file + Math.max(0, step - 1), 0);
  }

  /** The words of a term that far fewer documents have than the term. */
  rarerWords(term: string): readonly RarerWord[] {
    const place = placeOf(this.terms, term);
    return readRarerWords(this.#rarerWords, this.terms).filter((word) => word.place === place);
  }

  /** Reads over all postings once, so that the postings of any term can be read later. */
  #findStarts(): Start[] {
    const layout = new PackedNumbers(this.#layout);
    const documents = new PackedNumbers(this.#documents);
    const frequencies = new PackedNumbers(this.#frequencies);
    return this.terms.map(() => {
      const start = {
        layout: layout.position,
        documents: documents.position,
        frequencies: frequencies.position,
      };
      for (let present = layout.next(); present !== 0; present &= present - 1) {
        for (let count = layout.next(); count > 0; count -= 1) {
          if (documents.next() % 2 === 1) frequencies.next();
        }
      }
      return start;
    });
  }
}

function readList(count: number, gaps: PackedNumbers, repeats: PackedNumbers): PostingList {
  const documents = new Uint32Array(count);
  const frequencies = new Uint32Array(count);
  let document = -1;
  for (let place = 0; place < count; place += 1) {
    const gap = gaps.next();
    document += Math.floor(gap / 2) + 1;
    documents[place] = document;
    frequencies[place] = gap % 2 === 1 ? repeats.next() + 2 : 1;
  }
  return { documents, frequencies };
}
