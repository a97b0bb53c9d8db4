/**
 * Tokens of a folded net: one kind for each place where a token is born (a branch of a fork, a join, the start of the case), with what
 * can become of it.
 *
 * Separate from playing because it is worked out once, and decides what need not be played: a token that can only come to one entry of
 * a join counts as being there, and one that can only end, with nobody in its way, is left alone.
 */
import { at, type Arc, type Net } from './net.js';
import { regionOf, type Region } from './regions.js';

export interface Token {
  readonly index: number;
  readonly region: Region;
  /** The entry of a join that is the only place it can come to: it counts as being there. */
  readonly entry: Arc | undefined;
  /** The fork that it can only come to, once in a case: it is there at once. */
  readonly fork: number | undefined;
  /** It can only end, and nothing can meet it. */
  readonly apart: boolean;
  /** It never comes to a fork, a join or an end. */
  readonly lost: boolean;
}

export interface Tokens {
  readonly all: readonly Token[];
  readonly first: Token;
  /** By the number of the fork: one for each branch. */
  readonly ofFork: ReadonlyMap<number, readonly Token[]>;
  readonly ofJoin: ReadonlyMap<number, Token>;
  /** Connections into joins, by number. */
  readonly intoJoins: ReadonlyMap<number, Arc>;
}

/** Undefined if there is too much to look at. */
export function tokensOf(net: Net, budget: { work: number }): Tokens | undefined {
  const regions: { readonly region: Region; readonly fork?: number }[] = [];
  const add = (arcs: readonly Arc[], fork?: number): number => {
    const region = budget.work > 0 ? regionOf(net, arcs) : regionOf(net, []);
    budget.work -= region.nodes.length + 1;
    return regions.push({ region, ...(fork !== undefined && { fork }) }) - 1;
  };
  const first = add(at(net.outs, net.source));
  const forks = new Map<number, readonly number[]>();
  const joins = new Map<number, number>();
  for (let node = 0; node < net.source; node += 1) {
    if (at(net.ins, node).length === 0) continue;
    const outs = at(net.outs, node);
    if (net.kinds[node] === 'fork')
      forks.set(
        node,
        outs.map((arc) => add([arc], node)),
      );
    if (net.kinds[node] === 'join') joins.set(node, add(outs));
  }
  if (budget.work <= 0) return undefined;

  const visitors = new Array<number>(net.source + 1).fill(0);
  for (const { region } of regions) for (const node of region.nodes) visitors[node] = (visitors[node] ?? 0) + 1;
  const all = regions.map(({ region, fork }, index): Token => {
    const { entries, forks: toForks, ends, trapped, nodes } = region;
    const free = trapped.length === 0;
    const [entry] = entries;
    const endsOnly = free && entries.length + toForks.length === 0;
    return {
      index,
      region,
      entry: free && entries.length === 1 && toForks.length + ends.length === 0 ? entry : undefined,
      fork:
        index !== first && free && toForks.length === 1 && entries.length + ends.length === 0
          ? once(net, toForks[0])
          : undefined,
      apart: endsOnly && nodes.every((node) => visitors[node] === 1) && fork !== undefined && !again(net, fork),
      lost: entries.length + toForks.length + ends.length === 0,
    };
  });
  const token = (index: number): Token => {
    const found = all[index];
    if (found === undefined) throw new Error(`there is no token ${String(index)}`);
    return found;
  };
  return {
    all,
    first: token(first),
    ofFork: new Map([...forks].map(([fork, list]) => [fork, list.map(token)])),
    ofJoin: new Map([...joins].map(([join, index]) => [join, token(index)])),
    intoJoins: new Map([...joins.keys()].flatMap((join) => at(net.ins, join).map((arc) => [arc.index, arc]))),
  };
}

/** A fork that a case can come to only once, unless two tokens meet; and which then shows, because something is born that can meet. */
function once(net: Net, fork: number | undefined): number | undefined {
  if (fork === undefined || again(net, fork)) return undefined;
  return at(net.outs, fork).some(({ to }) => net.kinds[to] !== 'end') ? fork : undefined;
}

/** Can a case come to this node a second time? */
function again(net: Net, node: number): boolean {
  const met = new Set(at(net.outs, node).map(({ to }) => to));
  for (const next of met) for (const { to } of at(net.outs, next)) met.add(to);
  return met.has(node);
}
