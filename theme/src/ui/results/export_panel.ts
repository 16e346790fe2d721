/** The formats in which a list of stories can be saved, and how far the saving is. */

import type { ExportFormat } from "../../export/citation.ts";
import { type CitationList, EXPORT_FORMATS, exportResult } from "../../export/result_export.ts";
import type { Announcer } from "../page/announcer.ts";
import { element } from "../page/element.ts";
import { countLabel, storiesLabel } from "../page/labels.ts";

/** A list that can be saved. */
export interface SavableList {
  /** Its number of stories. */
  readonly size: number;
  /** Called for the list when the reader saves it. */
  readonly open: () => Promise<CitationList>;
}

export class ExportPanel {
  readonly #body: HTMLElement;
  readonly #announcer: Announcer;
  readonly #onSaved: () => void;
  readonly #savable: SavableList;
  #running: AbortController | undefined;

  /**
   * @param body where the panel goes.
   * @param onSaved called when a list has been saved.
   */
  constructor(body: HTMLElement, announcer: Announcer, savable: SavableList, onSaved: () => void) {
    this.#body = body;
    this.#announcer = announcer;
    this.#savable = savable;
    this.#onSaved = onSaved;
    this.#showFormats();
  }

  /** Stops saving. */
  stop(): void {
    this.#running?.abort();
  }

  #showFormats(problem?: string): void {
    const label = storiesLabel(this.#savable.size);
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
    const { size, open } = this.#savable;
    const running = new AbortController();
    this.#running = running;
    const onProgress = this.#showProgress(size, running);
    try {
      const list = await open();
      const parts = await exportResult({ list, format }, onProgress, running.signal);
      const name = `${list.fileName}.${format.extension}`;
      download(new Blob([...parts], { type: `${format.mediaType};charset=utf-8` }), name);
      this.#announcer.say(`${storiesLabel(list.size)} saved as ${format.name}`);
      this.#showFormats();
      this.#onSaved();
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
}

/** Saves a file by the browser's downloads; works from the disk as well. */
function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // a browser may ask where to save it first
}
