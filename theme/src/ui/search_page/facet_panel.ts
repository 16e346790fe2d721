/** The facets of a result, with exact counts. */

import {
  asksForAll,
  excluded,
  FACET_KINDS,
  type FacetKind,
  type Filters,
  isExcluded,
  KINDS_OF_MANY,
  UNDATED,
  valueOf,
} from "../../search/query/facet_kind.ts";
import type { FacetCount, FacetCounts } from "../../search/types.ts";
import { element } from "../page/element.ts";
import { facetShape } from "../page/entity_tag.ts";
import { countLabel } from "../page/labels.ts";

/** Values of a facet at first, and those added by "Show more"; chosen by eye: all facets begin in sight. */
const SHOWN_AT_FIRST = 8;
const SHOWN_AT_EACH_STEP = 40;
/** Lists with more values have a field to find a value; chosen by eye: shorter ones are read faster. */
const LONG = 12;

const HEADINGS: Readonly<Record<FacetKind, string>> = {
  person: "People",
  about: "Countries: what it is about",
  country: "Countries: any mention",
  organization: "Organizations",
  source: "Sources",
  author: "Bylines",
  year: "Years",
};

export class FacetPanel {
  readonly node = element("div", { class: "facets" });
  readonly #toggle: (kind: FacetKind, value: string) => void;
  readonly #toggleAll: (kind: FacetKind) => void;
  readonly #shown = new Map<FacetKind, number>();
  /** What the reader has typed to find a value of each kind. */
  readonly #sought = new Map<FacetKind, string>();

  /**
   * @param toggle called with the value that the reader chose or took back.
   * @param toggleAll called with the kind of which a story must have all chosen values, or no longer.
   */
  constructor(toggle: (kind: FacetKind, value: string) => void, toggleAll: (kind: FacetKind) => void) {
    this.#toggle = toggle;
    this.#toggleAll = toggleAll;
  }

  /** Shows the facets of a response; a choice that has the focus keeps it. */
  show(facets: FacetCounts, filters: Filters): void {
    const focused = document.activeElement?.id;
    this.node.replaceChildren(
      ...FACET_KINDS.filter((kind) => facets[kind].length > 0).map((kind) =>
        this.#group(kind, facets[kind], filters),
      ),
    );
    if (focused && this.node.querySelector(`#${CSS.escape(focused)}`)) {
      document.getElementById(focused)?.focus();
    }
  }

  #group(
    kind: FacetKind,
    counts: readonly FacetCount[],
    filters: Filters,
  ): HTMLFieldSetElement {
    const chosen = filters[kind];
    const values = element("div", {});
    const fill = (): void => this.#fill(values, kind, counts, chosen);
    fill();
    return element(
      "fieldset",
      { class: "facet" },
      element("legend", { class: "facet-heading" }, HEADINGS[kind]),
      ...(chosen.some((value) => !isExcluded(value)) ? [this.#logic(kind, filters)] : []),
      ...(counts.length > LONG ? [this.#finder(kind, fill)] : []),
      values,
    );
  }

  /** What the ticks of a kind mean together, where a story may have several values with a switch. */
  #logic(kind: FacetKind, filters: Filters): HTMLElement {
    const any = "Any of the ticked; + is what a tick adds";
    if (!KINDS_OF_MANY.includes(kind)) return element("p", { class: "facet-logic" }, any);
    const isAll = asksForAll(filters, kind);
    const box = element("input", { type: "checkbox", id: `all-${kind}`, checked: isAll });
    box.addEventListener("change", () => this.#toggleAll(kind));
    return element(
      "p",
      { class: "facet-logic" },
      isAll ? "All of the ticked" : any,
      element("label", { for: box.id }, box, "all of them"),
    );
  }

  /** Fills a node with the values to choose from; chosen ones are always among them. */
  #fill(
    values: HTMLElement,
    kind: FacetKind,
    counts: readonly FacetCount[],
    chosen: readonly string[],
  ): void {
    const ordered = kind === "year" ? [...counts].sort(newestFirst) : counts;
    const limit = this.#shown.get(kind) ?? SHOWN_AT_FIRST;
    const sought = plain(this.#sought.get(kind) ?? "");
    const found = sought === "" ? ordered : ordered.filter(({ label }) => plain(label).includes(sought));
    const named = new Set(chosen.map(valueOf));
    const first = new Set(found.slice(0, limit));
    const isAlways = ({ value }: FacetCount): boolean => named.has(value) || (kind === "year" && value === UNDATED);
    const visible = new Set(ordered.filter((facet) => first.has(facet) || isAlways(facet)));
    const hidden = found.filter((facet) => !visible.has(facet)).length;
    const list = element("ul", {}, ...[...visible].map((facet) => this.#choice(kind, facet, chosen)));
    const more = (): void => {
      this.#shown.set(kind, limit + SHOWN_AT_EACH_STEP);
      this.#fill(values, kind, counts, chosen);
      values.querySelectorAll("input")[limit]?.focus();
    };
    values.replaceChildren(
      ...(found.length === 0 ? [element("p", { class: "facet-none" }, "No name in this list matches")] : []),
      list,
      ...(hidden > 0 ? [moreButton(kind, hidden, more)] : []),
    );
  }

  /** A field that narrows a long list to the values that contain its text; `fill` shows them. */
  #finder(kind: FacetKind, fill: () => void): HTMLInputElement {
    const finder = element("input", {
      class: "facet-finder",
      type: "search",
      id: `find-${kind}`,
      placeholder: "Find in the list",
      "aria-label": `Find in the list: ${HEADINGS[kind]}`,
      autocomplete: "off",
    });
    finder.value = this.#sought.get(kind) ?? "";
    finder.addEventListener("input", () => {
      this.#sought.set(kind, finder.value);
      fill();
    });
    return finder;
  }

  #choice(kind: FacetKind, facet: FacetCount, chosen: readonly string[]): HTMLLIElement {
    const id = `facet-${kind}-${facet.value}`;
    const isOut = chosen.includes(excluded(facet.value));
    const box = element("input", {
      type: "checkbox",
      id,
      value: facet.value,
      checked: chosen.includes(facet.value),
    });
    box.addEventListener("change", () => this.#toggle(kind, facet.value));
    const label = element(
      "label",
      { class: "facet-choice", for: id },
      box,
      ...facetShape(kind, facet.code),
      element("bdi", { class: "facet-name" }, facet.label),
      " ",
      element(
        "span",
        { class: "facet-count" },
        facet.adds === undefined ? countLabel(facet.count) : `+${countLabel(facet.adds)}`,
        element("span", { class: "visually-hidden" }, (facet.adds ?? facet.count) === 1 ? " story" : " stories"),
      ),
    );
    return element("li", { class: isOut ? "is-excluded" : undefined }, label, this.#excludeButton(kind, facet, isOut));
  }

  #excludeButton(kind: FacetKind, { value, label }: FacetCount, isOut: boolean): HTMLButtonElement {
    const button = element(
      "button",
      {
        class: "facet-exclude",
        type: "button",
        id: `exclude-${kind}-${value}`,
        "aria-pressed": String(isOut),
        "aria-label": `Leave out ${label}`,
        title: `Leave out ${label}`,
      },
      "−",
    );
    button.addEventListener("click", () => this.#toggle(kind, excluded(value)));
    return button;
  }
}

function moreButton(kind: FacetKind, hidden: number, more: () => void): HTMLButtonElement {
  const button = element(
    "button",
    { class: "facet-more", type: "button", id: `facet-more-${kind}` },
    `Show ${countLabel(Math.min(hidden, SHOWN_AT_EACH_STEP))} more`,
    element("span", { class: "visually-hidden" }, ` ${HEADINGS[kind].toLowerCase()}`),
  );
  button.addEventListener("click", more);
  return button;
}

/** A text in the form for comparing: small letters without accents. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().trim();
}

/** Orders years from the newest, "undated" last. */
function newestFirst(a: FacetCount, b: FacetCount): number {
  return (Number(b.value) || -Infinity) - (Number(a.value) || -Infinity);
}
