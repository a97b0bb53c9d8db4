/**
 * Which of many boxes touch a given one, without looking at all of them: the boxes lie in slices across the longer side of the
 * picture, and only the slices of the given one are looked through.
 *
 * Separate from the rules that ask, which would each take time that grows with the square of the picture.
 */
import type { Box } from '../model/scene.js';
import { boxesTouch } from './measures.js';

const mostSlices = 512;

export class Nearby {
  private readonly slices: number[][];
  private readonly axis: 'x' | 'y';
  private readonly begin: number;
  private readonly thickness: number;
  /** When a box was last found, so that one in several slices is found once. */
  private readonly stamp: Int32Array;
  private clock = 0;

  constructor(private readonly boxes: readonly Box[]) {
    const bounds = boundsOfAll(boxes);
    this.axis = bounds.height >= bounds.width ? 'y' : 'x';
    const count = Math.max(1, Math.min(mostSlices, boxes.length));
    this.begin = bounds[this.axis];
    this.thickness = Math.max(1, (this.axis === 'y' ? bounds.height : bounds.width) / count);
    this.slices = Array.from({ length: count }, () => []);
    this.stamp = new Int32Array(boxes.length);
    boxes.forEach((box, index) => {
      for (const slice of this.slicesOf(box)) slice.push(index);
    });
  }

  /** Indices of the boxes that have a point in common with this one, borders included, in ascending order. */
  touching(box: Box): number[] {
    const clock = ++this.clock;
    const found: number[] = [];
    const slices = this.slicesOf(box);
    // What lies along the picture is in many slices, again and again: then all boxes are fewer.
    if (8 * slices.length > this.slices.length) {
      this.boxes.forEach((other, index) => {
        if (boxesTouch(other, box)) found.push(index);
      });
      return found;
    }
    for (const slice of slices) {
      for (const index of slice) {
        const other = this.boxes[index];
        if (this.stamp[index] === clock || other === undefined) continue;
        this.stamp[index] = clock;
        if (boxesTouch(other, box)) found.push(index);
      }
    }
    return found.sort((a, b) => a - b);
  }

  private slicesOf(box: Box): readonly number[][] {
    const from = box[this.axis];
    const to = from + (this.axis === 'y' ? box.height : box.width);
    const last = this.slices.length - 1;
    const at = (place: number): number =>
      Math.min(last, Math.max(0, Math.floor((place - this.begin) / this.thickness)));
    return this.slices.slice(at(from), at(to) + 1);
  }
}

function boundsOfAll(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    if (x < left) left = x;
    if (y < top) top = y;
    if (x + width > right) right = x + width;
    if (y + height > bottom) bottom = y + height;
  }
  return boxes.length === 0
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}
