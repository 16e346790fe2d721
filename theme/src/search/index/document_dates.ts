/** The days of the documents; see `document_date.py`. */

import type { DateCriterion } from "../query/query.ts";
import { unpack } from "./packing.ts";

export class DocumentDates {
  /** Of each dated document, the newest before the oldest; undated ones come last and have none. */
  readonly days: readonly (number | undefined)[];

  constructor(days: readonly (number | undefined)[]) {
    this.days = days;
  }

  static read(payload: string): DocumentDates {
    let day = 0;
    return new DocumentDates(unpack(payload).map((number, document) => (day = document === 0 ? number : day - number)));
  }

  /** The day of a document; undefined if it is undated. */
  day(document: number): number | undefined {
    return this.days[document];
  }

  /** Whether a document is dated and its day is in the range, or undated if that is asked for. */
  isWithin(document: number, { from, to, isUndated = false }: DateCriterion): boolean {
    const day = this.days[document];
    if (isUndated) return day === undefined;
    if (day === undefined) return false;
    return (from === undefined || day >= from) && (to === undefined || day < to);
  }
}
