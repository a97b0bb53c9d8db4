/**
 * Which information moves in a process, and between whom: the data-flow diagram as lists, before anything is drawn.
 *
 * A step is a process of the diagram if it reads or writes data, or if a connection says that it carries something from or to it. What
 * belongs to a customer or a partner and touches no data is outside: their handovers become flows of the party. Forks and joins only
 * pass on. Invariant: one flow for each pair of ends and direction, whatever has several names.
 */
import type { DataRef, Edge, Process, ProcessNode } from '../../model/process.js';
import type { Text } from '../../model/text.js';
import { phasesOf } from '../phases.js';
import type { Voice } from '../voice.js';
import { dataPhrases } from './phrases.js';

export interface Place {
  readonly kind: 'store' | 'party';
  readonly id: string;
}

/** Between a process and a place: `in` is read or received, `out` is written or handed out. */
export interface PlaceFlow {
  readonly node: string;
  readonly place: Place;
  readonly way: 'in' | 'out';
  /** In words, none where nobody says; of a store's flow instead what is read or written of it. */
  readonly names: readonly string[];
  readonly refs: readonly DataRef[];
}

/** From process to process. */
export interface Pass {
  readonly from: string;
  readonly to: string;
  readonly names: readonly string[];
}

export interface Flows {
  /** In the order of the diagram: phases first, then the order of the file. */
  readonly processes: readonly ProcessNode[];
  readonly places: readonly PlaceFlow[];
  readonly passes: readonly Pass[];
}

export function dataFlows(process: Process, voice: Voice): Flows {
  const nodes = new Map(process.nodes.map((node) => [node.id, node]));
  const parties = new Set(
    process.owners.flatMap(({ id, kind }) => (kind === 'customer' || kind === 'partner' ? [id] : [])),
  );
  const touches = (node: ProcessNode): boolean => node.reads.length + node.writes.length > 0;
  const partyOf = (node: ProcessNode): string | undefined =>
    node.owner !== undefined && parties.has(node.owner) && !touches(node) ? node.owner : undefined;
  const lines = (texts: readonly Text[]): readonly string[] => texts.map(voice.line).filter((line) => line !== '');

  const taking = new Set(process.nodes.filter(touches).map(({ id }) => id));
  const places = new Map<string, PlaceFlow>();
  const passes = new Map<string, Pass>();
  const place = (flow: PlaceFlow): void => {
    const key = JSON.stringify([flow.node, flow.place.kind, flow.place.id, flow.way]);
    const known = places.get(key);
    places.set(key, {
      ...flow,
      names: [...new Set([...(known?.names ?? []), ...flow.names])],
      refs: [...(known?.refs ?? []), ...flow.refs],
    });
  };
  const pass = (from: ProcessNode, to: ProcessNode, names: readonly string[]): void => {
    if (from === to) return;
    const key = JSON.stringify([from.id, to.id]);
    passes.set(key, { from: from.id, to: to.id, names: [...new Set([...(passes.get(key)?.names ?? []), ...names])] });
    taking.add(from.id).add(to.id);
  };

  for (const node of process.nodes) {
    for (const [way, refs] of [
      ['in', node.reads],
      ['out', node.writes],
    ] as const) {
      for (const ref of refs)
        place({ node: node.id, place: { kind: 'store', id: ref.store }, way, names: [], refs: [ref] });
    }
  }
  for (const edge of process.edges) {
    for (const from of ends(edge.from, 'from', process.edges, nodes)) {
      for (const to of ends(edge.to, 'to', process.edges, nodes)) {
        const [giver, taker] = [partyOf(from), partyOf(to)];
        const carried = lines(edge.carries);
        if (giver === undefined && taker === undefined) {
          if (carried.length > 0) pass(from, to, carried);
          continue;
        }
        if (giver !== undefined && taker !== undefined) continue;
        // Where time ran out, nothing was handed over.
        if (edge.kind === 'timeout' && carried.length === 0) continue;
        const inside = giver === undefined ? from : to;
        const names = carried.length > 0 ? carried : handedOver(edge, from, to, giver, lines, voice);
        // An answer or an event is worth drawing only where it meets data; a thing with a name always is.
        if (names.length === 0 || (!touches(inside) && carried.length === 0)) continue;
        taking.add(inside.id);
        place({
          node: inside.id,
          place: { kind: 'party', id: giver ?? taker ?? '' },
          way: giver === undefined ? 'out' : 'in',
          names,
          refs: [],
        });
      }
    }
  }
  for (const node of process.nodes) {
    if (node.owner === undefined || !parties.has(node.owner) || !touches(node)) continue;
    // Their own step that touches our data: what they bring to it. The step's name is what is done, and names no data.
    const brought = [node.inputs, node.outputs].map(lines).find((names) => names.length > 0) ?? [];
    if (node.inputs.length > 0 || node.writes.length > 0)
      place({ node: node.id, place: { kind: 'party', id: node.owner }, way: 'in', names: brought, refs: [] });
  }
  const { answer } = dataPhrases(voice.language);
  // Beside things with names an answer is no thing of its own.
  const named = [...places.values()].map((flow): PlaceFlow =>
    flow.names.length > 1 ? { ...flow, names: flow.names.filter((name) => name !== answer) } : flow,
  );
  return { processes: ordered(process, taking), places: named, passes: [...passes.values()] };
}

/** What a handover to or from a party hands over, where the connection itself does not say. */
function handedOver(
  edge: Edge,
  from: ProcessNode,
  to: ProcessNode,
  giver: string | undefined,
  lines: (texts: readonly Text[]) => readonly string[],
  voice: Voice,
): readonly string[] {
  const [given, wanted] = [lines(from.outputs), lines(to.inputs)];
  const both = given.filter((name) => wanted.includes(name));
  if (both.length > 0) return both;
  if (giver === undefined) return wanted.length > 0 ? wanted : given;
  if (given.length > 0) return given;
  if (from.type === 'start') return [voice.name(from)];
  // Their answer, whichever it is: `Yes` is its value and not its name. To themselves they need not give it.
  if (from.type === 'decision') return to.owner === giver ? [] : [dataPhrases(voice.language).answer];
  const outcome = voice.line(edge.when);
  return outcome === '' ? [] : [outcome];
}

/** The step itself, or what stands behind the forks and joins that a connection meets. */
function ends(
  id: string,
  side: 'from' | 'to',
  edges: readonly Edge[],
  nodes: ReadonlyMap<string, ProcessNode>,
): readonly ProcessNode[] {
  const found = new Map<string, ProcessNode>();
  const seen = new Set<string>();
  const waiting = [id];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const node = nodes.get(at);
    if (node === undefined || seen.has(at)) continue;
    seen.add(at);
    if ((node.type !== 'fork' && node.type !== 'join') || node.reads.length + node.writes.length > 0) {
      found.set(at, node);
      continue;
    }
    for (const edge of edges) {
      if (side === 'to' && edge.from === at) waiting.push(edge.to);
      if (side === 'from' && edge.to === at) waiting.push(edge.from);
    }
  }
  return [...found.values()];
}

function ordered(process: Process, taking: ReadonlySet<string>): readonly ProcessNode[] {
  const index = new Map(process.phases.map(({ id }, position) => [id, position]));
  const phases = phasesOf(process);
  const at = (node: ProcessNode): number => index.get(phases.get(node.id) ?? '') ?? 0;
  return process.nodes.filter(({ id }) => taking.has(id)).sort((a, b) => at(a) - at(b));
}
