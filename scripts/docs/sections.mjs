/** The generated regions, by name: each makes Markdown from the facts, in the language of its file. */
import { cliReference, commandTable } from './commands.mjs';
import { codeTable, diagnostics } from './codes.mjs';
import { chinese } from './chinese.mjs';
import { reference } from './language.mjs';
import { code, table } from './markdown.mjs';
import { presetTable, ruleReference, ruleTables } from './rules.mjs';

/** What stands in the name of a file between flow and format. */
function of(needs, language) {
  if (needs === 'matrix') return language === 'zh' ? '矩阵' : 'matrix';
  return language === 'zh' ? '视图' : 'view';
}

export const sections = {
  commands: commandTable,
  cli: cliReference,
  formats: ({ formats }, language) =>
    table(
      language === 'zh' ? ['格式', '文件', '内容'] : ['format', 'file', 'what it is'],
      formats.map(({ id, extension, needs, summary }) => [
        code(id),
        code(
          `<${language === 'zh' ? '流程' : 'flow'}>${needs === 'process' ? '' : `.<${of(needs, language)}>`}${extension}`,
        ),
        language === 'zh' ? chinese('formats', id) : summary,
      ]),
    ),
  views: ({ views }, language) =>
    table(
      language === 'zh' ? ['视图', '内容'] : ['view', 'what it shows'],
      views.map(({ id, summary }) => [code(id), language === 'zh' ? chinese('views', id) : summary]),
    ),
  matrices: ({ matrices }, language) =>
    table(
      language === 'zh' ? ['矩阵', '内容'] : ['matrix', 'what it says'],
      matrices.map(({ id, summary }) => [code(id), language === 'zh' ? chinese('matrices', id) : summary]),
    ),
  'code-table': codeTable,
  codes: diagnostics,
  presets: presetTable,
  'rule-tables': ruleTables,
  rules: ruleReference,
  reporters: ({ reporters }) =>
    table(
      ['`--format`', 'what it is'],
      reporters.map(({ id, summary }) => [code(id), summary]),
    ),
  language: ({ flowSchema }) => reference(flowSchema, 'Flow file'),
  config: ({ configSchema }) => reference(configSchema, 'Project file'),
  'sop-sections': ({ sopSections, sopPhrases }) =>
    table(
      ['section', 'heading', '标题', 'what it says'],
      sopSections.map(({ id, summary }) => [
        code(id),
        sopPhrases('en').sections[id],
        sopPhrases('zh').sections[id],
        summary,
      ]),
    ),
  'handbook-sections': ({ handbookSections, handbookPhrases }) =>
    table(
      ['heading', '标题', 'what it says'],
      handbookSections.map(({ id, summary }) => [
        handbookPhrases('en').sections[id],
        handbookPhrases('zh').sections[id],
        summary,
      ]),
    ),
  'sop-template': ({ templateSchema }) => reference(templateSchema, 'SOP template'),
  theme: ({ themeSchema }) => reference(themeSchema, 'Theme file'),
};
