/**
 * Writes a zlib stream (RFC 1950 and 1951) from bytes and repetitions that the caller has found.
 *
 * Libraries do both, and look for repetitions byte by byte; `encode.ts` knows that they are pixels and finds them many times faster. Node's own
 * zlib would be as fast, but writes other bytes on other processors and versions.
 */
import { codeLengths, codesOf } from './huffman.js';

/** Symbols in a block; each block has codes of its own. */
const blockSize = 1 << 15;
const endOfBlock = 256;
export const shortest = 3;
export const longest = 258;
export const farthest = 32_768;

/** First length or distance of each symbol, and how many further bits say which. */
interface Ranges {
  readonly base: Uint16Array;
  readonly bits: Uint8Array;
  /** Symbol of each length or distance. */
  readonly symbol: Uint8Array;
}

const lengths = rangesOf(shortest, longest - 1, [0, 0, 0, 0, 0, 0, 0, 0, ...times(4, [1, 2, 3, 4, 5])], longest + 1);
// The longest has a symbol of its own.
lengths.symbol[longest] = 28;
lengths.base[28] = longest;
const distances = rangesOf(
  1,
  farthest,
  [0, 0, 0, 0, ...times(2, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])],
  farthest + 1,
);

function times(count: number, values: readonly number[]): number[] {
  return values.flatMap((value) => new Array<number>(count).fill(value));
}

function rangesOf(first: number, last: number, bits: readonly number[], size: number): Ranges {
  const base = new Uint16Array(bits.length + 1);
  const symbol = new Uint8Array(size);
  let from = first;
  bits.forEach((more, index) => {
    base[index] = from;
    symbol.fill(index, from, Math.min(last, from + 2 ** more - 1) + 1);
    from += 2 ** more;
  });
  return { base, bits: Uint8Array.of(...bits, 0), symbol };
}

/** The order in which a block says how long the codes of its code lengths are. */
const orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

export class ZlibWriter {
  /** Bytes as they are; repetitions as distance * 512 + length, which is more than any byte. */
  private readonly symbols = new Uint32Array(blockSize);
  private count = 0;
  private readonly literalCounts = new Uint32Array(286);
  private readonly distanceCounts = new Uint32Array(30);
  private out = new Uint8Array(1 << 16);
  private size = 0;
  private pending = 0;
  private pendingBits = 0;

  constructor() {
    this.bits(0x78, 8);
    this.bits(0x01, 8);
  }

  byte(value: number): void {
    if (this.count === blockSize) this.block(false);
    this.symbols[this.count++] = value;
    this.literalCounts[value] = (this.literalCounts[value] ?? 0) + 1;
  }

  /** So many bytes, at least the shortest, as they stood so far back, at most the farthest. */
  repeat(length: number, distance: number): void {
    for (let left = length; left > 0;) {
      // What is left over must not be too short to be said.
      const part = left <= longest ? left : left - longest < shortest ? longest - shortest : longest;
      left -= part;
      if (this.count === blockSize) this.block(false);
      this.symbols[this.count++] = distance * 512 + part;
      const symbol = 257 + (lengths.symbol[part] ?? 0);
      this.literalCounts[symbol] = (this.literalCounts[symbol] ?? 0) + 1;
      const far = distances.symbol[distance] ?? 0;
      this.distanceCounts[far] = (this.distanceCounts[far] ?? 0) + 1;
    }
  }

  /** The whole stream; `checksum` is Adler's of all bytes that it stands for. */
  end(checksum: number): Uint8Array {
    this.block(true);
    this.bits(0, (8 - (this.pendingBits & 7)) & 7);
    for (const shift of [24, 16, 8, 0]) this.bits((checksum >>> shift) & 255, 8);
    return this.out.subarray(0, this.size);
  }

  private block(last: boolean): void {
    this.literalCounts[endOfBlock] = 1;
    const literalLengths = codeLengths(this.literalCounts, 15);
    const distanceLengths = codeLengths(this.distanceCounts, 15);
    this.bits(last ? 1 : 0, 1);
    this.bits(2, 2);
    this.codes(literalLengths, distanceLengths);
    const literals = codesOf(literalLengths);
    const far = codesOf(distanceLengths);
    for (let index = 0; index < this.count; index++) {
      const said = this.symbols[index] ?? 0;
      if (said < 256) {
        this.bits(literals[said] ?? 0, literalLengths[said] ?? 0);
        continue;
      }
      this.range(said & 511, 257, lengths, literals, literalLengths);
      this.range(said >>> 9, 0, distances, far, distanceLengths);
    }
    this.bits(literals[endOfBlock] ?? 0, literalLengths[endOfBlock] ?? 0);
    this.count = 0;
    this.literalCounts.fill(0);
    this.distanceCounts.fill(0);
  }

  private range(value: number, first: number, ranges: Ranges, codes: Uint16Array, lengthsOfCodes: Uint8Array): void {
    const symbol = ranges.symbol[value] ?? 0;
    this.bits(codes[first + symbol] ?? 0, lengthsOfCodes[first + symbol] ?? 0);
    const more = ranges.bits[symbol] ?? 0;
    if (more > 0) this.bits(value - (ranges.base[symbol] ?? 0), more);
  }

  /** The code lengths of both alphabets, run-length coded, and before them the codes for that. */
  private codes(literalLengths: Uint8Array, distanceLengths: Uint8Array): void {
    const literals = Math.max(257, usedOf(literalLengths));
    const far = Math.max(1, usedOf(distanceLengths));
    const said = runs([...literalLengths.subarray(0, literals), ...distanceLengths.subarray(0, far)]);
    const counts = new Uint32Array(19);
    for (const { symbol } of said) counts[symbol] = (counts[symbol] ?? 0) + 1;
    const own = codeLengths(counts, 7);
    const ownCodes = codesOf(own);
    const listed = Math.max(4, 1 + orderOfLengths.findLastIndex((symbol) => (own[symbol] ?? 0) > 0));
    this.bits(literals - 257, 5);
    this.bits(far - 1, 5);
    this.bits(listed - 4, 4);
    for (const symbol of orderOfLengths.slice(0, listed)) this.bits(own[symbol] ?? 0, 3);
    for (const { symbol, more, value } of said) {
      this.bits(ownCodes[symbol] ?? 0, own[symbol] ?? 0);
      this.bits(value, more);
    }
  }

  /** At most 16 at a time. */
  private bits(value: number, count: number): void {
    this.pending |= value << this.pendingBits;
    this.pendingBits += count;
    while (this.pendingBits >= 8) {
      if (this.size === this.out.length) {
        const larger = new Uint8Array(2 * this.size);
        larger.set(this.out);
        this.out = larger;
      }
      this.out[this.size++] = this.pending & 255;
      this.pending >>>= 8;
      this.pendingBits -= 8;
    }
  }
}

const usedOf = (lengthsOfCodes: Uint8Array): number => 1 + lengthsOfCodes.findLastIndex((length) => length > 0);

interface Run {
  readonly symbol: number;
  readonly more: number;
  readonly value: number;
}

/** Code lengths with their repetitions drawn together: 16 is the one before again, 17 and 18 are zeros. */
function runs(values: readonly number[]): Run[] {
  const found: Run[] = [];
  for (let index = 0; index < values.length;) {
    const value = values[index] ?? 0;
    let count = 1;
    while (values[index + count] === value) count++;
    index += count;
    if (value !== 0) {
      found.push({ symbol: value, more: 0, value: 0 });
      count--;
    }
    while (count >= shortest) {
      const most = value !== 0 ? 6 : count > 10 ? 138 : 10;
      const part = Math.min(count, most);
      if (value !== 0) found.push({ symbol: 16, more: 2, value: part - 3 });
      else if (count > 10) found.push({ symbol: 18, more: 7, value: part - 11 });
      else found.push({ symbol: 17, more: 3, value: part - 3 });
      count -= part;
    }
    for (; count > 0; count--) found.push({ symbol: value, more: 0, value: 0 });
  }
  return found;
}
