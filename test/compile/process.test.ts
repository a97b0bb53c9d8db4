/** The whole language at once: the sample of every property, compiled, says what its author wrote. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCompiler } from '../../src/compile/index.js';
import { flow, processOf } from './support.js';

const sample = readFileSync(new URL('../schema/fixtures/language.flow.yaml', import.meta.url), 'utf8');
const around = {
  '../common/org.yaml': 'trackflow: 1\nlanguage: en\nowners:\n  legal: {name: Legal, kind: department}\n',
  'after-sales.flow.yaml': [
    'trackflow: 1',
    'title: {zh: 售后服务, en: After-sales}',
    'language: zh',
    'nodes:',
    '  start: {type: start, next: ok}',
    '  ok: {type: decision, next: [{when: 解决, to: resolved}, {otherwise: churned}]}',
    '  resolved: {type: end, name: {zh: 问题已解决, en: Resolved}, outcome: success}',
    '  churned: {type: end}',
    '',
  ].join('\n'),
};

describe('the sample of the whole language', () => {
  const process = processOf(sample, around);
  const node = (id: string) => process.nodes.find((each) => each.id === id);
  const edges = (from: string) => process.edges.filter((each) => each.from === from);

  it('is a process with a name, languages and sources', () => {
    expect(process).toMatchObject({
      id: 'a',
      file: 'flows/a.flow.yaml',
      title: { zh: '光辉科技客户管理流程', en: 'Customer management at Guanghui' },
      language: 'zh',
      languages: ['zh', 'en'],
      objective: {
        goal: { zh: '提高线索到成交的转化率，并让每位客户的跟进有据可查' },
        scope: { from: { zh: '市场推广触达潜在客户' } },
      },
      sources: ['flows/a.flow.yaml', 'common/org.yaml', 'flows/after-sales.flow.yaml'],
      span: { start: { line: 3 } },
    });
  });

  it('has document control', () => {
    expect(process.document).toMatchObject({
      number: 'QP-CRM-001',
      version: '2.1.0',
      status: 'approved',
      effective: '2026-10-01',
      owner: 'sales-ops',
      reviewers: ['sales-director'],
      approvers: ['sales-director'],
      review: { every: { months: 6 }, last: '2026-09-20' },
      related: [
        { name: { zh: '客户信息安全管理制度' }, link: './制度/客户信息安全.pdf' },
        { name: { zh: '员工手册' } },
      ],
    });
  });

  it('has owners, those of libraries first, each in the language of its file', () => {
    expect(process.owners.map(({ id }) => id).slice(0, 5)).toEqual([
      'legal',
      'customer',
      'marketing',
      'service',
      'sales',
    ]);
    expect(process.owners[0]).toMatchObject({
      name: { en: 'Legal' },
      span: { file: 'common/org.yaml', start: { line: 4, column: 3 } },
    });
    const sales = process.owners.find(({ id }) => id === 'sales');
    expect(sales).toMatchObject({
      kind: 'department',
      members: ['sales-rep', 'sales-director'],
      description: { zh: '首次联系到签约' },
    });
    expect(process.owners.find(({ id }) => id === 'sales-rep')).toMatchObject({
      parent: 'sales',
      kind: 'role',
      members: [],
    });
    expect(process.owners.find(({ id }) => id === 'finance')).toMatchObject({ name: { zh: 'finance' } });
    expect(process.owners.find(({ id }) => id === 'sales-ops')).toMatchObject({ kind: 'role' });
    expect(sales).not.toHaveProperty('parent');
  });

  it('has phases and segments', () => {
    expect(process.phases.map(({ id }) => id)).toEqual(['attract', 'convert', 'deliver', 'retain']);
    expect(process.phases[1]).toMatchObject({
      entry: [{ zh: '联系方式可用' }],
      exit: [{ zh: '客户需求已记录' }, { zh: '决策人已确认' }],
    });
    expect(process.segments[0]).toMatchObject({
      id: 'key',
      name: { zh: '重点客户' },
      rule: { zh: '年采购额不低于 50 万元' },
    });
  });

  it('has stores with groups, fields, access and protection', () => {
    const [crm, archive] = process.stores;
    expect(crm).toMatchObject({ kind: 'database', owner: 'sales-ops', system: { zh: '纷享销客' } });
    expect(crm?.groups.map(({ id }) => id)).toEqual(['basic', 'transaction', 'interaction']);
    expect(crm?.groups[0]?.fields.map(({ id, sensitivity }) => `${id} ${sensitivity}`)).toEqual([
      'name personal',
      'phone personal',
      'email personal',
      'company internal',
    ]);
    expect(crm?.groups[1]).toMatchObject({ name: { zh: '交易信息' }, span: { start: { line: 60 } } });
    expect(crm?.groups[1]?.fields[1]).toMatchObject({
      id: 'amount',
      name: { zh: '成交金额' },
      sensitivity: 'confidential',
      description: { zh: '含税' },
    });
    expect(crm?.access[0]).toMatchObject({
      owner: 'sales',
      create: true,
      read: true,
      update: true,
      delete: false,
      only: { zh: '自己负责的客户' },
    });
    expect(crm?.access.map(({ owner }) => owner)).toEqual(['sales', 'service', 'support', 'sales-ops']);
    expect(crm?.protection).toMatchObject({
      encryption: ['at-rest', 'in-transit'],
      backup: { every: { days: 1 }, to: { zh: '异地备份中心' }, restoreTest: { months: 3 } },
      audit: true,
      retention: { years: 3 },
    });
    expect(archive).toMatchObject({
      id: '合同档案',
      name: { zh: '合同档案' },
      kind: 'document',
      groups: [],
      access: [],
    });
    expect(archive).not.toHaveProperty('protection');
  });

  it('has KPIs with targets', () => {
    expect(process.kpis.map(({ id, target }) => [id, target?.comparator, target?.value, target?.unit])).toEqual([
      ['lead-conversion', '>=', 0.2, 'ratio'],
      ['first-response', '<=', 240, 'duration'],
      ['satisfaction', '>', 4.5, 'number'],
      ['rework', '<=', 1.5, 'number'],
      ['volume', '=', 200, 'number'],
    ]);
    expect(process.kpis[0]).toMatchObject({
      from: 'capture',
      to: 'contract',
      owner: 'sales-director',
      every: { months: 1 },
    });
  });

  it('has nodes in the order of the file, each with what it says', () => {
    expect(process.nodes.map(({ id }) => id).slice(0, 4)).toEqual(['start', 'campaign', 'capture', 'follow-up']);
    expect(node('start')).toMatchObject({
      type: 'start',
      trigger: { zh: '季度计划获批' },
      owner: 'marketing',
      phase: 'attract',
    });
    expect(node('campaign')).toMatchObject({
      type: 'task',
      kind: 'manual',
      via: ['social', 'email', 'event'],
      steps: [],
    });
    expect(node('capture')).toMatchObject({
      sla: { hours: 2 },
      effort: { minutes: 10 },
      writes: [{ store: 'crm', group: 'basic' }],
      tools: [{ zh: '呼叫中心' }],
      risks: [{ problem: { zh: '同一客户被重复录入' }, severity: 'medium' }],
      links: [{ name: { zh: '登记表' }, link: './表单/登记表.xlsx' }],
    });
    expect(node('follow-up')).toMatchObject({
      accountable: 'sales-director',
      consulted: ['marketing'],
      informed: ['sales-ops'],
      reads: [
        { store: 'crm', group: 'basic' },
        { store: 'crm', group: 'interaction', field: 'feedback' },
      ],
      cadence: [{ segment: 'key', every: { weeks: 1 } }, { segment: 'standard' }, { every: { years: 1 }, via: [] }],
      timeout: { after: { days: 2 }, to: 'reassign' },
    });
    expect(node('nurture')).toMatchObject({ type: 'wait', duration: { months: 1 } });
    expect(node('reply')).toMatchObject({ type: 'wait', until: { zh: '客户回复报价' } });
    expect(node('both')).toMatchObject({ type: 'fork', name: { zh: 'both' }, owner: 'delivery' });
    expect(node('ready')).toMatchObject({ type: 'join' });
    expect(node('won')).toMatchObject({ type: 'end', outcome: 'success' });
    expect(node('both')).not.toHaveProperty('phase');
  });

  it('knows the child of a subflow', () => {
    expect(node('after-sales')).toMatchObject({
      type: 'subflow',
      flow: './after-sales.flow.yaml',
      child: {
        title: { zh: '售后服务', en: 'After-sales' },
        file: 'flows/after-sales.flow.yaml',
        ends: [
          { id: 'resolved', name: { zh: '问题已解决', en: 'Resolved' }, outcome: 'success' },
          { id: 'churned', name: { zh: 'churned' } },
        ],
      },
    });
    expect(edges('after-sales')).toMatchObject([
      { to: 'won', when: { zh: '问题已解决', en: 'Resolved' }, childEnd: 'resolved', otherwise: false },
      { to: 'lost', when: { zh: 'churned' }, childEnd: 'churned' },
    ]);
  });

  it('has edges: branches in their order, then the timeout', () => {
    expect(edges('interested')).toMatchObject([
      {
        id: 'interested->negotiate',
        kind: 'next',
        when: { zh: '有明确意向' },
        chance: 0.35,
        segments: ['key', 'standard'],
        carries: [{ zh: '需求记录' }],
        otherwise: false,
      },
      { to: 'reassign', chance: 0.15, segments: [] },
      { to: 'nurture', otherwise: true },
    ]);
    expect(edges('interested')[2]).not.toHaveProperty('when');
    expect(edges('follow-up')).toMatchObject([
      { id: 'follow-up->interested', kind: 'next' },
      { id: 'follow-up->reassign', kind: 'timeout', after: { days: 2 }, otherwise: false },
    ]);
    expect(edges('both').map(({ to }) => to)).toEqual(['produce', 'notify']);
    expect(edges('won')).toEqual([]);
  });

  it('has every id once, and every edge between nodes that exist', () => {
    const ids = process.nodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(process.edges.map(({ id }) => id)).size).toBe(process.edges.length);
    expect(process.edges.filter(({ from, to }) => !ids.includes(from) || !ids.includes(to))).toEqual([]);
  });
});

describe('languages', () => {
  const nodes = 'nodes:\n  start: {type: start, name: 开始, next: done}\n  done: {type: end}\n';
  it('of the title follow the language of the process', () => {
    const { languages, language } = processOf(
      `trackflow: 1\ntitle: {en: Lead, ja: リード, zh: 线索}\nlanguage: zh\n${nodes}`,
    );
    expect([language, languages]).toEqual(['zh', ['zh', 'en', 'ja']]);
  });

  it('default to English', () => {
    const process = processOf(`trackflow: 1\ntitle: Lead\n${nodes}`);
    expect([process.language, process.languages, process.nodes[0]?.name]).toEqual(['en', ['en'], { en: '开始' }]);
  });

  it.each([
    ['客户跟进', 'zh'],
    ['CRM 客户跟进', 'zh'],
    ['顧客フォロー', 'en'],
    ['고객 관리 客', 'en'],
    ['{ja: 顧客管理}', 'en'],
  ])('without any said, of the title %s are %s', (title, language) => {
    const process = processOf(`trackflow: 1\ntitle: ${title}\n${nodes}`);
    expect([process.language, process.nodes[0]?.name]).toEqual([language, { [language]: '开始' }]);
  });

  it('of the project go before that of the title', () => {
    const bytes = new TextEncoder().encode(`trackflow: 1\ntitle: 客户跟进\n${nodes}`);
    const compiler = createCompiler({ load: () => ({ kind: 'ok', bytes }), root: '.', language: 'ja' });
    expect(compiler.compile('a.flow.yaml').value?.language).toBe('ja');
  });

  it('keep a text of several lines without the break after it', () => {
    expect(processOf(flow(`description: |\n  一\n  二\n${nodes}`)).description).toEqual({ zh: '一\n二' });
  });
});

describe('short forms', () => {
  const ways = (next: string) =>
    processOf(flow(`nodes:\n  start: {type: start, next: ${next}}\n  done: {type: end}\n`)).edges.map(
      ({ id, carries }) => [id, carries],
    );
  it('of next all mean the same', () => {
    for (const next of ['done', '[done]', '{to: done}', '[{to: done}]'])
      expect(ways(next)).toEqual([['start->done', []]]);
  });

  it('tell edges between the same two nodes apart', () => {
    const nodes =
      'nodes:\n  start: {type: start, next: ok}\n  ok: {type: decision, next: [{when: 一, to: d}, {when: 二, to: d}, {otherwise: d}]}\n  d: {type: end}\n';
    expect(processOf(flow(nodes)).edges.map(({ id }) => id)).toEqual(['start->ok', 'ok->d', 'ok->d#2', 'ok->d#3']);
  });

  it('of a branch for segments say their names', () => {
    const nodes = [
      'segments:',
      '  key: {name: {zh: 重点客户, en: Key}}',
      '  standard: {name: {zh: 普通客户, en: Standard}}',
      '  new: {name: {zh: 新客户, en: New}}',
      'nodes:',
      '  start: {type: start, next: who}',
      '  who: {type: decision, next: [{for: [key], to: a}, {for: [standard, new], to: b}]}',
      '  a: {type: end}',
      '  b: {type: end}',
      '',
    ].join('\n');
    expect(processOf(flow(nodes)).edges.map(({ when }) => when)).toEqual([
      undefined,
      { zh: '重点客户', en: 'Key' },
      { zh: '普通客户、新客户', en: 'Standard, New' },
    ]);
  });
});
