/**
 * Forks and joins that have no section of their own: the steps around them tell which of them run side by side and what waits for what.
 */
import { isMereBar } from '../../model/bars.js';
import { outgoing } from '../../model/graph.js';
import type { Edge, Process } from '../../model/process.js';

type Ids = readonly string[];

export interface Bars {
  readonly has: (id: string) => boolean;
  /** Of a bar: the steps that begin behind it, and those that must be complete first. */
  readonly ahead: (id: string) => { readonly to: Ids; readonly awaits: Ids };
  /** Of a step behind bars: what begins at the same time; and what must be complete first, unless it is reached past them too. */
  readonly before: (id: string) => { readonly awaits: Ids; readonly beside: Ids };
  /** The steps from which the ways into a fork or join come, whether it is a bar or a step. */
  readonly sources: (id: string) => Ids;
}

/** Nothing is said of the connection either. */
const isPlain = ({ kind, when, otherwise, chance, segments, carries }: Edge): boolean =>
  kind === 'next' && when === undefined && chance === undefined && !otherwise && segments.length + carries.length === 0;

export function barsOf({ nodes, edges, kpis }: Process): Bars {
  const out = outgoing(nodes, edges);
  const typeOf = new Map(nodes.map(({ id, type }) => [id, type]));
  // Where an indicator is measured is a place that people speak of.
  const measured = new Set(kpis.flatMap(({ from, to }) => [from, to]));
  const bars = new Set(
    nodes
      .filter((node) => isMereBar(node) && !measured.has(node.id) && (out.get(node.id) ?? []).every(isPlain))
      .map(({ id }) => id),
  );
  const into = (id: string): Ids =>
    edges.filter(({ to, kind }) => to === id && kind === 'next').map(({ from }) => from);

  /** The bars that are met from one on, it among them, and the steps that are met behind them. */
  const walk = (id: string, next: (id: string) => Ids): { readonly met: Ids; readonly steps: Ids } => {
    const [met, steps] = [new Set([id]), new Set<string>()];
    for (const bar of met) for (const at of next(bar)) (bars.has(at) ? met : steps).add(at);
    return { met: [...met], steps: [...steps] };
  };
  const sources = (id: string): Ids => walk(id, into).steps;
  const awaitedAt = (met: Ids): Ids => [
    ...new Set(met.filter((id) => typeOf.get(id) === 'join').flatMap((id) => sources(id))),
  ];
  const ahead: Bars['ahead'] = (id) => {
    const { met, steps } = walk(id, (bar) => (out.get(bar) ?? []).map(({ to }) => to));
    return { to: steps, awaits: awaitedAt(met) };
  };
  // A bar behind which nothing comes is told of by itself: no step could.
  for (const id of [...bars]) if (ahead(id).to.length === 0) bars.delete(id);

  return {
    has: (id) => bars.has(id),
    ahead,
    before(id) {
      const from = into(id);
      const forks = from.filter((one) => bars.has(one) && typeOf.get(one) === 'fork');
      const isPast = from.some((one) => !bars.has(one));
      return {
        awaits: isPast ? [] : awaitedAt(from.flatMap((one) => walk(one, into).met)),
        beside: [...new Set(forks.flatMap((one) => ahead(one).to))].filter((one) => one !== id),
      };
    },
    sources,
  };
}
