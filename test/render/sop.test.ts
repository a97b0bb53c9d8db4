/** The SOP, read back by a Markdown parser: whole, well-formed, and with nothing in it that an author's text could have started. */
import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { printable } from '../../src/base/printable.js';
import type { Kpi, Process } from '../../src/model/process.js';
import { touched } from '../../src/model/touched.js';
import type { RenderOptions } from '../../src/render/format.js';
import { sop } from '../../src/render/formats/sop.js';
import { markdownAnchors, markdownTree } from '../../src/render/document/markdown.js';
import { documentOf } from '../../src/render/document-of.js';
import { nodeAnchors, sopDocument } from '../../src/render/sop/document.js';
import { sections } from '../../src/render/sop/sections/index.js';
import { edge, lasting, node, owner, process, rich, text } from '../fixtures/process.js';
import { hostileStrings, naughtyStrings, retold } from '../fixtures/texts.js';
import { everyNode, parseMarkdown, plainText } from './markdown-parser.js';
import { merged } from './merged.js';
import { expectWhole } from './whole-sop.js';

const zh: RenderOptions = { language: 'zh', theme: 'auto', mermaidDiagram: 'flowchart' };
const en: RenderOptions = { ...zh, language: 'en' };

const headings = (root: Root): string[] =>
  root.children.flatMap((block) =>
    block.type === 'heading' ? [`${'#'.repeat(block.depth)} ${plainText(block)}`] : [],
  );

/** The part of the document below a heading, up to the next of any depth. */
function below(markdown: string, heading: string): string {
  const [, rest = ''] = markdown.split(`# ${heading}\n\n`);
  return rest.split(/\n#+ /u)[0]?.trim() ?? '';
}

describe('the rich process', () => {
  it('has the chapters of a Chinese quality document', async () => {
    expect(headings(parseMarkdown(await sop.render(rich, { ...zh, diagramLinks: ['customer.svg'] })))).toEqual([
      '# 客户跟进流程',
      '## 文件控制',
      '## 编制、审核与批准',
      '## 1 目的',
      '## 2 适用范围',
      '## 3 职责',
      '### 3.1 客户',
      '### 3.2 客服部',
      '### 3.3 销售部',
      '### 3.4 销售运营',
      '### 3.5 营销平台',
      '### 3.6 售后团队',
      '### 3.7 销售代表',
      '### 3.8 销售总监',
      '## 4 术语和定义',
      '## 5 流程图',
      '## 6 作业程序',
      '### 6.1 获客',
      '#### 收到咨询',
      '#### 登记线索',
      '### 6.2 转化',
      '#### 同时进行',
      '#### 电话跟进',
      '#### 发送资料',
      '#### 两项完成',
      '#### 客户有意向吗？',
      '#### 审批折扣',
      '#### 等待培育',
      '#### 等待回复',
      '### 6.3 维系',
      '#### 售后服务',
      '#### 持续合作',
      '#### 归档',
      '### 6.4 未用阶段',
      '## 7 超时与升级',
      '## 8 客户跟进计划',
      '## 9 数据管理与安全',
      '### 9.1 客户库',
      '### 9.2 纸质合同',
      '## 10 绩效指标',
      '## 11 风险与对策',
      '## 12 相关文件',
      '## 13 记录',
      '## 14 附录',
      '### 14.1 表单与文件',
      '### 14.2 数据项',
    ]);
  });

  it('speaks English in English', async () => {
    const markdown = await sop.render(rich, en);
    expect(markdown).not.toMatch(/[\u4e00-\u9fff]/u);
    expect(headings(parseMarkdown(markdown)).filter((heading) => heading.startsWith('## '))).toEqual([
      '## Document control',
      '## 1 Purpose',
      '## 2 Scope',
      '## 3 Definitions',
      '## 4 Roles and responsibilities',
      '## 5 Flowchart',
      '## 6 Procedure',
      '## 7 Escalation',
      '## 8 Follow-up plan',
      '## 9 Data handling and security',
      '## 10 Performance indicators',
      '## 11 Risks and remedies',
      '## 12 Related documents',
      '## 13 Records',
      '## 14 Preparation, review and approval',
      '## 15 Appendix',
    ]);
  });

  it('shows the diagram, or says where it is: each step has one number, with the picture at hand and without', async () => {
    const links = { diagramLinks: ['out/%E6%B5%81.svg'] };
    expect(below(await sop.render(rich, { ...zh, ...links }), '5 流程图')).toBe('![客户跟进流程](out/%E6%B5%81.svg)');
    expect(below(await sop.render(rich, zh), '5 流程图')).toBe(
      '本文件未附流程图，各环节的先后与去向见 [6 作业程序](#6-作业程序)。',
    );
    expect(below(await sop.render(rich, { ...zh, diagramNote: '见上。' }), '5 流程图')).toBe('见上。');
    const numbers = (options: RenderOptions): unknown[] =>
      sopDocument(rich, options).children.flatMap((block) => (block.type === 'heading' ? [block.data] : []));
    expect(numbers(zh)).toEqual(numbers({ ...zh, ...links }));
  });

  it('says no more than that there is none where the form has no procedure', async () => {
    const template = { sections: [{ section: 'diagram' as const }] };
    expect(await sop.render(rich, { ...zh, template })).toContain('## 1 流程图\n\n本文件未附流程图。\n');
  });

  it('says everything about a step', async () => {
    const markdown = await sop.render(rich, zh);
    expect(below(markdown, '登记线索')).toBe(
      `
环节 6.1.2

不漏一条咨询。

- **负责**：客服部
- **完成时限**：2 小时
- **所需工时**：10 分钟
- **输入**：客户咨询
- **输出**：有效线索；来源记录
- **渠道**：电话、网站
- **工具与资源**：呼叫中心
- **写入数据**：客户库 › 基本信息
- **表单与文件**：[线索登记表](forms/lead.xlsx)；话术手册
- **下一步**：[6.2.1 同时进行](#同时进行)

操作步骤：

1. 核对姓名和电话
2. 在客户库中查重\\
   重复则合并

风险与对策：

| 风险 | 对策 | 严重程度 |
| :- | :- | :- |
| 同一客户登记两次 | 以手机号为准合并 | 中 |
| 电话写错 | | |`.trim(),
    );
    expect(below(markdown, '电话跟进')).toMatch(
      /- \*\*最终责任\*\*：销售总监\n- \*\*征询\*\*：客服部\n- \*\*知会\*\*：销售运营、客服部\n/u,
    );
    expect(below(markdown, '电话跟进')).toContain('- **读取数据**：客户库 › 基本信息 › phone\n');
    expect(below(markdown, '电话跟进')).toContain('- **超时处理**：超过 2 天，转至 [6.2.6 审批折扣](#审批折扣)\n');
  });

  it('has decisions, sub-processes and parallel work as what they are', async () => {
    const markdown = await sop.render(rich, en);
    expect(below(markdown, 'Is the customer interested?')).toContain(
      `
| Condition | Go to | Expected share | Information passed on |
| :- | :- | :- | :- |
| Interested | [6.2.8 Wait for the answer](#wait-for-the-answer) | 35% | Quotation |
| Key account | [6.2.6 Approve the discount](#approve-the-discount) | 10% | |
| Otherwise | [6.2.7 Nurture](#nurture) | 55% (computed) | |`.trim(),
    );
    expect(below(markdown, 'After-sales')).toContain(
      '| Problem solved | [6.3.2 Lasting business](#lasting-business) |',
    );
    expect(below(markdown, 'After-sales')).toContain(
      '- **Sub-process**: After-sales process `./after-sales.flow.yaml` (QP-002, version 0.9, in review)\n',
    );
    expect(below(markdown, 'Do both')).toContain(
      '- **Starts in parallel**: [6.2.2 Call back](#call-back); [6.2.3 Send brochure](#send-brochure)',
    );
    expect(below(markdown, 'Both done')).toContain(
      '- **Waits for**: [6.2.2 Call back](#call-back), [6.2.3 Send brochure](#send-brochure)\n',
    );
  });

  it('lists what each role answers for', async () => {
    const markdown = await sop.render(rich, en);
    expect(below(markdown, '4.3 Sales')).toBe(
      '\nCloses the deal.\n\n- **Kind**: Department\n- **Members**: Sales representative, Sales director\n- **Responsible for**: [6.2.6 Approve the discount](#approve-the-discount)'.trim(),
    );
    expect(below(markdown, '4.4 Sales operations')).toBe(
      '- **Kind**: Team\n- **Informed of**: [6.2.2 Call back](#call-back)\n- **Manages**: Customer database\n- **Answers for**: Conversion rate\n- **This document**: keeps it',
    );
    expect(below(markdown, '4.8 Sales director')).toContain('- **Part of**: Sales\n');
  });

  it('links a sub-process to its own document where there is one', async () => {
    const markdown = await sop.render(rich, {
      ...en,
      childLink: (file) => (file === 'flows/after-sales.flow.yaml' ? 'after-sales.md' : undefined),
    });
    expect(below(markdown, 'After-sales')).toContain(
      '- **Sub-process**: [After-sales process](after-sales.md) (QP-002, version 0.9, in review)\n',
    );
  });

  it('keeps its anchors when a step is put in front', () => {
    const [first] = rich.nodes;
    const more = { ...rich, nodes: [node('new', { type: 'task', phase: first?.phase ?? '' }), ...rich.nodes] };
    const before = nodeAnchors(rich, zh);
    expect(before.get('capture')).toBe('登记线索');
    expect([...nodeAnchors(more, zh)].filter(([id]) => id !== 'new')).toEqual([...before]);
  });

  it('has ids and numbers for the forms that want them beside the words', () => {
    const found = sopDocument(rich, zh).children.find((b) => b.type === 'heading' && b.data?.id === 'node-capture');
    expect(found).toMatchObject({ depth: 4, data: { number: '6.1.2' }, children: [{ value: '登记线索' }] });
    const links = everyNode(sopDocument(rich, zh)).filter((one) => one.type === 'link' && one.url === '#node-capture');
    expect(links.length).toBeGreaterThan(0);
  });

  it('computes the next review', async () => {
    expect(below(await sop.render(rich, en), 'Document control')).toContain('| Next review | 2027-03-20 |');
  });
});

describe('the parts that not every process has', () => {
  const minimal = process({
    nodes: [node('a', { type: 'start' }), node('b', { type: 'end' })],
    edges: [edge('a', 'b')],
  });

  it('are left out when there is nothing to say', async () => {
    expect(await sop.render(minimal, en)).toBe(
      '# Sample\n\n## 1 Flowchart\n\nNo flowchart goes along with this document: [2 Procedure](#2-procedure) says of each step where it leads.\n\n## 2 Procedure\n\n### a\n\nStep 2.1\n\n- **Type**: Start\n- **Next**: [2.2 b](#b)\n\n### b\n\nStep 2.2\n\n- **Type**: End\n',
    );
  });

  it('put nodes without a phase last', async () => {
    const some = {
      ...minimal,
      phases: [{ id: 'p', span: rich.span, name: text('一', 'One'), entry: [], exit: [] }],
      nodes: [node('a', { type: 'start' }), node('b', { type: 'end', phase: 'p' })],
    };
    expect(headings(parseMarkdown(await sop.render(some, en)))).toEqual([
      '# Sample',
      '## 1 Flowchart',
      '## 2 Procedure',
      '### 2.1 One',
      '#### b',
      '### 2.2 Other steps',
      '#### a',
    ]);
  });

  it('say that a default branch with a condition is the default', async () => {
    const both = process({
      nodes: [node('d', { type: 'decision' }), node('e', { type: 'end' })],
      edges: [
        edge('d', 'e', { when: text('无意向', 'Not interested'), otherwise: true }),
        edge('d', 'd', { when: text('有', 'Yes') }),
      ],
    });
    expect(await sop.render(both, zh)).toContain('| 无意向（其他） |');
  });

  it('name what a measure does not mention, and ends that no branch takes up', async () => {
    const open = process({
      nodes: [
        node('a', { type: 'start' }),
        node('s', {
          type: 'subflow',
          flow: './x.flow.yaml',
          child: {
            title: text('子', 'Child'),
            file: 'x.flow.yaml',
            ends: [
              { id: 'e1', name: text('甲', 'A') },
              { id: 'e2', name: text('乙', 'B') },
            ],
          },
        }),
        node('unread', { type: 'subflow', flow: './gone.flow.yaml' }),
      ],
      edges: [edge('a', 's'), edge('s', 'a', { childEnd: 'e1' })],
      kpis: [
        {
          id: 'k',
          span: rich.span,
          name: text('比', 'Share'),
          measure: 'custom',
          from: 'a',
          to: 's',
          description: text('手工', 'By hand'),
          every: lasting({ months: 1 }),
        },
      ],
    });
    const markdown = await sop.render(open, en);
    expect(markdown).toContain('- **Ends without a branch**: B\n');
    expect(markdown).toContain('`./gone.flow.yaml`');
    expect(markdown).toContain('[2.1 a](#a) → [2.2 s](#s); By hand');
  });
});

describe('indicators', () => {
  const measuredAs = async (said: Partial<Kpi>): Promise<string> => {
    const one: Kpi = { id: 'k', span: rich.span, name: text('率', 'Rate'), measure: 'rework', ...said };
    const nodes = [node('a', { type: 'start' }), node('b', { type: 'task' }), node('c', { type: 'end' })];
    const markdown = await sop.render(process({ nodes, edges: [edge('a', 'b'), edge('b', 'c')], kpis: [one] }), en);
    return /\| Rate \| (.*) \|\n/u.exec(markdown)?.[1]?.replace(/\[[\d.]+ (\w)\]\(#\w\)/gu, '$1') ?? '';
  };

  it.each([
    [{ from: 'b', to: 'c' }, 'Cases that come back to “b” before they reach “c” ÷ cases that reach “b”'],
    [{ from: 'b', to: 'b' }, 'Cases that reach “b” more than once ÷ cases that reach “b”'],
    [{ from: 'b' }, 'Cases that reach “b” more than once ÷ cases that reach “b”'],
    [{ to: 'b' }, 'Cases that reach “b” more than once ÷ cases that reach “b”'],
    [{ measure: 'duration', from: 'b', to: 'b' }, 'Time spent on “b”'],
    [{ measure: 'duration', from: 'b' }, 'Time from “b” to the end of the process'],
    [{ measure: 'volume', from: 'b' }, 'Cases that reach “b” in the period'],
    [{ measure: 'volume', to: 'b' }, 'Cases that reach “b” in the period'],
    [{ measure: 'volume', from: 'b', to: 'b' }, 'Cases that reach “b” in the period'],
    [{ measure: 'volume', from: 'b', to: 'c' }, 'Cases that pass “b” and reach “c” in the period'],
    [{ measure: 'conversion', to: 'c' }, 'Cases that reach “c” ÷ cases that reach the start of the process'],
    [{ measure: 'custom', description: text('占比', 'Share of happy ones') }, 'Share of happy ones'],
  ] as const)('%j', async (said, expected) => {
    expect(await measuredAs(said)).toBe(expected);
  });
});

describe('what a flow takes from a library', () => {
  const elsewhere = { ...rich.span, file: 'org.yaml' };
  const of = (more: Partial<Process>): readonly string[] => {
    const nodes = [node('a', { type: 'start', owner: 'rep', reads: [{ store: 'crm', span: rich.span }] })];
    const shared: Partial<Process> = {
      owners: [
        owner('dept', { span: elsewhere, members: ['rep', 'idle'] }),
        owner('rep', { span: elsewhere, parent: 'dept' }),
        owner('idle', { span: elsewhere, parent: 'dept' }),
        owner('keeper', { span: elsewhere }),
        owner('stranger', { span: elsewhere }),
        owner('own'),
      ],
      stores: [
        {
          id: 'crm',
          span: elsewhere,
          name: text('库', 'CRM'),
          kind: 'database',
          owner: 'keeper',
          groups: [],
          access: [],
        },
        {
          id: 'wms',
          span: elsewhere,
          name: text('仓', 'WMS'),
          kind: 'system',
          owner: 'stranger',
          groups: [],
          access: [],
        },
      ],
      segments: ['s1', 's2'].map((id) => ({ id, span: elsewhere, name: text(id, id) })),
    };
    const { owners, stores, segments } = touched(process({ nodes, edges: [], ...shared, ...more }));
    return [...owners, ...stores, ...segments].map(({ id }) => id);
  };

  it('is what it touches', () => {
    expect(of({})).toEqual(['dept', 'rep', 'keeper', 'own', 'crm']);
  });

  it('a classification as a whole', () => {
    const edges = [edge('a', 'a', { segments: ['s1'] })];
    expect(of({ edges })).toEqual(['dept', 'rep', 'keeper', 'own', 'crm', 's1', 's2']);
  });
});

/** Links of ours and of the author, images, and everything that must never be there. */
function census(root: Root): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const found of everyNode(root)) {
    // How many paragraphs and lines an author's text has is the author's affair; an address in it is a code span.
    if (['text', 'inlineCode', 'paragraph', 'break'].includes(found.type)) continue;
    const name = found.type === 'link' ? `link ${found.url.startsWith('#') ? '#' : found.url}` : found.type;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

describe('hostile texts stay texts', () => {
  const options: RenderOptions = { ...zh, diagramLinks: ['customer.svg'] };

  // Every kind of place that takes a text, and small, because five hundred of it are made.
  const small = process({
    owners: [owner('o')],
    phases: [{ id: 'p', span: rich.span, name: text('', ''), entry: [text('', '')], exit: [] }],
    segments: [{ id: 's', span: rich.span, name: text('', '') }],
    stores: rich.stores.slice(0, 1).map((store) => ({ ...store, access: [], groups: store.groups.slice(0, 1) })),
    nodes: [
      node('d', { type: 'decision', owner: 'o', phase: 'p', description: text('', '') }),
      node('e', {
        type: 'end',
        owner: 'o',
        steps: [text('', '')],
        inputs: [text('', ''), text('', '')],
        risks: [{ problem: text('', '') }],
      }),
    ],
    edges: [edge('d', 'e', { when: text('', ''), carries: [text('', '')] }), edge('d', 'd', { otherwise: true })],
  });

  it.each([
    ['our own', hostileStrings],
    ['the naughty strings (skipped where the corpus is absent)', naughtyStrings ?? []],
  ])('%s', { timeout: 120_000 }, async (_, strings) => {
    const expected = census(
      parseMarkdown(
        await sop.render(
          retold(small, () => '普通文字'),
          options,
        ),
      ),
    );
    for (const hostile of strings) {
      if (printable(hostile, { singleLine: true }).trim() === '') continue;
      const told = retold(small, () => hostile);
      const tree = parseMarkdown(await sop.render(told, options));
      expect(census(tree), JSON.stringify(hostile)).toEqual(expected);
      // What a reader's parser sees is what was meant, character by character.
      expect(tree, JSON.stringify(hostile)).toEqual(merged(markdownTree(sopDocument(told, options))));
    }
  });

  it.each([
    ['the SOP', options],
    ['a handbook', { ...options, owner: 'sales-rep' }],
  ])('mixed, in all that %s says', { timeout: 60_000 }, async (_, asked) => {
    let turn = 0;
    const strings = [...hostileStrings, ...(naughtyStrings ?? [])].filter(
      (hostile) => printable(hostile, { singleLine: true }).trim() !== '',
    );
    const next = (): string => {
      turn += 1;
      return strings[(turn * 37) % strings.length] ?? '';
    };
    const expected = census(parseMarkdown(await sop.render(rich, asked)));
    for (let round = 0; round < 15; round += 1) {
      const told = retold(rich, next);
      const tree = parseMarkdown(await sop.render(told, asked));
      const meant = documentOf(told, asked);
      // A name of signs alone makes a heading that no link could name; nothing else may lose its link.
      const anchors = markdownAnchors(meant);
      const refs = everyNode(meant).flatMap((found) => (found.type === 'link' ? (found.data?.ref ?? []) : []));
      expect(refs.length).toBe(expected['link #']);
      expect(census(tree)).toEqual({ ...expected, 'link #': refs.filter((ref) => anchors.get(ref) !== '').length });
      expect(tree).toEqual(merged(markdownTree(meant)));
    }
  });

  it('keeps a link that could run something a text', async () => {
    for (const link of [
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
    ]) {
      const told = {
        ...rich,
        document: { reviewers: [], approvers: [], related: [{ name: text('文件', 'File'), link }] },
      };
      const nodes = everyNode(parseMarkdown(await sop.render(told, zh)));
      expect(
        nodes.filter((found) => found.type === 'link' && !found.url.startsWith('#') && found.url !== 'forms/lead.xlsx'),
      ).toEqual([]);
    }
  });
});

describe('the whole process is in the document', () => {
  it.each(['zh', 'en', 'de'])('in %s', async (language) => {
    await expectWhole(rich, language);
  });

  it('by sections that are each in their file', () => {
    expect(new Set(sections.map(({ id }) => id)).size).toBe(17);
  });
});
