/**
 * Pictures of differences for edits of every kind to every example: no hard rule is broken, in the picture of both sides and in each side's
 * own, and what is gone shares no end with what lives.
 *
 * Separate from the tests of what a picture says, because this takes its time.
 */
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/analyse/diff/index.js';
import { comparisonScenes } from '../../src/app/comparison/scene.js';
import { quality } from '../../src/layout/quality.js';
import type { Process, ProcessNode } from '../../src/model/process.js';
import { examples } from '../fixtures/examples.js';

const renamed = { zh: '把这一步改成一个相当长的新名字看看', en: 'A new and rather long name for this very step' };

type Edit = (process: Process, node: ProcessNode, number: number) => Process;

/** Each changes one step and what is around it. */
const edits: Readonly<Record<string, Edit>> = {
  'moved to another owner': (process, { id, owner }, number) => {
    const others = process.owners.filter((one) => one.id !== owner);
    const other = others[number % Math.max(1, others.length)];
    return {
      ...process,
      nodes: process.nodes.map((node) => (node.id === id && other ? { ...node, owner: other.id } : node)),
    };
  },
  'moved with two more, and all timeouts later': (process, _node, number) => {
    const moving = new Set([0, 1, 2].map((more) => process.nodes[(number + more) % process.nodes.length]?.id));
    return {
      ...process,
      nodes: process.nodes.map((node, at) =>
        moving.has(node.id)
          ? { ...node, owner: process.owners[(at + number) % process.owners.length]?.id ?? '' }
          : node,
      ),
      edges: process.edges.map((edge) =>
        edge.after === undefined
          ? edge
          : { ...edge, after: { ...edge.after, totalMinutes: edge.after.totalMinutes + 1 } },
      ),
    };
  },
  removed: (process, { id }) => ({
    ...process,
    nodes: process.nodes.filter((node) => node.id !== id),
    edges: process.edges.filter(({ from, to }) => from !== id && to !== id),
  }),
  'renamed, and its ways lead elsewhere': (process, { id, type }, number) => ({
    ...process,
    nodes: process.nodes.map((node) => (node.id === id ? { ...node, name: renamed } : node)),
    edges: process.edges.map((edge) => {
      const to = process.nodes[number % process.nodes.length]?.id ?? edge.to;
      return edge.from === id
        ? { ...edge, id: `${edge.from}->${to}${edge.id}`, to, ...(type === 'decision' && { when: renamed }) }
        : edge;
    }),
  }),
};

const every = Number(process.env['EDITS_EVERY'] ?? 9);

describe.each(Object.entries(edits))('%s', (_name, edit) => {
  it.each(examples.map(([path, flow], index) => [path, flow, index] as const))('%s', async (_path, flow, index) => {
    for (const [number, node] of flow.nodes.entries()) {
      if ((number + index) % every !== 0) continue;
      const after = edit(flow, node, number + 1);
      const compared = { difference: compare(flow, after), before: flow, after };
      const { both, before, after: now } = await comparisonScenes(compared, flow.language);
      for (const scene of [both, before, now])
        expect({ node: node.id, broken: quality(scene).violations }).toEqual({ node: node.id, broken: [] });
      expect([before.nodes.length, before.edges.length]).toEqual([flow.nodes.length, flow.edges.length]);
      expect([now.nodes.length, now.edges.length]).toEqual([after.nodes.length, after.edges.length]);
      const ends = new Set(
        both.edges
          .filter(({ change, ghost }) => change !== 'removed' && ghost !== true)
          .map(({ to, points }) => `${to} ${JSON.stringify(points.at(-1))}`),
      );
      for (const { id, to, points, change, own } of both.edges)
        if (change === 'removed')
          expect(`${id}: ${String(ends.has(`${to} ${JSON.stringify((own ?? points).at(-1))}`))}`).toBe(`${id}: false`);
    }
  });
});
