/** Positions of terms; see `position_list.py`. */

import { inSlices, type Pace } from "../pace.ts";
import { PackedNumbers } from "./packing.ts";
import type { PostingList } from "./partition.ts";

/** Follows the positions of each term. */
export const SEPARATOR = " ";

/** Where a term occurs in one field: for each document the numbers of its tokens, ascending. */
export type Positions = ReadonlyMap<number, readonly number[]>;

/**
 * The positions of one term in each field.
 *
 * @param text The term's part of the file.
 * @param lists Its posting lists, one for each field.
 * @param hasPositions Whether each field has positions.
 */
export async function readPositions(
  text: string,
  lists: readonly PostingList[],
  hasPositions: readonly boolean[],
  pace: Pace,
): Promise<readonly Positions[]> {
  const packed = new PackedNumbers(text);
  const fields: Positions[] = [];
  for (const [field, { documents, frequencies }] of lists.entries()) {
    const positions = new Map<number, readonly number[]>();
    fields.push(positions);
    if (hasPositions[field] !== true) continue;
    await inSlices(documents.length, pace, (posting) => {
      positions.set(documents[posting] as number, nextPositions(packed, frequencies[posting] ?? 0));
    });
  }
  return fields;
}

/** The positions of a term in one document. */
function nextPositions(packed: PackedNumbers, count: number): readonly number[] {
  const found: number[] = [];
  for (let next = 0; found.length < count; ) {
    const position = next + packed.next();
    found.push(position);
    next = position + 1;
  }
  return found;
}
