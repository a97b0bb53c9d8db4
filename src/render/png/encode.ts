/**
 * Pixels to the bytes of a PNG file.
 *
 * The rasteriser has an encoder of its own; it copies every pixel several times and takes longer than all the drawing. What must
 * stay true: nothing is lost, and the same pixels give the same bytes on every machine.
 */
import { crc32 } from './checksums.js';
import { Rows, type Pixels } from './pixels.js';

export type { Pixels } from './pixels.js';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const bitsPerChannel = 8;
const colourType = { rgb: 2, rgba: 6 } as const;

/** The picture comes in strips from top to bottom. Without alpha where every pixel is opaque. */
export async function encodePng(
  { width, height }: Pick<Pixels, 'width' | 'height'>,
  strips: AsyncIterable<Pixels> | Iterable<Pixels>,
): Promise<Uint8Array> {
  const kept: Pixels[] = [];
  const opaque = new Rows(width, 3);
  let isOpaque = true;
  for await (const strip of strips) {
    kept.push(strip);
    isOpaque &&= opaque.add(strip);
  }
  const rows = isOpaque ? opaque : new Rows(width, 4);
  if (!isOpaque) for (const strip of kept) rows.add(strip);
  const type = isOpaque ? colourType.rgb : colourType.rgba;
  const header = [...bigEndian(width), ...bigEndian(height), bitsPerChannel, type, 0, 0, 0];
  return joined([signature, ...chunk('IHDR', Uint8Array.from(header)), ...chunk('IDAT', rows.end()), ...chunk('IEND')]);
}

function chunk(name: string, content: Uint8Array = new Uint8Array()): Uint8Array[] {
  const named = joined([Uint8Array.from(Array.from(name, (letter) => letter.charCodeAt(0))), content]);
  return [bigEndian(content.length), named, bigEndian(crc32(named))];
}

function bigEndian(value: number): Uint8Array {
  return Uint8Array.from([24, 16, 8, 0], (shift) => value >>> shift);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
