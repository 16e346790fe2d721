/** What stands around every list: progress, what was decided last, undo, and notices of one line. */

import { element, required } from "../../ui/page/element.ts";
import { countLabel, storiesLabel } from "../../ui/page/labels.ts";
import { type DeskClient, DeskProblem } from "../client/desk_client.ts";
import type { Decided, DeskState, Progress } from "../client/desk_data.ts";
import type { KeyMap } from "../keys/key_map.ts";
import { LISTS, type ListName } from "./desk_address.ts";

export class DeskFrame {
  readonly #client: DeskClient;
  readonly #keys: KeyMap;
  readonly #main = required(document, "#content", HTMLElement);
  readonly #notice = element("p", { class: "desk-notice", role: "alert" });
  readonly #announcement = element("p", { class: "visually-hidden", role: "status" });
  readonly #progress = element("div", { class: "desk-progress" });
  readonly #done = element("div", { class: "desk-done" });
  readonly #content = element("div", { class: "desk-content" });
  #state: DeskState | undefined;
  /** The list that is shown; undefined for a name or story by itself. */
  #list: ListName | undefined;
  /** Called after undo, to show the list anew. */
  #reopen: () => Promise<void> = async () => undefined;

  constructor(client: DeskClient, keys: KeyMap) {
    this.#client = client;
    this.#keys = keys;
  }

  /** The desk as the server last described it. */
  get state(): DeskState {
    if (!this.#state) throw new Error("the desk has not been read yet");
    return this.#state;
  }

  /** Puts the frame into the page. */
  async start(reopen: () => Promise<void>): Promise<void> {
    this.#reopen = reopen;
    this.#state = await this.#client.state();
    this.#main.replaceChildren(this.#progress, this.#notice, this.#announcement, this.#content, this.#done);
    required(document, "#desk-foot", HTMLElement).append(this.#keys.toggle());
    this.#update();
    // Another window may have decided something meanwhile.
    addEventListener("focus", () => void this.refresh().catch(() => undefined));
  }

  /** Marks a list as the one that is shown, or none. */
  choose(list: ListName | undefined): void {
    this.#list = list;
    this.#notice.textContent = "";
    this.#update();
  }

  isShown(list: ListName): boolean {
    return this.#list === list;
  }

  /** Shows what a list has to show; its heading gets the focus, so that it is read, unless somebody types. */
  show(view: HTMLElement): void {
    this.#content.replaceChildren(view);
    const isTyping = Boolean(document.activeElement?.closest("form"));
    if (!isTyping) view.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  /** Carries a decision out; undefined if the server refused, which the notice says. */
  async decide<Done extends Decided>(decision: () => Promise<Done>): Promise<Done | undefined> {
    let decided: Done | undefined;
    this.#notice.textContent = "";
    await this.attempt(async () => {
      decided = await decision();
      this.#state = decided.state;
      this.#announcement.textContent = decided.text;
      this.#update();
    });
    return decided;
  }

  /** Runs something; a refusal of the server becomes the notice. */
  async attempt(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof DeskProblem)) throw error;
      this.#notice.textContent = error.message;
      void this.refresh().catch(() => undefined);
    }
  }

  /** Asks how far everything is. */
  async refresh(): Promise<void> {
    this.#state = await this.#client.state();
    this.#update();
  }

  #update(): void {
    this.#showLists();
    this.#showProgress(this.#list);
    this.#showDone();
  }

  #showLists(): void {
    const items = Object.entries(LISTS).map(([name, label]) => {
      const count = element("span", { class: "tag-count" }, countLabel(this.state[name as ListName].open));
      const link = element(
        "a",
        { href: `#${name}`, "aria-current": name === this.#list ? "page" : undefined },
        label,
        " ",
        count,
      );
      return element("li", {}, link);
    });
    required(document, "#desk-lists", HTMLElement).replaceChildren(...items);
  }

  #showProgress(list: ListName | undefined): void {
    if (!list) {
      this.#progress.replaceChildren();
      return;
    }
    const { done, open, stories }: Progress = this.state[list];
    const total = done + open;
    const settled = list === "stories" ? "stories reviewed" : `about ${storiesLabel(stories)} settled`;
    const text = `${countLabel(done)} of ${countLabel(total)}${list === "stories" ? " " : ", "}${settled}`;
    this.#progress.replaceChildren(
      element("progress", { class: "desk-hairline", max: Math.max(total, 1), value: done, "aria-label": "Questions settled" }),
      element("p", { class: "desk-count" }, text),
    );
  }

  #showDone(): void {
    const { undo, problems } = this.state;
    const lines = problems.map((problem) => element("p", { class: "desk-problem" }, problem));
    if (!undo) {
      this.#done.replaceChildren(...lines);
      return;
    }
    const button = this.#keys.button("u", "Undo", () => this.#undo(undo.number));
    this.#done.replaceChildren(
      element("p", { class: "desk-last" }, element("del", { dir: "auto" }, undo.text), " ", button),
      ...lines,
    );
  }

  async #undo(number: number): Promise<void> {
    const undone = await this.decide(() => this.#client.undo(number));
    if (!undone) return;
    this.#announcement.textContent = `Undone: ${undone.text}`;
    void this.attempt(this.#reopen);
  }
}
