/** The handbook of a role: with whom it has to do, in both directions, what it looks after, and what is not for outsiders. */
import { describe, expect, it } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import type { Root } from 'mdast';
import { documentOf } from '../../src/render/document-of.js';
import { docx } from '../../src/render/formats/docx.js';
import { sopHtml } from '../../src/render/formats/sop-html.js';
import { sop } from '../../src/render/formats/sop.js';
import { sopDocument } from '../../src/render/sop/document.js';
import { edge, lasting, node, owner, process, span, text } from '../fixtures/process.js';

const flow = process({
  title: text('售后', 'After-sales'),
  owners: [
    owner('rep', { name: text('专员', 'Agent') }),
    owner('lead', { name: text('主管', 'Lead') }),
    owner('expert', { name: text('专家', 'Expert') }),
    owner('told', { name: text('财务', 'Finance') }),
    owner('buyer', { name: text('买方', 'Buyer'), kind: 'customer' }),
  ],
  stores: [
    {
      id: 'db',
      span,
      name: text('工单库', 'Tickets'),
      kind: 'database',
      owner: 'lead',
      groups: [],
      access: [{ owner: 'rep', create: true, read: true, update: false, delete: false, span }],
      protection: {
        encryption: [],
        backup: { every: lasting({ days: 1 }), restoreTest: lasting({ months: 3 }) },
        retention: lasting({ years: 5 }),
      },
    },
  ],
  kpis: [{ id: 'k', span, name: text('签约率', 'Rate'), measure: 'volume', from: 'sign' }],
  document: {
    owner: 'lead',
    reviewers: ['expert'],
    approvers: ['told'],
    related: [],
    review: { every: lasting({ months: 6 }), last: '2026-08-15' },
  },
  nodes: [
    node('work', {
      type: 'task',
      owner: 'rep',
      accountable: 'lead',
      consulted: ['expert'],
      informed: ['told'],
      outputs: [text('报告', 'Report')],
    }),
    node('rescue', { type: 'task', owner: 'lead' }),
    node('sign', { type: 'task', owner: 'buyer' }),
  ],
  edges: [
    edge('work', 'sign'),
    edge('work', 'rescue', { kind: 'timeout', after: lasting({ days: 2 }) }),
    edge('rescue', 'work'),
  ],
});

const of = (id: string, language = 'zh') =>
  sop.render(flow, { language, theme: 'auto', mermaidDiagram: 'flowchart', owner: id });
const contact = (handbook: string, name: string): string =>
  new RegExp(`^\\| ${name} \\| (.*) \\|$`, 'mu').exec(handbook.split('联系人\n')[1] ?? '')?.[1] ?? '';

describe('the number of a step in the procedure', () => {
  const at = ({ children }: Root): unknown =>
    children.flatMap((block) =>
      block.type === 'heading' && block.data?.id === 'node-rescue' ? [block.data.number] : [],
    )[0];

  it('stands beside the number here in every form, and is that of the document with its picture', async () => {
    const options = { language: 'zh', theme: 'auto', mermaidDiagram: 'flowchart', owner: 'lead' } as const;
    const { owner: _, ...whole } = options;
    const official = String(at(sopDocument(flow, { ...whole, diagramLinks: ['a.svg'] })));
    const here = String(at(documentOf(flow, options)));
    expect(here).not.toBe(official);
    expect(await sop.render(flow, options)).toContain(`\n环节 ${here}（作业程序 ${official}）\n`);
    const page = await sopHtml.render(flow, options);
    expect(page.replace(/>\s+</gu, '><')).toContain(
      `<h3 id="node-rescue">${here} rescue</h3><p>作业程序 ${official}</p>`,
    );
    const { content } = await docx.render(flow, options);
    const words = strFromU8(unzipSync(content)['word/document.xml'] ?? new Uint8Array());
    expect(words.replace(/<[^>]+>/gu, '|')).toMatch(
      new RegExp(`${here}\u2002\\|+rescue\\|+作业程序 ${official}\\|`, 'u'),
    );
  });
});

describe('contacts', () => {
  it('who answers and who does the work know of each other, and so do those asked, told and who take over', async () => {
    expect(contact(await of('rep'), '主管')).toContain('对我的环节负最终责任');
    expect(contact(await of('lead'), '专员')).toContain('我对其环节负最终责任');
    expect(contact(await of('rep'), '主管')).toContain('我逾期时转给对方');
    expect(contact(await of('lead'), '专员')).toContain('对方逾期时由我接手');
    expect(contact(await of('expert'), '专员')).toBe('接受其征询');
    expect(contact(await of('told'), '专员')).toBe('接受其知会');
  });
});

describe('what comes and goes', () => {
  it('escalations are among it, without the result that is not there', async () => {
    expect(await of('lead')).toContain('| 专员 | work | 超过 2 天未完成 | 未完成的事项 | ');
    expect(await of('rep')).toMatch(/\| 超过 2 天未完成 \| 主管 \| rescue \| 未完成的事项 \|/u);
    expect(await of('buyer')).toMatch(/\| 专员 \| work \| (?:\| )?报告 \|/u);
  });
});

describe('a handover under a condition', () => {
  it('has the words of the author as they are, and ours with a capital', async () => {
    const asked = process({
      owners: [owner('rep'), owner('lead')],
      nodes: [
        node('ask', { type: 'decision', owner: 'rep' }),
        node('cut', { type: 'task', owner: 'lead' }),
        node('sell', { type: 'task', owner: 'lead' }),
      ],
      edges: [edge('ask', 'cut', { when: { en: 'wants a discount' } }), edge('ask', 'sell', { otherwise: true })],
    });
    const page = await sop.render(asked, {
      language: 'en',
      theme: 'auto',
      mermaidDiagram: 'flowchart',
      owner: 'lead',
    });
    expect(page).toMatch(/\| wants a discount \|/u);
    expect(page).toMatch(/\| Otherwise \|/u);
  });
});

describe('what a role looks after', () => {
  it('the data that it manages: backup, restore test, retention, and what is not set', async () => {
    const [, section = ''] = (await of('lead')).split('管理的数据与文件\n');
    const [head = '', , row = ''] = section.split('\n').filter((line) => line.startsWith('|'));
    const cells = Object.fromEntries(
      head.split(' | ').map((name, at) => [name.replace('| ', ''), row.split(' | ')[at]]),
    );
    expect(cells).toMatchObject({ 备份: '每天', 恢复演练: '每季度', 加密: '未规定', 访问审计: '未规定' });
    expect(section).toContain('5 年');
    expect(section).toContain('- 按作业程序核对访问权限');
  });

  it('the document: kept with the date of its next review, reviewed, approved', async () => {
    expect(await of('lead')).toContain('- 每半年评审一次，确认流程仍然适用；下次评审不迟于 2027-02-15。');
    expect(await of('lead', 'en')).toContain('the next review is due by 2027-02-15.');
    expect(await of('expert')).toContain('- 审核：');
    expect(await of('told')).toContain('- 批准：');
    expect(await of('rep')).not.toContain('管理的数据与文件');
  });
});

describe('customers and partners', () => {
  it('get a guide in words for them, without what we measure ourselves by', async () => {
    const guide = await of('buyer');
    expect(guide).toContain('# 买方办理指引：售后\n');
    expect(guide).not.toMatch(/本岗位|岗位手册|岗位说明|签约率|绩效/u);
    expect(await of('buyer', 'en')).toContain('# Guide for Buyer: After-sales\n');
    expect(await of('buyer', 'en')).not.toMatch(/Rate|indicators/u);
    expect(await of('rep')).toContain('# 专员岗位手册：售后\n');
  });
});
