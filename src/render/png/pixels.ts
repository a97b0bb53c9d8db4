/**
 * The rows of a picture as a zlib stream: where the diagram is flat, and where it repeats itself.
 *
 * Rows that repeat the one above and runs of one colour are most of a diagram. They are compared as whole pixels and said as one
 * repetition each, so that the bytes of a large picture need not be looked at one by one.
 */
import { Adler } from './checksums.js';
import { farthest, shortest, ZlibWriter } from './deflate.js';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each pixel, row by row; the colours are multiplied by alpha. */
  readonly data: Uint8Array;
}

/** How many bytes a pixel has in the file: with alpha or without. */
export type Depth = 3 | 4;

/** What PNG does to a row before it is compressed. */
const filter = { none: 0, up: 2 } as const;

/** Where three pixels were last seen is kept by a number of so many bits that is made of them. */
const seenBits = 15;

/** A repetition from farther back takes more bits, and must be longer than the nearer one for it. */
const far = 1024;

/** Runs of so many pixels are good enough. */
const longRun = 28;

/** Takes a picture in strips. */
export class Rows {
  private readonly stream = new ZlibWriter();
  private readonly sum = new Adler();
  /** Where in the strip. */
  private readonly seen = new Int32Array(1 << seenBits);
  private readonly colour = new Uint8Array(4);
  /** The row above the strip. */
  private above: Int32Array | undefined;

  constructor(
    private readonly width: number,
    private readonly depth: Depth,
  ) {}

  /** Whether the rows could be said: not if there is a translucent pixel, and no byte for it. */
  add({ height, data }: Pixels): boolean {
    const { width } = this;
    const pixels = wordsOf(data);
    this.seen.fill(-1);
    for (let y = 0; y < height; y++) {
      const row = pixels.subarray(y * width, (y + 1) * width);
      if (this.above !== undefined && same(this.above, row)) this.unchanged(width * this.depth);
      else if (!this.changed(pixels, data, y)) return false;
      this.above = row;
      this.sum.endOfRow();
    }
    return true;
  }

  end(): Uint8Array {
    return this.stream.end(this.sum.value());
  }

  /** A row that is the one above. */
  private unchanged(bytes: number): void {
    this.stream.byte(filter.up);
    this.stream.byte(0);
    if (bytes - 1 >= shortest) this.stream.repeat(bytes - 1, 1);
    else for (let left = bytes - 1; left > 0; left--) this.stream.byte(0);
    this.sum.byte(filter.up);
    this.sum.zeros(bytes);
  }

  /** One function with variables of its own for the millions of steps: calls and shared variables would be most of the time. */
  private changed(pixels: Int32Array, data: Uint8Array, y: number): boolean {
    const { stream, sum, seen, colour, depth, width } = this;
    const stride = depth * width + 1;
    const row = y * width;
    const end = row + width;
    stream.byte(filter.none);
    sum.byte(filter.none);
    for (let at = row; at < end;) {
      // How much of the row was there before, in pixels, and how far back, in bytes: a run of one colour, or what stands elsewhere.
      const pixel = pixels[at] ?? 0;
      let length = at > row && pixels[at - 1] === pixel ? runOf(pixels, at, end) : 0;
      let back: number = depth;
      if (length < longRun && at + 2 < end) {
        const place = scattered(pixel, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
        const before = seen[place] ?? -1;
        seen[place] = at;
        const rows = before < 0 ? 0 : y - Math.floor(before / width);
        const distance = rows * stride + depth * (at - before - rows * width);
        if (before >= 0 && distance <= farthest) {
          // Never over the end of a row: there the stream has a byte that is no pixel.
          const again = alike(pixels, before, at, Math.min(end - at, row - (rows - 1) * width - before));
          if (again >= 2 && again > length + (distance > far ? 1 : 0)) {
            length = again;
            back = distance;
          }
        }
      }
      straight(data, at, colour);
      if (length > 0) {
        stream.repeat(depth * length, back);
      } else {
        // No colour is there that was not a first time.
        if (depth === 3 && colour[3] !== 255) return false;
        for (let index = 0; index < depth; index++) stream.byte(colour[index] ?? 0);
        length = 1;
      }
      if (back === depth) sum.repeated(colour, depth, length);
      else if (depth === 3) sum.opaque(data, at, length);
      else {
        for (let from = at; from < at + length; from++) {
          straight(data, from, colour);
          sum.repeated(colour, depth, 1);
        }
      }
      at += length;
    }
    return true;
  }
}

/** How many pixels of one colour follow each other. */
function runOf(pixels: Int32Array, at: number, end: number): number {
  const pixel = pixels[at];
  let next = at + 1;
  while (next < end && pixels[next] === pixel) next++;
  return next - at;
}

function same(one: Int32Array, other: Int32Array): boolean {
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

/** How many pixels from two places on are the same, at most so many. */
function alike(pixels: Int32Array, one: number, other: number, most: number): number {
  let count = 0;
  while (count < most && pixels[one + count] === pixels[other + count]) count++;
  return count;
}

/** Each pixel as one number. Where they do not lie at a whole number of words, they are copied. */
function wordsOf(data: Uint8Array): Int32Array {
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice();
  return new Int32Array(aligned.buffer, aligned.byteOffset, data.length / 4);
}

function scattered(a: number, b: number, c: number): number {
  return (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)) >>> (32 - seenBits);
}

/** The colour of a pixel, not multiplied by its alpha any more. */
function straight(data: Uint8Array, at: number, colour: Uint8Array): void {
  const alpha = data[4 * at + 3] ?? 0;
  colour[3] = alpha;
  for (let index = 0; index < 3; index++) {
    const value = data[4 * at + index] ?? 0;
    colour[index] = alpha === 255 || alpha === 0 ? value : Math.min(255, Math.round((value * 255) / alpha));
  }
}
