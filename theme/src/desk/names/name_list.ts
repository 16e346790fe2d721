/** The list *Names*: whether two names are one's. */

import { endView } from "../frame/end_view.ts";
import type { DeskClient } from "../client/desk_client.ts";
import type { NameAnswer, NameQuestion } from "../client/desk_data.ts";
import type { DeskFrame } from "../frame/desk_frame.ts";
import { nameAddress } from "../frame/desk_address.ts";
import type { KeyMap } from "../keys/key_map.ts";
import { QuestionQueue } from "../queue/question_queue.ts";
import { questionView } from "./question_view.ts";

/** Milliseconds between two looks whether the server has found questions. */
const SEARCH_PAUSE = 1000;

export class NameList {
  readonly #client: DeskClient;
  readonly #frame: DeskFrame;
  readonly #keys: KeyMap;
  readonly #queue: QuestionQueue<NameQuestion>;
  /** Which of the two headings would stay. */
  #keep = "";

  constructor(client: DeskClient, frame: DeskFrame, keys: KeyMap) {
    this.#client = client;
    this.#frame = frame;
    this.#keys = keys;
    this.#queue = new QuestionQueue({
      fetch: (known) => client.names(known),
      key: (question) => question.key,
      show: (question) => this.#show(question),
      attempt: (step) => frame.attempt(step),
    });
  }

  open(): Promise<void> {
    return this.#queue.open();
  }

  #show(question: NameQuestion | undefined): void {
    if (!this.#frame.isShown("names")) return;
    if (!question) {
      this.#showEnd();
      return;
    }
    this.#keep = question.keep;
    this.#render(question);
  }

  #render(question: NameQuestion): void {
    const keep = this.#keep;
    const merge = keep === question.keep ? question.merge : question.keep;
    const answer = (key: string, label: string, said: NameAnswer) =>
      this.#keys.button(key, label, () => this.#answer(question, said));
    const edit = (key: string, label: string, heading: string) =>
      this.#keys.button(key, label, () => {
        location.hash = nameAddress(question.kind, heading);
      });
    const actions = [
      answer("s", "Same", "same"),
      answer("d", "Different", "different"),
      answer("n", "Not sure", "unsure"),
      this.#keys.button("w", "Keep the other heading", () => {
        this.#keep = merge;
        this.#render(question);
      }),
      edit("e", "Edit the first", merge),
      edit("r", "Edit the second", keep),
    ];
    this.#frame.show(questionView(question, keep, actions));
  }

  async #answer(question: NameQuestion, said: NameAnswer): Promise<void> {
    const decided = await this.#frame.decide(() => this.#client.answerName(question.key, said, this.#keep));
    if (decided) this.#queue.goOn((other) => shareName(other, question));
    else void this.open().catch(() => undefined); // the notice says why, and shall stay
  }

  #showEnd(): void {
    const isSearching = this.#frame.state.names.searching;
    this.#frame.show(
      isSearching
        ? endView(
            "Comparing the names",
            "This takes some seconds for a large archive, and only when its stories have changed. The other lists can be used meanwhile.",
          )
        : endView("No open questions", "All names that look alike are settled. New ones appear here when stories come in."),
    );
    if (isSearching) this.#lookLater();
  }

  #lookLater(): void {
    setTimeout(() => void this.#searchAgain(), SEARCH_PAUSE);
  }

  async #searchAgain(): Promise<void> {
    await this.#frame.attempt(async () => {
      await this.#frame.refresh();
      if (!this.#frame.isShown("names")) return;
      const { open, searching } = this.#frame.state.names;
      if (searching && open === 0) this.#lookLater();
      else await this.open();
    });
  }
}

/** Whether two questions have a heading in common: what was fetched of it may be out of date. */
function shareName(one: NameQuestion, other: NameQuestion): boolean {
  const names = new Set([other.keep, other.merge]);
  return one.kind === other.kind && (names.has(one.keep) || names.has(one.merge));
}
