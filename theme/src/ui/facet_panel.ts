/** The filters of a result, with exact counts. */

import {
  FACET_KINDS,
  type FacetCount,
  type FacetKind,
  type Filters,
  type SearchResponse,
} from "../search/types.ts";
import { element } from "./element.ts";
import { entityShape, isEntityKind } from "./entity_tag.ts";
import { countLabel } from "./labels.ts";

const SHOWN_AT_FIRST = 8;
const SHOWN_AT_EACH_STEP = 40;

const HEADINGS: Readonly<Record<FacetKind, string>> = {
  person: "People",
  country: "Countries",
  organization: "Organizations",
  source: "Sources",
  year: "Years",
};

export class FacetPanel {
  readonly node = element("div", { class: "facets" });
  readonly #toggle: (kind: FacetKind, value: string) => void;
  readonly #shown = new Map<FacetKind, number>();
  #facets: SearchResponse["facets"] | undefined;
  #filters: Filters | undefined;

  /** @param toggle called with the value that the reader chose, or gave up. */
  constructor(toggle: (kind: FacetKind, value: string) => void) {
    this.#toggle = toggle;
  }

  /** Shows the facets of a response; the focus stays on the choice it was on. */
  show(facets: SearchResponse["facets"], filters: Filters): void {
    this.#facets = facets;
    this.#filters = filters;
    const focused = document.activeElement?.id;
    this.node.replaceChildren(
      ...FACET_KINDS.filter((kind) => facets[kind].length > 0).map((kind) =>
        this.#group(kind, facets[kind], filters[kind]),
      ),
    );
    if (focused && this.node.querySelector(`#${CSS.escape(focused)}`)) {
      document.getElementById(focused)?.focus();
    }
  }

  #group(
    kind: FacetKind,
    counts: readonly FacetCount[],
    chosen: readonly string[],
  ): HTMLFieldSetElement {
    const ordered = kind === "year" ? [...counts].sort(newestFirst) : counts;
    const limit = this.#shown.get(kind) ?? SHOWN_AT_FIRST;
    const visible = ordered.filter(
      (facet, position) => position < limit || chosen.includes(facet.value),
    );
    const group = element(
      "fieldset",
      { class: "facet" },
      element("legend", { class: "facet-heading" }, HEADINGS[kind]),
      element("ul", {}, ...visible.map((facet) => this.#choice(kind, facet, chosen))),
    );
    const hidden = ordered.length - visible.length;
    if (hidden > 0) group.append(this.#moreButton(kind, limit, hidden));
    return group;
  }

  #choice(kind: FacetKind, facet: FacetCount, chosen: readonly string[]): HTMLLIElement {
    const id = `facet-${kind}-${facet.value}`;
    const box = element("input", {
      type: "checkbox",
      id,
      value: facet.value,
      checked: chosen.includes(facet.value),
    });
    box.addEventListener("change", () => this.#toggle(kind, facet.value));
    const label = element("label", { class: "facet-choice", for: id }, box);
    if (isEntityKind(kind)) label.append(entityShape(kind, facet.code));
    label.append(
      element("bdi", { class: "facet-name" }, facet.label),
      " ",
      element(
        "span",
        { class: "facet-count" },
        countLabel(facet.count),
        element("span", { class: "visually-hidden" }, facet.count === 1 ? " story" : " stories"),
      ),
    );
    return element("li", {}, label);
  }

  #moreButton(kind: FacetKind, limit: number, hidden: number): HTMLButtonElement {
    const step = Math.min(hidden, SHOWN_AT_EACH_STEP);
    const button = element(
      "button",
      { class: "facet-more", type: "button", id: `facet-more-${kind}` },
      `Show ${countLabel(step)} more`,
      element("span", { class: "visually-hidden" }, ` ${HEADINGS[kind].toLowerCase()}`),
    );
    button.addEventListener("click", () => {
      this.#shown.set(kind, limit + SHOWN_AT_EACH_STEP);
      if (this.#facets && this.#filters) this.show(this.#facets, this.#filters);
      this.node.querySelectorAll<HTMLInputElement>(`[id^="facet-${kind}-"]`)[limit]?.focus();
    });
    return button;
  }
}

/** Years from the newest, "undated" last. */
function newestFirst(a: FacetCount, b: FacetCount): number {
  return (Number(b.value) || -Infinity) - (Number(a.value) || -Infinity);
}
