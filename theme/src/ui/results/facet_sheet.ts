/** Where the filters stand: beside the results, or on narrow screens in a sheet above them. */

import { required } from "../page/element.ts";

const WIDE = "(min-width: 60rem)";

export class FacetSheet {
  readonly #panel: HTMLElement;
  readonly #aside: HTMLElement;
  readonly #sheet: HTMLDialogElement;
  readonly #open: HTMLButtonElement;
  readonly #show: HTMLButtonElement;

  /**
   * @param page the search page.
   * @param panel the filters, moved between the page and the sheet.
   */
  constructor(page: HTMLElement, panel: HTMLElement) {
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
    this.#open.addEventListener("click", () => this.#sheet.showModal());
    this.#show.addEventListener("click", () => this.#sheet.close());
    required(this.#sheet, ".search-sheet-close", HTMLButtonElement).addEventListener(
      "click",
      () => this.#sheet.close(),
    );
  }

  /**
   * @param stories the size of the result in words, for the button that leads back to it.
   * @param chosen the number of filters that are on.
   */
  update(stories: string, chosen: number): void {
    this.#show.textContent = `Show ${stories}`;
    this.#open.textContent = chosen > 0 ? `Filters (${chosen})` : "Filters";
  }

  /** Takes the way to the filters away while there is nothing to filter. */
  hide(hidden: boolean): void {
    this.#open.hidden = hidden;
    this.#aside.hidden = hidden;
    if (hidden && this.#sheet.open) this.#sheet.close();
  }
}
