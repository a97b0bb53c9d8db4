/**
 * Which elements of two lists are the same, in order: the question under every merge of lines and of ordered lists.
 *
 * Words that stand once on each side are matched first, as a reader would; what lies between them is compared one by one. Never
 * quadratic in the length of a file: a stretch that is too long and has nothing in common counts as different.
 */

/** Pairs of indexes, ascending on both sides. */
export function align(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  const visit = (fromA: number, toA: number, fromB: number, toB: number): void => {
    let [startA, startB, endA, endB] = [fromA, fromB, toA, toB];
    while (startA < endA && startB < endB && a[startA] === b[startB]) pairs.push([startA++, startB++]);
    const after: [number, number][] = [];
    while (startA < endA && startB < endB && a[endA - 1] === b[endB - 1]) after.push([--endA, --endB]);
    const anchors = uniquePairs(a, b, { startA, endA, startB, endB });
    if (anchors.length > 0) {
      let [atA, atB] = [startA, startB];
      for (const [inA, inB] of anchors) {
        visit(atA, inA, atB, inB);
        pairs.push([inA, inB]);
        [atA, atB] = [inA + 1, inB + 1];
      }
      visit(atA, endA, atB, endB);
    } else if ((endA - startA) * (endB - startB) <= mostCells) {
      pairs.push(...longest(a, b, { startA, endA, startB, endB }));
    }
    pairs.push(...after.reverse());
  };
  visit(0, a.length, 0, b.length);
  return pairs;
}

const mostCells = 1_000_000;

interface Stretch {
  readonly startA: number;
  readonly endA: number;
  readonly startB: number;
  readonly endB: number;
}

/** The longest ascending run of the words that stand exactly once on each side. */
function uniquePairs(a: readonly string[], b: readonly string[], { startA, endA, startB, endB }: Stretch) {
  const places = new Map<string, { inA: number; inB: number }>();
  const many = -2;
  const none = -1;
  for (let index = startA; index < endA; index++) {
    const word = a[index] ?? '';
    places.set(word, { inA: places.has(word) ? many : index, inB: none });
  }
  for (let index = startB; index < endB; index++) {
    const place = places.get(b[index] ?? '');
    if (place !== undefined) place.inB = place.inB === none ? index : many;
  }
  const candidates = [...places.values()].filter(({ inA, inB }) => inA >= 0 && inB >= 0);
  candidates.sort((x, y) => x.inA - y.inA);
  return ascending(candidates).map(({ inA, inB }): [number, number] => [inA, inB]);
}

/** The longest run whose `inB` ascends, by patience sorting. */
function ascending<T extends { readonly inB: number }>(candidates: readonly T[]): readonly T[] {
  interface Card {
    readonly item: T;
    readonly before: Card | undefined;
  }
  const piles: Card[] = [];
  for (const item of candidates) {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((piles[middle]?.item.inB ?? 0) < item.inB) low = middle + 1;
      else high = middle;
    }
    piles[low] = { item, before: piles[low - 1] };
  }
  const run: T[] = [];
  for (let card = piles.at(-1); card !== undefined; card = card.before) run.unshift(card.item);
  return run;
}

/** The longest common subsequence, by the table. */
function longest(a: readonly string[], b: readonly string[], { startA, endA, startB, endB }: Stretch) {
  const [rows, columns] = [endA - startA, endB - startB];
  const width = columns + 1;
  const table = new Uint32Array((rows + 1) * width);
  const at = (row: number, column: number): number => table[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const same = a[startA + row] === b[startB + column];
      table[row * width + column] = same
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let [row, column] = [0, 0]; row < rows && column < columns;) {
    if (a[startA + row] === b[startB + column]) pairs.push([startA + row++, startB + column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}
