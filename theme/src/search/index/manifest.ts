/** The manifest: the files of the index and its settings; see `manifest.py`. */

import { Analysis } from "../words/analysis.ts";
import { SearchError } from "./search_error.ts";
import { placeOf, unpackTerms } from "./term_list.ts";

export const MANIFEST_PATH = "search/manifest.js";

/** Version of the index's format; the same as in `manifest.py`. */
export const FORMAT = 11;
/** Characters of the content hash in a file's name; the same as in `script_folder.py`. */
export const HASH_LENGTH = 10;

export interface FieldStatistics {
  readonly name: string;
  readonly boost: number;
  /** Number of terms in this field of all documents together. */
  readonly length: number;
  /** Whether its positions are stored, so that phrases can be searched in it. */
  readonly positions: boolean;
}

interface Payload {
  readonly format: number;
  readonly documents: number;
  readonly fields: readonly FieldStatistics[];
  readonly stopWords: string;
  readonly letters: Readonly<Record<string, string>>;
  readonly firstTerms: string;
  readonly partitions: string;
  readonly vocabulary: string;
  readonly perDocument: string;
  readonly facets: string;
  readonly previews: string;
  readonly stories: string;
  readonly positions: string;
  readonly surface: string;
  readonly words: string;
  readonly forms: string;
  readonly dates: string;
  readonly completions: string;
  /** Missing if the site is searched alone. */
  readonly sites?: readonly NamedSite[];
}

/** Another site that is searched together with this one: its name, and the way from this site's root to its. */
export type NamedSite = readonly [name: string, way: string];

export class Manifest {
  /** Number of documents. */
  readonly documents: number;
  readonly fields: readonly FieldStatistics[];
  readonly stopWords: readonly string[];
  readonly letters: Readonly<Record<string, string>>;
  readonly vocabularyPath: string;
  readonly documentsPath: string;
  readonly facetsPath: string;
  readonly wordsPath: string;
  readonly formsPath: string;
  readonly datesPath: string;
  readonly completionsPath: string;
  /** The sites that are searched together with this one. */
  readonly sites: readonly NamedSite[];
  /** Differs whenever any file of the index differs. */
  readonly identity: string;
  readonly #firstTerms: readonly string[];
  readonly #partitions: string;
  readonly #previews: string;
  readonly #stories: string;
  readonly #positions: string;
  readonly #surface: string;

  /** @throws SearchError of kind `changed` if the payload is of another format. */
  constructor(payload: unknown) {
    if (!isPayload(payload)) throw new SearchError("changed", MANIFEST_PATH);
    this.documents = payload.documents;
    this.fields = payload.fields;
    this.stopWords = payload.stopWords.split(" ");
    this.letters = payload.letters;
    this.vocabularyPath = `search/vocabulary-${payload.vocabulary}.js`;
    this.documentsPath = `search/documents-${payload.perDocument}.js`;
    this.facetsPath = `search/facets-${payload.facets}.js`;
    this.wordsPath = `search/words-${payload.words}.js`;
    this.formsPath = `search/forms-${payload.forms}.js`;
    this.datesPath = `search/dates-${payload.dates}.js`;
    this.completionsPath = `search/completions-${payload.completions}.js`;
    this.sites = payload.sites ?? [];
    this.identity = JSON.stringify(payload);
    this.#firstTerms = unpackTerms(payload.firstTerms);
    this.#partitions = payload.partitions;
    this.#previews = payload.previews;
    this.#stories = payload.stories;
    this.#positions = payload.positions;
    this.#surface = payload.surface;
  }

  /** A digest of all stored documents. */
  get digest(): string {
    return this.#stories;
  }

  /** A file of previews. */
  previewPath(file: number): string {
    return `search/previews-${this.#previews}/${file}.js`;
  }

  /** A file of stored documents. */
  storiesPath(block: number): string {
    return `search/stories-${this.#stories}/${block}.js`;
  }

  /** The file of a partition. */
  partitionPath(partition: number): string {
    return `search/partition-${this.#partitions}/${partition}.js`;
  }

  /** The file of a partition's positions. */
  positionsPath(partition: number): string {
    return `search/positions-${this.#positions}/${partition}.js`;
  }

  /** The file of a partition's surface words. */
  surfacePath(partition: number): string {
    return `search/surface-${this.#surface}/${partition}.js`;
  }

  /** The only partition that can hold `term`; undefined if none can. */
  partitionOf(term: string): number | undefined {
    const place = placeOf(this.#firstTerms, term);
    const partition = this.#firstTerms[place] === term ? place : place - 1;
    return partition < 0 ? undefined : partition;
  }

  /** All partitions that can hold terms with this prefix. */
  partitionsWithPrefix(prefix: string): number[] {
    const first = Math.max(0, this.partitionOf(prefix) ?? 0);
    const partitions: number[] = [];
    for (let partition = first; partition < this.#firstTerms.length; partition += 1) {
      const term = this.#firstTerms[partition] as string;
      if (partition > first && !term.startsWith(prefix)) break;
      partitions.push(partition);
    }
    return partitions;
  }
}

/** The analysis that an index was built with. */
export function analysisOf({ stopWords, letters }: Manifest): Analysis {
  return new Analysis(stopWords, letters);
}

function isPayload(payload: unknown): payload is Payload {
  return typeof payload === "object" && payload !== null && "format" in payload && payload.format === FORMAT;
}
