/** What overviews show: every phase, subflow and outcome once, and every way from one to another. */
import { describe, expect, it } from 'vitest';
import type { Process } from '../../src/model/process.js';
import type { View } from '../../src/model/view.js';
import { project } from '../../src/view/index.js';
import { examples } from '../fixtures/examples.js';
import { edge, lasting, node, process, rich, span, text } from '../fixtures/process.js';

const draw = (of: Process, language = 'en'): View => project(of, 'overview', { language, direction: 'auto' });

/** The box in which a node of the process is, in a flow where every node has a phase. */
function boxOf(of: Process, id: string): string | undefined {
  const found = of.nodes.find((one) => one.id === id);
  if (found?.type === 'subflow') return id;
  if (found?.type === 'end') return `end:${found.outcome ?? 'neutral'}`;
  return `phase:${found?.phase ?? ''}`;
}

describe.each(examples)('%s', (_, of) => {
  it('has every phase, subflow and outcome once, phases in order', () => {
    const ids = draw(of).nodes.map(({ id }) => id);
    const expected = new Set(of.nodes.map(({ id }) => boxOf(of, id)));
    expect(new Set(ids)).toEqual(expected);
    expect(ids.length).toBe(expected.size);
    const phases = ids.filter((id) => id.startsWith('phase:'));
    expect(phases).toEqual(of.phases.map(({ id }) => `phase:${id}`).filter((id) => expected.has(id)));
  });

  it('has one connection for all that lead from one box to another, one more for time limits, and none within a box', () => {
    const pairs = draw(of).edges.map(({ from, to, kind }) => `${from} ${to} ${kind}`);
    const expected = of.edges
      .map(({ from, to, kind }) => [boxOf(of, from), boxOf(of, to), kind] as const)
      .filter(([from, to]) => from !== to)
      .map(([from, to, kind]) => `${from ?? ''} ${to ?? ''} ${kind}`);
    expect([...pairs].sort()).toEqual([...new Set(expected)].sort());
  });

  it.each(of.languages)('says of each phase what is done and when it is done, in %s', (language) => {
    const view = draw(of, language);
    for (const phase of of.phases) {
      const box = view.nodes.find(({ id }) => id === `phase:${phase.id}`);
      if (box === undefined) continue;
      const said = box.details?.join('\n') ?? '';
      for (const criterion of phase.exit) expect(said).toContain(criterion[language] ?? criterion[of.language]);
      expect(box.caption).toMatch(/\d/u);
    }
  });
});

describe('overview', () => {
  it('of the rich process', () => {
    const view = draw(rich);
    expect(view.title).toBe('Customer follow-up\u00A0· Overview');
    expect(
      view.nodes.map(({ id, type, name, caption, details = [] }) => [id, type, name, caption, ...details]),
    ).toEqual([
      ['phase:attract', 'phase', 'Attract', '1 step', 'Record the lead', 'KPI: Leads more than 120'],
      [
        'phase:convert',
        'phase',
        'Convert',
        '3 steps · 1 decision · 2 waits',
        'Call back; Send brochure; Approve the discount',
        'KPI: First response at most 4 hours',
        'Done when: Needs recorded; Decision maker known',
      ],
      ['aftercare', 'subflow', 'After-sales', 'Keep'],
      ['end:success', 'end', 'Lasting business', ''],
      ['end:failure', 'end', 'Archived', ''],
    ]);
    expect(view.edges.map(({ id, kind, label, main }) => [id, kind, label, main])).toEqual([
      ['phase:attract->phase:convert', 'next', '', true],
      ['phase:convert->aftercare', 'next', '', true],
      ['phase:convert->end:failure:timeout', 'timeout', 'after 2 weeks', false],
      ['aftercare->end:success', 'next', 'Problem solved', true],
      ['aftercare->end:failure', 'next', 'Customer gone', false],
    ]);
  });

  it('says which steps there are in ever fewer names, in the order of the flow, the main path kept longest', () => {
    const of = process({
      phases: [{ id: 'p', span, name: text('一', 'One'), entry: [], exit: [] }],
      nodes: [
        node('a', { type: 'task', phase: 'p', name: text('核对姓名、电话', 'Check name, phone') }),
        node('b', { type: 'task', phase: 'p', name: text('乙', 'Beside') }),
        node('c', { type: 'task', phase: 'p', name: text('丙', 'Then') }),
      ],
      edges: [edge('a', 'c'), edge('a', 'b')],
    });
    const said = (language: string): unknown => {
      const [{ details, shorterDetails } = {}] = draw(of, language).nodes;
      return [details, shorterDetails];
    };
    expect(said('en')).toEqual([
      ['Check name, phone; Beside; Then'],
      [['Check name, phone → Then and 1 more', 'Check name, phone and 2 more']],
    ]);
    expect(said('zh')).toEqual([
      ['核对姓名、电话；乙；丙'],
      [['核对姓名、电话 → 丙 等 3 步', '核对姓名、电话 等 3 步']],
    ]);
  });

  it('says of exit criteria that are too many how many more there are', () => {
    const exit = ['Needs recorded', 'Budget known', 'Decision maker met'].map((line) => text('', line));
    const of = process({
      phases: [{ id: 'p', span, name: text('一', 'One'), entry: [], exit }],
      nodes: [node('a', { type: 'start', phase: 'p' })],
    });
    expect(draw(of).nodes[0]).toMatchObject({
      details: ['Done when: Needs recorded; Budget known; Decision maker met'],
      shorterDetails: [
        ['Done when: Needs recorded; Budget known; and 1 more', 'Done when: Needs recorded; and 2 more'],
      ],
    });
  });

  it('counts ends of one outcome, and names them', () => {
    const of = process({
      phases: [{ id: 'p', span, name: text('一', 'One'), entry: [], exit: [] }],
      nodes: [
        node('a', { type: 'start', phase: 'p' }),
        node('b', { type: 'end', phase: 'p', outcome: 'success', name: text('甲', 'First') }),
        node('c', { type: 'end', phase: 'p', outcome: 'success', name: text('乙', 'Second') }),
      ],
      edges: [edge('a', 'b'), edge('a', 'c')],
    });
    const [, end] = draw(of, 'zh').nodes;
    expect(end).toMatchObject({ id: 'end:success', name: '成功结束（2 种）', tip: '成功结束（2 种）\n甲\n乙' });
  });

  it('of a flow without phases keeps the main path, subflows and ends, and says how much is passed over', () => {
    const of = process({
      nodes: [
        node('s', { type: 'start' }),
        node('d', { type: 'decision' }),
        node('m', { type: 'task' }),
        node('x', { type: 'task' }),
        node('y', { type: 'task' }),
        node('e', { type: 'end', outcome: 'success' }),
        node('f', { type: 'end', outcome: 'failure' }),
      ],
      edges: [
        edge('s', 'd'),
        edge('d', 'm', { when: text('好', 'Good') }),
        edge('d', 'x', { when: text('坏', 'Bad') }),
        edge('m', 'e'),
        edge('x', 'y'),
        edge('y', 'd'),
        edge('y', 'f'),
      ],
    });
    const view = draw(of);
    expect(view.nodes.map(({ id }) => id)).toEqual(['s', 'd', 'm', 'e', 'f']);
    expect(view.edges.map(({ id, label }) => [id, label])).toEqual([
      ['s->d', ''],
      ['d->m', 'Good'],
      // It comes back to the question, too.
      ['d->d:passing', 'Bad (via 2 steps)'],
      ['d->f:passing', 'Bad (via 2 steps)'],
      ['m->e', ''],
    ]);
  });

  it('of a flow without phases keeps apart what leads there at once, over steps, and when time is up', () => {
    const of = process({
      nodes: [
        node('s', { type: 'start' }),
        node('d', { type: 'decision' }),
        ...['m', 'w', 'x', 'y', 'z'].map((id) => node(id, { type: 'task' })),
        node('e', { type: 'end', outcome: 'success' }),
      ],
      edges: [
        edge('s', 'd'),
        edge('d', 'm', { when: text('好', 'Good') }),
        edge('d', 'x', { when: text('中', 'Fair') }),
        edge('d', 'y', { when: text('差', 'Poor') }),
        edge('d', 'w', { otherwise: true }),
        edge('x', 'm'),
        edge('y', 'z'),
        edge('z', 'm'),
        edge('w', 'd'),
        edge('m', 'e'),
        edge('m', 'e', { kind: 'timeout', after: lasting({ days: 3 }) }),
        edge('m', 'w', { kind: 'timeout', after: lasting({ days: 1 }) }),
      ],
    });
    const said = (language: string): unknown => draw(of, language).edges.map(({ id, label }) => [id, label]);
    expect(said('en')).toEqual([
      ['s->d', ''],
      ['d->m', 'Good'],
      ['d->m:passing', 'Fair, Poor (via 1–2 steps)'],
      ['d->d:passing', 'via 1 step'],
      ['m->e', ''],
      ['m->e:timeout', 'after 3 days'],
      ['m->d:timeout:passing', 'after 1 day (via 1 step)'],
    ]);
    expect(said('zh')).toContainEqual(['d->m:passing', '中、差（经 1–2 步）']);
    const kinds = draw(of).edges.map(({ kind, main }) => [kind, main]);
    expect(kinds.filter(([, main]) => main)).toEqual(new Array(3).fill(['next', true]));
  });

  it('gives no condition to a connection that also stands for ways without one, and no time limit to other ways', () => {
    const after = lasting({ days: 3 });
    const phases = ['p', 'q'].map((id) => ({ id, span, name: text(id, id), entry: [], exit: [] }));
    const labels = (...edges: Process['edges']): unknown => {
      const of = process({
        phases,
        nodes: [
          node('s', { type: 'start', phase: 'p' }),
          node('d', { type: 'decision', phase: 'p' }),
          node('t', { type: 'task', phase: 'p' }),
          node('u', { type: 'task', phase: 'q' }),
          node('v', { type: 'task', phase: 'q' }),
          node('e', { type: 'end', phase: 'q', outcome: 'success' }),
        ],
        edges: [edge('s', 'd'), ...edges, edge('u', 'e'), edge('v', 'e')],
      });
      const view = draw(of);
      return view.edges.flatMap(({ from, kind, label }) => (from === 'phase:p' ? [[kind, label]] : []));
    };
    const no = edge('d', 'u', { when: text('否', 'No') });
    const yes = edge('d', 't', { when: text('是', 'Yes') });
    const late = edge('t', 'v', { kind: 'timeout', after });
    // Yes leads there too, by a step.
    expect(labels(yes, no, edge('t', 'u'))).toEqual([['next', '']]);
    expect(labels(yes, no, edge('t', 'd'))).toEqual([['next', 'No']]);
    expect(labels(yes, no, edge('t', 'd'), late)).toEqual([
      ['next', 'No'],
      ['timeout', 'after 3 days'],
    ]);
    expect(labels(yes, edge('d', 'd', { otherwise: true }), edge('t', 'd'), late)).toEqual([
      ['timeout', 'after 3 days'],
    ]);
    expect(labels(yes, edge('d', 'u', { otherwise: true }), edge('t', 'd'), late)).toEqual([
      ['next', ''],
      ['timeout', 'after 3 days'],
    ]);
    // Whatever the answer is.
    expect(labels(edge('d', 'v', { when: text('是', 'Yes') }), no)).toEqual([['next', '']]);
  });
});
