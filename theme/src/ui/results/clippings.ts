/** The stories that the reader has marked, kept on this device alone. */

import type { Citation } from "../../export/citation.ts";
import type { TextStorage } from "../search_box/recent_searches.ts";

const NAME = "clippings";

export class Clippings {
  readonly #storage: TextStorage;
  readonly #listeners: (() => void)[] = [];

  constructor(storage: TextStorage) {
    this.#storage = storage;
  }

  /** The stories in the order in which they were marked. */
  list(): readonly Citation[] {
    try {
      const stored: unknown = JSON.parse(this.#storage.get(NAME) ?? "[]");
      return Array.isArray(stored) ? stored.filter(isCitation) : [];
    } catch {
      return []; // written by another version of the page, or by hand
    }
  }

  /** Whether the story with this page is marked. */
  has(path: string): boolean {
    return this.list().some((citation) => citation.path === path);
  }

  /** Marks a story. @returns false if the device has no room for it or keeps nothing. */
  add(citation: Citation): boolean {
    this.#store([...this.list().filter(({ path }) => path !== citation.path), citation]);
    return this.has(citation.path);
  }

  /** Takes the mark from a story. */
  remove(path: string): void {
    this.#store(this.list().filter((citation) => citation.path !== path));
  }

  /** Takes the mark from all stories. */
  clear(): void {
    this.#store([]);
  }

  /** Has `listener` called after each change. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  #store(citations: readonly Citation[]): void {
    this.#storage.set(NAME, citations.length === 0 ? undefined : JSON.stringify(citations));
    for (const listener of this.#listeners) listener();
  }
}

/** Whether a stored value is a citation as this version of the page writes it. */
function isCitation(value: unknown): value is Citation {
  if (typeof value !== "object" || value === null) return false;
  const { path, title, authors, people, about, mentioned, organizations, reasons, search } = value as Partial<Citation>;
  const lists = [authors, people, about, mentioned, organizations, reasons, search === undefined ? [] : search.filters];
  return typeof path === "string" && typeof title === "string" && lists.every(Array.isArray);
}
