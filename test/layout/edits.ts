/**
 * Random small edits of a view, and how much of its picture they move: what a reader who knows the old picture has to find again.
 */
import type { Scene, SceneNode } from '../../src/model/scene.js';
import type { View, ViewEdge, ViewNode } from '../../src/model/view.js';

export const editKinds = ['insert', 'branch', 'remove'] as const;
export type EditKind = (typeof editKinds)[number];

export interface Edit {
  readonly view: View;
  /** Ids of the nodes that come before the edit and therefore should stay: those from which it can be reached, not the other way round. */
  readonly before: ReadonlySet<string>;
}

/** Short, usual and long: how wide the new box is should not matter to the old ones. */
const names = ['回访', '补充说明', '与客户确认补充条款', '安排复核', '整理并归档全部沟通记录'];

const task = (id: string, like: ViewNode, number: number): ViewNode => ({
  id,
  type: 'task',
  kind: 'manual',
  name: names[number % names.length] ?? '',
  caption: like.caption,
  badges: [],
  tip: '',
  ...(like.lane === undefined ? {} : { lane: like.lane }),
  ...(like.phase === undefined ? {} : { phase: like.phase }),
  ...(like.hue === undefined ? {} : { hue: like.hue }),
});

function reach(edges: readonly ViewEdge[], start: string, way: 'from' | 'to'): Set<string> {
  const other = way === 'from' ? 'to' : 'from';
  const found = new Set<string>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const edge of edges) {
      if (edge[way] !== at || found.has(edge[other])) continue;
      found.add(edge[other]);
      open.push(edge[other]);
    }
  }
  return found;
}

/** What leads to a node and is not led to by it. */
function upstream(edges: readonly ViewEdge[], node: string): Set<string> {
  const after = reach(edges, node, 'from');
  return new Set([...reach(edges, node, 'to')].filter((id) => id !== node && !after.has(id)));
}

/** The edit with that number; undefined where the view has nothing to edit like that. */
export function editOf(view: View, kind: EditKind, number: number): Edit | undefined {
  const nodes = new Map(view.nodes.map((node) => [node.id, node]));
  const nexts = view.edges.filter(({ kind: of, from, to }) => of === 'next' && from !== to);
  const id = 'new-step';
  if (kind === 'insert') {
    const edge = nexts[number % Math.max(1, nexts.length)];
    const source = edge && nodes.get(edge.from);
    if (edge === undefined || source === undefined) return undefined;
    const at = view.nodes.indexOf(source) + 1;
    const edges = view.edges.flatMap((one) =>
      one === edge
        ? [
            { ...edge, id: `${edge.from}->${id}`, to: id },
            { ...edge, id: `${id}->${edge.to}`, from: id, label: '', main: true, otherwise: false },
          ]
        : [one],
    );
    const before = upstream(view.edges, edge.from).add(edge.from);
    if (reach(view.edges, edge.to, 'from').has(edge.from)) before.delete(edge.from);
    return { view: { ...view, nodes: view.nodes.toSpliced(at, 0, task(id, source, number)), edges }, before };
  }
  if (kind === 'branch') {
    const decisions = view.nodes.filter(({ type }) => type === 'decision');
    const decision = decisions[number % Math.max(1, decisions.length)];
    if (decision === undefined) return undefined;
    const last = view.edges.findLastIndex(({ from }) => from === decision.id) + 1;
    const at = view.nodes.indexOf(decision) + 1;
    const end: ViewNode = { ...task(id, decision, number), type: 'end', outcome: 'failure' };
    const edge: ViewEdge = {
      id: `${decision.id}->${id}`,
      from: decision.id,
      to: id,
      kind: 'next',
      label: '例外',
      main: false,
      otherwise: false,
    };
    return {
      view: { ...view, nodes: view.nodes.toSpliced(at, 0, end), edges: view.edges.toSpliced(last, 0, edge) },
      before: upstream(view.edges, decision.id),
    };
  }
  const single = view.nodes.filter(
    ({ id: of, type }) =>
      type === 'task' &&
      view.edges.filter(({ from }) => from === of).length === 1 &&
      view.edges.some(({ to, kind: way }) => to === of && way === 'next'),
  );
  const gone = single[number % Math.max(1, single.length)];
  const out = gone && view.edges.find(({ from }) => from === gone.id);
  if (gone === undefined || out === undefined || out.to === gone.id) return undefined;
  const edges = view.edges.flatMap((edge) =>
    edge === out ? [] : edge.to === gone.id ? [{ ...edge, to: out.to }] : [edge],
  );
  return {
    view: { ...view, nodes: view.nodes.filter((node) => node !== gone), edges },
    before: upstream(view.edges, gone.id),
  };
}

export interface Movement {
  /** Of the nodes before the edit, px, mean over them: in all, and along the flow alone. */
  readonly shift: number;
  readonly along: number;
  /** Without what most of them move together, as when a lane before theirs grows. */
  readonly apart: number;
  /** Whether any node before the edit moved at all, and whether any moved along the flow. */
  readonly moved: boolean;
  readonly movedAlong: boolean;
  /** Pairs of old nodes whose order along or across the flow is turned round, as a part of all pairs. */
  readonly inversions: number;
  readonly turned: boolean;
}

export function movement(old: Scene, edited: Scene, before: ReadonlySet<string>): Movement {
  const now = new Map(edited.nodes.map((node) => [node.id, node]));
  const pairs = old.nodes.flatMap((node) => {
    const moved = now.get(node.id);
    return moved === undefined ? [] : [{ node, moved }];
  });
  const centre = ({ box }: SceneNode): { x: number; y: number } => ({
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
  });
  const flow = old.direction === 'down' ? 'y' : 'x';
  const kept = pairs.filter(({ node }) => before.has(node.id));
  const shifts = kept.map(({ node, moved }) =>
    Math.hypot(centre(moved).x - centre(node).x, centre(moved).y - centre(node).y),
  );
  const steps = kept.map(({ node, moved }) => ({
    x: centre(moved).x - centre(node).x,
    y: centre(moved).y - centre(node).y,
  }));
  const common = { x: median(steps.map(({ x }) => x)), y: median(steps.map(({ y }) => y)) };
  const apart = steps.map(({ x, y }) => Math.hypot(x - common.x, y - common.y));
  const along = kept.map(({ node, moved }) => Math.abs(centre(moved)[flow] - centre(node)[flow]));
  let inverted = 0;
  let all = 0;
  pairs.forEach((one, index) => {
    for (const two of pairs.slice(index + 1)) {
      for (const axis of ['x', 'y'] as const) {
        all++;
        const was = Math.sign(Math.round(centre(one.node)[axis] - centre(two.node)[axis]));
        const is = Math.sign(Math.round(centre(one.moved)[axis] - centre(two.moved)[axis]));
        if (was * is < 0) inverted++;
      }
    }
  });
  return {
    shift: mean(shifts),
    along: mean(along),
    apart: mean(apart),
    moved: shifts.some((shift) => shift > 0.5),
    movedAlong: along.some((shift) => shift > 0.5),
    inversions: all === 0 ? 0 : inverted / all,
    turned: old.direction !== edited.direction,
  };
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
