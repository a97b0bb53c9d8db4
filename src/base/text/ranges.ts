/** Reads the ranges of code points (`41-5a 61`, hexadecimal) that the generated tables are written in. */

export function readRanges(text: string): (readonly [first: number, last: number])[] {
  return text
    .split(' ')
    .filter((range) => range !== '')
    .map((range) => {
      const [first = '', last = first] = range.split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
    });
}

/** Whether a code point lies in one of the ranges, which stand in ascending order. */
export function inRanges(ranges: readonly (readonly [number, number])[], code: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle] ?? [0, 0];
    if (code < first) high = middle - 1;
    else if (code > last) low = middle + 1;
    else return true;
  }
  return false;
}
