/** The menu that saves a whole list of stories as a file. What it holds is loaded when it is first opened. */

import type { Announcer } from "../page/announcer.ts";
import { element } from "../page/element.ts";
import { pageAddress } from "../page/page_citation.ts";
import type { ExportPanel, SavableList } from "./export_panel.ts";

export class ExportMenu {
  readonly #announcer: Announcer;
  readonly #details = element("details", { class: "export" });
  readonly #body = element("div", { class: "export-body" });
  #offered: SavableList | undefined;
  #panel: ExportPanel | undefined;

  /**
   * @param bar where the menu goes.
   */
  constructor(bar: HTMLElement, announcer: Announcer) {
    this.#announcer = announcer;
    this.#details.append(element("summary", { class: "button" }, "Save list"), this.#body);
    this.#details.addEventListener("toggle", () => {
      if (this.#details.open && this.#panel === undefined) void this.#show();
    });
    this.#details.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#close();
    });
    bar.append(this.#details);
  }

  /** Offers to save a list; stops saving the one before. */
  offer(savable: SavableList): void {
    this.#drop();
    this.#offered = savable;
    this.#details.open = false;
    this.#details.hidden = false;
  }

  /** Hides the menu: there is nothing to save. */
  withdraw(): void {
    this.#drop();
    this.#details.hidden = true;
  }

  async #show(): Promise<void> {
    const offered = this.#offered;
    try {
      const { ExportPanel } = await import("./export_panel.ts");
      if (offered === undefined || offered !== this.#offered || this.#panel !== undefined) return;
      this.#panel = new ExportPanel(this.#body, this.#announcer, offered, () => this.#close());
    } catch (error) {
      console.warn("no formats:", error);
      this.#body.replaceChildren(element("p", { class: "export-text" }, "Could not load the formats: close this and try again."));
    }
  }

  #drop(): void {
    this.#panel?.stop();
    this.#panel = undefined;
    this.#offered = undefined;
    this.#body.replaceChildren();
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
