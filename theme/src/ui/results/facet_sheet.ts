/** The place of the filters: beside the results, or on narrow screens in a sheet over the page. */

import { required } from "../page/element.ts";

/** The width from which filters are beside the results; the same as in `search.css`. */
const WIDE = "(min-width: 60rem)";

/** What is called when the sheet opens and when it has closed, by whatever button or key. */
export interface SheetListener {
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

export class FacetSheet {
  readonly #panel: HTMLElement;
  readonly #aside: HTMLElement;
  readonly #sheet: HTMLDialogElement;
  readonly #open: HTMLButtonElement;
  readonly #show: HTMLButtonElement;
  /** The way to the filters for who uses the keyboard. */
  readonly #skip = document.querySelector<HTMLElement>(".skip-to-filters");

  /**
   * @param page the search page.
   * @param panel the filters, moved between the page and the sheet.
   */
  constructor(page: HTMLElement, panel: HTMLElement, listener: SheetListener) {
    this.#panel = panel;
    this.#aside = required(page, ".search-facets", HTMLElement);
    this.#sheet = required(page, ".search-sheet", HTMLDialogElement);
    this.#open = required(page, ".search-open-facets", HTMLButtonElement);
    this.#show = required(this.#sheet, ".search-sheet-show", HTMLButtonElement);
    const body = required(this.#sheet, ".search-sheet-body", HTMLElement);
    const wide = matchMedia(WIDE);
    const place = (): void => {
      if (wide.matches && this.#sheet.open) this.#sheet.close();
      (wide.matches ? this.#aside : body).append(this.#panel);
    };
    place();
    wide.addEventListener("change", place);
    const open = (): void => {
      this.#sheet.showModal();
      listener.onOpen();
    };
    this.#open.addEventListener("click", open);
    this.#sheet.addEventListener("close", listener.onClose);
    this.#skip?.addEventListener("click", (event) => {
      if (wide.matches) return;
      event.preventDefault();
      open();
    });
    this.#show.addEventListener("click", () => this.#sheet.close());
    required(this.#sheet, ".search-sheet-close", HTMLButtonElement).addEventListener(
      "click",
      () => this.#sheet.close(),
    );
  }

  /** Closes the sheet if it is open. */
  close(): void {
    this.#sheet.close();
  }

  /**
   * Labels the buttons that open and close the sheet.
   *
   * @param stories the size of the result in words, for the button that returns to it.
   * @param chosen the number of chosen filters.
   */
  update(stories: string, chosen: number): void {
    this.#show.textContent = `Show ${stories}`;
    this.#open.textContent = chosen > 0 ? `Filters (${chosen})` : "Filters";
  }

  /** Hides the filters while there is nothing to filter. */
  hide(hidden: boolean): void {
    this.#open.hidden = hidden;
    if (this.#skip) this.#skip.hidden = hidden;
    this.#aside.hidden = hidden;
    if (hidden && this.#sheet.open) this.#sheet.close();
  }
}
