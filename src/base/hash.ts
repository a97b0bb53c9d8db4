/**
 * A short name for a text, the same on every machine: FNV-1a over its UTF-8, 64 bits, twice with different beginnings.
 *
 * Not for secrets. Own code, because the packages and Node's module for it belong to the outside world, and because a fingerprint
 * that changed with their version would make every known finding a new one.
 */
const prime = 0x100000001b3n;
const mask = (1n << 64n) - 1n;

/** 32 hexadecimal digits. */
export function fingerprint(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return [0xcbf29ce484222325n, 0x84222325cbf29ce4n].map((basis) => hash(bytes, basis)).join('');
}

function hash(bytes: Uint8Array, basis: bigint): string {
  let value = basis;
  for (const byte of bytes) value = ((value ^ BigInt(byte)) * prime) & mask;
  return value.toString(16).padStart(16, '0');
}
