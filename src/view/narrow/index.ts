/**
 * A process narrowed to what a filter asks for, before any view is made of it: every view of graphs can be filtered, and none knows.
 *
 * A part keeps its neighbours across its border, so that one sees where it comes from and leads to; they are dimmed, and without their
 * data. Invariant: every connection that is left has both its ends.
 */
import { outgoing } from '../../model/graph.js';
import type { Edge, Process, ProcessNode } from '../../model/process.js';
import type { Filter } from '../../model/filter.js';
import { say } from '../../model/text.js';
import { phasesOf } from '../phases.js';

export interface Narrowed {
  readonly process: Process;
  /** Ids of nodes and connections that the part only touches, or cannot reach. */
  readonly dimmed: ReadonlySet<string>;
}

export function narrow(process: Process, filter: Filter): Narrowed {
  const reached = filter.segment === undefined ? undefined : reach(process, filter.segment);
  const hidden = reached !== undefined && filter.rest !== 'dim';
  const open = hidden
    ? { nodes: process.nodes.filter(({ id }) => reached.nodes.has(id)), edges: reached.edges }
    : process;
  const inside = insideOf(process, filter);
  const core = new Set(open.nodes.flatMap((node) => (inside(node) ? [node.id] : [])));
  const parted = filter.phase !== undefined || filter.owner !== undefined;
  const edges = parted ? open.edges.filter(({ from, to }) => core.has(from) || core.has(to)) : open.edges;
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const nodes = open.nodes.filter(({ id }) => core.has(id) || touched.has(id));
  const unreached = reached === undefined ? [] : edges.filter((edge) => !reached.edges.includes(edge));
  const dimmed = new Set([
    ...nodes.flatMap(({ id }) => (!core.has(id) || reached?.nodes.has(id) === false ? [id] : [])),
    ...unreached.map(({ id }) => id),
  ]);
  return {
    process: {
      ...process,
      nodes: nodes.map((node) => (dimmed.has(node.id) ? bare(node) : node)),
      edges: edges.map((edge) => (dimmed.has(edge.id) ? { ...edge, carries: [] } : edge)),
    },
    dimmed,
  };
}

/** What stands beside the part says its name and no more. */
function bare(node: ProcessNode): ProcessNode {
  const { sla: _, timeout: _2, ...rest } = node;
  return { ...rest, reads: [], writes: [], risks: [], via: [], cadence: [], inputs: [], outputs: [] };
}

function insideOf(process: Process, { phase, owner }: Filter): (node: ProcessNode) => boolean {
  const phases = phasesOf(process);
  const owners = new Set<string>();
  const waiting = owner === undefined ? [] : [owner];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (owners.has(at)) continue;
    owners.add(at);
    waiting.push(...(process.owners.find(({ id }) => id === at)?.members ?? []));
  }
  return (node) =>
    (phase === undefined || phases.get(node.id) === phase) &&
    (owner === undefined || (node.owner !== undefined && owners.has(node.owner)));
}

/** What a customer of a segment can come to, and by which connections. */
function reach(
  process: Process,
  segment: string,
): { readonly nodes: ReadonlySet<string>; readonly edges: readonly Edge[] } {
  const open = process.edges.filter((edge) => isOpen(edge, process, segment));
  const out = outgoing(process.nodes, open);
  const nodes = new Set<string>();
  const waiting = process.nodes.filter(({ type }) => type === 'start').map(({ id }) => id);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (nodes.has(at)) continue;
    nodes.add(at);
    waiting.push(...(out.get(at) ?? []).map(({ to }) => to));
  }
  return { nodes, edges: open.filter(({ from }) => nodes.has(from)) };
}

/** A branch for others is closed; so is the default one where another is for this segment without further condition. */
function isOpen(edge: Edge, process: Process, segment: string): boolean {
  if (edge.segments.length > 0) return edge.segments.includes(segment);
  if (!edge.otherwise) return true;
  return !process.edges.some(
    (other) => other.from === edge.from && other.segments.includes(segment) && isUnconditional(other, process),
  );
}

/** A branch `for` segments that says no condition has their names as its words. */
function isUnconditional({ when, segments }: Edge, process: Process): boolean {
  if (when === undefined) return true;
  const names = segments.map((id) => process.segments.find((segment) => segment.id === id)?.name);
  return Object.entries(when).every(([language, words]) =>
    ['、', ', '].some((comma) => names.map((name) => say(name, language)).join(comma) === words),
  );
}
