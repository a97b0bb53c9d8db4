/**
 * Which characters a font has, read from its `cmap` table.
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
  const data = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(data, 'cmap');
  for (let index = 0; index < data.getUint16(cmap + 2); index++) {
    const at = cmap + data.getUint32(cmap + 4 + 8 * index + 4);
    if (data.getUint16(at) === 4) return remembered(ofFormat4(data, at));
  }
  throw new TypeError('a font without a character map of format 4');
}

/** Asked for every letter of a picture, and each time a search. */
function remembered(covers: Coverage): Coverage {
  const known = new Map<string, boolean>();
  return (character) => {
    const covered = known.get(character) ?? covers(character);
    known.set(character, covered);
    return covered;
  };
}

function tableAt(data: DataView, wanted: string): number {
  for (let index = 0; index < data.getUint16(4); index++) {
    const at = 12 + 16 * index;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => data.getUint8(at + byte)));
    if (tag === wanted) return data.getUint32(at + 8);
  }
  throw new TypeError(`a font without a table ${wanted}`);
}

function ofFormat4(data: DataView, at: number): Coverage {
  const count = data.getUint16(at + 6) / 2;
  const [ends, starts, deltas, offsets] = [0, 1, 2, 3].map((part) => at + 14 + 2 * count * part + (part > 0 ? 2 : 0));
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    for (let index = 0; index < count; index++) {
      const word = (table = 0): number => data.getUint16(table + 2 * index);
      if (code > word(ends) || code > 0xffff) continue;
      if (code < word(starts)) return false;
      const offset = word(offsets);
      if (offset === 0) return ((code + word(deltas)) & 0xffff) !== 0;
      return data.getUint16((offsets ?? 0) + 2 * index + offset + 2 * (code - word(starts))) !== 0;
    }
    return false;
  };
}
