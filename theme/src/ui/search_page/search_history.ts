/** The searches of this visit as entries of the browser's history. */

import { formatState, parseState, type SearchState } from "../search_box/url_state.ts";

/** What an entry stores besides its address. */
interface EntryNote {
  /** Number of stories shown; "Show more" raises it. */
  readonly shown: number;
  /** How far the page was scrolled when the reader left it, in CSS pixels. */
  readonly scroll: number;
}

export class SearchHistory {
  /** False while the address follows what is being typed. */
  #settled = true;
  /** The address before the filters covered the page; undefined while they do not. */
  #covered: string | undefined;
  /** Whether the next entry to come was left by `uncover`, so that nothing has changed. */
  #isReturning = false;

  /** The search of the address. */
  get state(): SearchState {
    return parseState(location.search);
  }

  /** What the current entry stores; zeros for a new one. */
  get note(): EntryNote {
    const note: unknown = history.state;
    const { shown = 0, scroll = 0 } = (note ?? {}) as Partial<EntryNote>;
    return { shown, scroll };
  }

  /** Follows typing: the first change adds an entry, the next ones rewrite it. */
  follow(state: SearchState): void {
    if (isCurrent(state)) return;
    if (this.#settled) history.pushState(null, "", address(state));
    else history.replaceState(null, "", address(state));
    this.#settled = false;
  }

  /** Adds a search that the reader has decided on, so that Back returns to it. */
  settle(state: SearchState): void {
    if (!isCurrent(state)) {
      if (this.#covered === undefined) history.pushState(null, "", address(state));
      else history.replaceState(null, "", address(state)); // Back uncovers the page
    }
    this.#settled = true;
  }

  /** Adds an entry for the filters that cover the page, so that Back uncovers it. */
  cover(): void {
    this.#covered = location.href;
    history.pushState(null, "");
  }

  /** The page is uncovered again. Takes back the entry of `cover` if the search is the same as before. */
  uncover(): void {
    if (this.#covered === location.href) {
      this.#isReturning = true;
      history.back();
    }
    this.#covered = undefined;
  }

  /**
   * Treats an entry to which Back or Forward has returned as decided on. If that only uncovers the
   * page, the search stays and gets an entry of its own.
   *
   * @param state the search of the page.
   * @returns "same" if the page shows it already, "uncovered" if the filters are to be closed.
   */
  revisit(state: SearchState): "other" | "same" | "uncovered" {
    this.#settled = true;
    if (this.#isReturning) {
      this.#isReturning = false;
      return "same";
    }
    if (this.#covered === undefined) return "other";
    this.#covered = undefined;
    this.settle(state);
    return "uncovered";
  }

  /** Adds to what the current entry stores. */
  remember(note: Partial<EntryNote>): void {
    history.replaceState({ ...this.note, ...note }, "");
  }
}

function address(state: SearchState): string {
  return location.pathname + formatState(state);
}

function isCurrent(state: SearchState): boolean {
  return formatState(state) === formatState(parseState(location.search));
}
