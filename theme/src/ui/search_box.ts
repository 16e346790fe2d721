/**
 * The search box of every other page: a combobox that lists stories as you type, and the last
 * searches while it is empty.
 */

import type { SearchEngine } from "../search/engine.ts";
import type { StoredDocument } from "../search/types.ts";
import { NO_FILTERS } from "../search/types.ts";
import { Announcer } from "./announcer.ts";
import { element, required } from "./element.ts";
import type { OpenEngine } from "./engine_loader.ts";
import { foundFragment } from "./found_words.ts";
import { dateLabel, storiesLabel } from "./labels.ts";
import { markedText } from "./marked_text.ts";
import type { RecentSearches } from "./recent_searches.ts";
import { EMPTY_STATE, formatState } from "./url_state.ts";

const STORIES_SHOWN = 7;
const SHORTEST_QUERY = 2; // characters
const TYPING_PAUSE = 120; // milliseconds

/** Follows the combobox pattern of the ARIA Authoring Practices, with list autocompletion. */
export class SearchBox {
  readonly #root: string;
  readonly #openEngine: OpenEngine;
  readonly #recent: RecentSearches;
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #announcer: Announcer;
  #latestRun = 0;
  #typing = 0;
  /** Position of the option that Enter would follow; -1 for none. */
  #active = -1;

  constructor(form: HTMLFormElement, root: string, openEngine: OpenEngine, recent: RecentSearches) {
    this.#root = root;
    this.#recent = recent;
    this.#openEngine = openEngine;
    this.#input = required(form, "input", HTMLInputElement);
    const id = `${this.#input.id}-suggestions`;
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
    })) {
      this.#input.setAttribute(name, value);
    }
    this.#listen(form);
  }

  #listen(form: HTMLFormElement): void {
    this.#input.addEventListener("focus", () => {
      this.#openEngine().catch(() => undefined); // a search will tell
      if (this.#input.value === "") this.#showRecent();
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

  #options(): HTMLElement[] {
    return this.#list.hidden ? [] : [...this.#list.querySelectorAll<HTMLElement>("[role=option]")];
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
    if (query === "") {
      this.#showRecent();
      return;
    }
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
      const numbers = response.hits.slice(0, STORIES_SHOWN).map((hit) => hit.document);
      const stories = await engine.documents(numbers, response.terms);
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
    const options = stories.map((story) =>
      suggestion(
        this.#root + story.path + foundFragment(terms),
        element("span", { class: "suggestion-title", dir: "auto" }, ...markedText(engine.mark(story.title, terms))),
        element("span", { class: "suggestion-meta" }, dateLabel(story.date), ...sourceLabel(story.source)),
      ),
    );
    const label = found > 0 ? `All ${storiesLabel(found)}` : "No story found: other ways to search";
    const all = suggestion(this.#address(query), element("span", { class: "suggestion-all" }, label));
    this.#open([...options, all]);
    this.#announcer.say(found > 0 ? storiesLabel(found) : "No stories");
  }

  /** Shows the last searches, if there are any, and the way to erase them. */
  #showRecent(): void {
    const queries = this.#recent.list();
    if (queries.length === 0) {
      this.#close();
      return;
    }
    const searches = queries.map((query) =>
      suggestion(this.#address(query), element("bdi", { class: "suggestion-recent" }, query)),
    );
    const erase = element(
      "button",
      { class: "suggestion suggestion-erase", role: "option", type: "button", tabindex: -1 },
      "Erase these searches from this device",
    );
    erase.addEventListener("click", () => {
      this.#recent.erase();
      this.#close();
      this.#announcer.say("Searches erased");
    });
    this.#open([...searches, erase]);
    this.#announcer.say("Your last searches");
  }

  #address(query: string): string {
    return `${this.#root}search.html${formatState({ ...EMPTY_STATE, query })}`;
  }

  /** Opens the list with these options. */
  #open(options: readonly HTMLElement[]): void {
    options.forEach((option, position) => {
      option.id = `${this.#list.id}-${position}`;
      option.setAttribute("aria-selected", "false");
    });
    this.#list.replaceChildren(...options);
    this.#list.hidden = false;
    this.#active = -1;
    this.#input.removeAttribute("aria-activedescendant");
    this.#input.setAttribute("aria-expanded", "true");
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

/** An option that leads to a page. */
function suggestion(href: string, ...children: readonly (Node | string)[]): HTMLAnchorElement {
  return element("a", { class: "suggestion", role: "option", href, tabindex: -1 }, ...children);
}

/** Steps through -1 (the box itself) to `length` - 1, and round. */
function nextPosition(position: number, step: number, length: number): number {
  const places = length + 1;
  return ((position + 1 + step + places) % places) - 1;
}

function sourceLabel(source: string): readonly (Node | string)[] {
  return source ? [" · ", element("bdi", {}, source)] : [];
}
