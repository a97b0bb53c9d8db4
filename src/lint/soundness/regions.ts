/**
 * How far a token gets by itself: from where it is born, over nodes that merge and choose, to the forks, joins and ends where that
 * stops.
 *
 * Separate because folding and playing both rest on it: between those points a token goes its own way, whatever the others do.
 */
import { at, type Arc, type Net, type Via } from './net.js';

export interface Region {
  /** The connections by which the token sets out. */
  readonly arcs: readonly Arc[];
  /** Nodes that the token can be at, forks included, in the order of distance. */
  readonly nodes: readonly number[];
  /** Where it can stop: connections into joins, forks, ends. */
  readonly entries: readonly Arc[];
  readonly forks: readonly number[];
  readonly ends: readonly number[];
  /** Nodes from which it never comes to any of these. */
  readonly trapped: readonly number[];
  /** The connection by which a node, or an end, is first come to. */
  readonly by: ReadonlyMap<number, Arc>;
}

export function regionOf({ kinds, outs, ins }: Net, arcs: readonly Arc[]): Region {
  const nodes: number[] = [];
  const entries: Arc[] = [];
  const forks: number[] = [];
  const ends: number[] = [];
  const by = new Map<number, Arc>();
  const go = (arc: Arc): void => {
    const kind = kinds[arc.to];
    if (kind === 'join') entries.push(arc);
    else if (!by.has(arc.to)) {
      by.set(arc.to, arc);
      if (kind === 'end') ends.push(arc.to);
      else nodes.push(arc.to);
      if (kind === 'fork') forks.push(arc.to);
    }
  };
  arcs.forEach(go);
  // The list grows while it is read.
  for (const node of nodes) if (kinds[node] !== 'fork') at(outs, node).forEach(go);

  const inside = new Set(nodes);
  const leaving = new Set<number>(forks);
  for (const { from } of entries) if (inside.has(from)) leaving.add(from);
  for (const end of ends) for (const { from } of at(ins, end)) if (inside.has(from)) leaving.add(from);
  for (const node of leaving) {
    for (const { from } of at(ins, node)) if (inside.has(from) && kinds[from] === 'pass') leaving.add(from);
  }
  return { arcs, nodes, entries, forks, ends, trapped: nodes.filter((node) => !leaving.has(node)), by };
}

/** Nothing enters it but the token itself. */
export function isClosed({ ins }: Net, { arcs, nodes }: Region): boolean {
  const inside = new Set(nodes);
  return nodes.every((node) => at(ins, node).every((arc) => arcs.includes(arc) || inside.has(arc.from)));
}

/** The nodes that a token passes from its birth until it stands at the far end of `last`, which is not named itself. */
export function wayTo(region: Region, last: Arc): Via {
  const arcs = [last];
  for (let first = last; !region.arcs.includes(first);) {
    const before = region.by.get(first.from);
    if (before === undefined) break;
    arcs.push(before);
    first = before;
  }
  return arcs
    .reverse()
    .flatMap(({ to, via }, index) => [...(via.length === 0 ? [] : [via]), ...(index === arcs.length - 1 ? [] : [to])]);
}
