/** The chosen filters as chips that remove them. */

import {
  choicePrefix,
  FACET_KINDS,
  type FacetKind,
  filterCount,
  type Filters,
  valueOf,
} from "../../search/query/facet_kind.ts";
import type { FacetCounts } from "../../search/types.ts";
import { element } from "../page/element.ts";
import { facetShape } from "../page/entity_tag.ts";

export class FilterChips {
  readonly #list: HTMLUListElement;
  readonly #remove: (kind: FacetKind, value: string) => void;
  readonly #clear: () => void;
  readonly #onEmpty: () => void;

  /**
   * @param list an empty list to fill.
   * @param remove called with the filter to remove.
   * @param clear called to remove all filters.
   * @param onEmpty called if the last chip had the focus and has gone.
   */
  constructor(
    list: HTMLUListElement,
    remove: (kind: FacetKind, value: string) => void,
    clear: () => void,
    onEmpty: () => void,
  ) {
    this.#list = list;
    this.#remove = remove;
    this.#clear = clear;
    this.#onEmpty = onEmpty;
  }

  /**
   * Shows the filters; their names come from `facets`, once these are counted. If the chip that has
   * the focus goes, the focus stays at its place.
   */
  show(filters: Filters, facets?: FacetCounts): void {
    const chips = FACET_KINDS.flatMap((kind) =>
      filters[kind].map((value) => this.#chip(kind, value, facets)),
    );
    if (filterCount(filters) > 1) chips.push(this.#clearChip());
    const place = [...this.#list.children].findIndex((item) => item.contains(document.activeElement));
    this.#list.replaceChildren(...chips.map((chip) => element("li", {}, chip)));
    this.#list.hidden = chips.length === 0;
    if (place < 0) return;
    const next = chips[Math.min(place, filterCount(filters) - 1)];
    if (next === undefined) this.#onEmpty();
    else next.focus();
  }

  #chip(
    kind: FacetKind,
    value: string,
    facets: FacetCounts | undefined,
  ): HTMLButtonElement {
    const facet = facets?.[kind].find((count) => count.value === valueOf(value));
    const chip = element("button", { class: "chip", type: "button" });
    chip.append(
      ...facetShape(kind, facet?.code),
      element("span", { class: "visually-hidden" }, `Remove ${kind}: `),
      element("span", {}, choicePrefix(kind, value), element("bdi", {}, facet?.label ?? valueOf(value))),
      element("span", { class: "chip-remove", "aria-hidden": "true" }, "×"),
    );
    chip.addEventListener("click", () => this.#remove(kind, value));
    return chip;
  }

  #clearChip(): HTMLButtonElement {
    const chip = element("button", { class: "chip chip-clear", type: "button" }, "Clear all filters");
    chip.addEventListener("click", this.#clear);
    return chip;
  }
}
