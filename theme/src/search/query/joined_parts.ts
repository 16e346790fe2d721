/** Reads what stands between parts of a query: OR, and NEAR, which binds closer. */

import { isBracket, type Part } from "./bracket.ts";
import type { NoteList } from "./note_list.ts";
import type { Unit } from "./query_units.ts";

/** What stands between two OR: a part, or several joined by NEAR. */
export interface Joined {
  readonly parts: readonly Part[];
  /** How far each may be from those before it, in words: one less than parts. */
  readonly distances: readonly number[];
}

/**
 * The parts of a query or of a bracket, with those joined by NEAR together.
 *
 * @param text the whole query.
 * @param notes receives a NEAR without something on both sides, and an "or" in small letters.
 */
export function* joinedParts(parts: readonly Part[], text: string, notes: NoteList): Generator<Joined | "OR"> {
  let open: { parts: Part[]; distances: number[] } | undefined;
  let distance: number | undefined;
  for (const [place, part] of parts.entries()) {
    const operator = isBracket(part) ? "" : part.operator;
    if (operator === "NEAR") {
      const isBetween = open !== undefined && distance === undefined && isOperand(parts[place + 1]);
      if (isBetween) distance = (part as Unit).distance;
      else notes.add({ kind: "near-what", written: (part as Unit).value });
      continue;
    }
    if (operator === "" && open !== undefined && distance !== undefined) {
      open.parts.push(part);
      open.distances.push(distance);
      distance = undefined;
      continue;
    }
    if (open !== undefined) yield open;
    open = operator === "" ? { parts: [part], distances: [] } : undefined;
    if (operator === "OR") yield "OR";
    else if (isSmallOr(parts, place)) notes.add({ kind: "small-or", either: withOr(text, part) });
  }
  if (open !== undefined) yield open;
}

/** Whether a part is an "or" in small letters between two others. */
function isSmallOr(parts: readonly Part[], place: number): boolean {
  const part = parts[place];
  if (part === undefined || isBracket(part) || part.isQuoted || part.value !== "or" || part.key !== undefined) return false;
  return isOperand(parts[place - 1]) && isOperand(parts[place + 1]);
}

/** The query with OR in the place of a part. */
function withOr(text: string, { start, end }: Part): string {
  return `${text.slice(0, start)}OR${text.slice(end)}`;
}

function isOperand(part: Part | undefined): boolean {
  return part !== undefined && (isBracket(part) || part.operator === "");
}
