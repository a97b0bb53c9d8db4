/**
 * The overview as a graph: which nodes of a process stand together in one box, and which connections are left between the boxes.
 *
 * With phases, a box for each phase, for each subflow, and for each outcome. Without them, the main path, the subflows and the ends keep
 * their boxes, and what lies beside becomes a connection, also one that comes back to where it began. Invariant: every way through the
 * process is a way through the overview.
 *
 * Connections between the same boxes are one, but for three kinds that would say something wrong of each other: where time ran out, what
 * leads there at once, and what leads there over nodes without a box.
 */
import { mainEdges, mainPath, outgoing } from '../../model/graph.js';
import type { Edge, Process, ProcessNode } from '../../model/process.js';
import { phasesOf } from '../phases.js';

export type BoxKind = 'phase' | 'node' | 'outcome';

export interface OverviewBox {
  readonly id: string;
  readonly kind: BoxKind;
  readonly members: readonly ProcessNode[];
  /** Phase id. */
  readonly phase?: string;
}

export interface OverviewEdge {
  readonly from: string;
  readonly to: string;
  /** The connections it stands for, the main ones first. */
  readonly edges: readonly Edge[];
  readonly kind: 'next' | 'timeout';
  /** How many nodes that have no box of their own lie on it, on the shortest and the longest of its connections; 0 on none or on all. */
  readonly passing: { readonly least: number; readonly most: number };
}

export interface Overview {
  readonly boxes: readonly OverviewBox[];
  readonly edges: readonly OverviewEdge[];
}

export function collapse(process: Process): Overview {
  const phases = phasesOf(process);
  const phased = process.phases.some(({ id }) => process.nodes.some((node) => node.phase === id));
  return phased ? byPhase(process, phases) : byMainPath(process);
}

function byPhase(process: Process, phases: ReadonlyMap<string, string | undefined>): Overview {
  // Ids have no colon: no box is called like a node.
  const boxOf = (node: ProcessNode): string => {
    if (node.type === 'subflow') return node.id;
    if (node.type === 'end') return `end:${node.outcome ?? 'neutral'}`;
    return `phase:${phases.get(node.id) ?? ''}`;
  };
  const members = new Map<string, ProcessNode[]>();
  for (const node of process.nodes) {
    const id = boxOf(node);
    members.set(id, [...(members.get(id) ?? []), node]);
  }
  const box = (id: string, kind: BoxKind, phase: string | undefined): OverviewBox => ({
    id,
    kind,
    members: members.get(id) ?? [],
    ...(phase !== undefined && { phase }),
  });
  const boxes = [
    ...process.phases.flatMap(({ id: phase }) => [
      ...(members.has(`phase:${phase}`) ? [box(`phase:${phase}`, 'phase', phase)] : []),
      ...process.nodes
        .filter((node) => node.type === 'subflow' && phases.get(node.id) === phase)
        .map(({ id }) => box(id, 'node', phase)),
    ]),
    ...(['success', 'neutral', 'failure'] as const).flatMap((outcome) =>
      members.has(`end:${outcome}`) ? [box(`end:${outcome}`, 'outcome', undefined)] : [],
    ),
  ];
  const boxById = new Map(process.nodes.map((node) => [node.id, boxOf(node)]));
  const crossing = process.edges.flatMap((edge) => {
    const [from, to] = [boxById.get(edge.from) ?? '', boxById.get(edge.to) ?? ''];
    return from === to ? [] : [{ from, to, edge, passing: 0 }];
  });
  return { boxes, edges: byNextPhase(merged(process, crossing, boxes), boxes) };
}

function byMainPath(process: Process): Overview {
  const path = new Set(mainPath(process.nodes, process.edges));
  const kept = process.nodes.filter(
    ({ id, type }) => path.has(id) || type === 'start' || type === 'end' || type === 'subflow',
  );
  const keeps = new Set(kept.map(({ id }) => id));
  const boxes = kept.map((node): OverviewBox => ({ id: node.id, kind: 'node', members: [node] }));
  const out = outgoing(process.nodes, process.edges);
  const ways = kept.flatMap(({ id }) =>
    (out.get(id) ?? []).flatMap((edge) =>
      reached(edge, out, keeps).map(({ to, passing }) => ({ from: id, to, edge, passing })),
    ),
  );
  return { boxes, edges: merged(process, ways, boxes) };
}

/** The kept nodes to which a connection leads, over any number of others. */
function reached(
  edge: Edge,
  out: ReadonlyMap<string, readonly Edge[]>,
  keeps: ReadonlySet<string>,
): readonly { readonly to: string; readonly passing: number }[] {
  const found = new Map<string, number>();
  const seen = new Set<string>();
  let front = [edge.to];
  for (let passing = 0; front.length > 0; passing++) {
    const next: string[] = [];
    for (const at of front) {
      if (keeps.has(at)) {
        if (!found.has(at)) found.set(at, passing);
      } else if (!seen.has(at)) {
        seen.add(at);
        next.push(...(out.get(at) ?? []).map(({ to }) => to));
      }
    }
    front = next;
  }
  return [...found].map(([to, passing]) => ({ to, passing }));
}

/** One connection of each kind for each pair of boxes; those that carry the main path come first among the connections of a box. */
function merged(
  process: Process,
  ways: readonly { readonly from: string; readonly to: string; readonly edge: Edge; readonly passing: number }[],
  boxes: readonly OverviewBox[],
): readonly OverviewEdge[] {
  const main = mainEdges(process.nodes, process.edges);
  const path = mainPath(process.nodes, process.edges);
  /** Along the main path, then along other main branches, then the rest. */
  const rank = ({ id, from, to }: Edge): number =>
    !main.has(id) ? 2 : path.includes(from) && path[path.indexOf(from) + 1] === to ? 0 : 1;
  const known = new Map(boxes.map(({ id }, index) => [id, index]));
  const pairs = new Map<string, OverviewEdge & { edges: Edge[] }>();
  for (const { from, to, edge, passing } of ways) {
    if (!known.has(from) || !known.has(to)) continue;
    const kind = edge.kind === 'timeout' ? 'timeout' : 'next';
    const key = JSON.stringify([from, to, kind, passing > 0]);
    const { edges, passing: others } = pairs.get(key) ?? { edges: [], passing: { least: passing, most: passing } };
    const range = { least: Math.min(others.least, passing), most: Math.max(others.most, passing) };
    pairs.set(key, { from, to, kind, edges: [...edges, edge], passing: range });
  }
  const best = (edges: readonly Edge[]): number => edges.reduce((least, edge) => Math.min(least, rank(edge)), 2);
  return [...pairs.values()]
    .map((pair) => ({ ...pair, edges: [...pair.edges].sort((a, b) => rank(a) - rank(b)) }))
    .sort((a, b) => (known.get(a.from) ?? 0) - (known.get(b.from) ?? 0) || best(a.edges) - best(b.edges));
}

/**
 * What leads on comes first, and of that the next phase: an overview runs through the phases in their order, even where the first
 * branch of the flow skips one.
 */
function byNextPhase(edges: readonly OverviewEdge[], boxes: readonly OverviewBox[]): readonly OverviewEdge[] {
  const place = new Map(boxes.map(({ id }, index) => [id, index]));
  const at = (id: string): number => place.get(id) ?? 0;
  const distance = ({ from, to }: OverviewEdge): number =>
    at(to) > at(from) ? at(to) - at(from) : boxes.length + at(from) - at(to);
  return [...edges].sort((a, b) => at(a.from) - at(b.from) || distance(a) - distance(b));
}
