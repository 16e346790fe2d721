/** The list *Names*: one question after the other; the next ones are fetched ahead. */

import { element } from "../../ui/page/element.ts";
import type { DeskClient } from "../client/desk_client.ts";
import type { Decided, NameAnswer, NameQuestion } from "../client/desk_data.ts";
import type { DeskFrame } from "../frame/desk_frame.ts";
import type { KeyMap } from "../keys/key_map.ts";
import { questionView } from "./question_view.ts";

/** Questions fetched ahead: more than a person answers while one is on its way. */
const AHEAD = 4;

/** Milliseconds between two looks whether the server has found questions. */
const SEARCH_PAUSE = 1000;

export class NameList {
  readonly #client: DeskClient;
  readonly #frame: DeskFrame;
  readonly #keys: KeyMap;
  /** The question that is shown, then those fetched ahead. */
  #queue: readonly NameQuestion[] = [];
  /** Grows with each decision, so that what was fetched before it is not taken for news. */
  #turn = 0;
  #keep = "";

  constructor(client: DeskClient, frame: DeskFrame, keys: KeyMap) {
    this.#client = client;
    this.#frame = frame;
    this.#keys = keys;
  }

  /** Shows the first open question. */
  async open(): Promise<void> {
    const turn = (this.#turn += 1);
    const queue = await this.#client.names([], 1);
    if (turn !== this.#turn) return;
    this.#queue = queue;
    this.#show();
    this.#fetchAhead();
  }

  #show(): void {
    const question = this.#queue[0];
    if (!question) {
      this.#showEnd();
      return;
    }
    this.#keep = question.keep;
    this.#render(question);
  }

  #render(question: NameQuestion): void {
    this.#frame.show(questionView(question, this.#keep, this.#actions(question)));
  }

  #actions(question: NameQuestion): readonly HTMLElement[] {
    const answer = (key: string, label: string, said: NameAnswer) =>
      this.#keys.button(key, label, () => this.#answer(question, said));
    return [
      answer("s", "Same", "same"),
      answer("d", "Different", "different"),
      answer("n", "Not sure", "unsure"),
      this.#keys.button("w", "Keep the other heading", () => {
        this.#keep = this.#keep === question.keep ? question.merge : question.keep;
        this.#render(question);
      }),
    ];
  }

  async #answer(question: NameQuestion, said: NameAnswer): Promise<void> {
    const decided = await this.#frame.decide(() => this.#client.answerName(question.key, said, this.#keep));
    if (decided) this.#goOn(question, decided);
    else void this.open().catch(() => undefined); // the notice says why, and shall stay
  }

  #goOn(answered: NameQuestion, decided: Decided): void {
    this.#turn += 1;
    this.#queue = this.#queue.filter((question) => !shareName(question, answered));
    if (this.#queue.length > 0 || decided.state.names.open === 0) this.#show();
    this.#fetchAhead();
  }

  /** Fetches the next questions one by one, so that no answer waits long behind them. */
  #fetchAhead(): void {
    const turn = this.#turn;
    const next = async (): Promise<void> => {
      while (this.#queue.length <= AHEAD) {
        const known = this.#queue.map(({ key }) => key);
        const [question] = await this.#client.names(known, 1);
        if (turn !== this.#turn || !question) return;
        const isFirst = this.#queue.length === 0;
        this.#queue = [...this.#queue, question];
        if (isFirst) this.#show();
      }
    };
    void this.#frame.attempt(next);
  }

  #showEnd(): void {
    const isSearching = this.#frame.state.names.searching;
    this.#frame.show(
      element(
        "section",
        { class: "search-state" },
        element("h1", { class: "proof-heading", tabindex: -1 }, isSearching ? "Comparing the names" : "No open questions"),
        element(
          "p",
          {},
          isSearching
            ? "This takes some seconds for a large archive, and only when its stories have changed. The other lists can be used meanwhile."
            : "All names that look alike are settled. New ones appear here when stories come in.",
        ),
      ),
    );
    const turn = this.#turn;
    if (isSearching) setTimeout(() => void this.#searchAgain(turn), SEARCH_PAUSE);
  }

  async #searchAgain(turn: number): Promise<void> {
    await this.#frame.attempt(async () => {
      await this.#frame.refresh();
      if (turn === this.#turn && this.#frame.isShown("names")) await this.open();
    });
  }
}

/** Whether two questions have a heading in common: what was fetched of it may be out of date. */
function shareName(one: NameQuestion, other: NameQuestion): boolean {
  const names = new Set([other.keep, other.merge]);
  return one.kind === other.kind && (names.has(one.keep) || names.has(one.merge));
}
