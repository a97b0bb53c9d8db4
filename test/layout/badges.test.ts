/** Whatever steps show, nothing is hidden, ambiguous or out of place; and badges stand where they belong. */
import { describe, expect, it } from 'vitest';
import { layout, quality } from '../../src/layout/index.js';
import { boxOfRun } from '../../src/layout/measures.js';
import type { SceneNode } from '../../src/model/scene.js';
import { showIds } from '../../src/model/view.js';
import { project } from '../../src/view/index.js';
import { examples } from '../fixtures/examples.js';
import { rich } from '../fixtures/process.js';

describe.each(examples)('%s', (_, process) => {
  it('keeps the contract with every detail shown', { timeout: 120_000 }, async () => {
    for (const id of ['swimlane', 'flow'] as const) {
      for (const direction of ['down', 'right'] as const) {
        const options = { language: process.language, direction, show: new Set(showIds) };
        expect(quality(await layout(project(process, id, options))).violations, `${id}, ${direction}`).toEqual([]);
      }
    }
  });
});

describe('in a step', () => {
  const nodeOf = async (id: string): Promise<SceneNode> => {
    const view = project(rich, 'swimlane', { language: 'zh', direction: 'down', show: new Set(showIds) });
    const found = (await layout(view)).nodes.find((node) => node.id === id);
    if (found === undefined) throw new Error(`no node is called ${id}`);
    return found;
  };

  it('data stands in a part of its own at the foot of the box, one use to a line, the rest above', async () => {
    const { box, compartment, badges } = await nodeOf('call');
    expect(compartment).toMatchObject({ x: box.x, width: box.width });
    const top = compartment?.y ?? 0;
    expect(top + (compartment?.height ?? 0)).toBe(box.y + box.height);
    for (const { kind, box: at } of badges) expect(at.y > top, kind).toBe(kind.startsWith('data-'));
    const rows = badges.filter(({ kind }) => kind.startsWith('data-')).map(({ box: at }) => at.y);
    expect(new Set(rows).size).toBe(rows.length);
  });

  it('data leaves room at its foot for the clock of a time limit', async () => {
    const { box, badges } = await nodeOf('call');
    const lowest = Math.max(
      ...badges.flatMap(({ runs }) => runs.map((run) => boxOfRun(run))).map(({ y, height }) => y + height),
    );
    expect(box.y + box.height - lowest).toBeGreaterThanOrEqual(9);
  });

  it('badges share rows as long as they fit, and overlap nowhere', async () => {
    const { badges } = await nodeOf('capture');
    const spans = badges.map(({ box, runs }) => ({
      y: box.y,
      from: box.x,
      to: Math.max(box.x + box.width, ...runs.map(({ x, width }) => x + width)),
    }));
    expect(new Set(spans.map(({ y }) => y)).size).toBeGreaterThan(1);
    spans.forEach((one, index) => {
      for (const other of spans.slice(index + 1))
        if (one.y === other.y) expect(other.from).toBeGreaterThanOrEqual(one.to + 7);
    });
  });

  it('the name of an end leaves room for its sign', async () => {
    for (const id of ['won', 'lost']) {
      const { box, runs } = await nodeOf(id);
      for (const { x, width } of runs) expect(x - width / 2).toBeGreaterThan(box.x + 26);
    }
  });
});

describe('the heading', () => {
  it('has the status beside the title, apart from it and inside the picture', async () => {
    for (const language of ['zh', 'en'] as const) {
      const { heading, status, width } = await layout(project(rich, 'flow', { language, direction: 'down' }));
      const title = heading.findLast(({ role }) => role === 'title');
      expect(status?.box.x).toBeGreaterThan((title?.x ?? 0) + (title?.width ?? 0));
      expect((status?.box.x ?? 0) + (status?.box.width ?? 0)).toBeLessThan(width);
    }
  });
});
