/** A text box with a list of options below it: the combobox pattern of the ARIA Authoring Practices. */

import { Announcer } from "./announcer.ts";
import { element } from "./element.ts";

export class Combobox {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #announcer: Announcer;
  readonly #dismissed: () => void;
  /** Position of the option that Enter would follow; -1 for none. */
  #active = -1;

  /**
   * @param form holds the box; the list closes when the focus leaves it.
   * @param input the box.
   * @param dismissed called when the reader is done with the list; pending work may not open it
   *   again.
   */
  constructor(form: HTMLFormElement, input: HTMLInputElement, dismissed: () => void) {
    this.#input = input;
    this.#dismissed = dismissed;
    const id = `${input.id}-suggestions`;
    this.#list = element("div", { class: "suggestions", id, role: "listbox", "aria-label": "Suggestions" });
    this.#list.hidden = true;
    const status = element("span", { class: "visually-hidden", role: "status" });
    this.#announcer = new Announcer(status);
    form.append(this.#list, status);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": id,
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
    })) {
      input.setAttribute(name, value);
    }
    input.addEventListener("keydown", (event) => this.#onKey(event));
    form.addEventListener("focusout", (event) => {
      if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) this.dismiss();
    });
    form.addEventListener("submit", () => this.dismiss());
    this.#list.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus
  }

  /** Whether the list is open. */
  get isOpen(): boolean {
    return !this.#list.hidden;
  }

  /**
   * Opens the list with these options, or closes it if there are none. The active option stays
   * active if it is among the new ones.
   *
   * @param options elements with role "option"; Enter clicks the active one.
   * @param announcement the text for screen readers.
   */
  open(options: readonly HTMLElement[], announcement: string): void {
    if (options.length === 0) {
      this.#close();
      return;
    }
    const active = this.#options()[this.#active];
    options.forEach((option, position) => {
      option.id = `${this.#list.id}-${position}`;
      option.setAttribute("aria-selected", "false");
    });
    this.#list.replaceChildren(...options);
    this.#list.hidden = false;
    this.#input.setAttribute("aria-expanded", "true");
    this.#activate(active === undefined ? -1 : options.findIndex((option) => option.isEqualNode(asInactive(active))));
    this.#announcer.say(announcement);
  }

  /** Closes the list and stops pending work, as Escape does. */
  dismiss(): void {
    this.#close();
    this.#dismissed();
  }

  #close(): void {
    this.#list.hidden = true;
    this.#active = -1;
    this.#input.removeAttribute("aria-activedescendant");
    this.#input.setAttribute("aria-expanded", "false");
  }

  /** Announces a text to screen readers without opening the list. */
  say(text: string): void {
    this.#announcer.say(text);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === "Escape") event.preventDefault(); // a browser would empty the box
    if (!this.isOpen) return;
    const options = this.#options();
    if (event.key === "Escape") {
      this.dismiss();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.#activate(nextPosition(this.#active, event.key === "ArrowDown" ? 1 : -1, options.length));
    } else if (event.key === "Enter" && !event.isComposing) {
      const option = options[this.#active];
      if (!option) return;
      event.preventDefault();
      option.click();
    }
  }

  #options(): HTMLElement[] {
    return this.isOpen ? [...this.#list.querySelectorAll<HTMLElement>("[role=option]")] : [];
  }

  #activate(position: number): void {
    this.#active = position;
    this.#input.removeAttribute("aria-activedescendant");
    this.#options().forEach((option, index) => {
      option.setAttribute("aria-selected", String(index === position));
      if (index !== position) return;
      this.#input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    });
  }
}

/** The next position from -1 (the box itself) to `length` - 1, in a circle. */
function nextPosition(position: number, step: number, length: number): number {
  const places = length + 1;
  return ((position + 1 + step + places) % places) - 1;
}

function asInactive(option: HTMLElement): Node {
  const copy = option.cloneNode(true) as HTMLElement;
  copy.setAttribute("aria-selected", "false");
  return copy;
}
