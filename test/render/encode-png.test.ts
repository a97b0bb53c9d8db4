/** The PNG encoder: what it writes is read back pixel by pixel by another hand, whatever the pixels. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { encodePng } from '../../src/render/png/encode.js';
import { codeLengths, codesOf } from '../../src/render/png/huffman.js';
import { readPng } from '../fixtures/png.js';

/** Straight colours; those of translucent pixels come back as near as a multiplication by alpha leaves them. */
async function readBack(width: number, height: number, data: Uint8Array, rows = height): Promise<Uint8Array> {
  const strips = Array.from({ length: Math.ceil(height / rows) }, (_, strip) => {
    const part = data.slice(4 * width * rows * strip, 4 * width * rows * (strip + 1));
    return { width, height: part.length / 4 / width, data: part };
  });
  const picture = readPng(await encodePng({ width, height }, strips));
  expect([picture.width, picture.height]).toEqual([width, height]);
  const out = new Uint8Array(data.length);
  for (let at = 0; at < width * height; at++) out.set(picture.pixel(at % width, Math.floor(at / width)), 4 * at);
  return out;
}

/** Pixels of few or many colours, in runs, with rows that repeat. */
const painted = fc
  .record({
    width: fc.integer({ min: 1, max: 120 }),
    height: fc.integer({ min: 1, max: 40 }),
    colours: fc.array(fc.integer({ min: 0, max: 0xffffff }), { minLength: 1, maxLength: 40 }),
    strokes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 700 }), fc.nat()), { maxLength: 60 }),
    rows: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 8 })), { maxLength: 6 }),
  })
  .map(({ width, height, colours, strokes, rows }) => {
    const words = new Uint32Array(width * height).fill(colours[0] ?? 0);
    for (const [from, count, colour] of strokes) {
      const begin = from % words.length;
      words.fill(colours[colour % colours.length] ?? 0, begin, begin + count);
    }
    for (const [row, count] of rows) {
      const y = row % height;
      for (let k = 1; k <= count && y + k < height; k++) words.copyWithin((y + k) * width, y * width, (y + 1) * width);
    }
    return { width, height, words };
  });

const bytesOf = (words: Uint32Array): Uint8Array => {
  const data = new Uint8Array(4 * words.length);
  words.forEach((word, at) => data.set([word & 255, (word >>> 8) & 255, (word >>> 16) & 255, 255], 4 * at));
  return data;
};

/** Numbers that look random and are the same in every run. */
function noise(count: number, seed = 1): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

describe('opaque pixels', () => {
  it('of any pattern come back, in one strip or in many', async () => {
    await fc.assert(
      fc.asyncProperty(painted, fc.integer({ min: 1, max: 50 }), async ({ width, height, words }, rows) => {
        const data = bytesOf(words);
        expect(Buffer.from(await readBack(width, height, data, rows)).equals(data)).toBe(true);
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });

  it.each([
    ['one', 1, 1],
    ['a column', 1, 300],
    ['a row', 300, 1],
    ['rows longer than deflate looks back', 12_000, 3],
  ])('%s', async (_what, width, height) => {
    for (const data of [noise(4 * width * height), new Uint8Array(4 * width * height)]) {
      for (let at = 3; at < data.length; at += 4) data[at] = 255;
      expect(Buffer.from(await readBack(width, height, data)).equals(data)).toBe(true);
    }
  });

  it('that nothing can compress still come back', async () => {
    const data = noise(4 * 300 * 300);
    for (let at = 3; at < data.length; at += 4) data[at] = 255;
    expect(Buffer.from(await readBack(300, 300, data)).equals(data)).toBe(true);
  });

  it('of one colour take next to nothing', async () => {
    const data = new Uint8Array(4 * 2000 * 2000).fill(255);
    const strip = { width: 2000, height: 2000, data };
    expect((await encodePng(strip, [strip])).length).toBeLessThan(20_000);
  });
});

describe('translucent pixels', () => {
  it('come back with their alpha, and with their colour as near as the multiplication leaves it', async () => {
    await fc.assert(
      fc.asyncProperty(
        painted,
        fc.array(fc.nat(255), { minLength: 1, maxLength: 9 }),
        async ({ width, height, words }, alphas) => {
          const straight = bytesOf(words);
          const data = new Uint8Array(straight);
          for (let at = 0; at < words.length; at++) {
            const alpha = alphas[at % alphas.length] ?? 0;
            data[4 * at + 3] = alpha;
            for (let k = 0; k < 3; k++) data[4 * at + k] = Math.round(((data[4 * at + k] ?? 0) * alpha) / 255);
          }
          const back = await readBack(width, height, data);
          for (let at = 0; at < words.length; at++) {
            const alpha = data[4 * at + 3] ?? 0;
            expect(back[4 * at + 3]).toBe(alpha);
            for (let k = 0; k < 3 && alpha > 0; k++)
              expect(Math.abs((back[4 * at + k] ?? 0) - (straight[4 * at + k] ?? 0))).toBeLessThanOrEqual(
                Math.ceil(128 / alpha),
              );
          }
        },
      ),
      { seed: 20261122, numRuns: 40 },
    );
  });

  it('are found wherever they are', async () => {
    const data = new Uint8Array(4 * 50 * 50).fill(255);
    data.set([10, 20, 30, 40], 4 * 1234);
    expect((await readBack(50, 50, data, 10))[4 * 1234 + 3]).toBe(40);
  });
});

describe('Huffman codes', () => {
  const counts = fc.array(fc.oneof(fc.constant(0), fc.nat(5), fc.nat(1_000_000)), { minLength: 2, maxLength: 286 });

  it('fill their tree, none is too long, and what is frequent is never longer than what is rare', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(9, 15), (numbers, longest) => {
        const lengths = codeLengths(Uint32Array.from(numbers), longest);
        const used = numbers.flatMap((number, symbol) =>
          number > 0 ? [{ number, length: lengths[symbol] ?? 0 }] : [],
        );
        numbers.forEach((number, symbol) => expect((lengths[symbol] ?? 0) > 0).toBe(number > 0));
        expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(longest);
        if (used.length < 2) return;
        expect(used.reduce((sum, { length }) => sum + 2 ** -length, 0)).toBe(1);
        used.sort((a, b) => a.number - b.number);
        for (let k = 1; k < used.length; k++) {
          const [rare, frequent] = [used[k - 1], used[k]];
          if (rare && frequent && rare.number < frequent.number)
            expect(frequent.length).toBeLessThanOrEqual(rare.length);
        }
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  it('stay within their longest where the counts ask for a tree as deep as it is wide', () => {
    const fibonacci = [1, 1];
    while (fibonacci.length < 30) fibonacci.push((fibonacci.at(-1) ?? 0) + (fibonacci.at(-2) ?? 0));
    for (const longest of [7, 15]) {
      const lengths = codeLengths(Uint32Array.from(fibonacci), longest);
      expect(Math.max(...lengths)).toBe(longest);
      expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
    }
  });

  it('are no beginning of each other', () => {
    const lengths = codeLengths(Uint32Array.of(5, 9, 12, 13, 16, 45), 15);
    const codes = [...codesOf(lengths)].map((code, symbol) =>
      Array.from({ length: lengths[symbol] ?? 0 }, (_, bit) => (code >> bit) & 1).join(''),
    );
    for (const a of codes) for (const b of codes) if (a !== b) expect(b.startsWith(a)).toBe(false);
  });
});
