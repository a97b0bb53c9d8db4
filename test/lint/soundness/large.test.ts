/** Large flows: what is well-formed takes work in proportion to its size, what is not takes bounded work and says so. */
import { describe, expect, it } from 'vitest';
import { analyse, type Soundness } from '../../../src/lint/soundness/index.js';
import { chaos, deep, structured, tangled, wide } from './large-flows.js';
import { chance, type Flow } from './random-flows.js';

describe('well-formed flows', () => {
  it.each([1, 2, 3, 4, 5])('of 500 nodes are folded as a whole (%s)', (seed) => {
    const { nodes, edges } = structured(500, seed);
    const { deadlocks, meetings, circles, decided, left, effort } = analyse(nodes, edges);
    expect([deadlocks, meetings, circles, left]).toEqual([[], [], [], []]);
    expect(decided).toBe(true);
    expect(effort.blocks).toBe(nodes.filter(({ type }) => type === 'fork').length);
    expect(effort.states).toBe(2);
  });

  it.each([
    ['10,000 nodes', structured(10_000)],
    ['2,000 branches', wide(2000)],
    ['1,000 forks inside each other', deep(1000)],
  ])('%s need no more than is usual', (_, { nodes, edges }: Flow) => {
    expect(analyse(nodes, edges)).toMatchObject({ decided: true, left: [], deadlocks: [], meetings: [], circles: [] });
  });

  it('find the one damage in 500 nodes', () => {
    const flow = structured(500, 3);
    const join = flow.nodes.findLast(({ type }) => type === 'join')?.id ?? '';
    flow.node('end', flow.node('decision', undefined));
    const index = flow.edges.findIndex(({ to }) => to === join);
    const [edge] = flow.edges.splice(index, 1);
    const decision = flow.nodes.at(-2)?.id ?? '';
    flow.edge(edge?.from ?? '', decision);
    flow.edge(decision, join);
    const { deadlocks, decided } = analyse(flow.nodes, flow.edges);
    expect(decided).toBe(true);
    expect(deadlocks).toMatchObject([{ join, missing: [decision] }]);
  });
});

describe('flows of a usual size', () => {
  it('with some connections led wrong are decided all the same', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const random = chance(seed);
      const flow = structured(60, seed);
      for (let damage = 0; damage < 1 + (seed % 4); damage += 1) {
        const [edge] = flow.edges.splice(Math.floor(random() * flow.edges.length), 1);
        const to = flow.nodes[1 + Math.floor(random() * (flow.nodes.length - 1))];
        if (edge !== undefined && to !== undefined) flow.edge(edge.from, to.id);
      }
      expect([seed, analyse(flow.nodes, flow.edges).decided]).toEqual([seed, true]);
    }
  });
});

describe('flows that are meant to take for ever', () => {
  it.each([
    ['eight branches that may all end', tangled(8, 8)],
    ['thirty of them', tangled(30, 30)],
    ['2,000 nodes by chance', chaos(2000, 1)],
    ['10,000 nodes by chance', chaos(10_000, 2)],
  ])('%s are given up', (_, { nodes, edges }: Flow) => {
    const { decided, effort } = analyse(nodes, edges);
    expect(decided).toBe(false);
    expect(effort.states).toBeLessThanOrEqual(10_000);
  });

  it('are found stuck all the same, and the same every time', () => {
    const { nodes, edges } = tangled(8, 8);
    const told = (): Soundness['deadlocks'] => analyse(nodes, edges, { states: 300, work: 2_000_000 }).deadlocks;
    expect(told()).toHaveLength(1);
    expect(told()).toEqual(told());
  });

  it('are looked at no longer than asked', () => {
    const { nodes, edges } = tangled(6, 6);
    const { decided, effort } = analyse(nodes, edges, { states: 100, work: 1_000_000 });
    expect([decided, effort.states]).toEqual([false, 100]);
    expect(analyse(nodes, edges, { states: 10_000, work: 1000 }).decided).toBe(false);
  });
});
