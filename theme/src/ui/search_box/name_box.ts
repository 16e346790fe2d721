/** The box of a list of names, which finds a name as one types, on whichever page of the list it stands. */

import type { CompletionKind } from "../../search/index/completion_files.ts";
import { Combobox } from "../page/combobox.ts";
import { required } from "../page/element.ts";
import { countLabel } from "../page/labels.ts";
import type { OpenEngine } from "./engine_loader.ts";
import { suggestionOption } from "./suggestions.ts";

export class NameBox {
  readonly #kind: CompletionKind;
  readonly #root: string;
  readonly #openEngine: OpenEngine;
  readonly #input: HTMLInputElement;
  readonly #box: Combobox;
  #latestRun = 0;

  /** @param form its `data-kind` says which names are listed; it is shown. */
  constructor(form: HTMLFormElement, root: string, openEngine: OpenEngine) {
    this.#kind = form.dataset["kind"] as CompletionKind;
    this.#root = root;
    this.#openEngine = openEngine;
    this.#input = required(form, "input", HTMLInputElement);
    this.#box = new Combobox(form, this.#input, () => this.#latestRun++);
    this.#input.addEventListener("focus", () => {
      this.#openEngine().catch(() => undefined); // typing will report the failure
    });
    this.#input.addEventListener("input", () => void this.#suggest());
    form.addEventListener("submit", (event) => {
      if (this.#input.value.trim() === "") event.preventDefault();
    });
    form.hidden = false;
  }

  async #suggest(): Promise<void> {
    const run = ++this.#latestRun;
    const typed = this.#input.value;
    try {
      const engine = await this.#openEngine();
      const names = typed.trim() === "" ? [] : await engine.complete(typed, this.#kind);
      if (run !== this.#latestRun || document.activeElement !== this.#input) return;
      const options = names.map((name) => suggestionOption(name, this.#root + name.path));
      this.#box.open(options, `${countLabel(names.length)} ${names.length === 1 ? "name" : "names"}`);
    } catch (error) {
      console.warn("names cannot be found:", error);
      this.#box.dismiss();
    }
  }
}
