/** Where several branches leave a decision by one vertex: which of them goes straight on, and where their labels stand. */
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/layout/graph.js';
import { Docking } from '../../src/layout/grid/docking.js';
import { down, left, right, type Direction4 } from '../../src/layout/grid/lines.js';
import { spansOf } from '../../src/layout/grid/spans.js';
import { layout, quality } from '../../src/layout/index.js';
import { isStraight } from '../../src/layout/measures.js';
import type { Box, Point, Scene, SceneEdge } from '../../src/model/scene.js';
import { project } from '../../src/view/index.js';
import { edge, node, process, text } from '../fixtures/process.js';

/** A decision with so many branches, of one step each, that come to the same end. */
async function fan(branches: number, direction: 'down' | 'right'): Promise<Scene> {
  const ids = Array.from({ length: branches }, (_, index) => `branch${index}`);
  const flow = process({
    nodes: [
      node('begin', { type: 'start' }),
      node('ask', { type: 'decision' }),
      ...ids.map((id) => node(id, { type: 'task' })),
      node('finish', { type: 'end' }),
    ],
    edges: [
      edge('begin', 'ask'),
      ...ids.map((id, index) => edge('ask', id, { when: text(`答${index}`, `Answer ${index}`) })),
      ...ids.map((id) => edge(id, 'finish')),
    ],
  });
  return layout(project(flow, 'flow', { language: 'en', direction }));
}

interface Vertex {
  readonly point: Point;
  /** Along which axis connections leave it, and which way. */
  readonly along: 'x' | 'y';
  readonly sign: number;
  readonly straight: readonly SceneEdge[];
  readonly turning: readonly SceneEdge[];
}

/** The vertices of the decision by which several branches leave. */
function sharedVertices({ edges }: Scene): Vertex[] {
  const byPoint = new Map<string, SceneEdge[]>();
  for (const one of edges) {
    const [begin] = one.points;
    const key = `${begin?.x ?? 0},${begin?.y ?? 0}`;
    if (one.from === 'ask') byPoint.set(key, [...(byPoint.get(key) ?? []), one]);
  }
  return [...byPoint.values()].flatMap((branches) => {
    const [point, next] = branches[0]?.points ?? [];
    if (branches.length < 2 || point === undefined || next === undefined) return [];
    const along = point.x === next.x ? 'y' : 'x';
    return {
      point,
      along,
      sign: Math.sign(next[along] - point[along]),
      straight: branches.filter(({ points }) => isStraight(points)),
      turning: branches.filter(({ points }) => !isStraight(points)),
    };
  });
}

/** From a point on, how near a box begins along an axis, and how far it reaches. */
function reach(box: Box, { point, along, sign }: Vertex): { readonly near: number; readonly far: number } {
  const low = box[along];
  const ends = [low, low + box[along === 'x' ? 'width' : 'height']].map((end) => (end - point[along]) * sign);
  return { near: Math.min(...ends), far: Math.max(...ends) };
}

const cases = [4, 5, 6].flatMap((branches) => [[branches, 'down'] as const, [branches, 'right'] as const]);

describe.each(cases)('a decision with %i branches, %s', (branches, direction) => {
  it('keeps the contract', async () => {
    expect(quality(await fan(branches, direction)).violations).toEqual([]);
  });

  it('leads the branch whose step lies straight ahead there without a bend', async () => {
    const scene = await fan(branches, direction);
    const vertices = sharedVertices(scene);
    expect(vertices).not.toEqual([]);
    for (const vertex of vertices) {
      const across = vertex.along === 'x' ? 'y' : 'x';
      const ahead = scene.nodes.filter(({ box }) => {
        const middle = box[across] + box[across === 'x' ? 'width' : 'height'] / 2;
        return Math.abs(middle - vertex.point[across]) < 1 && reach(box, vertex).near > 0;
      });
      const nearest = ahead.sort((a, b) => reach(a.box, vertex).near - reach(b.box, vertex).near)[0];
      expect(vertex.straight.map(({ to }) => to)).toEqual(nearest === undefined ? [] : [nearest.id]);
    }
  });

  it('labels it where the others have turned off, and them away from it', async () => {
    for (const vertex of sharedVertices(await fan(branches, direction))) {
      const across = vertex.along === 'x' ? 'y' : 'x';
      const line = vertex.point[across];
      const turns = vertex.turning.map(({ points }) => (points[1]?.[vertex.along] ?? 0) - vertex.point[vertex.along]);
      const last = Math.max(...turns.map((turn) => turn * vertex.sign));
      for (const { label } of vertex.straight)
        expect(label && reach(label.box, vertex).near).toBeGreaterThanOrEqual(last + 6);
      for (const { label } of vertex.turning) {
        const low = (label?.box[across] ?? 0) - line;
        const high = low + (label?.box[across === 'x' ? 'width' : 'height'] ?? 0);
        expect(low > 0 ? low : -high).toBeGreaterThanOrEqual(10);
      }
    }
  });
});

describe('a decision with three branches', () => {
  const flow = process({
    nodes: [node('ask', { type: 'decision' }), ...['main', 'one', 'two'].map((id) => node(id, { type: 'task' }))],
    edges: ['main', 'one', 'two'].map((id) => edge('ask', id)),
  });
  const graph = buildGraph(project(flow, 'flow', { language: 'en', direction: 'down' }));
  /** With the main branch's step one row below, in this column; the decision is in column 1. */
  const others = (column: number): readonly (readonly Direction4[])[] => {
    const columnOf = [1, column, 2, 0];
    const placement = {
      cells: columnOf.map((sub, index) => ({ lane: 0, sub, rank: index === 0 ? 0 : index === 1 ? 1 : 2 })),
      columns: [0, 1, 2].map((sub) => ({ lane: 0, sub })),
      columnOf,
      ranks: 3,
      phaseStart: [0],
    };
    return new Docking(graph, placement, spansOf(graph, placement, false)).alternatives(0, [down, right, left], []);
  };

  it('is not tried with its main branch elsewhere than straight ahead, if the step is there', () => {
    expect(others(1)).toEqual([[down, left, right]]);
    expect(others(2)).toHaveLength(5);
  });
});
