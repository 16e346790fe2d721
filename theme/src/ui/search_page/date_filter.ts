/** The dates of a search: two fields, and a chart of the result over time to drag across. */

import type { Bin } from "../../search/answer/histogram.ts";
import { datesOf, type QueryDates } from "../../search/query/query_dates.ts";
import { element } from "../page/element.ts";
import { storiesLabel } from "../page/labels.ts";

/** Height of the chart in pixels; the same as in `facets.css`. */
const HEIGHT = 48;
const SVG = "http://www.w3.org/2000/svg";
const DATE = "[0-9]{4}(-[0-9]{1,2}(-[0-9]{1,2})?)?";

export class DateFilter {
  readonly node: HTMLFieldSetElement;
  readonly #choose: (dates: QueryDates) => void;
  readonly #after = dateField("date-after");
  readonly #before = dateField("date-before");
  readonly #chart = document.createElementNS(SVG, "svg");
  readonly #span = element("p", { class: "date-span" });
  /** Leads from the days of a period back to the whole result. */
  readonly #all = element("button", { class: "facet-more", type: "button", hidden: true }, "All dates");
  #bins: readonly Bin[] = [];
  /** The dates of the query that was shown or chosen last. */
  #shown: QueryDates = { after: "", before: "" };
  /** The bins where a drag began and where it is now, by their places. */
  #drag: readonly [number, number] | undefined;

  /** @param choose called with the dates that the reader chose. */
  constructor(choose: (dates: QueryDates) => void) {
    this.#choose = choose;
    this.#chart.setAttribute("class", "date-chart");
    this.#chart.setAttribute("aria-hidden", "true"); // the fields do the same by keyboard
    this.#chart.setAttribute("preserveAspectRatio", "none");
    this.node = element(
      "fieldset",
      { class: "facet date-filter" },
      element("legend", { class: "facet-heading" }, "Dates"),
      this.#chart,
      this.#span,
      element(
        "div",
        { class: "date-fields" },
        element("label", { for: this.#after.id }, "From", this.#after),
        element("label", { for: this.#before.id }, "Before", this.#before),
      ),
      this.#all,
    );
    this.#listen();
  }

  /**
   * Shows the dates of a query; the chart stays until `showBins`.
   *
   * A field is written only where the query has another date than before: what a reader is typing
   * stays when results arrive.
   */
  showQuery(query: string): void {
    const { after, before } = datesOf(query);
    if (after !== this.#shown.after) this.#after.value = after;
    if (before !== this.#shown.before) this.#before.value = before;
    this.#shown = { after, before };
    this.#all.hidden = after === "" && before === "";
    this.#draw();
  }

  /** Shows how the result without its dates is spread over time; without a day, nothing is shown. */
  showBins(bins: readonly Bin[]): void {
    this.#bins = bins;
    this.node.hidden = bins.length === 0;
    this.#draw();
  }

  #listen(): void {
    for (const field of [this.#after, this.#before]) {
      field.addEventListener("change", () => {
        if (this.#after.checkValidity() && this.#before.checkValidity()) {
          this.#shown = this.#written();
          this.#choose(this.#shown);
        } else field.reportValidity();
      });
    }
    this.#all.addEventListener("click", () => {
      this.#choose({ after: "", before: "" });
      this.#after.focus();
    });
    this.#chart.addEventListener("pointerdown", (event) => {
      if (this.#bins.length === 0 || event.button !== 0) return;
      const place = this.#placeOf(event);
      this.#drag = [place, place];
      this.#chart.setPointerCapture(event.pointerId);
      this.#draw();
    });
    this.#chart.addEventListener("pointermove", (event) => {
      if (this.#drag === undefined) return;
      this.#drag = [this.#drag[0], this.#placeOf(event)];
      this.#draw();
    });
    this.#chart.addEventListener("pointerup", () => this.#finish());
    this.#chart.addEventListener("pointercancel", () => {
      this.#drag = undefined;
      this.#draw();
    });
  }

  #finish(): void {
    const [first, last] = this.#dragged() ?? [];
    this.#drag = undefined;
    if (first === undefined || last === undefined) return;
    this.#choose({ after: first.from, before: last.to });
  }

  #written(): QueryDates {
    return { after: this.#after.value.trim(), before: this.#before.value.trim() };
  }

  #placeOf(event: PointerEvent): number {
    const { left, width } = this.#chart.getBoundingClientRect();
    const place = Math.floor(((event.clientX - left) / width) * this.#bins.length);
    return Math.min(Math.max(place, 0), this.#bins.length - 1);
  }

  /** The first and the last bin of the drag. */
  #dragged(): readonly [Bin, Bin] | undefined {
    if (this.#drag === undefined) return undefined;
    const first = this.#bins[Math.min(...this.#drag)];
    const last = this.#bins[Math.max(...this.#drag)];
    return first && last ? [first, last] : undefined;
  }

  #draw(): void {
    const dragged = this.#dragged();
    const { after, before } = dragged ? { after: dragged[0].from, before: dragged[1].to } : this.#written();
    const most = Math.max(1, ...this.#bins.map(({ count }) => count));
    this.#chart.setAttribute("viewBox", `0 0 ${Math.max(this.#bins.length, 1)} ${HEIGHT}`);
    this.#chart.replaceChildren(
      ...this.#bins.map(({ from, to, count }, place) => {
        const height = count === 0 ? 0 : Math.max(2, Math.round((count / most) * HEIGHT));
        const isIn = (after === "" || to > after) && (before === "" || from < before);
        return bar(place, height, isIn);
      }),
    );
    const [oldest, newest] = [this.#bins[0], this.#bins.at(-1)];
    const stories = this.#bins.reduce((sum, { count }) => sum + count, 0);
    this.#span.replaceChildren(
      element("span", {}, oldest?.from ?? ""),
      element("span", { class: "visually-hidden" }, `${storiesLabel(stories)} in these years, to before `),
      element("span", {}, newest?.to ?? ""),
    );
  }
}

function bar(place: number, height: number, isIn: boolean): SVGElement {
  const rect = document.createElementNS(SVG, "rect");
  const attributes = { x: place + 0.1, y: HEIGHT - height, width: 0.8, height, class: isIn ? "" : "is-out" };
  for (const [name, value] of Object.entries(attributes)) rect.setAttribute(name, String(value));
  return rect;
}

function dateField(id: string): HTMLInputElement {
  return element("input", {
    id,
    type: "text",
    autocomplete: "off",
    placeholder: "YYYY-MM",
    pattern: DATE,
    maxlength: 10,
    title: "A year, a month or a day, as 2020, 2020-03 or 2020-03-28",
  });
}
