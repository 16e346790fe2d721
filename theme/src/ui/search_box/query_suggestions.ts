/** Suggestions below the box of the search page: names and words, as the results are on the page anyway. */

import { Combobox } from "../page/combobox.ts";
import type { OpenEngine } from "./engine_loader.ts";
import { suggestedState, suggestionOption, suggestionsFor } from "./suggestions.ts";
import { formatState, type SearchState } from "./url_state.ts";

/** Pause after a keystroke before suggesting, in milliseconds; less than that before searching. */
const TYPING_PAUSE = 60;
/** Most names and most words suggested; chosen by eye: the results stay in sight below. */
const NAMES_SHOWN = 5;
const WORDS_SHOWN = 3;

export class QuerySuggestions {
  readonly #input: HTMLInputElement;
  readonly #openEngine: OpenEngine;
  readonly #state: () => SearchState;
  readonly #choose: (state: SearchState) => void;
  readonly #box: Combobox;
  #latestRun = 0;
  #typing = 0;

  /**
   * @param state the search that the page shows.
   * @param choose called with the search that the reader chose.
   */
  constructor(
    form: HTMLFormElement,
    input: HTMLInputElement,
    openEngine: OpenEngine,
    state: () => SearchState,
    choose: (state: SearchState) => void,
  ) {
    this.#input = input;
    this.#openEngine = openEngine;
    this.#state = state;
    this.#choose = choose;
    this.#box = new Combobox(form, input, () => this.#drop());
    input.addEventListener("input", () => {
      clearTimeout(this.#typing);
      this.#typing = window.setTimeout(() => void this.#suggest(), TYPING_PAUSE);
    });
  }

  async #suggest(): Promise<void> {
    const run = ++this.#latestRun;
    try {
      const suggestions = await suggestionsFor(await this.#openEngine(), this.#input.value);
      if (run !== this.#latestRun || document.activeElement !== this.#input) return;
      const { completions } = suggestions;
      const names = completions.filter(({ kind }) => kind !== "word").slice(0, NAMES_SHOWN);
      const words = completions.filter(({ kind }) => kind === "word").slice(0, WORDS_SHOWN);
      const options = [...names, ...words].map((completion) => {
        const next = suggestedState(this.#state(), suggestions, completion);
        return suggestionOption(completion, formatState(next), () => {
          this.#box.dismiss();
          this.#choose(next);
        });
      });
      this.#box.open(options, suggestionsLabel(options.length));
    } catch (error) {
      console.warn("no suggestions:", error); // the search itself reports the failure
    }
  }

  /** Drops pending suggestions. */
  #drop(): void {
    clearTimeout(this.#typing);
    this.#latestRun++;
  }
}

function suggestionsLabel(count: number): string {
  return `${count} ${count === 1 ? "suggestion" : "suggestions"}`;
}
