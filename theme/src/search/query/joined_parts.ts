/** Reads what stands between parts of a query: OR, and NEAR, which binds closer. */

import { isBracket, type Part } from "./bracket.ts";
import type { NoteList } from "./note_list.ts";
import type { Unit } from "./query_units.ts";

const SMALL_OPERATOR = /^(?:(or|not|near)|(near)\/[0-9]+)$/;

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
 * @param notes receives operators without something on both sides, or in small letters.
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
    else noteSmall(parts, place, text, notes);
  }
  if (open !== undefined) yield open;
}

/** Says of an operator in small letters between two words how to ask with it. */
function noteSmall(parts: readonly Part[], place: number, text: string, notes: NoteList): void {
  const part = parts[place];
  if (part === undefined || isBracket(part) || part.isQuoted || part.key !== undefined || part.sign !== "") return;
  const [, alone, numbered] = SMALL_OPERATOR.exec(part.value) ?? [];
  const operator = (alone ?? numbered)?.toUpperCase() as "OR" | "NOT" | "NEAR" | undefined;
  if (operator === undefined || !isOperand(parts[place - 1]) || !isOperand(parts[place + 1])) return;
  const query = text.slice(0, part.start) + part.value.toUpperCase() + text.slice(part.end);
  notes.add({ kind: "small-operator", operator, written: part.value, query });
}

function isOperand(part: Part | undefined): boolean {
  return part !== undefined && (isBracket(part) || part.operator === "");
}
