/** Edit distance between terms, as fuzzy queries count it. */

/**
 * Whether `second` is at most `limit` insertions, deletions, substitutions and exchanges of
 * neighbours away from `first` (Damerau and Levenshtein). As in lunr, letters may be inserted
 * between exchanged ones, but not deleted.
 */
export function isWithin(first: string, second: string, limit: number): boolean {
  if (Math.abs(first.length - second.length) > limit) return false;
  const width = second.length + 1;
  const distances = new Uint16Array((first.length + 1) * width);
  for (let column = 1; column < width; column += 1) distances[column] = column;
  let leastAbove = 0;
  for (let row = 1; row <= first.length; row += 1) {
    distances[row * width] = row;
    const letter = first.charAt(row - 1);
    let lastColumn = 0;
    let least = row;
    for (let column = 1; column < width; column += 1) {
      const other = second.charAt(column - 1);
      const above = (row - 1) * width + column;
      let distance = Math.min(
        at(distances, above - 1) + (letter === other ? 0 : 1),
        at(distances, above) + 1,
        at(distances, above + width - 1) + 1,
      );
      if (lastColumn > 0 && other === first.charAt(row - 2)) {
        const inserted = column - lastColumn - 1;
        distance = Math.min(distance, at(distances, (row - 2) * width + lastColumn - 1) + 1 + inserted);
      }
      distances[row * width + column] = distance;
      least = Math.min(least, distance);
      if (letter === other) lastColumn = column;
    }
    // No distance is less than all in the two rows that it comes from.
    if (least > limit && leastAbove > limit) return false;
    leastAbove = least;
  }
  return at(distances, distances.length - 1) <= limit;
}

function at(distances: Uint16Array, place: number): number {
  return distances[place] ?? 0;
}
