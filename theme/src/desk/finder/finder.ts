/** The search box of the desk: names and stories by some letters of theirs. */

import { Combobox } from "../../ui/page/combobox.ts";
import { element } from "../../ui/page/element.ts";
import { entityShape } from "../../ui/page/entity_tag.ts";
import { dateLabel, storiesLabel } from "../../ui/page/labels.ts";
import type { DeskClient } from "../client/desk_client.ts";
import type { Found } from "../client/desk_data.ts";
import { nameAddress, storyAddress } from "../frame/desk_address.ts";

/** Milliseconds without a letter before the server is asked. */
const PAUSE = 120;

const FEWEST_LETTERS = 2;

export class Finder {
  readonly #client: DeskClient;
  readonly #input = element("input", {
    id: "desk-search",
    type: "search",
    autocomplete: "off",
    placeholder: "A name or a headline  ( / )",
    "aria-label": "Find a name or a story",
  });
  readonly #combobox: Combobox;
  /** Grows with each query, so that an answer to one before it is not shown. */
  #turn = 0;
  #timer = 0;

  /** @param place the element that holds the box. */
  constructor(client: DeskClient, place: HTMLElement) {
    this.#client = client;
    const form = element("form", { role: "search" }, this.#input);
    place.append(form);
    this.#combobox = new Combobox(form, this.#input, () => this.#stop());
    form.addEventListener("submit", (event) => event.preventDefault());
    this.#input.addEventListener("input", () => this.#wait());
  }

  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  #stop(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
  }

  #wait(): void {
    this.#stop();
    this.#timer = window.setTimeout(() => void this.#search(this.#turn), PAUSE);
  }

  async #search(turn: number): Promise<void> {
    const query = this.#input.value.trim();
    const found = query.length < FEWEST_LETTERS ? undefined : await this.#client.search(query).catch(() => undefined);
    if (turn !== this.#turn) return;
    const options = found ? this.#options(found) : [];
    this.#combobox.open(options, `${options.length} found`);
    if (found && options.length === 0) this.#combobox.say("nothing found");
  }

  #options({ names, stories }: Found): readonly HTMLElement[] {
    return [
      ...names.map(({ kind, heading, stories: count }) =>
        this.#option(
          nameAddress(kind, heading),
          element("span", { class: "suggestion-name" }, entityShape(kind, undefined), element("bdi", {}, heading), element("span", { class: "suggestion-count" }, storiesLabel(count))),
        ),
      ),
      ...stories.map(({ file, title, date, source }) =>
        this.#option(
          storyAddress(file),
          element("span", { class: "suggestion-title", dir: "auto" }, title),
          element("span", { class: "suggestion-meta" }, dateLabel(date), source && ` · ${source}`),
        ),
      ),
    ];
  }

  #option(address: string, ...children: readonly HTMLElement[]): HTMLElement {
    const option = element("a", { class: "suggestion", role: "option", href: address, tabindex: -1 }, ...children);
    option.addEventListener("click", () => {
      this.#combobox.dismiss();
      this.#input.value = "";
      this.#input.blur(); // the keys are the page's again
    });
    return option;
  }
}
