/** The files of one version of the index, each loaded once, when first needed. */

import { Facets, type FacetsPayload } from "./facets.ts";
import type { Manifest } from "./manifest.ts";
import { Pace } from "./pace.ts";
import { unpack } from "./packing.ts";
import { Partition } from "./partition.ts";
import type { Loader } from "./script_loader.ts";
import { SearchError } from "./search_error.ts";
import { type DocumentPayload, readDocument } from "./stored_document.ts";
import { unpackTerms } from "./term_list.ts";
import type { StoredDocument } from "./types.ts";

/** Each method rejects with a SearchError if its file is missing or damaged. */
export class IndexFiles {
  readonly manifest: Manifest;
  readonly #loader: Loader;
  readonly #values = new Map<string, Promise<unknown>>();

  constructor(manifest: Manifest, loader: Loader) {
    this.manifest = manifest;
    this.#loader = loader;
  }

  /** For each field the number of terms in each document. */
  lengths(): Promise<readonly ArrayLike<number>[]> {
    return this.#read(this.manifest.lengthsPath, (payload) => (payload as readonly string[]).map(unpack));
  }

  facets(): Promise<Facets> {
    return this.#read(
      this.manifest.facetsPath,
      (payload) => Facets.read(payload as FacetsPayload, this.manifest.documents, new Pace()),
    );
  }

  /** All terms, sorted. */
  vocabulary(): Promise<readonly string[]> {
    return this.#read(this.manifest.vocabularyPath, (payload) => unpackTerms(payload as string));
  }

  partition(number: number): Promise<Partition> {
    return this.#read(
      this.manifest.partitionPath(number),
      (payload) =>
        new Partition(payload as readonly [string, string, string, string], this.manifest.fields.length),
    );
  }

  document(number: number): Promise<StoredDocument> {
    return this.#read(this.manifest.storyPath(number), (payload) => readDocument(payload as DocumentPayload));
  }

  /** The value of a file; one that failed is tried again next time. */
  #read<Value>(path: string, read: (payload: unknown) => Value | Promise<Value>): Promise<Value> {
    const known = this.#values.get(path);
    if (known !== undefined) return known as Promise<Value>;
    const value = this.#loader.load(path).then((payload) => decoded(path, payload, read));
    this.#values.set(path, value);
    value.catch(() => this.#values.delete(path));
    return value;
  }
}

async function decoded<Value>(
  path: string,
  payload: unknown,
  read: (payload: unknown) => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await read(payload);
  } catch {
    throw new SearchError("damaged", path);
  }
}
