/** Names as long as the checks let them be are shown whole, in every shape and on connections. */
import { describe, expect, it } from 'vitest';
import { wrap } from '../../src/base/text/wrap.js';
import { drawNode } from '../../src/layout/draw-node.js';
import { measureLabel } from '../../src/layout/label.js';
import { measureShapes } from '../../src/layout/shapes.js';
import { longName } from '../../src/lint/rules/long-name.js';
import type { ViewNode } from '../../src/model/view.js';

const types = ['task', 'decision', 'start', 'end', 'wait', 'subflow', 'store', 'party', 'fork', 'connector'] as const;
const most = longName.options.most.default;
const names = [
  'Does the board accept a special price?',
  'The drop was temporary and orders are coming back',
  'Turnover above plan in at least three of last four quarters',
  '大客户年度框架协议到期前由客户经理组织续签评估与条款复核会议',
].map(
  (name) =>
    [
      Array.from(name)
        .slice(0, /\p{Script=Han}/u.test(name) ? most / 2 : most)
        .join(''),
    ] as const,
);

const plain = (text: string): string => text.replaceAll(' ', '');

describe.each(names)('%s', (name) => {
  it.each(types)('in a %s', (type) => {
    for (const direction of ['down', 'right'] as const) {
      const node: ViewNode = { id: 'n', type, name, caption: name, badges: [], tip: name };
      const [shape] = measureShapes([node], direction, () => 1);
      if (shape === undefined) throw new Error('no shape');
      const { runs, box } = drawNode(shape, { x: 0, y: 0 }, direction);
      const own = runs.filter(({ role }) => role === (type === 'fork' ? 'caption' : 'node'));
      expect(plain(own.map(({ text }) => text).join(''))).toBe(plain(name));
      if (type !== 'fork') for (const { y } of runs) expect(Math.abs(y)).toBeLessThan(box.height / 2);
    }
  });

  it('on a connection', () => {
    expect(plain(measureLabel({ label: name })?.lines.join('') ?? '')).toBe(plain(name));
  });
});

it('the caption of a step takes two lines before it is cut', () => {
  const caption = 'Key account manager international';
  const node: ViewNode = { id: 'n', type: 'task', name: 'Call', caption, badges: [], tip: '' };
  const [shape] = measureShapes([node], 'down', () => 1);
  const runs = shape ? drawNode(shape, { x: 0, y: 0 }, 'down').runs : [];
  expect(runs.map(({ text }) => text)).toEqual(['Call', 'Key account manager', 'international']);
});

it('what is cut all the same ends with a whole word, if one fits', () => {
  const line = (text: string, ems: number): unknown =>
    wrap(text, { size: 10, weight: 400, maxWidth: 10 * ems, maxLines: 1 }).lines;
  expect(line('orders are coming back', 8.2)).toEqual(['orders are…']);
  expect(line('coming back', 3)).toEqual(['co…']);
});
