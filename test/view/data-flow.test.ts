/** What data-flow diagrams show of a process: all of its data, each thing once, and how it is protected. */
import { describe, expect, it } from 'vitest';
import type { Process } from '../../src/model/process.js';
import type { View, ViewEdge } from '../../src/model/view.js';
import { project } from '../../src/view/index.js';
import { speaker } from '../../src/model/words/speaker.js';
import { examples } from '../fixtures/examples.js';
import { edge, node, owner, process, rich, span, text } from '../fixtures/process.js';

const draw = (of: Process, language = 'en'): View => project(of, 'data-flow', { language, direction: 'auto' });

/** The element that a symbol stands for. */
const placeOf = (id: string): string => id.replace(/#\d+$/u, '');

describe.each(examples)('%s', (_, of) => {
  it.each(of.languages)('shows every group that a step reads or writes, in one arrow, in %s', (language) => {
    const view = draw(of, language);
    const { name } = speaker(of, language);
    for (const step of of.nodes) {
      for (const [refs, way] of [
        [step.reads, 'in'],
        [step.writes, 'out'],
      ] as const) {
        for (const store of of.stores) {
          const own = refs.filter((ref) => ref.store === store.id);
          const arrows = view.edges.filter(({ from, to }) =>
            way === 'in'
              ? placeOf(from) === `store:${store.id}` && to === step.id
              : from === step.id && placeOf(to) === `store:${store.id}`,
          );
          expect(arrows, `${step.id} ${way} ${store.id}`).toHaveLength(own.length > 0 ? 1 : 0);
          for (const { group } of own) {
            const found = store.groups.find(({ id }) => id === group);
            const whole = own.some((ref) => ref.group === undefined);
            if (found && !whole) expect(arrows[0]?.label).toContain(name(found));
          }
        }
      }
    }
    const used = new Set(of.nodes.flatMap(({ reads, writes }) => [...reads, ...writes].map((ref) => ref.store)));
    const drawn = new Set(view.nodes.filter(({ type }) => type === 'store').map(({ id }) => placeOf(id)));
    expect(drawn).toEqual(new Set([...used].map((id) => `store:${id}`)));
  });

  it('has no two arrows from one end to another, no loose end and no symbol twice in a row', () => {
    const view = draw(of, of.language);
    const ids = new Set(view.nodes.map(({ id }) => id));
    expect(ids.size).toBe(view.nodes.length);
    const pairs = view.edges.map(({ from, to }) => `${placeOf(from)} ${placeOf(to)}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const { from, to } of view.edges) expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
    const touched = new Set(view.edges.flatMap(({ from, to }) => [from, to]));
    expect(view.nodes.filter(({ id }) => !touched.has(id))).toEqual([]);
  });

  it('marks every arrow and store with delicate data, and locks what is protected', () => {
    const view = draw(of, of.language);
    for (const shown of view.edges) {
      const [at, way] = shown.from.startsWith('store:') ? [shown.from, 'in'] : [shown.to, 'out'];
      const store = of.stores.find(({ id }) => `store:${id}` === placeOf(at));
      const step = of.nodes.find(({ id }) => id === (way === 'in' ? shown.to : shown.from));
      if (store === undefined || step === undefined) continue;
      const refs = (way === 'in' ? step.reads : step.writes).filter((ref) => ref.store === store.id);
      const kinds = refs.flatMap((ref) =>
        store.groups
          .filter(({ id }) => ref.group === undefined || id === ref.group)
          .flatMap(({ fields }) => fields.filter(({ id }) => ref.field === undefined || id === ref.field))
          .map(({ sensitivity }) => sensitivity),
      );
      const strictest = (['sensitive', 'personal', 'confidential'] as const).find((kind) => kinds.includes(kind));
      const lock = store.protection?.encryption.includes('in-transit') === true ? 'locked' : 'unlocked';
      expect(
        (shown.marks ?? []).map(({ kind }) => kind),
        shown.id,
      ).toEqual(strictest === undefined ? [] : [strictest, lock]);
    }
  });
});

describe('data-flow', () => {
  const labels = (view: View): readonly (readonly [string, string])[] =>
    view.edges.map(({ id, label }: ViewEdge) => [id, label]);

  it('has numbered processes, stores with D numbers and the parties outside', () => {
    const view = draw(rich);
    expect(view.nodes.map(({ id, type, name, side, duplicate }) => [id, type, name, side, duplicate])).toEqual(
      [
        ['capture', 'task', '1. Record the lead', undefined, undefined],
        ['call', 'task', '2. Call back', undefined, undefined],
        ['interested', 'task', '3. Is the customer interested?', undefined, undefined],
        ['party:customer', 'party', 'Customer', 'in', undefined],
        ['store:crm', 'store', 'D1 Customer database', 'in', true],
        ['store:crm#2', 'store', 'D1 Customer database', 'out', true],
        ['store:crm#3', 'store', 'D1 Customer database', 'out', true],
        ['party:customer#2', 'party', 'Customer', 'out', true],
      ].map((row) => (row[0] === 'party:customer' ? [...row.slice(0, 4), true] : row)),
    );
    expect(labels(view)).toEqual([
      ['party:customer->capture', 'Contact details'],
      ['store:crm->call', 'Basics (phone)'],
      ['capture->store:crm#2', 'Basics'],
      ['call->store:crm#3', 'all data'],
      ['interested->party:customer#2', 'Quotation'],
    ]);
    expect(view.edges.every(({ kind }) => kind === 'data')).toBe(true);
  });

  it('tells in words what it shows, for those who do not see it', () => {
    const view = draw(rich);
    expect(view.description).toBe(
      'Data-flow diagram of “Customer follow-up” with 3 processes, 1 data store, 1 external party.',
    );
    expect(view.nodes.find(({ id }) => id === 'call')?.label).toBe(
      '2. Call back (Sales representative). ' +
        '2. Call back reads Basics (phone) (sensitive personal data, Encrypted in transit) from D1 Customer database. ' +
        '2. Call back writes all data (sensitive personal data, Encrypted in transit) to D1 Customer database.',
    );
    expect(view.nodes.find(({ id }) => id === 'interested')?.label).toBe(
      '3. Is the customer interested? (Sales representative). 3. Is the customer interested? gives Customer: Quotation.',
    );
  });

  const store = (id: string, sensitivity: 'internal' | 'personal', encrypted: boolean): Process['stores'][number] => ({
    id,
    span,
    name: text(id, id),
    kind: 'database',
    groups: [{ id: 'g', name: text('组', 'Group'), span, fields: [{ id: 'f', sensitivity, span }] }],
    access: [],
    ...(encrypted && { protection: { encryption: ['at-rest', 'in-transit'] } }),
  });

  it('opens the lock where delicate data is not protected, and leaves ordinary data alone', () => {
    const of = process({
      stores: [store('open', 'personal', false), store('safe', 'personal', true), store('plain', 'internal', false)],
      nodes: [
        node('a', { type: 'task', reads: ['open', 'safe', 'plain'].map((id) => ({ store: id, group: 'g', span })) }),
      ],
    });
    const view = draw(of);
    const kinds = (list: readonly { readonly kind: string }[] = []): readonly string[] => list.map(({ kind }) => kind);
    expect(view.edges.map(({ marks }) => kinds(marks))).toEqual([['personal', 'unlocked'], ['personal', 'locked'], []]);
    expect(view.nodes.slice(1).map(({ badges }) => kinds(badges))).toEqual([
      ['personal', 'unlocked'],
      ['personal', 'locked'],
      [],
    ]);
    expect(view.legend.map(({ kind }) => kind)).toEqual([
      'task',
      'store',
      'data-edge',
      'personal',
      'locked',
      'unlocked',
    ]);
  });

  it('shares a symbol among neighbours, not across phases', () => {
    const reads = [{ store: 's', group: 'g', span }];
    const steps = ['a', 'b', 'c', 'd'].map((id) =>
      node(id, { type: 'task', reads, phase: id === 'd' ? 'two' : 'one' }),
    );
    const phase = (id: string): Process['phases'][number] => ({ id, span, name: text(id, id), entry: [], exit: [] });
    const view = draw(
      process({ stores: [store('s', 'internal', false)], phases: [phase('one'), phase('two')], nodes: steps }),
    );
    expect(view.edges.map(({ from }) => from)).toEqual(['store:s', 'store:s', 'store:s', 'store:s#2']);
    expect(view.nodes.filter(({ type }) => type === 'store').map(({ phase: at }) => at)).toEqual(['one', 'two']);
  });

  it('looks behind forks and joins for who gets what is carried', () => {
    const of = process({
      stores: [store('s', 'internal', false)],
      nodes: [
        node('a', { type: 'task', writes: [{ store: 's', span }] }),
        node('f', { type: 'fork' }),
        node('b', { type: 'task' }),
        node('c', { type: 'task' }),
      ],
      edges: [edge('a', 'f', { carries: [text('订单', 'Order')] }), edge('f', 'b'), edge('f', 'c')],
    });
    expect(labels(draw(of)).slice(1)).toEqual([
      ['a->b', 'Order'],
      ['a->c', 'Order'],
    ]);
  });

  it('takes what a customer hands over from the step, its outputs, or its answer; a time that ran out hands over nothing', () => {
    const reads = [{ store: 's', group: 'g', span }];
    const of = process({
      owners: [owner('c', { kind: 'customer' })],
      stores: [store('s', 'internal', false)],
      nodes: [
        node('sign', { type: 'task', owner: 'c', outputs: [text('合同', 'Contract')] }),
        node('ask', { type: 'decision', owner: 'c', name: text('同意吗？', 'Agreed?') }),
        node('x', { type: 'task', reads }),
        node('y', { type: 'task', reads, inputs: [text('样品', 'Sample')] }),
      ],
      edges: [
        edge('sign', 'x'),
        edge('sign', 'y', { kind: 'timeout' }),
        edge('ask', 'x', { when: text('同意', 'Yes') }),
        edge('ask', 'y', { otherwise: true }),
        edge('x', 'sign'),
      ],
    });
    expect(labels(draw(of)).filter(([id]) => id.includes('party'))).toEqual([
      ['party:c->x', 'Contract'],
      ['party:c#2->y', 'Answer'],
    ]);
  });

  it('names an own step of a customer no data, and hands no answer of theirs to themselves', () => {
    const writes = [{ store: 's', group: 'g', span }];
    const of = process({
      owners: [owner('c', { kind: 'customer' })],
      stores: [store('s', 'internal', false)],
      nodes: [
        node('ask', { type: 'decision', owner: 'c', name: text('同意吗？', 'Agreed?') }),
        node('send', { type: 'task', owner: 'c', writes }),
        node('fill', { type: 'task', owner: 'c', writes, outputs: [text('申请表', 'Form')] }),
      ],
      edges: [edge('ask', 'send', { when: text('同意', 'Yes') }), edge('ask', 'fill', { otherwise: true })],
    });
    const view = draw(of);
    expect(labels(view).filter(([id]) => id.includes('party'))).toEqual([
      ['party:c->send', ''],
      ['party:c->fill', 'Form'],
    ]);
    expect(view.nodes.find(({ id }) => id === 'send')?.label).toContain('c gives information to 1. send.');
  });

  it.each([
    [1, 'store:s'],
    [2, 'store:s#2'],
  ])('a symbol passes one step that does not use it, and no more: %i', (between, last) => {
    const reads = [{ store: 's', group: 'g', span }];
    const writes = [{ store: 't', group: 'g', span }];
    const of = process({
      stores: [store('s', 'internal', false), store('t', 'internal', false)],
      nodes: [
        node('first', { type: 'task', reads }),
        ...Array.from({ length: between }, (_, index) => node(`m${String(index)}`, { type: 'task', writes })),
        node('last', { type: 'task', reads }),
      ],
    });
    expect(draw(of).edges.find(({ to }) => to === 'last')?.from).toBe(last);
  });
});
