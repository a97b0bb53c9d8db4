/**
 * Which characters a font has, and their glyphs, read from its `cmap` table.
 *
 * Read from the file itself, so that what is said about missing characters is true of the font that is drawn with. Only format 4 is known,
 * for the 65,536 characters of the Basic Multilingual Plane: all that the shipped fonts have.
 */
import { invisible } from '../../base/text/generated/characters.js';
import { inRanges, readRanges } from '../../base/text/ranges.js';

/** A character: has it a glyph? */
export type Coverage = (character: string) => boolean;

const invisibles = readRanges(invisible);

/** Marks on other characters, joiners, selectors: nothing that is seen by itself. */
export function isInvisible(character: string): boolean {
  return inRanges(invisibles, character.codePointAt(0) ?? 0);
}

export function coverageOf(font: Uint8Array): Coverage {
  const glyphOf = glyphsOf(font);
  return (character) => glyphOf(character) !== 0;
}

/** The number of a character's glyph in a font; 0 if it has none. Remembered: it is asked for every letter of a picture, and each time a search. */
export function glyphsOf(font: Uint8Array): (character: string) => number {
  const data = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(data, 'cmap');
  for (let index = 0; index < data.getUint16(cmap + 2); index++) {
    const at = cmap + data.getUint32(cmap + 4 + 8 * index + 4);
    if (data.getUint16(at) === 4) return remembered(ofFormat4(data, at));
  }
  throw new TypeError('a font without a character map of format 4');
}

function remembered(glyphOf: (character: string) => number): (character: string) => number {
  const known = new Map<string, number>();
  return (character) => {
    const glyph = known.get(character) ?? glyphOf(character);
    known.set(character, glyph);
    return glyph;
  };
}

/** Where a table of a font begins. */
export function tableAt(data: DataView, wanted: string): number {
  for (let index = 0; index < data.getUint16(4); index++) {
    const at = 12 + 16 * index;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => data.getUint8(at + byte)));
    if (tag === wanted) return data.getUint32(at + 8);
  }
  throw new TypeError(`a font without a table ${wanted}`);
}

function ofFormat4(data: DataView, at: number): (character: string) => number {
  const count = data.getUint16(at + 6) / 2;
  const [ends, starts, deltas, offsets] = [0, 1, 2, 3].map((part) => at + 14 + 2 * count * part + (part > 0 ? 2 : 0));
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code > 0xffff) return 0;
    // The first segment that does not end before it: their ends ascend.
    let index = 0;
    for (let past = count; index < past;) {
      const middle = (index + past) >> 1;
      if (data.getUint16((ends ?? 0) + 2 * middle) < code) index = middle + 1;
      else past = middle;
    }
    const word = (table = 0): number => data.getUint16(table + 2 * index);
    if (index === count || code < word(starts)) return 0;
    const offset = word(offsets);
    if (offset === 0) return (code + word(deltas)) & 0xffff;
    const glyph = data.getUint16((offsets ?? 0) + 2 * index + offset + 2 * (code - word(starts)));
    return glyph === 0 ? 0 : (glyph + word(deltas)) & 0xffff;
  };
}
