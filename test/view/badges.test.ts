/** What steps show besides their names: each detail by itself, all of them, and none. */
import { describe, expect, it } from 'vitest';
import { showIds, shownByDefault, type Badge, type ShowId } from '../../src/model/view.js';
import { project } from '../../src/view/index.js';
import { node, process, rich, span, text } from '../fixtures/process.js';

const badges = (id: string, show: readonly ShowId[], language: 'zh' | 'en' = 'en'): readonly Badge[] | undefined =>
  project(rich, 'flow', { language, direction: 'down', show: new Set(show) }).nodes.find((one) => one.id === id)
    ?.badges;

describe('details', () => {
  it('are time limits and personal data unless something else is asked for', () => {
    const asked = project(rich, 'flow', { language: 'en', direction: 'down', show: new Set(shownByDefault) });
    expect(project(rich, 'flow', { language: 'en', direction: 'down' })).toEqual(asked);
    expect(shownByDefault).toEqual(['sla', 'privacy']);
  });

  it('show what type of work it is, whatever is asked for', () => {
    expect(badges('capture', [])).toEqual([]);
    expect(badges('approve', [])).toMatchObject([{ kind: 'approval' }]);
    expect(badges('pause', [])).toMatchObject([{ kind: 'duration' }]);
  });

  it('name the channels of a step and of its follow-up plan, each once', () => {
    expect(badges('capture', ['channels'])).toEqual([
      { kind: 'channel-phone', text: 'phone', title: 'Channel: phone' },
      { kind: 'channel-web', text: 'web', title: 'Channel: website' },
    ]);
    expect(badges('call', ['channels'])?.map(({ kind }) => kind)).toEqual(['channel-phone', 'channel-visit']);
  });

  it('name the worst risk, how many more there are, and all of them in the tip', () => {
    expect(badges('capture', ['risks'], 'zh')).toEqual([
      {
        kind: 'risk',
        text: '中风险 +1',
        title: '风险（中）：同一客户登记两次；对策：以手机号为准合并 · 风险：电话写错',
      },
    ]);
  });

  it('say where an indicator begins and ends, or that it is measured here', () => {
    expect(badges('capture', ['kpi'])).toEqual([
      { kind: 'kpi-from', text: 'Conversion rate', title: 'KPI “Conversion rate” begins here; target: at least 20%' },
      { kind: 'kpi-from', text: 'First response', title: 'KPI “First response” begins here; target: at most 4 hours' },
      { kind: 'kpi', text: 'Leads', title: 'KPI “Leads” is measured here; target: more than 120' },
    ]);
    expect(badges('call', ['kpi'])).toMatchObject([{ kind: 'kpi-to', text: 'First response' }]);
  });

  it('say which data is read and written, by store and group', () => {
    expect(badges('capture', ['data'], 'zh')).toEqual([
      { kind: 'data-write', text: '客户库 · 基本信息', title: '写入“客户库”：基本信息' },
    ]);
    expect(badges('call', ['data'], 'zh')).toEqual([
      { kind: 'data-read', text: '客户库 · phone', title: '读取“客户库”：phone' },
      { kind: 'data-write', text: '客户库', title: '写入“客户库”' },
    ]);
  });

  it('say once what is both read and written', () => {
    const place = { store: 'crm', group: 'basic', span };
    const both = process({
      stores: rich.stores,
      nodes: [node('a', { type: 'task', reads: [place, { store: 'paper', span }], writes: [place, place] })],
    });
    const [shown] = project(both, 'flow', {
      language: 'zh',
      direction: 'down',
      show: new Set(['data'] as const),
    }).nodes;
    expect(shown?.badges.map(({ kind, text: said }) => [kind, said])).toEqual([
      ['data-both', '客户库 · 基本信息'],
      ['data-read', '纸质合同'],
    ]);
  });

  it('tell personal data that is written from sensitive data, and name the fields', () => {
    const place = { store: 'crm', group: 'basic', field: 'name', span };
    const nodes = [
      node('a', { type: 'task', writes: [place] }),
      node('b', { type: 'task', reads: [place], writes: [place] }),
      node('c', { type: 'task', reads: [place] }),
    ];
    const some = process({ stores: rich.stores, nodes });
    const [writes, both, reads] = project(some, 'flow', { language: 'zh', direction: 'down' }).nodes;
    expect(writes?.badges).toEqual([{ kind: 'personal', text: '个人信息', title: '写入个人信息：姓名' }]);
    expect(both?.badges).toEqual([{ kind: 'personal', text: '个人信息', title: '读写个人信息：姓名' }]);
    // Nearly every step reads who the customer is.
    expect(reads?.badges).toEqual([]);
    expect(badges('capture', ['privacy'], 'zh')).toEqual([
      { kind: 'sensitive', text: '敏感信息', title: '写入敏感个人信息：phone' },
    ]);
  });

  it('are one line each, and explained in the legend', () => {
    const hostile = process({
      ...rich,
      kpis: rich.kpis.map((kpi) => ({ ...kpi, name: text('a\nb\u202E', 'x') })),
    });
    const view = project(hostile, 'swimlane', { language: 'zh', direction: 'down', show: new Set(showIds) });
    for (const { text: said, title } of view.nodes.flatMap((one) => one.badges)) {
      expect(said + title).not.toMatch(/[\n\u202E]/u);
      expect(title).not.toBe('');
    }
    const kinds = new Set<string>(view.legend.map(({ kind }) => kind));
    for (const { kind } of view.nodes.flatMap((one) => one.badges))
      expect(kinds.has(kind) || (kind.startsWith('channel-') && kinds.has('channel-phone')), kind).toBe(true);
  });
});

describe('for screen readers', () => {
  it('a step says what it is and where it leads', () => {
    const label = (id: string, language: 'zh' | 'en'): string | undefined =>
      project(rich, 'swimlane', { language, direction: 'down', show: new Set() }).nodes.find((one) => one.id === id)
        ?.label;
    expect(label('capture', 'zh')).toBe('登记线索；负责人：客服部；不漏一条咨询；下一步：同时进行');
    expect(label('interested', 'en')).toMatch(
      /^Is the customer interested\?.*; next: Interested: .+, Key account: .+, otherwise: .+$/u,
    );
    expect(label('won', 'zh')).not.toContain('下一步');
  });
});

describe('the heading', () => {
  it('says when the review is due, or when it was, and stays short', () => {
    const subtitle = (review: object): string =>
      project(
        process({
          document: { reviewers: [], approvers: [], related: [], review },
          nodes: [node('a', { type: 'task' })],
        }),
        'flow',
        { language: 'en', direction: 'down' },
      ).subtitle;
    expect(subtitle({ last: '2026-01-31' })).toBe('reviewed 2026-01-31');
    expect(subtitle({})).toBe('');
  });
});
