/** The keys of the desk: each action has one, printed on its button. */

import { element } from "../../ui/page/element.ts";
import type { SiteStorage } from "../../ui/page/site_storage.ts";

const OFF = "desk-keys-off";

export type Action = () => void | Promise<void>;

export class KeyMap {
  readonly #actions = new Map<string, Action>();
  readonly #storage: SiteStorage;
  /** Whether an action is under way: until it ends, no key counts. */
  #isBusy = false;

  constructor(storage: SiteStorage) {
    this.#storage = storage;
    document.addEventListener("keydown", (event) => this.#onKey(event));
  }

  /** A button for an action, with its key; the key works as long as the button is in the page. */
  button(key: string, label: string, action: Action, className = "button"): HTMLButtonElement {
    const shown = element("kbd", { "aria-hidden": "true" }, key);
    const button = element("button", { type: "button", class: className, "aria-keyshortcuts": key }, shown, " ", label);
    button.addEventListener("click", () => void this.#run(action));
    this.bind(key, () => {
      if (button.isConnected && !button.disabled) return action();
    });
    return button;
  }

  /** Lets a key do something that has no button, or another button than before. */
  bind(key: string, action: Action): void {
    this.#actions.set(key, action);
  }

  /** A box that turns the keys off, for people who speak to their machine. */
  toggle(): HTMLElement {
    const box = element("input", { type: "checkbox", id: "desk-keys", checked: this.#areOn });
    box.addEventListener("change", () => this.#storage.set(OFF, box.checked ? undefined : "yes"));
    return element("label", { class: "desk-toggle", for: "desk-keys" }, box, " Letters are keys");
  }

  get #areOn(): boolean {
    return this.#storage.get(OFF) === undefined;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !this.#areOn) return;
    if (event.target instanceof Element && event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    const action = this.#actions.get(event.key);
    if (!action || event.repeat) return;
    event.preventDefault();
    void this.#run(action);
  }

  async #run(action: Action): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      await action();
    } finally {
      this.#isBusy = false;
    }
  }
}
