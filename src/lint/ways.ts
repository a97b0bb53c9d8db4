/**
 * Ways through a process: the order in which work is done, what comes right before a step, a shortest way as a witness.
 *
 * Separate because many rules ask along ways and none may count them: there can be more ways than atoms. Everything here walks
 * each connection a bounded number of times. "Forward" leaves out the connections that close a loop.
 */
import { quote } from '../base/quote.js';
import { backEdges, outgoing } from '../model/graph.js';
import type { Edge, Process, ProcessNode } from '../model/process.js';
import { perProcess } from './per-process.js';

export interface Ways {
  /** Every node, each before those it leads to by forward connections. */
  readonly order: readonly ProcessNode[];
  /** Forward connections that leave a node. */
  readonly out: (id: string) => readonly Edge[];
  /** Forward connections that enter a node. */
  readonly into: (id: string) => readonly Edge[];
}

export const waysOf = perProcess((process: Process): Ways => {
  const back = backEdges(process.nodes, process.edges);
  const forward = process.edges.filter(({ id }) => !back.has(id));
  const out = outgoing(process.nodes, forward);
  const into = new Map<string, Edge[]>(process.nodes.map(({ id }) => [id, []]));
  for (const edge of forward) into.get(edge.to)?.push(edge);
  const waiting = new Map(process.nodes.map(({ id }) => [id, into.get(id)?.length ?? 0]));
  const byId = new Map(process.nodes.map((node) => [node.id, node]));
  const order = new Set(process.nodes.filter(({ id }) => waiting.get(id) === 0));
  for (const { id } of order) {
    for (const { to } of out.get(id) ?? []) {
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      const node = byId.get(to);
      if (left === 0 && node !== undefined) order.add(node);
    }
  }
  return { order: [...order], out: (id) => out.get(id) ?? [], into: (id) => into.get(id) ?? [] };
});

/** A shortest way from one of `from` to the first node that is a `goal`, over nodes that `may` be walked through; ends included. */
export function shortestWay(
  from: Iterable<string>,
  next: (id: string) => readonly string[],
  goal: (id: string) => boolean,
  may: (id: string) => boolean = () => true,
): readonly string[] | undefined {
  const before = new Map<string, string | undefined>();
  for (const id of from) before.set(id, undefined);
  for (const id of before.keys()) {
    if (goal(id)) return traced(before, id);
    if (!may(id)) continue;
    for (const to of next(id)) if (!before.has(to)) before.set(to, id);
  }
  return undefined;
}

function traced(before: ReadonlyMap<string, string | undefined>, goal: string): readonly string[] {
  const way: string[] = [];
  for (let at: string | undefined = goal; at !== undefined; at = before.get(at)) way.push(at);
  return way.reverse();
}

/** `"start" → "capture" → "call"`; the middle of a long way is left out. */
export function tellWay(way: readonly string[], most = 8): string {
  const quoted = way.map((id) => quote(id));
  if (quoted.length <= most) return quoted.join(' → ');
  return [...quoted.slice(0, most - 4), `… ${quoted.length - most + 1} more …`, ...quoted.slice(-3)].join(' → ');
}

/** The steps at which work was last done before `id`: decisions, waits, forks and joins in between are walked through. */
export function workBefore(process: Process, id: string): readonly ProcessNode[] {
  const byId = nodesOf(process);
  const { into } = waysOf(process);
  const met = new Set(into(id).map(({ from }) => from));
  const found: ProcessNode[] = [];
  for (const from of met) {
    const node = byId.get(from);
    if (node?.type === 'task' || node?.type === 'subflow') found.push(node);
    else for (const edge of into(from)) met.add(edge.from);
  }
  return found;
}

/** The steps at which work is done next after `id`: forward, unless `out` says otherwise. */
export function workAfter(
  process: Process,
  id: string,
  out: Ways['out'] = waysOf(process).out,
): readonly ProcessNode[] {
  const byId = nodesOf(process);
  const met = new Set(out(id).map(({ to }) => to));
  const found: ProcessNode[] = [];
  for (const to of met) {
    const node = byId.get(to);
    if (node?.type === 'task' || node?.type === 'subflow') found.push(node);
    else for (const edge of out(to)) met.add(edge.to);
  }
  return found;
}

const nodesOf = perProcess((process) => new Map(process.nodes.map((node) => [node.id, node])));

/** For each node the nearest later one that every forward way from it comes through; none where some ways end before. */
export const meetingsOf = perProcess((process: Process): ReadonlyMap<string, string> => {
  const { order, out } = waysOf(process);
  const place = new Map(order.map(({ id }, index) => [id, index]));
  const meets = new Map<string, string>();
  const placeOf = (id: string | undefined): number =>
    id === undefined ? order.length : (place.get(id) ?? order.length);
  for (const { id } of [...order].reverse()) {
    let common: string | undefined;
    for (const [index, { to }] of out(id).entries()) {
      let one: string | undefined = index === 0 ? to : common;
      let other: string | undefined = to;
      while (one !== other) {
        if (placeOf(one) < placeOf(other)) one = one === undefined ? undefined : meets.get(one);
        else other = other === undefined ? undefined : meets.get(other);
      }
      common = one;
    }
    if (common !== undefined) meets.set(id, common);
  }
  return meets;
});
