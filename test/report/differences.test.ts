/** The forms of a difference: nothing that an author wrote becomes syntax, and every form says all it has to, however much there is. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { riskIds } from '../../src/model/difference.js';
import { compare } from '../../src/analyse/diff/index.js';
import { changeDiagram } from '../../src/report/changes/diagram.js';
import { en } from '../../src/report/changes/phrases/en.js';
import { zh } from '../../src/report/changes/phrases/zh.js';
import { voiceOf } from '../../src/report/changes/values.js';
import { differenceReporters } from '../../src/report/differences/index.js';
import { markdown } from '../../src/report/differences/markdown.js';
import { pretty } from '../../src/report/differences/pretty.js';
import type { Comparison } from '../../src/report/difference-reporter.js';
import type { Process } from '../../src/model/process.js';
import { properties } from '../../src/analyse/diff/properties.js';
import { edited } from '../analyse/diff/edits.js';
import { largeProcess } from '../fixtures/large-flow.js';
import { rich } from '../fixtures/process.js';
import { hostileStrings } from '../fixtures/texts.js';

const options = { color: false, width: 80, wording: true };
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
