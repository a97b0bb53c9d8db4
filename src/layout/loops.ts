/**
 * Which connections run back, and the order of a first walk through the graph.
 *
 * Depth-first search, main branch first, takes for a loop what leads to a node that is still open. Where a loop can be entered in several
 * places that depends on the way the search took: from a late "measure again" it comes upon a side branch from behind, and then the
 * branch's own way on looks like the loop, and the branch itself like what comes after. An author who goes back writes an answer or an
 * escalation; so there the one by which the search came in runs back, and the search is made once more without it. Loops that go
 * back on their own account stay as they are found.
 */
export interface Link {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

export interface Walk {
  /** When each node was met first. */
  readonly preorder: Int32Array;
  /** Indices of the links that run back. */
  readonly back: ReadonlySet<number>;
}

/**
 * `out`: the links that leave each node, the main one first. `roots`: where the search begins, one after the other; `starts`: where the
 * process does. `conditional`: whether a link is one of several that a node chooses from, or an escalation.
 */
export function walk(
  out: readonly (readonly Link[])[],
  roots: readonly number[],
  starts: readonly number[],
  conditional: (link: Link) => boolean,
): Walk {
  const bypassed = new Map<number, Uint8Array>();
  /** What can be reached without a node. */
  const without = (node: number): Uint8Array => {
    const known = bypassed.get(node) ?? reach(out, starts, node);
    bypassed.set(node, known);
    return known;
  };
  const retries = new Set<number>();
  for (;;) {
    const found = search(out, roots, retries);
    const retry = found.back.map((link) => retryBehind(link, found.into, without, conditional)).find(Boolean);
    if (retry === undefined)
      return { preorder: found.preorder, back: new Set([...found.back.map(({ index }) => index), ...retries]) };
    retries.add(retry.index);
  }
}

/**
 * The retry on the way of the search from the target of a link that seems to run back to its source: what it enters, and the source, can
 * also be reached without passing that target. Undefined if there is none.
 */
function retryBehind(
  link: Link,
  into: readonly (Link | undefined)[],
  without: (node: number) => Uint8Array,
  conditional: (link: Link) => boolean,
): Link | undefined {
  if (conditional(link)) return undefined;
  const free = without(link.to);
  let retry: Link | undefined;
  for (let at = link.from; free[link.from] === 1 && at !== link.to;) {
    const entry = into[at];
    if (entry === undefined) return undefined;
    if (free[at] === 1 && conditional(entry)) retry = entry;
    at = entry.from;
  }
  return retry;
}

/** By node: 1 if it can be reached from the starts without passing one. */
function reach(out: readonly (readonly Link[])[], starts: readonly number[], without: number): Uint8Array {
  const reached = new Uint8Array(out.length);
  const waiting = starts.filter((index) => index !== without);
  for (const index of waiting) reached[index] = 1;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const { to } of out[at] ?? []) {
      if (to === without || reached[to] === 1) continue;
      reached[to] = 1;
      waiting.push(to);
    }
  }
  return reached;
}

/** Depth-first search without recursion: when each node was met first and by which link, and the links that close a loop. */
function search(out: readonly (readonly Link[])[], roots: readonly number[], leftOut: ReadonlySet<number>) {
  const state = new Uint8Array(out.length);
  const preorder = new Int32Array(out.length).fill(-1);
  const into: (Link | undefined)[] = out.map(() => undefined);
  const back: Link[] = [];
  let clock = 0;
  for (const root of roots) {
    if (state[root] !== 0) continue;
    const stack = [{ node: root, next: 0 }];
    state[root] = 1;
    preorder[root] = clock++;
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const link = out[top.node]?.[top.next++];
      if (link === undefined) {
        state[top.node] = 2;
        stack.pop();
      } else if (leftOut.has(link.index)) {
        continue;
      } else if (state[link.to] === 1) {
        back.push(link);
      } else if (state[link.to] === 0) {
        state[link.to] = 1;
        into[link.to] = link;
        preorder[link.to] = clock++;
        stack.push({ node: link.to, next: 0 });
      }
    }
  }
  return { preorder, back, into };
}
