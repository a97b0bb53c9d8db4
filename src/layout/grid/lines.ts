/**
 * The routing lattice over the grid, shared by router, tracks and geometry.
 *
 * Every column and every row of cells contributes three lines: the channel before it, its centre line, and the channel
 * after it; line `3k + 1` is the centre of column or row `k`. A vertex is where a row line (index i) and a column line
 * (index j) meet. Channels hold any number of parallel connections; a centre line holds one at any place.
 *
 * Directions are relative to the flow, as if it ran down the page: `up` is against the flow, `left` towards the first lane.
 * A view that flows right is the same picture transposed.
 */
export type Direction4 = 0 | 1 | 2 | 3;
export const up: Direction4 = 0;
export const right: Direction4 = 1;
export const down: Direction4 = 2;
export const left: Direction4 = 3;

export const everySide: readonly Direction4[] = [up, right, down, left];

export const opposite = (direction: Direction4): Direction4 => ((direction + 2) % 4) as Direction4;
export const isVertical = (direction: Direction4): boolean => direction === up || direction === down;
export const stepI = (direction: Direction4): number => (direction === up ? -1 : direction === down ? 1 : 0);
export const stepJ = (direction: Direction4): number => (direction === left ? -1 : direction === right ? 1 : 0);

export const isCentre = (line: number): boolean => line % 3 === 1;
export const centreOf = (index: number): number => 3 * index + 1;
export const cellOf = (line: number): number => Math.floor(line / 3);
