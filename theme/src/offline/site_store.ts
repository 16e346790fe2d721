/**
 * The site's files on the device, in IndexedDB: kept files, and files of visited pages. Each site of
 * a host has its own database.
 */

import type { FileList, FileMark } from "./file_list.ts";

const SCHEMA = 1;
/** Most visited files on the device; the oldest are removed; chosen by eye. */
const MOST_VISITED = 1_000;

/** A file's content and its media type. */
export interface StoredFile {
  readonly body: ArrayBuffer;
  readonly type: string;
}

/** A file to be kept. */
export interface KeptFile extends StoredFile {
  readonly path: string;
  readonly mark: FileMark;
}

interface VisitedFile extends StoredFile {
  readonly path: string;
  /** Milliseconds since 1970; infinite for files that are never removed. */
  readonly time: number;
}

/** The only key of the store that says which build is completely on the device. */
const VERSION_KEY = "version";

export class SiteStore {
  readonly #database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.#database = database;
  }

  /** Opens the store of a site. @param scope path of the site's root on its host. */
  static async open(scope: string): Promise<SiteStore> {
    const opening = indexedDB.open(databaseName(scope), SCHEMA);
    opening.onupgradeneeded = () => {
      const database = opening.result;
      database.createObjectStore("kept");
      database.createObjectStore("marks");
      database.createObjectStore("state");
      database.createObjectStore("visited", { keyPath: "path" }).createIndex("time", "time");
    };
    const database = await result(opening);
    database.onversionchange = () => database.close(); // a newer page needs another schema
    return new SiteStore(database);
  }

  /** The list of the build that is completely on the device; undefined if none is. */
  keptVersion(): Promise<string | undefined> {
    return result<string | undefined>(this.#store("state").get(VERSION_KEY));
  }

  /** A kept file; undefined unless a build is completely on the device. */
  async keptFile(path: string): Promise<StoredFile | undefined> {
    const transaction = this.#database.transaction(["state", "kept"]);
    const [version, file] = await Promise.all([
      result<string | undefined>(transaction.objectStore("state").get(VERSION_KEY)),
      result<StoredFile | undefined>(transaction.objectStore("kept").get(path)),
    ]);
    return version === undefined ? undefined : file;
  }

  /** A file that is on the device, kept or visited; the visited one, which is newer, if there are both. */
  async anyFile(path: string): Promise<StoredFile | undefined> {
    const transaction = this.#database.transaction(["visited", "kept"]);
    const [visited, kept] = await Promise.all([
      result<StoredFile | undefined>(transaction.objectStore("visited").get(path)),
      result<StoredFile | undefined>(transaction.objectStore("kept").get(path)),
    ]);
    return visited ?? kept;
  }

  /** The kept files, whether the build is complete or not. */
  async holdings(): Promise<FileList> {
    const marks = this.#store("marks");
    const [paths, values] = await Promise.all([
      result(marks.getAllKeys()),
      result<FileMark[]>(marks.getAll()),
    ]);
    return new Map(paths.map((path, place) => [path as string, values[place] as FileMark]));
  }

  /** Keeps files, all or none. */
  async keep(files: readonly KeptFile[]): Promise<void> {
    const transaction = this.#database.transaction(["kept", "marks"], "readwrite");
    for (const { path, body, type, mark } of files) {
      transaction.objectStore("kept").put({ body, type }, path);
      transaction.objectStore("marks").put(mark, path);
    }
    await completed(transaction);
  }

  /** Keeps copies of kept files under other paths, all or none. */
  async copy(copies: readonly (readonly [to: string, from: string])[]): Promise<void> {
    const transaction = this.#database.transaction(["kept", "marks"], "readwrite");
    for (const name of ["kept", "marks"]) {
      const store = transaction.objectStore(name);
      for (const [to, from] of copies) {
        const reading = store.get(from);
        reading.onsuccess = () => store.put(reading.result, to);
      }
    }
    await completed(transaction);
  }

  /** Removes files, and records the build that is then completely on the device. */
  async finish(version: string, removals: readonly string[]): Promise<void> {
    const transaction = this.#database.transaction(["kept", "marks", "state"], "readwrite");
    for (const path of removals) {
      transaction.objectStore("kept").delete(path);
      transaction.objectStore("marks").delete(path);
    }
    transaction.objectStore("state").put(version, VERSION_KEY);
    await completed(transaction);
  }

  /** Removes every kept file. */
  async clearKept(): Promise<void> {
    const names = ["state", "marks", "kept"];
    const transaction = this.#database.transaction(names, "readwrite");
    for (const name of names) transaction.objectStore(name).clear();
    await completed(transaction);
  }

  /** Stores a visited file. @param lasting whether it is never removed for others. */
  async putVisited(path: string, file: StoredFile, lasting = false): Promise<void> {
    const transaction = this.#database.transaction("visited", "readwrite");
    const store = transaction.objectStore("visited");
    const visited: VisitedFile = { path, ...file, time: lasting ? Infinity : Date.now() };
    store.put(visited);
    const count = await result(store.count());
    if (count > MOST_VISITED) removeOldest(store, count - MOST_VISITED);
    await completed(transaction);
  }

  #store(name: string): IDBObjectStore {
    return this.#database.transaction(name).objectStore(name);
  }
}

function databaseName(scope: string): string {
  return `cuttings ${scope}`;
}

function removeOldest(store: IDBObjectStore, count: number): void {
  let left = count;
  const walk = store.index("time").openCursor();
  walk.onsuccess = () => {
    const cursor = walk.result;
    if (cursor === null || left === 0) return;
    left -= 1;
    cursor.delete();
    cursor.continue();
  };
}

function result<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
