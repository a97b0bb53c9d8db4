/** Bridges where a level connection crosses an upright one, and only where there is room for them. */
import { describe, expect, it } from 'vitest';
import type { Point, SceneEdge } from '../../src/model/scene.js';
import { bridgesPath, drawEdge, linePath } from '../../src/render/svg/edge.js';
import { findHops } from '../../src/render/svg/hops.js';

const wire = (id: string, ...points: readonly (readonly [number, number])[]): SceneEdge => ({
  id,
  from: `${id}1`,
  to: `${id}2`,
  kind: 'next',
  main: true,
  otherwise: false,
  back: false,
  points: points.map(([x, y]): Point => ({ x, y })),
});
const level = wire('level', [0, 50], [200, 50]);
const upright = (x: number, top = 0, bottom = 100): SceneEdge => wire(`up${x}`, [x, top], [x, bottom]);
const hopsOf = (...edges: readonly SceneEdge[]): unknown => findHops(edges).map((found) => Object.fromEntries(found));

describe('a bridge', () => {
  it('is built by the level line, over the upright one', () => {
    expect(hopsOf(level, upright(100))).toEqual([{ 0: [{ from: 95.5, to: 104.5 }] }, {}]);
  });

  it('is shared by crossings that lie close together', () => {
    expect(hopsOf(level, upright(90), upright(100), upright(150))).toMatchObject([
      {
        0: [
          { from: 85.5, to: 104.5 },
          { from: 145.5, to: 154.5 },
        ],
      },
      {},
      {},
      {},
    ]);
  });

  it('is left out near corners, ends and arrowheads, where there is no room', () => {
    expect(hopsOf(level, upright(8))).toEqual([{}, {}]);
    expect(hopsOf(level, upright(185))).toEqual([{}, {}]);
    expect(hopsOf(level, upright(100, 0, 55))).toEqual([{}, {}]);
    expect(hopsOf(level, upright(100, 0, 50))).toEqual([{}, {}]);
  });

  it('bends upwards whichever way the line runs', () => {
    const [right] = findHops([level, upright(100)]);
    const [left] = findHops([wire('back', [200, 50], [0, 50]), upright(100)]);
    expect(linePath(level.points, right)).toBe('M0 50L95.5 50A4.5 4.5 0 0 1 104.5 50L192 50');
    expect(linePath([...level.points].reverse(), left)).toBe('M200 50L104.5 50A4.5 4.5 0 0 0 95.5 50L8 50');
  });

  it('is solid on a dashed line', () => {
    const found = findHops([level, upright(100), upright(150)])[0] ?? new Map();
    expect(bridgesPath(level.points, found)).toBe('M95.5 50A4.5 4.5 0 0 1 104.5 50M145.5 50A4.5 4.5 0 0 1 154.5 50');
    const dashesOf = (edge: SceneEdge): unknown =>
      drawEdge(edge, false, found).children.flatMap((child) =>
        typeof child === 'object' && child.name === 'path' ? [child.attributes['stroke-dasharray']] : [],
      );
    expect(dashesOf({ ...level, kind: 'timeout' })).toEqual(['5 4', undefined]);
    expect(dashesOf(level)).toEqual([undefined]);
  });

  it('is flat on top over several lines', () => {
    const [hops] = findHops([level, upright(90), upright(100)]);
    expect(linePath(level.points, hops)).toBe(
      'M0 50L85.5 50A4.5 4.5 0 0 1 90 45.5L100 45.5A4.5 4.5 0 0 1 104.5 50L192 50',
    );
  });
});
