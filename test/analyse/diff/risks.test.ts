/** Each risk is flagged by the edit that it is about and by no other; each effect reaches whom it should. */
import { describe, expect, it } from 'vitest';
import { compare, type Verdict } from '../../../src/analyse/diff/index.js';
import { riskIds, type Difference, type EffectId, type RiskId } from '../../../src/model/difference.js';
import type { Edge, Process, ProcessNode, Store } from '../../../src/model/process.js';
import type { Text } from '../../../src/model/text.js';
import { edge, lasting, node, rich, text } from '../../fixtures/process.js';
import { numbered, removeNode } from './edits.js';

const changeNode = (id: string, said: Partial<ProcessNode>, base = rich): Process => ({
  ...base,
  nodes: base.nodes.map((one) => (one.id === id ? ({ ...one, ...said } as ProcessNode) : one)),
});
const without = (id: string, key: keyof ProcessNode): Process => {
  const copy = changeNode(id, {});
  return { ...copy, nodes: copy.nodes.map((one) => (one.id === id ? drop<ProcessNode>(one, key) : one)) };
};
function drop<T extends object>(value: T, key: PropertyKey): T {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) as T;
}
const changeStore = (change: (store: Store) => Store): Process => ({
  ...rich,
  stores: rich.stores.map((store) => (store.id === 'crm' ? change(store) : store)),
});
const unprotected = (key: keyof NonNullable<Store['protection']>): Process =>
  changeStore((store) => ({ ...store, protection: drop(store.protection ?? { encryption: [] }, key) }));
const withEdges = (change: (edges: readonly Edge[]) => readonly Edge[]): Process => ({
  ...rich,
  edges: numbered(change(rich.edges)),
});
const withoutTimeout = (id: string, base = rich): Process => ({
  ...base,
  nodes: base.nodes.map((one) => (one.id === id ? drop(one, 'timeout') : one)),
  edges: base.edges.filter(({ from, kind }) => from !== id || kind !== 'timeout'),
});
/** The branches of the question lead elsewhere. */
const leading = (to: Readonly<Record<string, string>>, base = rich): Process => ({
  ...base,
  edges: numbered(base.edges.map((one) => (one.from === 'interested' ? { ...one, to: to[one.to] ?? one.to } : one))),
});
/** Where one may come without the question, too. */
const aside = (base: Process): Process => ({ ...base, edges: numbered([...base.edges, edge('split', 'pause')]) });
const document = rich.document ?? { reviewers: [], approvers: [], related: [] };
const limited = (only: Text): Process =>
  changeStore((store) => ({
    ...store,
    access: store.access.map((grant) => (grant.owner === 'sales' ? { ...grant, only } : grant)),
  }));
const stuck: readonly Verdict[] = [{ problem: 'waits-for-ever', node: 'both' }];

const risky: Readonly<Record<RiskId, () => Difference>> = {
  'soundness-lost': () =>
    compare(rich, changeNode('call', { effort: lasting({ hours: 1 }) }), { verdicts: { before: [], after: stuck } }),
  'approval-removed': () => compare(rich, removeNode(rich, 'approve')),
  'approval-bypassed': () => {
    const direct = edge('capture', 'audit');
    const base = {
      ...rich,
      nodes: [
        ...rich.nodes,
        node('audit', { type: 'task', kind: 'approval', name: text('复核', 'Audit') }),
        node('ship', { type: 'task' }),
      ],
    };
    const chain = [edge('start', 'capture'), direct, edge('audit', 'ship'), edge('ship', 'won')];
    return compare({ ...base, edges: chain }, { ...base, edges: [...chain, edge('capture', 'ship')] });
  },
  'approval-skipped': () => compare(rich, leading({ approve: 'pause' })),
  'approval-limit-looser': () => {
    const from = (zh: string, en: string): Process =>
      withEdges((edges) =>
        edges.map((one) =>
          one.from === 'interested' && one.to === 'approve' ? { ...one, segments: [], when: text(zh, en) } : one,
        ),
      );
    return compare(from('折扣超过 5%', 'More than 5 % off'), from('折扣超过 8%', 'More than 8 % off'));
  },
  'approver-does-work': () => compare(rich, changeNode('approve', { owner: 'sales-rep' })),
  'branches-swapped': () => {
    const to: Readonly<Record<string, string>> = { reply: 'approve', approve: 'reply' };
    return compare(
      rich,
      withEdges((edges) =>
        edges.map((one) => (one.from === 'interested' ? { ...one, to: to[one.to] ?? one.to } : one)),
      ),
    );
  },
  'meaning-reversed': () =>
    compare(rich, changeNode('interested', { name: text('客户没有意向吗？', 'Is the customer not interested?') })),
  'outcome-reversed': () => compare(rich, changeNode('lost', { outcome: 'success' })),
  'refusal-continues': () => {
    const otherwise = (to: string): Process =>
      withEdges((edges) => edges.map((one) => (one.from === 'interested' && one.otherwise ? { ...one, to } : one)));
    return compare(otherwise('lost'), otherwise('pause'));
  },
  'success-blocked': () => compare(aside(rich), aside(leading({ pause: 'lost' }))),
  'answer-without-effect': () => {
    const two = withEdges((edges) => edges.filter(({ from, to }) => from !== 'interested' || to !== 'approve'));
    return compare(aside(two), aside(leading({ pause: 'reply' }, two)));
  },
  'step-unreached': () => {
    const base = { ...rich, nodes: [...rich.nodes, node('ship', { type: 'task' }), node('bill', { type: 'task' })] };
    const tail = [edge('ship', 'bill'), edge('bill', 'ship'), edge('bill', 'lost')];
    const [old, now] = [
      [...rich.edges, edge('capture', 'ship'), ...tail],
      [...rich.edges, ...tail],
    ];
    return compare({ ...base, edges: numbered(old) }, { ...base, edges: numbered(now) });
  },
  'check-removed': () => {
    const audit = node('audit', { type: 'task', name: text('核对资料', 'Check the data') });
    const way = [edge('capture', 'audit'), edge('audit', 'split')];
    const others = rich.edges.filter(({ from, to }) => from !== 'capture' || to !== 'split');
    return compare({ ...rich, nodes: [...rich.nodes, audit], edges: numbered([...others, ...way]) }, rich);
  },
  'encryption-removed': () =>
    compare(
      rich,
      changeStore((store) => ({ ...store, protection: { ...store.protection, encryption: ['at-rest'] } })),
    ),
  'access-widened': () =>
    compare(
      rich,
      changeStore((store) => ({ ...store, access: store.access.map((grant) => ({ ...grant, delete: true })) })),
    ),
  'access-limit-changed': () => compare(rich, limited(text('本组客户', 'Customers of the team'))),
  'personal-data-newly-read': () =>
    compare(rich, changeNode('approve', { reads: [{ store: 'crm', span: rich.span }] })),
  'sensitivity-lowered': () =>
    compare(
      rich,
      changeStore((store) => ({
        ...store,
        groups: store.groups.map((group) => ({
          ...group,
          fields: group.fields.map((field) => ({ ...field, sensitivity: 'public' })),
        })),
      })),
    ),
  'audit-removed': () => compare(rich, unprotected('audit')),
  'retention-removed': () => compare(rich, unprotected('retention')),
  'retention-longer': () =>
    compare(
      rich,
      changeStore((store) => ({
        ...store,
        protection: { encryption: [], ...store.protection, retention: lasting({ years: 30 }) },
      })),
    ),
  'backup-removed': () => compare(rich, unprotected('backup')),
  'restore-test-removed': () => compare(rich, unprotected('backup')),
  'default-branch-removed': () =>
    compare(
      rich,
      withEdges((edges) =>
        edges.map((one) => (one.otherwise ? { ...one, otherwise: false, when: text('不清楚', 'Unclear') } : one)),
      ),
    ),
  'escalation-removed': () => compare(rich, withoutTimeout('call')),
  'escalation-looser': () =>
    compare(
      rich,
      withEdges((edges) =>
        edges.map((one) =>
          one.from === 'call' && one.kind === 'timeout' ? { ...one, after: lasting({ days: 9 }) } : one,
        ),
      ),
    ),
  'owner-removed': () => compare(rich, without('call', 'owner')),
  'accountable-removed': () => compare(rich, without('call', 'accountable')),
  'sla-removed': () => compare(rich, without('call', 'sla')),
  'remedy-removed': () =>
    compare(rich, changeNode('capture', { risks: [{ problem: text('电话写错', 'Wrong telephone number') }] })),
  'kpi-removed': () => compare(rich, { ...rich, kpis: rich.kpis.slice(1) }),
  'approver-removed': () => compare(rich, { ...rich, document: { ...document, approvers: ['sales-lead'] } }),
  'review-removed': () => compare(rich, { ...rich, document: drop(document, 'review') }),
  'version-not-raised': () => compare(rich, changeNode('call', { sla: lasting({ hours: 3 }) })),
};

const risksOf = (difference: Difference): readonly RiskId[] => difference.risks.map(({ risk }) => risk);

describe('risks', () => {
  it.each(riskIds)('%s', (risk) => {
    const difference = risky[risk]();
    const found = risksOf(difference);
    expect(found).toContain(risk);
    // In the order of gravity.
    expect(found).toEqual(found.toSorted((a, b) => riskIds.indexOf(a) - riskIds.indexOf(b)));
    const allowed: readonly RiskId[] = [
      risk,
      'version-not-raised',
      ...(risk.startsWith('backup') || risk.startsWith('restore')
        ? (['backup-removed', 'restore-test-removed'] as const)
        : []),
    ];
    expect(found.filter((other) => !allowed.includes(other))).toEqual([]);
  });

  it('none where the version is raised and nothing is taken away', () => {
    const raised = { ...rich, document: { ...document, version: '2.2.0' } };
    expect(risksOf(compare(rich, changeNode('call', { sla: lasting({ hours: 3 }) }, raised)))).toEqual([]);
  });

  it('none for wording, and none for a flow that was unsound before', () => {
    expect(risksOf(compare(rich, changeNode('call', { description: text('先听后说', 'Listen first') })))).toEqual([]);
    const unsound = { verdicts: { before: stuck, after: stuck } };
    expect(risksOf(compare(rich, changeNode('call', {}), unsound))).toEqual([]);
  });
});

describe('what is risky', () => {
  const renamed = (zh: string, en: string): Process => changeNode('interested', { name: text(zh, en) });
  const conditioned = (when: Text): Process =>
    withEdges((edges) =>
      edges.map((one) => (one.from === 'interested' && one.to === 'reply' ? { ...one, when } : one)),
    );

  it.each<[string, Process, Process]>([
    [
      'above, below',
      renamed('毛利是否高于 12%？', 'Is the margin above 12 %?'),
      renamed('毛利是否低于 12%？', 'Is the margin below 12 %?'),
    ],
    ['within, beyond', renamed('折扣是否在权限内？', 'x'), renamed('折扣是否超出权限？', 'x')],
    ['accepted, declined', renamed('x', 'Is the gift accepted?'), renamed('x', 'Is the gift declined?')],
    ['within, after', conditioned(text('7 天内', 'Within 7 days')), conditioned(text('7 天后', 'After 7 days'))],
    ['a condition alone', conditioned(text('接受', 'Accepts')), conditioned(text('拒绝', 'Declines'))],
    [
      'a rule that forbids',
      changeNode('call', { steps: [text('不得透露病情', 'Leave no details on a machine')] }),
      changeNode('call', { steps: [text('透露病情', 'Leave details on a machine')] }),
    ],
  ])('the opposite: %s', (_name, before, after) => {
    expect(risksOf(compare(before, after))).toContain('meaning-reversed');
    expect(risksOf(compare(after, before))).toContain('meaning-reversed');
  });

  it.each<[string, Process, Process]>([
    ['not above is below', renamed('毛利不高于 12%', 'Not above 12 %'), renamed('毛利低于 12%', 'Below 12 %')],
    ['other words', renamed('毛利是否足够？', 'Is the margin enough?'), renamed('毛利够吗？', 'Will the margin do?')],
    [
      'under and until are no "not"',
      renamed('至今如何？', 'Is it up to now?'),
      renamed('至今怎样？', 'Is it under way until now?'),
    ],
  ])('no opposite: %s', (_name, before, after) => {
    expect(risksOf(compare(before, after))).toEqual(['version-not-raised']);
  });

  it.each<[string, string, string, boolean]>([
    ['more than, raised', '折扣超过 5%', '折扣超过 8%', true],
    ['more than, lowered', '折扣超过 8%', '折扣超过 5%', false],
    ['less than, lowered', '毛利低于 12%', '毛利低于 10%', true],
    ['at most, raised', '毛利不高于 10%', '毛利不高于 12%', false],
    ['other units', '超过 9 千元', '超过 1 万元', true],
    ['another quantity', '折扣超过 5%', '金额超过 8 万元', false],
    ['no side', '第 2 档', '第 3 档', false],
    ['two numbers', '1 到 5 万元', '1 到 8 万元', false],
  ])('the limit of an approval: %s', (_name, old, now, isLooser) => {
    const from = (zh: string): Process =>
      withEdges((edges) =>
        edges.map((one) =>
          one.from === 'interested' && one.to === 'approve' ? { ...one, segments: [], when: { zh } } : one,
        ),
      );
    expect(risksOf(compare(from(old), from(now))).includes('approval-limit-looser')).toBe(isLooser);
  });

  it('no approval is gone past by way of another one', () => {
    const second = node('second', { type: 'task', kind: 'approval', name: text('主管审批', 'Approve as the head') });
    const base = { ...rich, nodes: [...rich.nodes, second] };
    const [old, now] = [[...rich.edges], [...leading({ approve: 'second' }).edges]].map((edges) => ({
      ...base,
      edges: numbered([...edges, edge('second', 'reply')]),
    }));
    if (old === undefined || now === undefined) throw new Error('two sides');
    expect(risksOf(compare(old, now))).not.toContain('approval-skipped');
  });

  it('what an owner has written, that owner reads for no first time', () => {
    const place = [{ store: 'crm', span: rich.span }];
    const writes = changeNode('approve', { reads: [], writes: place });
    const both = changeNode('approve', { reads: place, writes: place });
    expect(risksOf(compare(writes, both))).not.toContain('personal-data-newly-read');
    expect(risksOf(compare(changeNode('approve', { reads: [], writes: [] }), both))).toContain(
      'personal-data-newly-read',
    );
  });

  it('all records are more than some, however that is put; other ones may be', () => {
    expect(risksOf(compare(rich, limited(text('全部客户', 'All customers'))))).toContain('access-widened');
    expect(risksOf(compare(limited(text('全部客户', 'All customers')), rich))).toContain('access-limit-changed');
  });

  it('an approver who did the work before is no news; nor is one who does other work', () => {
    const both = changeNode('approve', { owner: 'sales-rep' });
    expect(risksOf(compare(both, changeNode('approve', { name: text('批准', 'Approve') }, both)))).not.toContain(
      'approver-does-work',
    );
    expect(risksOf(compare(rich, changeNode('approve', { owner: 'platform' })))).not.toContain('approver-does-work');
  });

  it('an approver who wrote the data that the approval reads does the work, too', () => {
    const reads = [{ store: 'crm', span: rich.span }];
    const base = changeNode('approve', { reads });
    const writer = rich.nodes.find(({ id }) => id === 'capture')?.owner ?? '';
    const risky = compare(base, changeNode('approve', { owner: writer }, base)).risks;
    expect(risky.find(({ risk }) => risk === 'approver-does-work')?.to?.id).toBe('capture');
  });
});

describe('who is affected', () => {
  const effectsOn = (difference: Difference, owner: string): readonly EffectId[] =>
    difference.affected.find((one) => one.owner.id === owner)?.effects.map(({ effect }) => effect) ?? [];

  it('a step given to somebody else is lost and gained', () => {
    const difference = compare(rich, changeNode('call', { owner: 'service' }));
    expect(effectsOn(difference, 'sales-rep')).toContain('loses-work');
    expect(effectsOn(difference, 'service')).toContain('gains-work');
    expect(difference.nodes[0]?.marks).toEqual(['moved']);
  });

  it.each<[string, Process, string, EffectId]>([
    ['less time', changeNode('call', { sla: lasting({ hours: 1 }) }), 'sales-rep', 'tighter'],
    ['more time', changeNode('call', { sla: lasting({ hours: 9 }) }), 'sales-rep', 'looser'],
    ['no limit any more', without('call', 'sla'), 'sales-rep', 'looser'],
    ['other steps', changeNode('call', { steps: [text('先发短信', 'Text first')] }), 'sales-rep', 'work-changes'],
    ['told', changeNode('mail', { informed: ['support'] }), 'support', 'gains-part'],
    ['told no longer', changeNode('call', { informed: ['service'] }), 'sales-ops', 'loses-part'],
    [
      'a harder target',
      {
        ...rich,
        kpis: rich.kpis.map((kpi) =>
          kpi.id === 'conversion' ? { ...kpi, target: { comparator: '>=', value: 0.3, unit: 'ratio' } } : kpi,
        ),
      },
      'sales-ops',
      'kpi-harder',
    ],
    ['reads more', changeNode('mail', { reads: [{ store: 'paper', span: rich.span }] }), 'platform', 'newly-reads'],
    ['writes no longer', changeNode('capture', { writes: [] }), 'service', 'no-longer-writes'],
    [
      'more rights',
      changeStore((store) => ({ ...store, access: store.access.map((grant) => ({ ...grant, delete: true })) })),
      'support',
      'more-access',
    ],
    [
      'fewer rights',
      changeStore((store) => ({ ...store, access: store.access.slice(0, 1) })),
      'support',
      'less-access',
    ],
  ])('%s', (_name, after, owner, effect) => {
    const difference = compare(rich, after);
    expect(effectsOn(difference, owner)).toEqual([effect]);
    expect(difference.affected).toHaveLength(
      effect.endsWith('-access') && after.stores[0]?.access.length === 2 ? 2 : 1,
    );
  });

  it('whoever read the whole store, reads nothing new in a field of it', () => {
    const before = changeNode('call', { reads: [{ store: 'crm', span: rich.span }] });
    const after = changeNode('call', { reads: [{ store: 'crm', group: 'basic', field: 'phone', span: rich.span }] });
    const effects = effectsOn(compare(before, after), 'sales-rep');
    expect(effects).not.toContain('newly-reads');
    expect(effects).not.toContain('no-longer-reads');
  });

  it('another id of an owner affects nobody', async () => {
    const { renameOwner } = await import('./edits.js');
    expect(compare(rich, renameOwner(rich, 'sales-rep', 'account-manager')).affected).toEqual([]);
  });
});
