/** Two pieces of a connection in the two channels of one gap become one where nobody stands in the way, and only there. */
import { describe, expect, it } from 'vitest';
import { withoutJogs } from '../../src/layout/grid/jogs.js';
import type { Direction4 } from '../../src/layout/grid/lines.js';
import type { Segment } from '../../src/layout/grid/segments.js';
import { layout } from '../../src/layout/index.js';
import { segmentsOf } from '../../src/layout/measures.js';
import type { Point } from '../../src/model/scene.js';
import { project } from '../../src/view/index.js';
import { examples } from '../fixtures/examples.js';

const at = (...corners: readonly (readonly [number, number])[]): Point[] => corners.map(([x, y]) => ({ x, y }));

/** Pieces of a connection: the line each lies on, by its axis and index, and its direction. */
function pieces(edge: number, ...list: readonly (readonly ['row' | 'column', number, Direction4])[]): Segment[] {
  return list.map(([axis, line, direction], position) => ({
    edge,
    position,
    axis,
    line,
    direction,
    from: 0,
    to: 0,
    first: position === 0,
    last: position === list.length - 1,
    beforeLast: position === list.length - 2,
    shared: `${axis}${line} of ${edge}`,
  }));
}

/** Down, right in one channel of the gap below row 0, down to the other, right again, down into the node. */
const jog = at([10, 0], [10, 20], [100, 20], [100, 40], [200, 40], [200, 90]);
const ofJog = (edge: number): Segment[] =>
  pieces(edge, ['column', 1, 2], ['row', 2, 1], ['column', 3, 2], ['row', 3, 1], ['column', 4, 2]);
const upper = at([10, 0], [10, 20], [100, 20], [100, 20], [200, 20], [200, 90]);
const lower = at([10, 0], [10, 40], [100, 40], [100, 40], [200, 40], [200, 90]);
const level = (edge: number, from: number, to: number, y: number): [Point[], Segment[]] => [
  at([from, y], [to, y]),
  pieces(edge, ['row', 2, 1]),
];

const nothing = (): boolean => false;

describe('a jog in the gap between two rows', () => {
  it('is taken out', () => {
    expect(withoutJogs([jog], [ofJog(0)], nothing, [undefined], false)).toEqual([lower]);
  });

  it('is taken out in a picture that flows right', () => {
    const transposed = (points: readonly Point[]): Point[] => points.map(({ x, y }) => ({ x: y, y: x }));
    expect(withoutJogs([transposed(jog)], [ofJog(0)], nothing, [undefined], true)).toEqual([transposed(lower)]);
  });

  it('goes on the track where nobody else is', () => {
    const [other, own] = level(1, 20, 90, 48);
    expect(withoutJogs([jog, other], [ofJog(0), own], nothing, [], false)).toEqual([upper, other]);
  });

  it('stays where both tracks are taken, or a label stands by the one', () => {
    const [below, ofBelow] = level(1, 20, 90, 48);
    const [above, ofAbove] = level(2, 110, 190, 12);
    const crowded = [jog, below, above];
    expect(withoutJogs(crowded, [ofJog(0), ofBelow, ofAbove], nothing, [], false)).toEqual(crowded);
    const labels = [undefined, { x: 110, y: 10, width: 40, height: 16 }];
    expect(withoutJogs([jog, below], [ofJog(0), ofBelow], nothing, labels, false)).toEqual([jog, below]);
    expect(withoutJogs([jog], [ofJog(0)], ({ position }) => position % 2 === 1, [], false)).toEqual([jog]);
  });

  it('stays where it saves a crossing', () => {
    const [first, ofFirst] = [at([150, 0], [150, 30]), pieces(1, ['column', 5, 2])];
    const [second, ofSecond] = [at([50, 60], [50, 30]), pieces(2, ['column', 2, 0])];
    const drawn = [jog, first, second];
    expect(withoutJogs(drawn, [ofJog(0), ofFirst, ofSecond], nothing, [], false)).toEqual(drawn);
  });

  it('stays where the two channels are not of one gap', () => {
    const apart = pieces(0, ['column', 1, 2], ['row', 3, 1], ['column', 3, 2], ['row', 5, 1], ['column', 4, 2]);
    expect(withoutJogs([jog], [apart], nothing, [], false)).toEqual([jog]);
  });

  it('is taken out of all connections that run as one line there', () => {
    const joining = at([60, 0], [60, 20], [100, 20], [100, 40], [200, 40], [200, 90]);
    const shared = [ofJog(0), ofJog(0).map((piece) => ({ ...piece, edge: 1 }))];
    const [one, two] = withoutJogs([jog, joining], shared, nothing, [], false);
    expect([one, two]).toEqual([lower, at([60, 0], [60, 40], [100, 40], [100, 40], [200, 40], [200, 90])]);
  });

  it.each(['down', 'right'] as const)('is in no picture that has the room, %s', async (direction) => {
    const flow = examples.find(([path]) => path.endsWith('data-security.flow.yaml'))?.[1];
    if (flow === undefined) throw new Error('the example is gone');
    const { edges } = await layout(project(flow, 'swimlane', { language: 'zh', direction }));
    const jogged = edges.filter(({ points }) =>
      segmentsOf(points)
        .slice(1, -1)
        .some(({ a, b }) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y) < 20),
    );
    expect(jogged.map(({ id }) => id)).toEqual([]);
  });
});
