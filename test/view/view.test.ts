/** What the views of steps show of a process, and what holds for every view. */
import { describe, expect, it } from 'vitest';
import { hueCount } from '../../src/model/view.js';
import { project, views, type ProjectOptions } from '../../src/view/index.js';
import { edge, node, owner, process, rich, text } from '../fixtures/process.js';

const zh: ProjectOptions = { language: 'zh', direction: 'auto' };
const en: ProjectOptions = { language: 'en', direction: 'right' };
const task = (id: string, said: { owner?: string; phase?: string } = {}): ReturnType<typeof node> =>
  node(id, { type: 'task', ...said });

describe('swimlane', () => {
  it('has the owners with nodes as lanes, in declaration order, the members of a department together', () => {
    const { lanes } = project(rich, 'swimlane', zh);
    expect(lanes.map(({ id, group, hue, external }) => [id, group?.id, hue, external])).toEqual([
      ['customer', undefined, 0, true],
      ['service', undefined, 1, false],
      ['sales', 'sales', 2, false],
      ['sales-rep', 'sales', 6, false],
      ['platform', undefined, 4, false],
      ['support', undefined, 5, false],
    ]);
    expect(lanes[2]?.group).toEqual({ id: 'sales', name: '销售部' });
  });

  it('puts a department where it is declared even if only a member works, and keeps a lonely one without a band', () => {
    const only = process({
      owners: [
        owner('dept', { members: ['rep'] }),
        owner('other'),
        owner('rep', { parent: 'dept' }),
        owner('solo', { members: ['idle'] }),
        owner('idle', { parent: 'solo' }),
      ],
      nodes: [task('a', { owner: 'other' }), task('b', { owner: 'rep' }), task('c', { owner: 'solo' })],
    });
    expect(project(only, 'swimlane', zh).lanes.map(({ id, group }) => [id, group?.id])).toEqual([
      ['rep', 'dept'],
      ['other', undefined],
      ['solo', undefined],
    ]);
  });

  it('groups departments in departments under the outermost, and survives a ring', () => {
    const nested = process({
      owners: [
        owner('firm', { members: ['dept'] }),
        owner('dept', { parent: 'firm', members: ['rep'] }),
        owner('rep', { parent: 'dept' }),
      ],
      nodes: [task('a', { owner: 'rep' }), task('b', { owner: 'firm' }), task('c', { owner: 'dept' })],
    });
    expect(project(nested, 'swimlane', zh).lanes.map(({ id, group }) => [id, group?.id])).toEqual([
      ['firm', 'firm'],
      ['dept', 'firm'],
      ['rep', 'firm'],
    ]);
    const ring = process({
      owners: [owner('a', { parent: 'b', members: ['b'] }), owner('b', { parent: 'a', members: ['a'] })],
      nodes: [task('x', { owner: 'a' }), task('y', { owner: 'b' })],
    });
    expect(
      project(ring, 'swimlane', zh)
        .lanes.map(({ id }) => id)
        .sort(),
    ).toEqual(['a', 'b']);
  });

  it('gives nodes without an owner a last lane of their own, but only beside other lanes', () => {
    const some = process({ owners: [owner('(unassigned)')], nodes: [task('a', { owner: '(unassigned)' }), task('b')] });
    const { lanes, nodes } = project(some, 'swimlane', en);
    expect(lanes.map(({ name, hue }) => [name, hue])).toEqual([
      ['(unassigned)', 0],
      ['Unassigned', 1],
    ]);
    expect(nodes.map(({ lane }) => lane)).toEqual(lanes.map(({ id }) => id));
    const none = project(process({ nodes: [task('a')] }), 'swimlane', zh);
    expect(none.lanes).toEqual([]);
    expect(none.nodes[0]).not.toHaveProperty('lane');
  });

  it('has the phases with nodes, in order', () => {
    const view = project(rich, 'swimlane', zh);
    expect(view.phases).toEqual([
      { id: 'attract', name: '获客' },
      { id: 'convert', name: '转化' },
      { id: 'keep', name: '维系' },
    ]);
    expect(view.nodes.find(({ id }) => id === 'capture')).toMatchObject({
      lane: 'service',
      phase: 'attract',
      caption: '',
      hue: 1,
    });
  });
});

describe('flow', () => {
  it('gives a colour to one owner only, of those with steps the first', () => {
    const ids = Array.from({ length: 2 * hueCount + 1 }, (_, index) => `o${index}`);
    // The first owner has no step: its colour is free for those who would share it.
    const nodes = ids.slice(1).map((id) => task(`of-${id}`, { owner: id }));
    const hues = project(process({ owners: ids.map((id) => owner(id)), nodes }), 'flow', en).nodes.map(
      ({ hue }) => hue,
    );
    const own = Array.from({ length: hueCount }, (_, index) => index + 1);
    expect(hues).toEqual([...own, ...own.map(() => undefined)]);
  });

  it('has no lanes and no phases, and names the owner under each step', () => {
    const view = project(rich, 'flow', en);
    expect(view).toMatchObject({ lanes: [], phases: [], direction: 'right' });
    expect(view.nodes.find(({ id }) => id === 'capture')).toMatchObject({
      name: 'Record the lead',
      caption: 'Customer service',
    });
    expect(view.nodes.every((shown) => !('lane' in shown) && !('phase' in shown) && !('owner' in shown))).toBe(true);
  });
});

describe('every view', () => {
  const label = (options: ProjectOptions, id: string): string | undefined =>
    project(rich, 'flow', options).edges.find((shown) => shown.id === id)?.label;

  it('labels edges with condition, audience, default, child end or time limit', () => {
    expect(label(zh, 'interested->reply')).toBe('有意向');
    expect(label(zh, 'interested->approve')).toBe('重点客户');
    expect(label(zh, 'interested->pause')).toBe('其他');
    expect(label(en, 'interested->pause')).toBe('otherwise');
    expect(label(zh, 'call->approve')).toBe('超时 2 天');
    expect(label(en, 'call->approve')).toBe('after 2 days');
    expect(label(en, 'aftercare->won')).toBe('Problem solved');
    expect(label(en, 'aftercare->lost')).toBe('Customer gone');
    expect(label(zh, 'capture->split')).toBe('');
  });

  it('says what connections carry only when asked', () => {
    const data = (language: 'zh' | 'en'): ProjectOptions => ({ ...zh, language, show: new Set(['data']) });
    expect(label(data('zh'), 'start->capture')).toBe('【联系方式】');
    expect(label(data('zh'), 'interested->reply')).toBe('有意向【报价单】');
    expect(label(data('en'), 'interested->reply')).toBe('Interested [Quotation]');
    expect(label({ ...zh, show: new Set(['sla']) }, 'start->capture')).toBe('');
  });

  it('adds chances only when asked', () => {
    expect(label({ ...zh, chances: true }, 'interested->reply')).toBe('有意向（35%）');
    expect(label({ ...en, chances: true }, 'interested->reply')).toBe('Interested (35%)');
    expect(label({ ...en, chances: true }, 'interested->pause')).toBe('otherwise');
  });

  it('marks as main the first branch that does not run back', () => {
    const loop = process({
      nodes: [node('s', { type: 'start' }), task('a'), node('d', { type: 'decision' }), node('e', { type: 'end' })],
      edges: [edge('s', 'a'), edge('a', 'd'), edge('d', 'a'), edge('d', 'e', { otherwise: true })],
    });
    expect(project(loop, 'flow', zh).edges.map(({ main }) => main)).toEqual([true, true, false, true]);
  });

  it('shows time limits, kinds and waiting times as badges', () => {
    const badges = (id: string): unknown => project(rich, 'flow', en).nodes.find((shown) => shown.id === id)?.badges;
    expect(badges('capture')).toEqual([
      { kind: 'sla', text: '2 h', title: 'To be done within 2 hours' },
      { kind: 'sensitive', text: 'sensitive', title: 'Writes sensitive personal data: phone' },
    ]);
    expect(badges('approve')).toEqual([{ kind: 'approval', text: '', title: 'Approval' }]);
    expect(badges('mail')).toEqual([{ kind: 'notify', text: '', title: 'Notification' }]);
    expect(badges('pause')).toEqual([{ kind: 'duration', text: '1 month', title: 'Waits 1 month' }]);
    expect(badges('reply')).toEqual([]);
  });

  it('tells the rest in the tool tip', () => {
    const tip = (id: string): string | undefined =>
      project(rich, 'flow', zh).nodes.find((shown) => shown.id === id)?.tip;
    expect(tip('capture')).toBe('登记线索\n负责人：客服部\n须在 2 小时内完成\n写入敏感个人信息：phone\n不漏一条咨询');
    expect(tip('reply')).toBe('等待回复\n负责人：客户\n等待至：客户回复邮件');
  });

  it('links a subflow where the caller says', () => {
    const view = project(rich, 'flow', {
      ...zh,
      childLink: (file) => (file === 'flows/after-sales.flow.yaml' ? './after-sales.svg' : undefined),
    });
    expect(view.nodes.filter(({ href }) => href !== undefined).map(({ id, href }) => [id, href])).toEqual([
      ['aftercare', './after-sales.svg'],
    ]);
  });

  it('has title, subtitle and a paragraph for screen readers', () => {
    expect(project(rich, 'swimlane', zh)).toMatchObject({
      title: '客户跟进流程',
      subtitle: 'QP-CRM-001 · 版本 2.1.0 · 2026-10-01 起生效 · 2027-03-20 前评审 · 归口管理：销售运营',
      status: { id: 'approved', text: '已批准' },
      description:
        '《客户跟进流程》流程图，共 13 个节点、6 个责任方、3 个阶段。主路径：收到咨询 → 登记线索 → 同时进行 → 电话跟进 → 两项完成 → 客户有意向吗？ → 等待回复 → 售后服务 → 持续合作。',
    });
    expect(project(rich, 'swimlane', en)).toMatchObject({
      subtitle:
        'QP-CRM-001 · Version 2.1.0 · effective 2026-10-01 · review due 2027-03-20 · document owner: Sales operations',
      description: expect.stringMatching(
        /^Flowchart of “Customer follow-up” with 13 nodes, 6 owners, 3 phases\. Main path: Inquiry received → /u,
      ) as string,
    });
    const bare = project(process({ nodes: [task('only')] }), 'flow', en);
    expect(bare).toMatchObject({ subtitle: '', description: 'Flowchart of “Sample” with 1 node.' });
    expect(bare).not.toHaveProperty('status');
  });

  it('has a legend of what occurs', () => {
    expect(project(rich, 'flow', zh).legend.map(({ kind }) => kind)).toEqual([
      'start',
      'task',
      'decision',
      'fork',
      'join',
      'wait',
      'subflow',
      'success',
      'failure',
      'approval',
      'notify',
      'sla',
      'duration',
      'sensitive',
      'otherwise-edge',
      'timeout-edge',
    ]);
    expect(project(process({ nodes: [task('only')] }), 'flow', zh).legend).toEqual([{ kind: 'task', text: '任务' }]);
  });

  it('shows the plain end in the legend only where a flow has one', () => {
    const plain = {
      ...rich,
      nodes: rich.nodes.map((one) => (one.type === 'end' ? { ...one, outcome: 'neutral' as const } : one)),
    };
    const kinds = project(plain, 'flow', zh).legend.map(({ kind }) => kind);
    expect(kinds).toContain('end');
    expect(kinds).not.toContain('success');
  });

  it.each(['swimlane', 'flow'] as const)('speaks single printable lines: %s', (id) => {
    const hostile = ' a\tb\nc\u0000\u202Ed ';
    const view = project(
      process({
        title: text(hostile, ''),
        owners: [owner('o', { name: text(hostile, '') })],
        phases: [{ id: 'p', span: rich.span, name: text(hostile, ''), entry: [], exit: [] }],
        nodes: [
          node('a', { type: 'decision', name: text(hostile, ''), owner: 'o', phase: 'p' }),
          node('b', { type: 'end', name: text(' \n ', '') }),
        ],
        edges: [edge('a', 'b', { when: text(hostile, '') })],
      }),
      id,
      zh,
    );
    const clean = 'a b c\uFFFDd';
    expect([view.title, view.nodes[0]?.name, view.edges[0]?.label]).toEqual([clean, clean, clean]);
    expect(view.nodes[1]?.name).toBe('b');
    expect(id === 'flow' ? view.nodes[0]?.caption : `${view.lanes[0]?.name}${view.phases[0]?.name}`).toBe(
      id === 'flow' ? clean : clean + clean,
    );
    expect(view.nodes[0]?.tip).toBe(`${clean}\n负责人：${clean}`);
  });

  it.each(views.map(({ id }) => id))('speaks nothing but single printable lines, in one language: %s', (id) => {
    const view = project(rich, id, en);
    expect(view.id).toBe(id);
    expect(JSON.stringify(view)).not.toMatch(/undefined|[\u4e00-\u9fff]/u);
    const said = [
      view.title,
      view.subtitle,
      ...view.nodes.flatMap(({ name, caption, details = [], badges }) => [
        name,
        caption,
        ...details,
        ...badges.map(({ text: short }) => short),
      ]),
      ...view.edges.map(({ label: shown }) => shown),
      ...view.legend.map(({ text: entry }) => entry),
    ];
    // eslint-disable-next-line no-control-regex
    expect(said.filter((line) => /[\u0000-\u001F\u007F\u202A-\u202E]/u.test(line))).toEqual([]);
  });

  it.each(['swimlane', 'flow'] as const)('is a picture of the whole process: %s', (id) => {
    const view = project(rich, id, en);
    expect(view.nodes.map((shown) => shown.id)).toEqual(rich.nodes.map((shown) => shown.id));
    expect(view.edges.map((shown) => shown.id)).toEqual(rich.edges.map((shown) => shown.id));
  });
});
