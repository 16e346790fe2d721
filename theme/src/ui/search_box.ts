/** The search box of every other page: a combobox that lists stories as you type. */

import type { SearchEngine } from "../search/engine.ts";
import type { StoredDocument } from "../search/types.ts";
import { NO_FILTERS } from "../search/types.ts";
import { Announcer } from "./announcer.ts";
import { element, required } from "./element.ts";
import type { OpenEngine } from "./engine_loader.ts";
import { foundFragment } from "./found_words.ts";
import { dateLabel, storiesLabel } from "./labels.ts";
import { markedText } from "./marked_text.ts";
import { formatState } from "./url_state.ts";

const STORIES_SHOWN = 7;
const SHORTEST_QUERY = 2; // characters
const TYPING_PAUSE = 120; // milliseconds

/** Follows the combobox pattern of the ARIA Authoring Practices, with list autocompletion. */
export class SearchBox {
  readonly #root: string;
  readonly #openEngine: OpenEngine;
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #announcer: Announcer;
  #latestRun = 0;
  #typing = 0;
  /** Position of the option that Enter would follow; -1 for none. */
  #active = -1;

  constructor(form: HTMLFormElement, root: string, openEngine: OpenEngine) {
    this.#root = root;
    this.#openEngine = openEngine;
    this.#input = required(form, "input", HTMLInputElement);
    const id = `${this.#input.id}-suggestions`;
    this.#list = element("div", { class: "suggestions", id, role: "listbox", "aria-label": "Stories" });
    this.#list.hidden = true;
    const status = element("span", { class: "visually-hidden", role: "status" });
    this.#announcer = new Announcer(status);
    form.append(this.#list, status);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": id,
    })) {
      this.#input.setAttribute(name, value);
    }
    this.#listen(form);
  }

  #listen(form: HTMLFormElement): void {
    this.#input.addEventListener("focus", () => {
      this.#openEngine().catch(() => undefined); // a search will tell
    });
    this.#input.addEventListener("input", () => {
      clearTimeout(this.#typing);
      this.#typing = window.setTimeout(() => void this.#suggest(), TYPING_PAUSE);
    });
    this.#input.addEventListener("keydown", (event) => this.#onKey(event));
    form.addEventListener("focusout", (event) => {
      if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) this.#close();
    });
    form.addEventListener("submit", (event) => {
      if (this.#input.value.trim() === "") event.preventDefault();
    });
    this.#list.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus
  }

  #onKey(event: KeyboardEvent): void {
    const options = this.#options();
    if (event.key === "Escape") {
      if (!this.#list.hidden) event.preventDefault();
      this.#close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.#list.hidden) void this.#suggest();
      else this.#activate(nextPosition(this.#active, event.key === "ArrowDown" ? 1 : -1, options.length));
    } else if (event.key === "Enter" && !event.isComposing) {
      const option = options[this.#active];
      if (!option) return;
      event.preventDefault();
      option.click();
    }
  }

  #options(): HTMLAnchorElement[] {
    return this.#list.hidden ? [] : [...this.#list.querySelectorAll<HTMLAnchorElement>("[role=option]")];
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

  async #suggest(): Promise<void> {
    const run = ++this.#latestRun;
    const query = this.#input.value.trim();
    if ([...query].length < SHORTEST_QUERY) {
      this.#close();
      return;
    }
    try {
      const engine = await this.#openEngine();
      const response = await engine.search({
        query,
        filters: NO_FILTERS,
        sort: "relevance",
        unfinished: true,
      });
      const hits = response.hits.slice(0, STORIES_SHOWN);
      const stories = await Promise.all(hits.map((hit) => engine.document(hit.document)));
      if (run !== this.#latestRun || document.activeElement !== this.#input) return;
      this.#show(query, stories, engine, response.terms, response.hits.length);
    } catch (error) {
      if (run !== this.#latestRun) return;
      console.warn("search failed:", error);
      this.#close();
    }
  }

  #show(
    query: string,
    stories: readonly StoredDocument[],
    engine: SearchEngine,
    terms: readonly string[],
    found: number,
  ): void {
    const options = stories.map((story) => [
      this.#root + story.path + foundFragment(terms),
      element("span", { class: "suggestion-title", dir: "auto" }, ...markedText(engine.mark(story.title, terms))),
      element("span", { class: "suggestion-meta" }, dateLabel(story.date), ...sourceLabel(story.source)),
    ] as const);
    const label = found > 0 ? `All ${storiesLabel(found)}` : "No story found: other ways to search";
    const address = `${this.#root}search.html${formatState({ query, filters: NO_FILTERS, sort: "relevance" })}`;
    const all = [address, element("span", { class: "suggestion-all" }, label)] as const;
    this.#list.replaceChildren(
      ...[...options, all].map(([href, ...children], position) =>
        element(
          "a",
          {
            class: "suggestion",
            role: "option",
            id: `${this.#list.id}-${position}`,
            href,
            tabindex: -1,
            "aria-selected": "false",
          },
          ...children,
        ),
      ),
    );
    this.#list.hidden = false;
    this.#active = -1;
    this.#input.removeAttribute("aria-activedescendant");
    this.#input.setAttribute("aria-expanded", "true");
    this.#announcer.say(found > 0 ? storiesLabel(found) : "No stories");
  }

  #close(): void {
    clearTimeout(this.#typing);
    this.#latestRun++;
    this.#list.hidden = true;
    this.#active = -1;
    this.#input.removeAttribute("aria-activedescendant");
    this.#input.setAttribute("aria-expanded", "false");
  }
}

/** Steps through -1 (the box itself) to `length` - 1, and round. */
function nextPosition(position: number, step: number, length: number): number {
  const places = length + 1;
  return ((position + 1 + step + places) % places) - 1;
}

function sourceLabel(source: string): readonly (Node | string)[] {
  return source ? [" · ", element("bdi", {}, source)] : [];
}
