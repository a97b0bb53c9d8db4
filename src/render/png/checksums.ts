/** The two checksums of a PNG: CRC-32 of each chunk, and Adler's of the bytes before they were compressed. */

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (table[(value ^ byte) & 255] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}

const base = 65_521;

/** Sums of so many stay small enough for the fastest arithmetic. */
const fewPixels = 500;

/**
 * Adler's checksum, for what is told as runs: a run takes no longer than one byte.
 *
 * Remainders are taken at the end of each row, not at each step: until then the sums stay whole numbers that are exact.
 */
export class Adler {
  private low = 1;
  private high = 0;

  /** The same four bytes, or the first three of them, so many times. */
  repeated(bytes: Uint8Array, depth: number, times: number): void {
    const [a = 0, b = 0, c = 0, d = 0] = bytes;
    const sum = a + b + c + (depth === 4 ? d : 0);
    const weighted = depth === 4 ? 4 * a + 3 * b + 2 * c + d : 3 * a + 2 * b + c;
    this.high += times * (depth * this.low + weighted) + depth * sum * ((times * (times - 1)) / 2);
    this.low += times * sum;
  }

  /** Red, green and blue of so many pixels, which lie there with an alpha. */
  opaque(data: Uint8Array, first: number, count: number): void {
    for (let from = first; from < first + count; from += fewPixels) {
      const to = Math.min(first + count, from + fewPixels);
      let [sum, weighted] = [0, 0];
      for (let at = 4 * from; at < 4 * to; at += 4) {
        const [a, b, c] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
        weighted += 3 * (sum + a) + 2 * b + c;
        sum += a + b + c;
      }
      this.high += 3 * (to - from) * this.low + weighted;
      this.low += sum;
    }
  }

  zeros(count: number): void {
    this.high += count * this.low;
  }

  byte(value: number): void {
    this.low += value;
    this.high += this.low;
  }

  endOfRow(): void {
    this.low %= base;
    this.high %= base;
  }

  value(): number {
    this.endOfRow();
    return this.high * 65_536 + this.low;
  }
}
