/** The last searches of this device; they never leave it. */

/** Where they are kept; `SiteStorage` in a browser. */
export interface TextStorage {
  get(name: string): string | undefined;
  set(name: string, value: string | undefined): void;
}

const NAME = "searches";
const MOST = 8;
const LONGEST = 200; // characters; longer ones are pasted texts, not searches to come back to

export class RecentSearches {
  readonly #storage: TextStorage;

  constructor(storage: TextStorage) {
    this.#storage = storage;
  }

  /** The newest first. */
  list(): readonly string[] {
    try {
      const stored: unknown = JSON.parse(this.#storage.get(NAME) ?? "[]");
      if (!Array.isArray(stored)) return [];
      return stored.filter((query) => typeof query === "string").slice(0, MOST);
    } catch {
      return []; // another version of the page, or a person, wrote something else
    }
  }

  /** Puts a search first; one that differs only in capitals is the same. */
  add(query: string): void {
    const added = query.trim();
    if (added === "" || added.length > LONGEST) return;
    const others = this.list().filter((other) => other.toLowerCase() !== added.toLowerCase());
    this.#storage.set(NAME, JSON.stringify([added, ...others].slice(0, MOST)));
  }

  /** Forgets all of them. */
  erase(): void {
    this.#storage.set(NAME, undefined);
  }
}
