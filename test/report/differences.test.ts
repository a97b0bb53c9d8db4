/** The forms of a difference: nothing that an author wrote becomes syntax, and every form says all it has to, however much there is. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import type { Nodes } from 'mdast';
import { gfm } from 'micromark-extension-gfm';
import type { Span } from '../../src/model/diagnostic.js';
import { riskIds, type RiskId } from '../../src/model/difference.js';
import { compare } from '../../src/analyse/diff/index.js';
import { changeDiagram } from '../../src/report/changes/diagram.js';
import { en } from '../../src/report/changes/phrases/en.js';
import { zh } from '../../src/report/changes/phrases/zh.js';
import { voiceOf } from '../../src/report/changes/values.js';
import { differenceReporters } from '../../src/report/differences/index.js';
import { github } from '../../src/report/differences/github.js';
import { markdown } from '../../src/report/differences/markdown.js';
import { pretty } from '../../src/report/differences/pretty.js';
import type { Comparison } from '../../src/report/difference-reporter.js';
import type { Process } from '../../src/model/process.js';
import { properties } from '../../src/analyse/diff/properties.js';
import { edited } from '../analyse/diff/edits.js';
import { largeProcess } from '../fixtures/large-flow.js';
import { rich } from '../fixtures/process.js';
import { hostileStrings } from '../fixtures/texts.js';

const options = { color: false, width: 80, wording: true, inRepository: (file: string) => file };
const comparison = (before: Process | undefined, after: Process | undefined): Comparison => ({
  before: 'HEAD',
  after: 'the working tree',
  flows: [{ file: 'customer.flow.yaml', difference: compare(before, after) }],
  unchanged: 0,
  skipped: [],
});
const nodeCalled = (name: string): Process => ({
  ...rich,
  title: { zh: name },
  owners: rich.owners.map((owner) => ({ ...owner, name: { zh: name } })),
  nodes: rich.nodes.map((node) => ({ ...node, name: { zh: `${name}${node.id}` } })),
  edges: rich.edges.map((edge) => ({ ...edge, when: { zh: name } })),
});

describe('phrases', () => {
  it.each([['en', en] as const, ['zh', zh] as const])('%s: every property has a name', (_language, phrases) => {
    const paths = Object.values(properties).flatMap((list) => list.map(({ path }) => path));
    expect(paths.filter((path) => phrases.properties[path] === undefined)).toEqual([]);
  });
});

it('an approval that became another kind of step is still there', () => {
  const approve = rich.nodes.find((node) => node.type === 'task' && node.kind === 'approval');
  const changed: Process = {
    ...rich,
    nodes: rich.nodes.map((node) => (node === approve ? { ...approve, kind: 'manual' } : node)),
  };
  const risks = (after: Process, lang: string): string =>
    pretty.report(comparison(rich, after), { ...options, language: lang }) as string;
  expect(risks(changed, 'en')).toMatch(/“[^”]+” is no approval any more\./u);
  expect(risks(changed, 'zh')).toContain('不再是审批。');
  expect(risks(changed, 'en')).not.toContain('is gone');
});

it('a connection that is new or gone tells for whom it is and what it carries', () => {
  const isOne = ({ from, carries, segments }: Process['edges'][number]): boolean =>
    from === 'interested' && carries.length + segments.length > 0;
  const without = { ...rich, edges: rich.edges.filter((edge) => !isOne(edge)) };
  for (const [before, after, sign] of [
    [rich, without, '−'],
    [without, rich, '+'],
  ] as const) {
    const report = pretty.report(comparison(before, after), { ...options, width: 200, language: 'en' }) as string;
    const told = report.split('\n').filter((line) => line.startsWith(`  ${sign} Is the customer interested?`));
    expect(told).toEqual([
      `  ${sign} Is the customer interested? → Wait for the answer (Interested) (35% · carries: Quotation)`,
      `  ${sign} Is the customer interested? → Approve the discount (10% · for segments: Key account)`,
    ]);
  }
});

it('docs/diff.md tells every risk, in the order of gravity', () => {
  const page = readFileSync(new URL('../../docs/diff.md', import.meta.url), 'utf8');
  const told = Array.from(page.matchAll(/^\| `([a-z-]+-[a-z-]+)`/gmu), ([, risk]) => risk);
  expect(told).toEqual(riskIds);
});

describe('hostile names', () => {
  it.each(hostileStrings)('%j', async (name) => {
    const told = comparison(rich, nodeCalled(name));
    const comment = markdown.report(told, options) as string;
    const outside = comment.replace(/```mermaid\n[\s\S]*?\n```/gu, '');
    expect(outside.replace(/<\/?(?:sub|del|details|summary|br)(?: open)?>/gu, '')).not.toMatch(/<[a-z/!]/iu);
    expect(outside).not.toMatch(/(?<!\\)\[[^\]]*(?<!\\)\]\(/u);
    expect(outside).not.toMatch(/@[a-z]/iu);
    expect(comment.match(/```/gu) ?? []).toHaveLength(comment.includes('```mermaid') ? 2 : 0);
    const terminal = pretty.report(told, options) as string;
    // eslint-disable-next-line no-control-regex
    expect(terminal).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u);
    for (const reporter of differenceReporters) await reporter.report(told, options);
  });

  it.each(hostileStrings)('in Mermaid: %j', (name) => {
    const diagram = changeDiagram(compare(rich, nodeCalled(name)), voiceOf('zh', 'zh', 'zh')) ?? '';
    // Lines outside of labels are ours alone.
    const bare = diagram.replace(/"[^"]*"/gu, '""');
    for (const line of bare.split('\n')) {
      expect(line).toMatch(
        /^(?:flowchart TB| {2}n\d+(?:\(""\)|\(\[""\]\)|\{""\}|\[\[""\]\]|\{\{""\}\}):::\w+| {2}n\d+ (?:-->|-\.->)(?:\|""\|)? n\d+| {2}(?:classDef|linkStyle) [\w#:,; .-]+|)$/u,
      );
    }
    expect(diagram).not.toMatch(/<|javascript:/iu);
  });
});

/** What a reader sees of Markdown, and what he could press. */
function shown(markdownText: string): { readonly text: string; readonly live: readonly string[] } {
  const live: string[] = [];
  const visit = (node: Nodes): string => {
    if (node.type === 'html') {
      if (!/^<\/?(?:sub|del|details|summary|br)(?: open)?>/u.test(node.value)) live.push(node.value);
      return '';
    }
    if (/^(?:link|image|linkReference|imageReference|footnoteReference|inlineCode)$/u.test(node.type))
      live.push(node.type);
    if (node.type === 'code') return '';
    const text = 'children' in node ? node.children.map(visit).join('') : 'value' in node ? node.value : '';
    return /^(?:paragraph|heading|tableCell)$/u.test(node.type) ? `${text}\n` : text;
  };
  const tree = fromMarkdown(markdownText, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return { text: visit(tree), live };
}

describe('in a comment, what GitHub and GitLab would make something of is text', () => {
  /** Mentions, references, emoji and addresses, each with what would make it one: whatever is not parted there stays dead. */
  const alive = /@\w|#\d|GH-\d|[!$~&%](?=\d)|:[a-z+_]+:|https?:\/\/|www\.|mailto:\w/iu;

  it.each([
    '@everyone',
    '@octocat/team please',
    'a.b@example.com',
    '#1',
    'octocat/Hello-World#1',
    'GH-1',
    'gh-26 and GH-26',
    '!1 &1 $1 ~1 %1',
    ':tada: :+1: :white_check_mark:',
    '<img src="https://a.b/c.png" onerror=alert(1)>',
    '</details></sub><h1>x</h1>',
    '<!-- trackflow diff -->',
    '`code` ``` and ~~~',
    'https://a.b/c www.a.b mailto:a@b.c xmpp:a@b.c ftp://a.b',
    '[x](https://a.b) ![x](y.png) [^1]',
    '| a | b |',
    '/close',
    '> [!WARNING]',
  ])('%s', (name) => {
    const told = comparison(rich, nodeCalled(name));
    for (const comment of [
      markdown.report(told, options) as string,
      // With so little room for each, only headlines are left.
      markdown.report({ ...told, flows: Array.from({ length: 201 }, () => told.flows[0]!) }, options) as string,
      markdown.report({ ...told, flows: [], skipped: [name] }, options) as string,
    ]) {
      const { text, live } = shown(comment);
      expect(live).toEqual([]);
      expect(text).not.toMatch(alive);
      expect(text.replaceAll('\u2060', '')).toContain(name);
      expect(comment).not.toContain('<!--');
      expect(comment).not.toMatch(/^\s*\/[a-z]/mu);
    }
  });
});

describe('much', () => {
  it('a comment stays below the limit of GitHub', () => {
    const flows = Array.from({ length: 6 }, (_, seed) => {
      const process = largeProcess({ nodes: 150, seed });
      return { file: `flow-${String(seed)}.flow.yaml`, difference: compare(process, edited(process, seed, 400)) };
    });
    const comment = markdown.report(
      { before: 'a', after: 'b', flows, unchanged: 0, skipped: [] },
      { ...options, wording: true },
    ) as string;
    expect(comment.length).toBeLessThan(65_536);
    for (const { file } of flows) expect(comment).toContain(file.replace('-', '\\-').replaceAll('.', '\\.'));
  });
});

describe('a comment of too much', () => {
  const long = (count: number): string => '@<&`'.repeat(count);
  const named = (name: string, count: number): Comparison => {
    const renamed = [compare(rich, { ...rich, title: { zh: name } }), compare(rich, nodeCalled(name))];
    return {
      before: 'a',
      after: 'b',
      flows: Array.from({ length: count }, (_, index) => ({
        file: `${name}${String(index)}.flow.yaml`,
        difference: renamed[index % 2]!,
      })),
      unchanged: 3,
      skipped: Array.from({ length: count }, (_, index) => `${name}${String(index)}.flow.yaml`),
    };
  };

  it.each([
    ['many flows', '流程', 1500],
    ['names of many signs', long(20_000), 2],
    ['both', long(100), 300],
  ] as const)('%s', (_, name, count) => {
    const told = named(name, count);
    const comment = markdown.report(told, options) as string;
    expect(comment.length).toBeLessThanOrEqual(60_000);
    expect(comment.length).toBeGreaterThan(400);
    // Whatever is left out is counted.
    const { text, live } = shown(comment);
    expect(live).toEqual([]);
    if (count > 2) expect(text.match(/还有 \d+ 项/gu)).toHaveLength(2);
    const alone = markdown.report({ ...told, flows: [] }, options) as string;
    expect(alone.length).toBeLessThanOrEqual(60_000);
  });
});

describe('annotations', () => {
  const at = (line: number): Span => ({
    file: 'lead.flow.yaml',
    start: { line, column: 3, offset: 0 },
    end: { line, column: 7, offset: 4 },
  });
  /** As in a file: the steps one below the other. */
  const placed = (process: Process, first: number): Process => ({
    ...process,
    span: at(2),
    nodes: process.nodes.map((node, index) => ({ ...node, span: at(first + 10 * index) })),
    kpis: process.kpis.map((kpi, index) => ({ ...kpi, span: at(900 + first + index) })),
  });
  const annotated = (before: Process | undefined, after: Process | undefined, language?: string): readonly string[] => {
    const [old, now] = [before && placed(before, 100), after && placed(after, 500)];
    const flows = [
      {
        file: 'lead.flow.yaml',
        difference: compare(old, now),
        ...(old && { before: old }),
        ...(now && { after: now }),
      },
    ];
    const inRepository = (file: string): string => `flows/${file}`;
    return (
      github.report(
        { before: 'a', after: 'b', flows, unchanged: 0, skipped: [] },
        { ...options, inRepository, ...(language !== undefined && { language }) },
      ) as string
    )
      .split('\n')
      .filter((line) => line !== '');
  };
  const index = rich.nodes.findIndex((node) => node.type === 'task' && node.kind === 'approval');
  const without = (id: string): Process => ({
    ...rich,
    nodes: rich.nodes.filter((node) => node.id !== id),
    edges: rich.edges.filter(({ from, to }) => from !== id && to !== id),
  });

  it('of what is gone stand at what stood behind it, in the version after', () => {
    expect(index).toBeGreaterThan(0);
    const lines = annotated(rich, without(rich.nodes[index]!.id), 'en');
    const gone = lines.find((line) => line.includes('approval-removed'));
    const line = String(500 + 10 * index);
    expect(gone).toMatch(
      new RegExp(
        `^::warning file=flows/lead\\.flow\\.yaml,line=${line},endLine=${line},col=3,endColumn=7,title=trackflow%3A approval-removed::The approval`,
        'u',
      ),
    );
    expect(lines.at(-1)).toMatch(/^::notice file=flows\/lead\.flow\.yaml,line=2,.*::.*1 step removed/u);
  });

  it('of what is gone from the end stand at what stood before it', () => {
    const last = rich.kpis.at(-1)!;
    const lines = annotated(rich, { ...rich, kpis: rich.kpis.filter(({ id }) => id !== last.id) });
    const place = rich.kpis.length > 1 ? `line=${String(1400 + rich.kpis.length - 2)},` : 'line=2,';
    expect(lines.find((line) => line.includes('kpi-removed'))).toContain(place);
  });

  it('of a step that another id has now stand there', () => {
    const node = rich.nodes[index]!;
    const rename = (id: string): string => (id === node.id ? 'renamed_step' : id);
    const after: Process = {
      ...rich,
      nodes: rich.nodes.slice(0, -1).map((each) => ({ ...each, id: rename(each.id) })),
      edges: rich.edges.map((edge) => ({ ...edge, from: rename(edge.from), to: rename(edge.to) })),
    };
    for (const line of annotated(rich, after)) expect(line).toMatch(/line=(?:2|[5-9]\d\d|1\d\d\d),/u);
  });

  it('have no place where the whole flow is gone', () => {
    const lines = annotated(rich, undefined);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^::(?:warning|notice) title=/u);
  });

  it('begin with the gravest, whichever flow it is in', () => {
    const kpi = compare(rich, { ...rich, kpis: [] });
    const approval = compare(rich, without(rich.nodes[index]!.id));
    const lines = github.report(
      {
        before: 'a',
        after: 'b',
        flows: [
          { file: 'a.flow.yaml', difference: kpi, before: rich, after: rich },
          { file: 'b.flow.yaml', difference: approval, before: rich, after: rich },
        ],
        unchanged: 0,
        skipped: [],
      },
      options,
    ) as string;
    const titles = Array.from(lines.matchAll(/^::warning .*title=trackflow%3A ([a-z-]+)::/gmu), ([, risk = '']) =>
      riskIds.indexOf(risk as RiskId),
    );
    expect(titles.length).toBeGreaterThan(1);
    expect(titles).toEqual(titles.toSorted((a, b) => a - b));
  });

  it('say that only words have changed', () => {
    const after = { ...rich, title: { ...rich.title, fr: 'Suivi' } };
    expect(annotated(rich, after, 'en').join()).toMatch(/^::notice .*1 change of wording/u);
  });

  it.each(hostileStrings)('stay one command each: %j', (name) => {
    const lines = annotated(rich, nodeCalled(name));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^::(?:warning|notice) file=[^:]*::/u);
    expect(lines.join('\n')).not.toContain('##[');
  });

  it('escape what would end a property or a line', () => {
    const lines = annotated(rich, nodeCalled('50%, a::b\r\n##[error]x'));
    const notice = lines.find((line) => line.startsWith('::notice'));
    expect(notice).toContain('title=trackflow%3A 50%25%2C a%3A%3Bb'.replace('%3B', '%3A'));
    expect(notice).toContain('## [error]x');
  });
});

it('no line of the terminal is wider than asked, but for words that cannot be parted', () => {
  for (const line of (pretty.report(comparison(rich, edited(rich, 5, 20)), { ...options, width: 60 }) as string).split(
    '\n',
  )) {
    expect(line.length, line).toBeLessThanOrEqual(90);
  }
});

it('nothing to compare, and nothing changed', () => {
  const none: Comparison = { before: 'a', after: 'b', flows: [], unchanged: 2, skipped: [] };
  expect(pretty.report(none, options)).toBe('a → b\nNo change of the process.\n');
  expect(markdown.report(none, { ...options, language: 'zh' })).toBe('### 流程变更\n\n✅ 流程没有变化。\n');
});
