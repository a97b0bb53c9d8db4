/**
 * The outlines of glyphs, read from a font's `glyf` table, as paths in units of the font.
 *
 * resvg reads the whole font from disk for every line of text, which takes longer than all the rest of a picture. Only what the shipped fonts
 * have is known: TrueType outlines. Kerning is in the table that the layout measures with.
 */
import { glyphsOf, tableAt } from './coverage.js';

export interface Outlines {
  readonly unitsPerEm: number;
  /** Width of a character, in units. */
  advance(character: string): number;
  /** Its closed contours, in units, y upwards; none for a space. */
  contours(character: string): readonly Contour[];
}

/** Points in order; between two that are off the curve lies one that is on it. */
export type Contour = readonly ContourPoint[];

export interface ContourPoint {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

export function outlinesOf(font: Uint8Array): Outlines {
  const data = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const glyphOf = glyphsOf(font);
  const [head, loca, glyf, hmtx] = ['head', 'loca', 'glyf', 'hmtx'].map((table) => tableAt(data, table));
  const advances = data.getUint16(tableAt(data, 'hhea') + 34);
  const long = data.getInt16((head ?? 0) + 50) === 1;
  const offset = (glyph: number): number =>
    (glyf ?? 0) + (long ? data.getUint32((loca ?? 0) + 4 * glyph) : 2 * data.getUint16((loca ?? 0) + 2 * glyph));
  const known = new Map<number, readonly Contour[]>();
  const contoursOf = (glyph: number): readonly Contour[] => {
    const before = known.get(glyph);
    if (before !== undefined) return before;
    const at = offset(glyph);
    const contours = at === offset(glyph + 1) ? [] : readGlyph(data, at, contoursOf);
    known.set(glyph, contours);
    return contours;
  };
  return {
    unitsPerEm: data.getUint16((head ?? 0) + 18),
    advance: (character) => data.getUint16((hmtx ?? 0) + 4 * Math.min(glyphOf(character), advances - 1)),
    contours: (character) => contoursOf(glyphOf(character)),
  };
}

function readGlyph(data: DataView, at: number, contoursOf: (glyph: number) => readonly Contour[]): readonly Contour[] {
  const count = data.getInt16(at);
  return count >= 0 ? readSimple(data, at + 10, count) : readComposite(data, at + 10, contoursOf);
}

const flag = { on: 1, shortX: 2, shortY: 4, repeat: 8, sameX: 16, sameY: 32 } as const;

function readSimple(data: DataView, start: number, count: number): Contour[] {
  if (count === 0) return [];
  let at = start;
  const ends = Array.from({ length: count }, (_, index) => data.getUint16(at + 2 * index));
  at += 2 * count;
  at += 2 + data.getUint16(at); // instructions for small screens
  const total = (ends.at(-1) ?? -1) + 1;
  const flags: number[] = [];
  while (flags.length < total) {
    const one = data.getUint8(at++);
    let times = 1 + ((one & flag.repeat) === 0 ? 0 : data.getUint8(at++));
    while (times-- > 0) flags.push(one);
  }
  const coordinates = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((one) => {
      if ((one & short) !== 0) value += (one & same) === 0 ? -data.getUint8(at++) : data.getUint8(at++);
      else if ((one & same) === 0) {
        value += data.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = coordinates(flag.shortX, flag.sameX);
  const ys = coordinates(flag.shortY, flag.sameY);
  const points = flags.map((one, index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, on: (one & flag.on) !== 0 }));
  return ends.map((end, index) => points.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1));
}

const part = { words: 1, offsets: 2, scale: 8, more: 32, scaleXY: 64, matrix: 128 } as const;

function readComposite(
  data: DataView,
  start: number,
  contoursOf: (glyph: number) => readonly Contour[],
): readonly Contour[] {
  const contours: Contour[] = [];
  for (let at = start, flags: number = part.more; (flags & part.more) !== 0;) {
    flags = data.getUint16(at);
    const glyph = data.getUint16(at + 2);
    at += 4;
    if ((flags & part.offsets) === 0) throw new TypeError('a glyph with parts that are placed by points');
    const wide = (flags & part.words) !== 0;
    const [dx, dy] = wide ? [data.getInt16(at), data.getInt16(at + 2)] : [data.getInt8(at), data.getInt8(at + 1)];
    at += wide ? 4 : 2;
    const fixed = (): number => {
      at += 2;
      return data.getInt16(at - 2) / 16_384;
    };
    let [xx, xy, yx, yy] = [1, 0, 0, 1];
    if ((flags & part.scale) !== 0) xx = yy = fixed();
    else if ((flags & part.scaleXY) !== 0) [xx, yy] = [fixed(), fixed()];
    else if ((flags & part.matrix) !== 0) [xx, xy, yx, yy] = [fixed(), fixed(), fixed(), fixed()];
    for (const contour of contoursOf(glyph)) {
      contours.push(contour.map(({ x, y, on }) => ({ x: xx * x + yx * y + dx, y: xy * x + yy * y + dy, on })));
    }
  }
  return contours;
}
