/** Saves a whole list of stories as a file, in the format that the reader chooses. */

import type { ExportFormat } from "../../export/citation.ts";
import { type CitationList, EXPORT_FORMATS, exportResult } from "../../export/result_export.ts";
import type { Announcer } from "../page/announcer.ts";
import { element } from "../page/element.ts";
import { countLabel, storiesLabel } from "../page/labels.ts";
import { pageAddress } from "../page/page_citation.ts";

export class ExportMenu {
  readonly #announcer: Announcer;
  readonly #details = element("details", { class: "export" });
  readonly #body = element("div", { class: "export-body" });
  #size = 0;
  #open: (() => Promise<CitationList>) | undefined;
  #running: AbortController | undefined;

  /**
   * @param bar where the menu goes.
   */
  constructor(bar: HTMLElement, announcer: Announcer) {
    this.#announcer = announcer;
    this.#details.append(element("summary", { class: "button" }, "Save list"), this.#body);
    this.#details.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#close();
    });
    bar.append(this.#details);
  }

  /**
   * Offers to save a list; stops saving the one before.
   *
   * @param size its number of stories.
   * @param open called for the list when the reader saves it.
   */
  offer(size: number, open: () => Promise<CitationList>): void {
    this.#running?.abort();
    this.#size = size;
    this.#open = open;
    this.#details.open = false;
    this.#details.hidden = false;
    this.#showFormats();
  }

  /** Hides the menu: there is nothing to save. */
  withdraw(): void {
    this.#running?.abort();
    this.#details.hidden = true;
  }

  #showFormats(problem?: string): void {
    const label = storiesLabel(this.#size);
    const buttons = EXPORT_FORMATS.map((format) => {
      const button = element(
        "button",
        { class: "export-format", type: "button" },
        element("span", { class: "export-name" }, format.name),
        ` ${format.use}`,
      );
      button.addEventListener("click", () => void this.#save(format));
      return element("li", {}, button);
    });
    this.#body.replaceChildren(
      element("p", { class: "export-text" }, problem ?? `Save ${label} with headline, date, source and tags, as`),
      element("ul", {}, ...buttons),
    );
  }

  async #save(format: ExportFormat): Promise<void> {
    const open = this.#open;
    if (open === undefined) return;
    const running = new AbortController();
    this.#running = running;
    const onProgress = this.#showProgress(this.#size, running);
    try {
      const list = await open();
      const parts = await exportResult({ list, format }, onProgress, running.signal);
      const name = `${list.fileName}.${format.extension}`;
      download(new Blob([...parts], { type: `${format.mediaType};charset=utf-8` }), name);
      this.#announcer.say(`${storiesLabel(list.size)} saved as ${format.name}`);
      this.#showFormats();
      this.#close();
    } catch (error) {
      if (running.signal.aborted) return;
      console.warn("export failed:", error);
      this.#showFormats("Not all stories could be loaded, so nothing was saved. Search again and try once more:");
    }
  }

  #showProgress(total: number, running: AbortController): (written: number) => void {
    const text = element("p", { class: "export-text" });
    const bar = element("progress", { class: "progress", max: total, value: 0, "aria-label": "Stories loaded" });
    const cancel = element("button", { class: "button", type: "button" }, "Cancel");
    cancel.addEventListener("click", () => {
      running.abort();
      this.#showFormats();
      this.#body.querySelector("button")?.focus();
    });
    const show = (written: number): void => {
      bar.value = written;
      text.textContent = `${countLabel(written)} of ${storiesLabel(total)} loaded`;
    };
    show(0);
    this.#body.replaceChildren(text, bar, cancel);
    cancel.focus();
    return show;
  }

  #close(): void {
    this.#details.open = false;
    this.#details.querySelector("summary")?.focus();
  }
}

/** The base of story addresses in a saved list: the published archive, or where this page is; "" on disk. */
export function citedBase(): string {
  const address = pageAddress();
  return address === "" ? "" : new URL("./", address).href; // the search page lies at the site's root
}

/** Saves a file by the browser's downloads; works from the disk as well. */
function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // a browser may ask where to save it first
}
