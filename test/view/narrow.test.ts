/** Pictures of a part: what a segment can reach, a phase, the work of an owner. */
import { describe, expect, it } from 'vitest';
import { missingPart } from '../../src/app/part.js';
import type { Filter } from '../../src/model/filter.js';
import type { Process } from '../../src/model/process.js';
import type { View } from '../../src/model/view.js';
import { project, views } from '../../src/view/index.js';
import { examples } from '../fixtures/examples.js';
import { partsOf } from '../fixtures/parts.js';
import { edge, node, owner, process, rich, span, text } from '../fixtures/process.js';

const draw = (of: Process, filter: Filter, id: View['id'] = 'flow'): View =>
  project(of, id, { language: 'en', direction: 'auto', filter });
const shown = ({ nodes }: View): readonly string[] => nodes.map(({ id, dimmed }) => (dimmed ? `(${id})` : id));
const connections = ({ edges }: View): readonly string[] => edges.map(({ id, dimmed }) => (dimmed ? `(${id})` : id));

const shop = process({
  segments: ['vip', 'new'].map((id) => ({ id, span, name: text(id, id.toUpperCase()) })),
  nodes: [
    node('s', { type: 'start' }),
    node('d', { type: 'decision' }),
    node('v', { type: 'task', outputs: [text('礼品', 'Gift')] }),
    node('n', { type: 'task' }),
    node('o', { type: 'task' }),
    node('e', { type: 'end' }),
  ],
  edges: [
    edge('s', 'd'),
    // Compiling names a branch without a condition after its segments.
    edge('d', 'v', { segments: ['vip'], when: text('vip', 'VIP'), carries: [text('名单', 'List')] }),
    edge('d', 'n', { segments: ['new'], when: text('首单', 'First order') }),
    edge('d', 'o', { otherwise: true }),
    edge('v', 'e'),
    edge('n', 'e'),
    edge('o', 'e'),
  ],
});

describe('a segment', () => {
  it('leaves out branches for others, and the default where its own has no further condition', () => {
    expect(shown(draw(shop, { segment: 'vip' }))).toEqual(['s', 'd', 'v', 'e']);
    expect(connections(draw(shop, { segment: 'vip' }))).toEqual(['s->d', 'd->v', 'v->e']);
    expect(shown(draw(shop, { segment: 'new' }))).toEqual(['s', 'd', 'n', 'o', 'e']);
  });

  it('or dims them', () => {
    const view = draw(shop, { segment: 'new', rest: 'dim' });
    expect(shown(view)).toEqual(['s', 'd', '(v)', 'n', 'o', 'e']);
    expect(connections(view)).toEqual(['s->d', '(d->v)', 'd->n', 'd->o', '(v->e)', 'n->e', 'o->e']);
  });

  it('is named in the title and the description', () => {
    expect(draw(shop, { segment: 'vip' })).toMatchObject({
      title: 'Sample\u00A0· Segment: VIP',
      description: expect.stringMatching(/^Segment: VIP\. Flowchart of “Sample” with 4 nodes/u) as string,
    });
    const both = project(rich, 'overview', {
      language: 'zh',
      direction: 'auto',
      filter: { segment: 'key', phase: 'convert' },
    });
    expect(both.title).toBe('客户跟进流程\u00A0· 总览\u00A0· 客户类别：重点客户\u00A0· 阶段：转化');
  });
});

describe('a phase', () => {
  it('keeps its neighbours across the border, dimmed and without their data', () => {
    const view = draw(rich, { phase: 'attract' }, 'swimlane');
    expect(shown(view)).toEqual(['start', 'capture', '(split)']);
    expect(connections(view)).toEqual(['start->capture', '(capture->split)']);
    const keep = draw(rich, { phase: 'keep' }, 'swimlane');
    expect(shown(keep)).toEqual(['(reply)', 'aftercare', 'won', 'lost']);
    expect(keep.nodes[0]?.badges).toEqual([]);
    expect(keep.lanes.map(({ id }) => id)).toEqual(['customer', 'sales-rep', 'support']);
  });

  it('without data says so, and does not blame the flow', () => {
    expect(draw(rich, { phase: 'keep' }, 'data-flow')).toMatchObject({
      nodes: [],
      subtitle: 'No step of this part reads or writes data.',
    });
  });

  it('shows its data only, under the numbers of the whole', () => {
    const view = draw(rich, { phase: 'convert' }, 'data-flow');
    expect(view.nodes.map(({ name, dimmed }) => [name, dimmed === true])).toEqual([
      ['2. Call back', false],
      ['3. Is the customer interested?', false],
      ['D1 Customer database', false],
      ['D1 Customer database', false],
      ['Customer', false],
    ]);
  });
});

describe('an owner', () => {
  it('of a department brings its members', () => {
    const view = draw(rich, { owner: 'sales' });
    expect(shown(view)).toEqual(
      [
        '(capture)',
        'split',
        'call',
        '(mail)',
        'both',
        'interested',
        'approve',
        'pause',
        '(reply)',
        'lost',
        '(aftercare)',
      ].sort((a, b) => order(a) - order(b)),
    );
    expect(
      view.edges.every(
        ({ from, to }) => view.nodes.some(({ id }) => id === from) && view.nodes.some(({ id }) => id === to),
      ),
    ).toBe(true);
  });

  it('survives a ring of members', () => {
    const ring = process({
      owners: [owner('a', { members: ['b'] }), owner('b', { members: ['a'] })],
      nodes: [node('x', { type: 'task', owner: 'b' })],
    });
    expect(shown(draw(ring, { owner: 'a' }))).toEqual(['x']);
  });
});

function order(id: string): number {
  return rich.nodes.findIndex((one) => one.id === id.replace(/[()]/gu, ''));
}

describe('what is not there', () => {
  it('is told before anything is drawn', () => {
    expect(missingPart(rich, { phase: 'attract' })).toBeUndefined();
    expect(missingPart(rich, { phase: 'atract' })).toMatchObject({
      kind: 'unknown',
      key: 'phase',
      known: ['attract', 'convert', 'keep', 'unused'],
    });
    expect(missingPart(rich, { phase: 'unused' })).toMatchObject({
      kind: 'empty',
      known: ['attract', 'convert', 'keep'],
    });
    expect(missingPart(rich, { phase: 'attract', owner: 'support' })).toMatchObject({
      kind: 'empty',
      key: 'owner',
      known: ['customer', 'service'],
    });
    expect(missingPart(process({ nodes: [] }), { segment: 'x' })).toMatchObject({ kind: 'unknown', known: [] });
  });
});

describe.each(examples)('%s', (_, of) => {
  it('has every part in every view, each with something that is not dimmed, and nothing hanging loose', () => {
    const parts = partsOf(of);
    expect(parts.length).toBeGreaterThan(3);
    for (const filter of parts) {
      for (const { id } of views) {
        const view = draw(of, filter, id);
        const ids = new Set(view.nodes.map((one) => one.id));
        for (const { from, to } of view.edges) expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
        // An owner's steps may touch no data at all.
        if (id !== 'data-flow') expect(view.nodes.some(({ dimmed }) => dimmed !== true)).toBe(true);
      }
    }
  });

  it('divides into its phases: every step is in one, not dimmed', () => {
    const own = of.phases
      .map(({ id }): Filter => ({ phase: id }))
      .filter((filter) => missingPart(of, filter) === undefined)
      .flatMap((filter) => draw(of, filter).nodes.filter(({ dimmed }) => dimmed !== true))
      .map(({ id }) => id);
    expect([...own].sort()).toEqual(of.nodes.map(({ id }) => id).sort());
  });
});
