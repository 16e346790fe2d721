/** The recent searches on this device; they never leave it. */

/** Where the searches are stored; `SiteStorage` in a browser. */
export interface TextStorage {
  get(name: string): string | undefined;
  set(name: string, value: string | undefined): void;
}

const NAME = "searches";
/** Most searches kept; chosen by eye: they fit a list without scrolling. */
const MOST = 8;
/** Most characters of a search; longer ones are pasted texts, not searches to return to. */
const LONGEST = 200;

export class RecentSearches {
  readonly #storage: TextStorage;

  constructor(storage: TextStorage) {
    this.#storage = storage;
  }

  /** The searches, newest first. */
  list(): readonly string[] {
    try {
      const stored: unknown = JSON.parse(this.#storage.get(NAME) ?? "[]");
      if (!Array.isArray(stored)) return [];
      return stored.filter((query) => typeof query === "string").slice(0, MOST);
    } catch {
      return []; // written by another version of the page, or by hand
    }
  }

  /** Puts a search first; searches that differ only in capitals are the same. */
  add(query: string): void {
    const added = query.trim();
    if (added === "" || added.length > LONGEST) return;
    const others = this.list().filter((other) => other.toLowerCase() !== added.toLowerCase());
    this.#storage.set(NAME, JSON.stringify([added, ...others].slice(0, MOST)));
  }

  /** Removes all searches. */
  erase(): void {
    this.#storage.set(NAME, undefined);
  }
}
