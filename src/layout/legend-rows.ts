/** How entries of a legend stand in rows: as few rows as there can be, and those about even, so that no last entry stands alone. */

/**
 * The width to break the rows at: the least that takes no more rows than `width` does. All px; `lengths` of the entries in order, without
 * the `gap` between them.
 */
export function evenWidth(lengths: readonly number[], gap: number, width: number): number {
  const rowsIn = (limit: number): number => {
    let rows = 0;
    let x = Infinity;
    for (const length of lengths) {
      if (x + length > limit) [rows, x] = [rows + 1, 0];
      x += length + gap;
    }
    return rows;
  };
  const rows = rowsIn(width);
  const widest = Math.min(width, Math.max(0, ...lengths));
  let least = width;
  // The least width is that of some row.
  for (let from = 0; from < lengths.length; from++) {
    let x = 0;
    for (const length of lengths.slice(from)) {
      if (x + length < least && x + length >= widest && rowsIn(x + length) === rows) least = x + length;
      x += length + gap;
    }
  }
  return least;
}
