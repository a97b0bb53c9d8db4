import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/index.js';
import { walk } from '../../src/layout/loops.js';
import { Lattice } from '../../src/layout/grid/lattice.js';
import { down } from '../../src/layout/grid/lines.js';
import { project } from '../../src/view/index.js';
import { edge, node, process, text } from '../fixtures/process.js';

/** `a>b` goes on, `a?b` is an answer or an escalation; nodes are numbered as they appear, the first is the start. */
function backOf(...said: readonly string[]): readonly string[] {
  const names = [...new Set(said.flatMap((one) => one.split(/[>?]/u)))];
  const links = said.map((one, index) => {
    const [from = '', to = ''] = one.split(/[>?]/u);
    return { index, from: names.indexOf(from), to: names.indexOf(to) };
  });
  const out = names.map((_, index) => links.filter(({ from }) => from === index));
  const { back } = walk(out, [...names.keys()], [0], ({ index }) => said[index]?.includes('?') === true);
  return [...back].map((index) => said[index] ?? '');
}

describe('what runs back', () => {
  it.each([
    ['an answer to what came before', ['s>a', 'a>d', 'd?e', 'd?a'], ['d?a']],
    ['a step that always goes back', ['s>a', 'a?b', 'a?e', 'b>a'], ['b>a']],
    ['a step to itself', ['s>a', 'a>a', 'a>e'], ['a>a']],
    [
      'a retry into a side branch, not the way on of that branch',
      ['s>size', 'size?offer', 'size?survey', 'survey>offer', 'offer>ok', 'ok?won', 'ok?survey'],
      ['ok?survey'],
    ],
    ['a retry into a branch of a fork', ['s>f', 'f>a', 'f>b', 'a>j', 'b>j', 'j>d', 'd?e', 'd?b'], ['d?b']],
    [
      'two retries into different steps of one side branch',
      ['s>q', 'q?x', 'q?b', 'b>c', 'c>x', 'x>d', 'd?e', 'd?b', 'd?c'],
      ['d?b', 'd?c'],
    ],
    [
      'a side branch that is an answer of its own stays as it is found',
      ['s>q', 'q?x', 'q?b', 'b?x', 'b?e', 'x>d', 'd?e', 'd?b'],
      ['b?x'],
    ],
    ['what only the loop itself leads to', ['s>a', 'a>d', 'd?e', 'd?fix', 'fix>test', 'test>a'], ['test>a']],
  ])('%s', (_, links, back) => {
    expect(backOf(...links)).toEqual(back);
  });

  it('is found in a chain of ten thousand steps with loops', () => {
    const chain = Array.from({ length: 10_000 }, (_, k) => `n${k}>n${k + 1}`);
    expect(backOf(...chain, 'n9000?n5', 'n9999?n9000')).toEqual(['n9999?n9000', 'n9000?n5']);
  });

  it('leaves a side branch beside the decision that leads to it', async () => {
    const said = process({
      nodes: [
        node('s', { type: 'start' }),
        node('size', { type: 'decision' }),
        node('survey', { type: 'task' }),
        node('offer', { type: 'task' }),
        node('ok', { type: 'decision' }),
        node('won', { type: 'end' }),
      ],
      edges: [
        edge('s', 'size'),
        edge('size', 'offer', { when: text('小', 'Small') }),
        edge('size', 'survey', { when: text('大', 'Large') }),
        edge('survey', 'offer'),
        edge('offer', 'ok'),
        edge('ok', 'won', { when: text('是', 'Yes') }),
        edge('ok', 'survey', { when: text('重测', 'Measure again') }),
      ],
    });
    const { nodes } = await layout(project(said, 'flow', { language: 'en', direction: 'down' }));
    const top = (id: string): number => nodes.find((one) => one.id === id)?.box.y ?? NaN;
    expect(top('survey')).toBeLessThan(top('offer'));
    expect(top('offer')).toBeLessThan(top('ok'));
  });
});

describe('a bar at which less docks than it could', () => {
  it('opens the columns that it does not need', () => {
    const lattice = new Lattice(3, 2, [{ span: { low: 0, high: 2 }, row: 1 }]);
    const above = (column: number): number => lattice.vertex(3, 3 * column + 1);
    expect([0, 1, 2].map((column) => lattice.next(above(column), down) === -1)).toEqual([true, true, true]);
    lattice.shorten(1, { low: 0, high: 2 }, { low: 1, high: 2 });
    expect([0, 1, 2].map((column) => lattice.next(above(column), down) === -1)).toEqual([false, true, true]);
    expect(lattice.next(lattice.vertex(4, 1), 1)).toBe(lattice.vertex(4, 2));
  });
});
