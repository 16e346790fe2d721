/** The page of the marked stories: why each is there, and the list to take along. */

import { type Citation, reasonsLine, searchLine } from "../../export/citation.ts";
import { today } from "../../export/file_name.ts";
import type { CitationList } from "../../export/result_export.ts";
import { Announcer } from "../page/announcer.ts";
import { copyCitationButton } from "../page/copy_citation.ts";
import { element, required } from "../page/element.ts";
import { dateLabel, storiesLabel } from "../page/labels.ts";
import type { Clippings } from "./clippings.ts";
import { ExportMenu } from "./export_menu.ts";

export class ClippingsPage {
  readonly #clippings: Clippings;
  readonly #root: string;
  readonly #list: HTMLElement;
  readonly #bar: HTMLElement;
  readonly #count: HTMLElement;
  readonly #none: HTMLElement;
  readonly #exports: ExportMenu;
  readonly #announcer: Announcer;

  /**
   * @param page the part of the template that shows the stories.
   * @param root the relative way to the site's root.
   */
  constructor(page: HTMLElement, clippings: Clippings, root: string) {
    this.#clippings = clippings;
    this.#root = root;
    this.#list = required(page, ".result-list", HTMLElement);
    this.#bar = required(page, ".search-bar", HTMLElement);
    this.#count = required(page, ".search-count", HTMLElement);
    this.#none = required(page, ".clippings-none", HTMLElement);
    this.#announcer = new Announcer(required(page, "[role=status]", HTMLElement));
    const clear = element("button", { class: "button", type: "button" }, "Remove all");
    clear.addEventListener("click", () => {
      clippings.clear();
      this.show();
    });
    this.#bar.append(clear);
    this.#exports = new ExportMenu(this.#bar, this.#announcer);
    page.hidden = false;
  }

  /** Shows the stories. */
  show(): void {
    const citations = this.#clippings.list();
    this.#bar.hidden = citations.length === 0;
    this.#none.hidden = citations.length > 0;
    this.#count.textContent = storiesLabel(citations.length);
    this.#list.replaceChildren(...citations.map((citation) => this.#item(citation)));
    this.#exports.offer({ size: citations.length, open: () => Promise.resolve(listOf(citations)) });
    this.#announcer.say(storiesLabel(citations.length));
  }

  #item(citation: Citation): HTMLLIElement {
    const { path, title, date, source, excerpt, reasons, search } = citation;
    const remove = element("button", { class: "copy-citation", type: "button" }, "Remove");
    remove.append(element("span", { class: "visually-hidden" }, ` “${title}”`));
    remove.addEventListener("click", () => this.#remove(path));
    const why = reasonsLine(reasons);
    return element(
      "li",
      { class: "result" },
      element("p", { class: "result-meta" }, dateLabel(date), ...(source === "" ? [] : [" · ", element("bdi", {}, source)])),
      element("h2", { class: "result-title" }, element("a", { href: this.#root + path, dir: "auto" }, title)),
      element("p", { class: "result-snippet", dir: "auto" }, excerpt),
      ...(why === "" ? [] : [element("p", { class: "result-why", dir: "auto" }, why)]),
      element("p", { class: "result-why" }, searchLine(search)),
      element("p", { class: "result-actions" }, remove, copyCitationButton(() => citation)),
    );
  }

  /** Removes a story; the focus goes on to the next. */
  #remove(path: string): void {
    const place = this.#clippings.list().findIndex((citation) => citation.path === path);
    this.#clippings.remove(path);
    this.show();
    const links = this.#list.querySelectorAll<HTMLElement>(".result-title a");
    (links[Math.min(place, links.length - 1)] ?? document.getElementById("content"))?.focus();
  }
}

function listOf(citations: readonly Citation[]): CitationList {
  return {
    size: citations.length,
    fileName: `clippings-${today()}`,
    citations: (start, end) => Promise.resolve(citations.slice(start, end)),
  };
}
