/** What the page should say about how a query was read, collected while it is read. */

import { TERM_LENGTH } from "../words/analysis.ts";
import { tokensOf } from "../words/tokens.ts";
import type { QueryNote } from "./query.ts";

export class NoteList {
  readonly #notes: QueryNote[] = [];
  readonly #common = new Set<string>();

  /** Adds a note, once. */
  add(note: QueryNote): void {
    const isKnown = this.#notes.some((other) => JSON.stringify(other) === JSON.stringify(note));
    if (!isKnown) this.#notes.push(note);
  }

  /** Records why words cannot be looked up. */
  addReason(written: string): void {
    const words = tokensOf(written).map(({ text }) => text);
    if (words.some((word) => word.length > TERM_LENGTH)) this.add({ kind: "too-long" });
    else for (const word of words) this.#common.add(word);
  }

  /** The notes of a query with conditions. */
  notes(): readonly QueryNote[] {
    return this.#notes;
  }

  /** The notes of a query without conditions, with the reason why it has none. */
  reasons(): readonly QueryNote[] {
    if (this.#common.size > 0) return [{ kind: "common", words: [...this.#common] }, ...this.#notes];
    return this.#notes.length > 0 ? this.#notes : [{ kind: "no-words" }];
  }
}
