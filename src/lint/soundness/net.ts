/**
 * The workflow graph of a process: what a case does, without what it is about.
 *
 * A case is a set of tokens. It enters with one token at one of the starts (several starts are several ways to enter, not parallel
 * beginnings). Then:
 *
 * - A task, wait, subflow or decision takes the token that comes by any of its connections and hands it on by exactly one: a branch
 *   of a decision, an end of the child flow, or the timeout, which is taken instead of the normal way on. Which one is anybody's
 *   choice: conditions are words. Whatever is entered by several connections merges them; it does not wait.
 * - A fork takes one token, by any of its connections, and hands one on by each of its branches.
 * - A join waits until a token has come by each of its connections, takes them all, and hands one on.
 * - An end takes the token. The case is completed when no token is left: an end reached in one parallel branch does not stop the others.
 *
 * Connections from steps that no case can come to count for nothing: no token comes by them, and to say so is another rule's business.
 */
import { outgoing, type GraphEdge, type GraphNode } from '../../model/graph.js';

/** `pass`: takes a token by any way and hands it on by one. */
export type Kind = 'pass' | 'fork' | 'join' | 'end';

/** Nodes on a way; nested, because blocks are folded inside each other and most ways are never told. */
export type Via = readonly (number | Via)[];

/** A connection. After blocks are folded, `via` names the nodes that were on the way. */
export interface Arc {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly via: Via;
}

/** What may still be looked at, counted. */
export interface Budget {
  work: number;
}

export interface Net {
  /** By number; the last, nameless one is where all starts are entered from. */
  readonly ids: readonly string[];
  readonly kinds: Kind[];
  readonly outs: Arc[][];
  readonly ins: Arc[][];
  readonly source: number;
  /** Nodes that were folded into this one, and into those again: each of them is passed when it is. */
  readonly inside: (readonly number[])[];
  arcCount: number;
}

export function netOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Net {
  const out = outgoing(nodes, edges);
  const starts = nodes.filter(({ type }) => type === 'start').map(({ id }) => id);
  const reached = new Set(starts);
  for (const id of reached) for (const { to } of out.get(id) ?? []) if (out.has(to)) reached.add(to);
  const known = nodes.filter(({ id }) => reached.has(id));
  const numbers = new Map(known.map(({ id }, number) => [id, number]));
  const source = known.length;
  const net: Net = {
    ids: [...known.map(({ id }) => id), ''],
    kinds: [...known.map(({ type }) => kindOf(type)), 'pass'],
    outs: Array.from({ length: source + 1 }, () => []),
    ins: Array.from({ length: source + 1 }, () => []),
    source,
    inside: Array.from({ length: source + 1 }, () => []),
    arcCount: 0,
  };
  for (const id of starts) connect(net, source, numbers.get(id) ?? source);
  for (const [from, { id }] of known.entries()) {
    if (net.kinds[from] === 'end') continue;
    for (const edge of out.get(id) ?? []) {
      const to = numbers.get(edge.to);
      if (to !== undefined) connect(net, from, to);
    }
  }
  for (let node = 0; node < source; node += 1) {
    // A node that leads nowhere is compile's to complain about.
    if (at(net.outs, node).length === 0) net.kinds[node] = 'end';
    else if (isTrivial(net, node)) net.kinds[node] = 'pass';
  }
  return net;
}

function kindOf(type: string | undefined): Kind {
  return type === 'fork' || type === 'join' || type === 'end' ? type : 'pass';
}

/** One branch forks nothing, one entry waits for nothing. */
function isTrivial({ kinds, outs, ins }: Net, node: number): boolean {
  return (kinds[node] === 'fork' ? outs : ins)[node]?.length === 1;
}

export function connect(net: Net, from: number, to: number, via: Via = []): void {
  const arc: Arc = { index: net.arcCount, from, to, via };
  net.arcCount += 1;
  at(net.outs, from).push(arc);
  at(net.ins, to).push(arc);
}

/** Lists by node have an entry for each. */
export function at<T>(lists: readonly (readonly T[])[] | T[][], node: number): T[] {
  const list = lists[node];
  if (list === undefined) throw new Error(`the net has no node ${String(node)}`);
  return list as T[];
}

export function idOf({ ids }: Net, node: number): string {
  return ids[node] ?? '';
}

/** The step from which a connection is drawn, also after folding. */
export function lastBefore(net: Net, { via, from }: Arc): string {
  let last: number | Via | undefined = via;
  while (typeof last === 'object') last = last.at(-1);
  return idOf(net, last ?? from);
}

export function flat(via: Via): readonly number[] {
  const nodes: number[] = [];
  const left: (number | Via)[] = [via];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === 'number') nodes.push(next);
    else for (const part of [...next].reverse()) left.push(part);
  }
  return nodes;
}
