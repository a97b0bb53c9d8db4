/**
 * Tokens of a folded net: one kind for each place where a token is born (a branch of a fork, a join, the start of the case), with what
 * can become of it.
 *
 * Separate from playing because it decides what need not be played: a token that can only come to one entry of a join counts as being
 * there, and one that can only end, with nobody in its way, is left alone. Each is worked out when it is first born.
 */
import { at, type Arc, type Budget, type Net } from './net.js';
import { isClosed, regionOf, type Region } from './regions.js';

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
  readonly first: Token;
  readonly get: (index: number) => Token;
  /** One for each branch. */
  readonly ofFork: (fork: number) => readonly Token[];
  readonly ofJoin: (join: number) => readonly Token[];
  /** The join into which a connection of that number leads. */
  readonly joinOf: (arc: number) => number | undefined;
}

interface Birth {
  readonly arcs: readonly Arc[];
  readonly fork?: number;
}

export function tokensOf(net: Net, budget: Budget): Tokens {
  const births: Birth[] = [{ arcs: at(net.outs, net.source) }];
  const ofNode = new Map<number, readonly number[]>();
  const joinOf = new Map<number, number>();
  for (let node = 0; node < net.source; node += 1) {
    if (at(net.ins, node).length === 0) continue;
    const outs = at(net.outs, node);
    if (net.kinds[node] === 'fork') {
      ofNode.set(
        node,
        outs.map((arc) => births.push({ arcs: [arc], fork: node }) - 1),
      );
    } else if (net.kinds[node] === 'join') {
      ofNode.set(node, [births.push({ arcs: outs }) - 1]);
      for (const arc of at(net.ins, node)) joinOf.set(arc.index, node);
    }
  }
  const known = new Map<number, Token>();
  const get = (index: number): Token => {
    let token = known.get(index);
    if (token === undefined) known.set(index, (token = tokenOf(net, index, births[index] ?? { arcs: [] }, budget)));
    return token;
  };
  const of = (node: number): readonly Token[] => (ofNode.get(node) ?? []).map(get);
  return { first: get(0), get, ofFork: of, ofJoin: of, joinOf: (arc) => joinOf.get(arc) };
}

function tokenOf(net: Net, index: number, { arcs, fork }: Birth, budget: Budget): Token {
  const region = regionOf(net, arcs);
  const { entries, forks, ends, trapped, nodes } = region;
  budget.work -= 10 * (nodes.length + 1);
  const free = trapped.length === 0;
  const [entry] = entries;
  const [next] = forks;
  const isOne = free && entries.length + forks.length + ends.length === 1;
  const endsOnly = free && entries.length + forks.length === 0;
  return {
    index,
    region,
    entry: isOne ? entry : undefined,
    fork: isOne && index > 0 && next !== undefined && showsOnce(net, next, budget) ? next : undefined,
    apart: endsOnly && fork !== undefined && isClosed(net, region) && !again(net, fork, budget),
    lost: entries.length + forks.length + ends.length === 0,
  };
}

/** A fork that a case can come to only once, unless two tokens meet; and that then shows, because something is born that can meet. */
function showsOnce(net: Net, fork: number, budget: Budget): boolean {
  return at(net.outs, fork).some(({ to }) => net.kinds[to] !== 'end') && !again(net, fork, budget);
}

/** Can a case come to this node a second time? */
function again(net: Net, node: number, budget: Budget): boolean {
  const met = new Set(at(net.outs, node).map(({ to }) => to));
  for (const next of met) for (const { to } of at(net.outs, next)) met.add(to);
  budget.work -= met.size;
  return met.has(node);
}
