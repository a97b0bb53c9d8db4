/** SOP templates: what documents they make, and what is said of their mistakes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkTemplate, type CheckedTemplate } from '../../src/app/template.js';
import type { Load } from '../../src/compile/index.js';
import { codes } from '../../src/model/codes.js';
import { sectionIds } from '../../src/model/sop-template.js';
import { sopDocument } from '../../src/render/sop/document.js';
import { sections } from '../../src/render/sop/sections/index.js';
import type { RenderOptions } from '../../src/render/format.js';
import { rich } from '../fixtures/process.js';
import { plainText } from '../render/markdown-parser.js';

const loader =
  (files: Readonly<Record<string, string>>): Load =>
  (path) =>
    path in files ? { kind: 'ok', bytes: new TextEncoder().encode(files[path]) } : { kind: 'missing' };
const check = (source: string): CheckedTemplate | undefined => checkTemplate('a.yaml', loader({ 'a.yaml': source }));
const says = (source: string): readonly string[] | undefined =>
  check(source)?.diagnostics.map(({ code, span }) => `${code} ${span?.start.line ?? 0}:${span?.start.column ?? 0}`);

function headings(source: string, language = 'zh'): readonly string[] {
  const checked = check(source);
  expect(checked?.diagnostics).toEqual([]);
  const options: RenderOptions = { language, theme: 'auto', mermaidDiagram: 'flowchart' };
  const { children } = sopDocument(rich, { ...options, ...(checked?.template && { template: checked.template }) });
  return children.flatMap((block) =>
    block.type === 'heading' && block.depth < 3
      ? [[block.data?.number, plainText(block)].filter((part) => part !== undefined).join(' ')]
      : [],
  );
}

describe('a template', () => {
  it('chooses sections and their order', () => {
    expect(headings('sections: [scope, purpose, procedure, control]\n')).toEqual([
      '客户跟进流程',
      '1 适用范围',
      '2 目的',
      '3 作业程序',
      '文件控制',
    ]);
  });

  it('has headings, paragraphs and sections of its own', () => {
    const source = `
title: '{number} {title}控制程序'
sections:
  - {section: purpose, heading: {zh: 目的和意义, en: Why}, text: "第一段\\n\\n第二段", after: 完, numbered: false}
  - {heading: 培训要求, text: '**新员工**须通过考核'}
`;
    expect(headings(source)).toEqual(['QP-CRM-001 客户跟进流程控制程序', '目的和意义', '1 培训要求']);
    expect(headings(source, 'en')).toEqual(['QP-CRM-001 Customer follow-up控制程序', 'Why', '1 培训要求']);
    const template = check(source)?.template;
    const tree = sopDocument(rich, {
      language: 'zh',
      theme: 'auto',
      mermaidDiagram: 'flowchart',
      ...(template && { template }),
    });
    const blocks = tree.children.map((block) => plainText(block));
    expect(blocks.slice(2, 4)).toEqual(['第一段', '第二段']);
    // Words, and no Markdown.
    expect(tree.children.at(-1)).toEqual({
      type: 'paragraph',
      children: [{ type: 'text', value: '**新员工**须通过考核' }],
    });
  });

  it('names steps where the document does not describe them', () => {
    expect(headings('sections: [roles, risks]\n')).toEqual(['客户跟进流程', '1 职责', '2 风险与对策']);
  });

  it('can name every section there is', () => {
    expect(check(`sections: [${sections.map(({ id }) => id).join(', ')}]\n`)?.diagnostics).toEqual([]);
  });
});

describe('sop-template.schema.json', () => {
  it('has the sections there are', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../schemas/sop-template.schema.json', import.meta.url), 'utf8'),
    ) as { readonly $defs: { readonly sectionId: { readonly enum: readonly string[] } } };
    expect([...schema.$defs.sectionId.enum]).toEqual([...sectionIds]);
    expect(sections.map(({ id }) => id)).toEqual([...sectionIds]);
  });
});

describe('its mistakes', () => {
  it.each([
    ['sections: [purpos]\n', ['schema-enum 1:12']],
    ['sections: [{section: puprose}]\n', ['schema-enum 1:22']],
    ['section: [purpose]\n', ['schema-unknown-property 1:1']],
    ['sections: purpose\n', ['schema-type 1:11']],
    ['sections: [scope, {section: scope}]\n', ['template-section-twice 1:29']],
    ['sections: [{heading: 培训}]\n', ['template-empty-section 1:12']],
    ['sections: [{text: 培训}]\n', ['template-empty-section 1:12']],
  ])('%s', (source, expected) => {
    expect(says(source)).toEqual(expected);
    expect(check(source)?.template).toBeUndefined();
  });

  it('tell what was meant', () => {
    expect(check('sections: [purpos]\n')?.diagnostics[0]).toMatchObject({
      hint: expect.stringContaining('purpose') as unknown,
    });
  });

  it.each(['template-section-twice', 'template-empty-section'] as const)(
    '%s: the examples of its explanation',
    (code) => {
      expect(check(codes[code].bad)?.diagnostics.map((found) => found.code)).toEqual([code]);
      expect(check(codes[code].good)?.diagnostics).toEqual([]);
    },
  );
});
