/** Positions of terms; see `position_list.py`. */

import { PackedNumbers } from "./packing.ts";
import type { PostingList } from "./partition.ts";

/** Stands after the positions of each term. */
export const SEPARATOR = " ";

/** Where a term stands in one field: for each document the numbers of its tokens, ascending. */
export type Positions = ReadonlyMap<number, readonly number[]>;

/**
 * The positions of one term in each field.
 *
 * @param text The term's part of the file.
 * @param lists Its posting lists, one for each field.
 * @param hasPositions Which of the fields have any.
 */
export function readPositions(
  text: string,
  lists: readonly PostingList[],
  hasPositions: readonly boolean[],
): readonly Positions[] {
  const packed = new PackedNumbers(text);
  return lists.map(({ documents, frequencies }, field) => {
    const positions = new Map<number, readonly number[]>();
    if (hasPositions[field] !== true) return positions;
    for (let posting = 0; posting < documents.length; posting += 1) {
      let next = 0;
      const found: number[] = [];
      for (let count = frequencies[posting] ?? 0; count > 0; count -= 1) {
        const position = next + packed.next();
        found.push(position);
        next = position + 1;
      }
      positions.set(documents[posting] as number, found);
    }
    return positions;
  });
}
