/** What the owner of a quality manual signs for: whom the procedure binds, which version of what it is, and one word for one thing. */
import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { handbookOwners } from '../../src/app/handbooks.js';
import { renderProcess } from '../../src/app/render.js';
import type { DocumentControl, DocumentStatus, Process, ProcessNode, Store } from '../../src/model/process.js';
import { words } from '../../src/model/words/index.js';
import { differencePhrases } from '../../src/report/changes/phrases/index.js';
import { sitePhrases } from '../../src/site/phrases/index.js';
import { overviewPhrases } from '../../src/view/overview/phrases.js';
import { tabulate } from '../../src/view/matrix/index.js';
import { matrixPhrases } from '../../src/view/matrix/phrases/index.js';
import type { RenderOptions } from '../../src/render/format.js';
import { sop } from '../../src/render/formats/sop.js';
import { sopDocument } from '../../src/render/sop/document.js';
import { sopPhrases } from '../../src/render/sop/phrases/index.js';
import { handbookPhrases } from '../../src/render/handbook/phrases/index.js';
import { edge, lasting, node, owner, process, span, text } from '../fixtures/process.js';

const zh: RenderOptions = { language: 'zh', theme: 'auto', mermaidDiagram: 'flowchart' };
const en: RenderOptions = { ...zh, language: 'en' };

const control = (said: Partial<DocumentControl> = {}): DocumentControl => ({
  reviewers: [],
  approvers: [],
  related: [],
  ...said,
});

const headings = (markdown: string, depth: number): string[] =>
  markdown.split('\n').filter((line) => line.startsWith(`${'#'.repeat(depth)} `));

/** The text below a heading, up to the next. */
function below(markdown: string, heading: string): string {
  const [, rest = ''] = markdown.split(`# ${heading}\n\n`);
  return rest.split(/\n#+ /u)[0]?.trim() ?? '';
}

describe('a child flow in the document of its parent', () => {
  const withStatuses = (around: DocumentStatus | undefined, inside: DocumentStatus | undefined) => {
    const child = process({
      id: 'child',
      file: 'child.flow.yaml',
      title: text('退款', 'Refund'),
      nodes: [node('c', { type: 'task' })],
      document: control({ number: 'QP-9', version: '0.3', ...(inside && { status: inside }) }),
    });
    const parent = process({
      nodes: [
        node('s', {
          type: 'subflow',
          flow: './child.flow.yaml',
          child: { title: child.title, file: child.file, ends: [] },
        }),
      ],
      document: control({ number: 'QP-1', ...(around && { status: around }) }),
    });
    return sop.render(parent, { ...zh, children: (file) => (file === child.file ? child : undefined) });
  };

  it('says its own number, version and status', async () => {
    const chapter = below(await withStatuses('approved', 'approved'), '退款');
    for (const said of ['- **文件编号**：QP-9', '- **版本**：0.3', '- **状态**：已批准'])
      expect(chapter).toContain(said);
  });

  const warning = '**子流程“退款”的状态为“草稿”，尚不具备与本文件相同的效力，须另行批准后方可执行。**';

  it('is not passed off as approved: the cover says so, and its chapter', async () => {
    const markdown = await withStatuses('approved', 'draft');
    expect(below(markdown, '文件控制')).toContain(warning);
    expect(below(markdown, '退款')).toContain(warning);
    expect(await withStatuses('review', 'draft')).toContain(warning);
    expect(await withStatuses('approved', 'retired')).toContain('**子流程“退款”已作废，不得执行。**');
  });

  it('is named with its number, version and status where its document stands beside this one, and warned of on the cover', async () => {
    const flow = (status: DocumentStatus): Process =>
      process({
        nodes: [
          node('s', {
            type: 'subflow',
            flow: './child.flow.yaml',
            child: {
              title: text('退款', 'Refund'),
              file: 'child.flow.yaml',
              ends: [],
              document: { number: 'QP-9', version: '0.3', status },
            },
          }),
        ],
        document: control({ number: 'QP-1', status: 'approved' }),
      });
    const markdown = await sop.render(flow('draft'), { ...zh, childLink: () => 'child.sop.md' });
    expect(below(markdown, '文件控制')).toContain(warning);
    expect(markdown).toContain('- **子流程**：[退款](child.sop.md)（QP-9，版本 0.3，草稿）\n');
    expect(markdown).toContain('- [退款](child.sop.md)（子流程文件；QP-9，版本 0.3，草稿）\n');
    expect(await sop.render(flow('approved'), zh)).not.toContain('**子流程“退款”');
    expect(await sop.render(flow('draft'), en)).toContain('(sub-process; QP-9, version 0.3, draft)');
  });

  it.each([
    ['approved', 'approved'],
    ['draft', 'approved'],
    ['draft', 'draft'],
    ['retired', 'draft'],
    [undefined, 'draft'],
    ['approved', undefined],
  ] as const)('%s around %s needs no warning', async (around, inside) => {
    expect(await withStatuses(around, inside)).not.toContain('**子流程“退款”');
  });
});

describe('scope', () => {
  const flow = process({
    owners: [
      owner('worker', { name: text('办事员', 'Clerk') }),
      owner('boss', { name: text('主管', 'Lead') }),
      owner('expert', { name: text('专家', 'Expert') }),
      owner('told', { name: text('财务', 'Finance') }),
      owner('keeper', { name: text('文控', 'Documents') }),
      owner('checker', { name: text('质量部', 'Quality') }),
      owner('signer', { name: text('总经理', 'Managing director') }),
      owner('data', { name: text('数据管理员', 'Data manager') }),
      owner('idle', { name: text('无关', 'Idle') }),
      owner('buyer', { name: text('买方', 'Buyer'), kind: 'customer' }),
    ],
    stores: [{ id: 'db', span, name: text('库', 'Store'), kind: 'database', owner: 'data', groups: [], access: [] }],
    document: control({ owner: 'keeper', reviewers: ['checker'], approvers: ['signer'] }),
    nodes: [
      node('a', {
        type: 'task',
        owner: 'worker',
        accountable: 'boss',
        consulted: ['expert'],
        informed: ['told', 'boss'],
      }),
      node('b', { type: 'task', owner: 'buyer' }),
    ],
  });

  it('names everyone whom the document binds, and apart who is only told', async () => {
    const markdown = below(await sop.render(flow, zh), '2 适用范围') || below(await sop.render(flow, zh), '1 适用范围');
    expect(markdown).toBe(
      '适用的部门与岗位：办事员、主管、专家、文控、质量部、总经理、数据管理员。\n\n仅须知会的部门与岗位：财务。',
    );
    expect(await sop.render(flow, en)).toContain('Only informed: Finance.');
  });

  it('has a line to sign for who prepares, who reviews and who approves, in that order', async () => {
    const rows = below(await sop.render(flow, zh), '编制、审核与批准')
      .split('\n')
      .slice(2);
    expect(rows.map((row) => row.split('|').slice(1, 3).join('|'))).toEqual([
      ' 编制 | 文控 ',
      ' 审核 | 质量部 ',
      ' 批准 | 总经理 ',
    ]);
    expect(below(await sop.render(flow, zh), '文件控制')).toContain('| 审核人 | 质量部 |');
  });
});

describe('forks and joins of which nothing is said', () => {
  const bare = (id: string, type: 'fork' | 'join', said: Partial<ProcessNode> = {}): ProcessNode =>
    node(id, { type, name: { zh: id }, owner: 'rep', ...said });
  const flow = (said: Partial<ProcessNode> = {}, more: Partial<Process> = {}): Process =>
    process({
      owners: [owner('rep')],
      nodes: [
        node('first', { type: 'task' }),
        bare('split', 'fork'),
        node('a', { type: 'task' }),
        node('b', { type: 'task' }),
        bare('ready', 'join', said),
        node('last', { type: 'task' }),
      ],
      edges: [
        edge('first', 'split'),
        edge('split', 'a'),
        edge('split', 'b'),
        edge('a', 'ready'),
        edge('b', 'ready'),
        edge('ready', 'last'),
      ],
      ...more,
    });

  it('have no section and no number: the steps around them tell what runs side by side and what waits for what', async () => {
    const chinese = await sop.render(flow(), zh);
    expect(headings(chinese, 3).slice(-4)).toEqual(['### first', '### a', '### b', '### last']);
    expect(chinese).not.toMatch(/ready|split|并行|负责环节/u);
    expect(below(chinese, 'first')).toContain('- **下一步**：[5.2 a](#a)、[5.3 b](#b)（同时开始）');
    expect(below(chinese, 'a')).toContain('- **同时进行**：[5.3 b](#b)');
    expect(below(chinese, 'a')).toContain('- **下一步**：[5.4 last](#last)（还须等待 [5.3 b](#b) 完成）');
    expect(below(chinese, 'last')).toContain('- **等待完成**：[5.2 a](#a)、[5.3 b](#b)');
    const english = await sop.render(flow(), en);
    expect(below(english, 'first')).toContain('- **Next**: [5.2 a](#a), [5.3 b](#b) (at the same time)');
    expect(below(english, 'a')).toContain('(waits for [5.3 b](#b) too)');
  });

  it('have one where something is said of them, be it that an indicator is measured there', async () => {
    const said = async (of: Process): Promise<string> => sop.render(of, zh);
    expect(await said(flow({ name: { zh: '图纸齐备' } }))).toContain('### 图纸齐备\n');
    expect(await said(flow({ description: text('都到了', 'All there') }))).toContain('### 并行汇合\n');
    expect(below(await said(flow({ description: text('都到了', 'All there') })), '并行汇合')).toContain(
      '- **等待完成**：[5.2 a](#a)、[5.3 b](#b)',
    );
    const kpis: Process['kpis'] = [{ id: 'k', span, name: text('用时', 'Time'), measure: 'duration', from: 'ready' }];
    expect(await said(flow({}, { kpis }))).toContain('### 并行汇合\n');
  });

  it('one behind the other, in a ring and at the end are told of too', async () => {
    const tail = process({
      nodes: [
        node('a', { type: 'task' }),
        node('b', { type: 'task' }),
        bare('join', 'join'),
        bare('fork', 'fork'),
        node('c', { type: 'task' }),
        node('d', { type: 'task' }),
        bare('end', 'join'),
      ],
      edges: [
        edge('a', 'join'),
        edge('b', 'join'),
        edge('join', 'fork'),
        edge('fork', 'c'),
        edge('fork', 'd'),
        edge('c', 'end'),
      ],
    });
    const chinese = await sop.render(tail, zh);
    expect(below(chinese, 'a')).toContain(
      '- **下一步**：[3.3 c](#c)、[3.4 d](#d)（同时开始；还须等待 [3.2 b](#b) 完成）',
    );
    expect(below(chinese, 'c')).toContain('- **等待完成**：[3.1 a](#a)、[3.2 b](#b)');
    expect(below(chinese, 'c')).toContain('- **下一步**：[3.5 并行汇合](#并行汇合)');
    const ring = process({
      nodes: [node('a', { type: 'task' }), bare('one', 'fork'), bare('two', 'join')],
      edges: [edge('a', 'one'), edge('one', 'two'), edge('two', 'one')],
    });
    expect(headings(await sop.render(ring, zh), 3)).toEqual(['### a', '### 并行开始']);
  });

  it('have the same numbers around them in handbooks, in pictures of documents and on the site', async () => {
    const numbers = (root: Root): unknown =>
      root.children.flatMap((block) =>
        block.type === 'heading' && block.data?.id?.startsWith('node-') === true
          ? [[block.data.id, block.data.number]]
          : [],
      );
    const plain = sopDocument(flow(), zh);
    const site = sopDocument(flow(), { ...zh, barSections: true });
    expect(numbers(plain)).toEqual([
      ['node-first', '5.1'],
      ['node-a', '5.2'],
      ['node-b', '5.3'],
      ['node-last', '5.4'],
    ]);
    expect(numbers(site)).toEqual([
      ['node-first', '5.1'],
      ['node-split', undefined],
      ['node-a', '5.2'],
      ['node-b', '5.3'],
      ['node-ready', undefined],
      ['node-last', '5.4'],
    ]);
    const [page] = await renderProcess(flow(), { outputs: [{ format: 'sop-html', view: 'flow' }] });
    const links = [...String(page?.content).matchAll(/href="#(node-[^"]*)"/gu)].map(([, id]) => id);
    expect(new Set(links)).toEqual(new Set(['node-first', 'node-a', 'node-b', 'node-last']));
    expect(handbookOwners(flow(), 'all')).toEqual([]);
    const book = await sop.render(flow(), { ...zh, owner: 'rep' });
    expect(book).toContain('本岗位在本流程中没有自己办理的环节');
  });
});

describe('records', () => {
  const store = (id: string, more: Partial<Store> = {}): Store => ({
    id,
    span,
    name: text(id, id),
    kind: 'document',
    groups: [],
    access: [],
    ...more,
  });
  const writes = (...ids: string[]) => ids.map((id) => ({ store: id, span }));
  const said = async (of: Process): Promise<string> => (await sop.render(of, zh)).split(/## \d 记录\n\n/u)[1] ?? '';

  it('say of a store where it is, never of what kind it is', async () => {
    const flow = (...stores: Store[]): Process =>
      process({ stores, nodes: [node('a', { type: 'task', writes: writes(...stores.map(({ id }) => id)) })] });
    const rows = (await said(flow(store('甲', { system: text('档案室', 'archive') }), store('乙'))))
      .split('\n')
      .slice(4, 6);
    expect(rows.map((row) => row.split(' | ').at(-1))).toEqual(['档案室 |', '未规定 |']);
    expect(await said(flow(store('乙')))).not.toContain('文档');
  });

  it('are the outputs of the steps, kept where these write by whoever keeps that', async () => {
    const flow = process({
      owners: [owner('rep'), owner('clerk'), owner('buyer', { kind: 'customer' })],
      stores: [
        store('crm', { owner: 'clerk', protection: { encryption: [], retention: lasting({ years: 3 }) } }),
        store('paper', { owner: 'rep', protection: { encryption: [], retention: lasting({ years: 10 }) } }),
      ],
      nodes: [
        node('a', {
          type: 'task',
          owner: 'rep',
          outputs: [text('登记表', 'Form'), text('照片', 'Photo')],
          writes: writes('crm'),
          links: [{ name: text('QR-01 登记表', 'QR-01 form'), link: 'qr/01.xlsx' }, { name: text('话术', 'Script') }],
        }),
        node('b', { type: 'task', owner: 'rep', outputs: [text('登记表', 'Form')], writes: writes('crm', 'paper') }),
        node('c', { type: 'task', owner: 'rep', outputs: [text('备忘', 'Note')] }),
        node('d', { type: 'task', owner: 'buyer', outputs: [text('已签合同', 'Contract')] }),
      ],
    });
    const [, table = ''] = (await said(flow)).split('各环节形成的记录及其他成果：\n\n');
    expect(table.split('\n').slice(2, 6)).toEqual([
      '| 登记表 | [QR-01 登记表](qr/01.xlsx) | [5.1 a](#a)、[5.2 b](#b) | clerk、rep | crm、paper | crm：3 年；paper：10 年 |',
      '| 照片 | | [5.1 a](#a) | clerk | crm | 3 年 |',
      '| 备忘 | | [5.3 c](#c) | rep | 未规定 | 未规定 |',
      '| 已签合同 | | [5.4 d](#d) | 未规定 | 未规定 | 未规定 |',
    ]);
  });
});

it('documents and matrices have one word for one thing', () => {
  const [said, matrix, book] = [sopPhrases('zh'), matrixPhrases('zh').raci.marks, handbookPhrases('zh')];
  expect([said.node.owner, said.node.accountable, said.node.consulted, said.node.informed]).toEqual([
    matrix.responsible,
    matrix.accountable,
    matrix.consulted,
    matrix.informed,
  ]);
  expect(said.roles.accountable).toBe(matrix.accountable);
  expect([said.roles.consulted, book.joins.consulted]).toEqual(
    Array.from({ length: 2 }, () => `接受${matrix.consulted}`),
  );
  expect([said.roles.informed, book.joins.informed]).toEqual(Array.from({ length: 2 }, () => `接受${matrix.informed}`));
  // Asked before the work is done, as the language has it.
  expect(said.meanings.consulted).toContain('办理前');
  expect(sopPhrases('en').meanings.consulted).toContain('before');
  expect(sopPhrases('en').meanings.sla).toContain('could begin');
});

it('documents, pictures, pages and comparisons call a step alike', () => {
  const { overview } = sopPhrases('zh');
  expect([sitePhrases('zh').role.step, differencePhrases('zh').kinds.node]).toEqual([overview.step, overview.step]);
  for (const phrases of [sitePhrases('zh'), matrixPhrases('zh'), handbookPhrases('zh')])
    expect(JSON.stringify(phrases)).not.toContain('步骤');
  expect(overviewPhrases('zh').counts({ steps: 3, decisions: 0, waits: 0 })).toContain(overview.step);
});

it('an end says how the case ended in words of any process', () => {
  expect(words('zh').outcomes).toEqual({ success: '成功结束', failure: '终止', neutral: '结束' });
});

describe('the full stop of a goal', () => {
  const said = async (goal: string, options: RenderOptions): Promise<string> =>
    below(
      await sop.render(process({ nodes: [], objective: { goal: { zh: goal } } }), options),
      options.language === 'zh' ? '1 目的' : '1 Purpose',
    );

  it.each([
    ['试用转签约率达到 60%', '试用转签约率达到 60%。'],
    ['客户满意（含复购）', '客户满意（含复购）。'],
    ['做到“一次办好”', '做到“一次办好”。'],
    ['做到“一次办好。”', '做到“一次办好。”'],
    ['谁来跟进？', '谁来跟进？'],
    ['不少于 3 次', '不少于 3 次。'],
    ['85%', '85%。'],
    ['Close more deals', 'Close more deals.'],
  ])('%s', async (goal, ended) => {
    expect(await said(goal, zh)).toBe(ended);
  });

  it('is that of the language in which the goal stands', async () => {
    expect(await said('客户满意', en)).toBe('客户满意。');
    expect(await said('Satisfied customers (100%)', en)).toBe('Satisfied customers (100%).');
  });
});

it('tells when the next review is due, counted from when the document came into force where there was none yet', async () => {
  const review = { every: lasting({ years: 1 }) };
  const due = async (said: Partial<DocumentControl>): Promise<string> =>
    below(await sop.render(process({ nodes: [], document: control(said) }), zh), '文件控制');
  expect(await due({ effective: '2026-11-01', review })).toContain('| 下次评审 | 2027-11-01 |');
  expect(await due({ effective: '2026-11-01', review: { ...review, last: '2026-12-15' } })).toContain(
    '| 下次评审 | 2027-12-15 |',
  );
  expect(await due({ review })).not.toContain('下次评审');
  const matrix = tabulate(process({ nodes: [], document: control({ effective: '2026-11-01', review }) }), 'raci', {
    language: 'zh',
  });
  expect(matrix.subtitle).toContain('2027-11-01');
});

describe('a document that is not wholly translated', () => {
  const flow = (said: Partial<ProcessNode>): Process =>
    process({
      document: control({ status: 'approved' }),
      nodes: [
        node('a', { type: 'task', name: text('登记', 'Record'), ...said }),
        node('b', { type: 'task', name: { zh: 'b' } }),
      ],
    });
  const half = (all: number): string =>
    `**Not all of this document is translated. Only in Chinese: 1 of its ${String(all)} texts.**`;

  it('says so on its cover, whatever of it is left', async () => {
    expect(await sop.render(flow({ name: { zh: '登记' } }), en)).toContain(half(2));
    expect(await sop.render(flow({ steps: [{ zh: '核对姓名' }] }), en)).toContain(half(3));
    expect(await sop.render(flow({ description: text('登记客户', 'Record the customer') }), en)).not.toContain(
      'Not all',
    );
  });

  it('does not miss what is no word of the other language, nor anything in its own', async () => {
    expect(await sop.render(flow({ tools: [{ zh: 'CRM' }] }), en)).not.toContain('Not all');
    expect(await sop.render(flow({ name: { zh: '登记' } }), zh)).not.toContain('译出');
    expect(await sop.render(flow({ name: { zh: '登记' } }), { ...zh, language: 'zh-TW' })).not.toContain('译出');
  });
});

it('lists the steps of a role in the order of their numbers', async () => {
  const phase = (id: string) => ({ id, span, name: { zh: id }, entry: [], exit: [] });
  const flow = process({
    owners: [owner('rep')],
    phases: [phase('one'), phase('two')],
    nodes: [
      node('late', { type: 'task', owner: 'rep', phase: 'two' }),
      node('early', { type: 'task', owner: 'rep', phase: 'one' }),
    ],
  });
  expect(await sop.render(flow, zh)).toMatch(/\*\*负责环节\*\*：\[\d\.1\.1 early\]\(#early\)、\[\d\.2\.1 late\]/u);
});
