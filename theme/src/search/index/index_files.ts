/** The files of one version of the index. Each is loaded once, when first needed. */

import { KeptValues } from "../kept_values.ts";
import { Pace } from "../pace.ts";
import { NO_FILTERS } from "../query/facet_kind.ts";
import type { StoredDocument } from "../types.ts";
import {
  CompletionFile,
  type CompletionFilePayload,
  CompletionTable,
  type CompletionTablePayload,
} from "./completion_files.ts";
import { DocumentDates } from "./document_dates.ts";
import { allHits, Facets, type FacetsPayload } from "./facets.ts";
import { type FormsPayload, HeadingNames } from "./heading_names.ts";
import { analysisOf, type Manifest } from "./manifest.ts";
import { unpack } from "./packing.ts";
import { Partition, type PartitionPayload } from "./partition.ts";
import { SEPARATOR } from "./position_list.ts";
import { type PreviewsPayload, readPreviews } from "./preview.ts";
import type { Loader } from "./script_loader.ts";
import { SearchError } from "./search_error.ts";
import { BLOCK_SIZE, type DocumentPayload, readDocument } from "./stored_document.ts";
import { type SurfacePayload, SurfaceWords } from "./surface_words.ts";
import { unpackTerms } from "./term_list.ts";
import { VersionList } from "./version_list.ts";
import { WordList } from "./word_list.ts";

/** What ranking needs of each document. */
interface DocumentsPayload {
  readonly lengths: readonly string[];
  readonly versions: string;
}

/** Each method rejects with a SearchError if its file is missing or damaged. */
export class IndexFiles {
  readonly manifest: Manifest;
  readonly #loader: Loader;
  readonly way: string;
  readonly #values = new KeptValues();

  /** @param way From the root of the site that is open to that of these files; ends in a slash unless empty. */
  constructor(manifest: Manifest, loader: Loader, way = "") {
    this.manifest = manifest;
    this.#loader = loader;
    this.way = way;
  }

  /** For each field the number of terms in each document. */
  lengths(): Promise<readonly ArrayLike<number>[]> {
    return this.#readDocuments("lengths", ({ lengths }) => lengths.map(unpack));
  }

  facets(): Promise<Facets> {
    return this.#read(this.manifest.facetsPath, (payload) =>
      Facets.read(payload as FacetsPayload, this.manifest.documents, new Pace()),
    );
  }

  /** Which documents are versions of one story. */
  versions(): Promise<VersionList> {
    return this.#readDocuments("versions", ({ versions }) => VersionList.read(versions));
  }

  /** All terms, sorted. */
  vocabulary(): Promise<readonly string[]> {
    return this.#read(this.manifest.vocabularyPath, (payload) => unpackTerms(payload as string));
  }

  partition(number: number): Promise<Partition> {
    return this.#read(
      this.manifest.partitionPath(number),
      (payload) => new Partition(payload as PartitionPayload, this.manifest.fields.length),
    );
  }

  /** The positions of each term of a partition, still packed. */
  positions(partition: number): Promise<readonly string[]> {
    return this.#read(this.manifest.positionsPath(partition), (payload) => (payload as string).split(SEPARATOR));
  }

  /** The surface words whose place among the terms is in a partition. */
  surface(partition: number): Promise<SurfaceWords> {
    return this.#read(this.manifest.surfacePath(partition), (payload) => new SurfaceWords(payload as SurfacePayload));
  }

  /** The words to show for the terms of the vocabulary. */
  async words(): Promise<WordList> {
    const vocabulary = await this.vocabulary();
    return this.#read(this.manifest.wordsPath, (payload) => {
      const [words, counts] = payload as readonly [string, string];
      return new WordList(vocabulary, words, counts);
    });
  }

  /** All headings and their other forms. */
  names(): Promise<HeadingNames> {
    return this.#values.get("names", async () => {
      const pace = new Pace();
      const all = allHits(this.manifest.documents);
      const counts = await (await this.facets()).counts(all, NO_FILTERS, pace);
      return await HeadingNames.read(counts, await this.forms(), analysisOf(this.manifest), pace);
    });
  }

  forms(): Promise<FormsPayload> {
    return this.#read(this.manifest.formsPath, (payload) => payload as FormsPayload);
  }

  dates(): Promise<DocumentDates> {
    return this.#read(this.manifest.datesPath, (payload) => DocumentDates.read(payload as string));
  }

  /** What results show of a term's best documents, by document number; empty without a preview. */
  async previews(term: string): Promise<ReadonlyMap<number, StoredDocument>> {
    const number = this.manifest.partitionOf(term);
    const file = number === undefined ? undefined : (await this.partition(number)).previewFile(term);
    if (file === undefined) return new Map();
    const terms = await this.#read(this.manifest.previewPath(file), (payload) =>
      readPreviews(payload as PreviewsPayload, this.manifest.documents, this.way),
    );
    return terms.get(term) ?? new Map();
  }

  async document(number: number): Promise<StoredDocument> {
    const place = this.manifest.documents - 1 - number; // blocks begin with the oldest story
    const path = this.manifest.storiesPath(Math.floor(place / BLOCK_SIZE));
    const block = await this.#read(path, (payload) => (payload as readonly DocumentPayload[]).map((document) => readDocument(document, this.way)));
    const document = block[place % BLOCK_SIZE];
    if (document === undefined) throw new SearchError("damaged", path);
    return document;
  }

  completionTable(): Promise<CompletionTable> {
    return this.#read(
      this.manifest.completionsPath,
      (payload) => new CompletionTable(payload as CompletionTablePayload),
    );
  }

  /** @param path A file that the table names. */
  completionFile(path: string): Promise<CompletionFile> {
    return this.#read(path, (payload) => new CompletionFile(payload as CompletionFilePayload));
  }

  /** One part of the file of all documents. */
  #readDocuments<Value>(
    part: keyof DocumentsPayload,
    read: (payload: DocumentsPayload) => Value | Promise<Value>,
  ): Promise<Value> {
    const path = this.manifest.documentsPath;
    return this.#values.get(`${path} ${part}`, async () => {
      const payload = await this.#read(path, (whole) => whole as DocumentsPayload);
      return await decoded(path, payload, read);
    });
  }

  #read<Value>(path: string, read: (payload: unknown) => Value | Promise<Value>): Promise<Value> {
    return this.#values.get(path, async () => await decoded(path, await this.#loader.load(this.way + path), read));
  }
}

async function decoded<Payload, Value>(
  path: string,
  payload: Payload,
  read: (payload: Payload) => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await read(payload);
  } catch {
    throw new SearchError("damaged", path);
  }
}
