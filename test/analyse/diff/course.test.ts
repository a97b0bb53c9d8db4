/** What a difference says of the course of the work: what comes first now, what runs at once, what has become part of another. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/analyse/diff/index.js';
import type { Edge, Process, ProcessNode } from '../../../src/model/process.js';
import { examples } from '../../fixtures/examples.js';
import { edge, node, rich, text } from '../../fixtures/process.js';
import { dice, edits } from './edits.js';

const flow = (nodes: readonly ProcessNode[], edges: readonly Edge[]): Process => ({
  ...rich,
  language: 'en',
  kpis: [],
  nodes: [node('start', { type: 'start' }), ...nodes, node('end', { type: 'end' })],
  edges,
});
const task = (id: string, said: Partial<ProcessNode> = {}): ProcessNode =>
  node(id, { type: 'task', name: text(id, id), owner: 'sales', ...said } as never);
/** `a b c` one after the other. */
const chain = (ids: string): readonly Edge[] => {
  const all = ['start', ...ids.split(' '), 'end'];
  return all.slice(1).map((id, index) => edge(all[index] ?? '', id));
};
const line = (ids: string, more: readonly Edge[] = []): Process =>
  flow(
    ['consent', 'collect', 'query', 'visit', 'review'].map((id) => task(id)),
    [...chain(ids), ...more],
  );
const told = (before: Process, after: Process): readonly string[] =>
  compare(before, after).course.map(({ course, node: one, other }) => `${one.id} ${course} ${other.id}`);

describe('order', () => {
  const base = line('consent collect query visit review');

  it.each([
    ['two exchanged', 'consent query collect visit review', ['query now-before collect']],
    ['one goes to the front', 'review consent collect query visit', ['review now-before consent']],
    ['one goes to the end', 'collect query visit review consent', ['consent now-after review']],
    ['the same', 'consent collect query visit review', []],
  ])('%s', (_name, ids, expected) => {
    expect(told(base, line(ids))).toEqual(expected);
  });

  it('is not turned by a way back', () => {
    const loop = [edge('review', 'collect')];
    expect(told(base, line('consent collect query visit review', loop))).toEqual([]);
    const ids = 'consent query collect visit review';
    expect(told(line('consent collect query visit review', loop), line(ids, loop))).toEqual([
      'query now-before collect',
    ]);
  });

  it('tells both owners', () => {
    const owned = (process: Process): Process => ({
      ...process,
      nodes: process.nodes.map((one) => (one.id === 'query' ? { ...one, owner: 'platform' } : one)),
    });
    const { affected } = compare(owned(base), owned(line('consent query collect visit review')));
    expect(affected.map(({ owner, effects }) => [owner.id, effects.map(({ effect }) => effect)])).toEqual([
      ['sales', ['now-after']],
      ['platform', ['now-before']],
    ]);
  });
});

describe('at the same time', () => {
  const steps = [task('charge'), task('welcome')];
  const serial = flow(steps, chain('charge welcome'));
  const parallel = flow(
    [node('fork', { type: 'fork' }), ...steps, node('join', { type: 'join' })],
    [...chain('fork charge join'), edge('fork', 'welcome'), edge('welcome', 'join')],
  );

  it('is told once, and back again', () => {
    expect(told(serial, parallel)).toEqual(['charge at-once welcome']);
    expect(told(parallel, serial)).toEqual(['charge one-after-another welcome']);
  });

  it('is not what either way of a decision does', () => {
    const choice = {
      ...parallel,
      nodes: parallel.nodes.map((one) => (one.id === 'fork' ? node('fork', { type: 'decision' }) : one)),
    };
    expect(told(serial, choice)).toEqual([]);
  });
});

describe('merged and split', () => {
  const apart = flow(
    [
      task('ship', { name: text('送货', 'Deliver the goods') }),
      task('check', { name: text('确认收货', 'Confirm the delivery') }),
    ],
    chain('ship check'),
  );
  const whole = flow(
    [task('check', { name: text('送货并确认收货', 'Deliver the goods and confirm the delivery') })],
    chain('check'),
  );
  const other = flow([task('check', { name: text('确认收货', 'Confirm the delivery') })], chain('check'));

  it('by the name', () => {
    expect(told(apart, whole)).toEqual(['ship merged check']);
    expect(told(whole, apart)).toEqual(['ship split check']);
    expect(told(apart, other)).toEqual([]);
    expect(told(other, apart)).toEqual([]);
  });

  it('by the work', () => {
    const report = text('写报告', 'Write the report');
    const before = flow([task('visit', { steps: [text('走访', 'See the firm'), report] })], chain('visit'));
    const after = flow(
      [task('visit', { steps: [text('走访', 'See the firm')] }), task('report', { name: report })],
      chain('visit report'),
    );
    expect(told(before, after)).toEqual(['report split visit']);
    expect(told(after, before)).toEqual(['report merged visit']);
  });
});

it('whoever gets the cases of another branch is affected', () => {
  const isOne = ({ from, otherwise }: Edge): boolean => from === 'interested' && otherwise;
  const after = { ...rich, edges: rich.edges.map((one) => (isOne(one) ? { ...one, to: 'aftercare' } : one)) };
  expect(compare(rich, after).affected.map(({ owner, effects }) => [owner.id, effects])).toEqual([
    [
      'support',
      [
        expect.objectContaining({
          effect: 'other-cases',
          node: expect.objectContaining({ id: 'aftercare' }) as unknown,
        }),
      ],
    ],
  ]);
});

it('a step more, fewer, renamed or with another owner leaves the course of all examples as it was', () => {
  for (const [file, process] of examples) {
    for (const name of ['insert', 'remove', 'renameId', 'newName', 'owner', 'shuffle']) {
      for (let seed = 1; seed <= 4; seed++) {
        const after = edits[name]?.(process, dice(seed));
        if (after !== undefined) expect(told(process, after), `${file} ${name} ${String(seed)}`).toEqual([]);
      }
    }
  }
});
