/** Codes of few bits for what is frequent: Huffman's, with a longest length, as `deflate` wants them. Ties go to the lower symbol. */

/** How many bits each symbol gets; 0 for those that do not occur. */
export function codeLengths(counts: Uint32Array, longest: number): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  const used = [...counts.keys()].filter((symbol) => at(counts, symbol) > 0);
  used.sort((a, b) => at(counts, a) - at(counts, b) || a - b);
  if (used.length < 2) {
    for (const symbol of used) lengths[symbol] = 1;
    return lengths;
  }
  const perLength = shortened(depths(used.map((symbol) => at(counts, symbol))), longest);
  // The rarest get the longest.
  let next = 0;
  for (let length = longest; length > 0; length--)
    for (let left = at(perLength, length); left > 0; left--) lengths[used[next++] ?? 0] = length;
  return lengths;
}

/** How deep each leaf of Huffman's tree lies; `weights` in ascending order. */
function depths(weights: readonly number[]): Uint16Array {
  const leaves = weights.length;
  const weight = new Float64Array(2 * leaves - 1);
  weight.set(weights);
  const parent = new Uint16Array(2 * leaves - 1);
  let [leaf, node] = [0, leaves];
  for (let made = leaves; made < weight.length; made++) {
    for (let child = 0; child < 2; child++) {
      const takesLeaf = leaf < leaves && (node >= made || at(weight, leaf) <= at(weight, node));
      const lighter = takesLeaf ? leaf++ : node++;
      weight[made] = at(weight, made) + at(weight, lighter);
      parent[lighter] = made;
    }
  }
  const depth = new Uint16Array(weight.length);
  for (let index = weight.length - 2; index >= 0; index--) depth[index] = at(depth, at(parent, index)) + 1;
  return depth.subarray(0, leaves);
}

/** How many codes there are of each length, when none may be longer than the longest. */
function shortened(depth: Uint16Array, longest: number): Uint32Array {
  const perLength = new Uint32Array(longest + 1);
  for (const one of depth) perLength[Math.min(one, longest)] = at(perLength, Math.min(one, longest)) + 1;
  let room = 2 ** longest;
  perLength.forEach((count, length) => (room -= length === 0 ? 0 : count * 2 ** (longest - length)));
  // Each code that was cut takes room which a shorter one gives up by growing.
  for (; room < 0; room++) {
    let length = longest - 1;
    while (at(perLength, length) === 0) length--;
    perLength[longest] = at(perLength, longest) - 1;
    perLength[length] = at(perLength, length) - 1;
    perLength[length + 1] = at(perLength, length + 1) + 2;
  }
  return perLength;
}

/** The codes that follow from the lengths, with their first bit lowest. */
export function codesOf(lengths: Uint8Array): Uint16Array {
  const perLength = new Uint32Array(17);
  for (const length of lengths) if (length > 0) perLength[length] = at(perLength, length) + 1;
  const next = new Uint32Array(17);
  for (let length = 1; length < next.length; length++)
    next[length] = 2 * (at(next, length - 1) + at(perLength, length - 1));
  return Uint16Array.from(lengths, (length) => {
    if (length === 0) return 0;
    const code = at(next, length);
    next[length] = code + 1;
    return reversed(code, length);
  });
}

function reversed(code: number, length: number): number {
  let out = 0;
  for (let bit = 0; bit < length; bit++) out |= ((code >> bit) & 1) << (length - 1 - bit);
  return out;
}

function at(list: Uint8Array | Uint16Array | Uint32Array | Float64Array, index: number): number {
  return list[index] ?? 0;
}
