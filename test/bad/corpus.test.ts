/**
 * The corpus of bad files: each gives exactly the findings in the `.expected` beside it, at the right line and column.
 *
 * A line of `.expected` is `code line:column`, with a path in front where the finding is in another file. Files that the bad ones
 * name lie in `parts/`. What is too large or too odd to keep in git is made here.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCompiler, type Loaded } from '../../src/compile/index.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { maxBytes } from '../../src/source/index.js';
import { cpuTime } from '../setup/cpu-time.js';

const folder = new URL('.', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.flow.yaml'))
  .map((name) => name.slice(0, -'.flow.yaml'.length));

function fromDisk(file: string): Loaded {
  const url = new URL(file, folder);
  return existsSync(url) ? { kind: 'ok', bytes: readFileSync(url) } : { kind: 'missing' };
}

function tell({ code, span }: Diagnostic, main: string): string {
  const place = `${code} ${span?.start.line ?? 0}:${span?.start.column ?? 0}`;
  return span === undefined || span.file === main ? place : `${span.file} ${place}`;
}

/** What is said of a file, and that it was said at once and in plain words. */
function check(file: string, load = fromDisk): readonly string[] {
  const before = cpuTime();
  const { diagnostics } = createCompiler({ load, root: '.' }).compile(file);
  expect(cpuTime() - before).toBeLessThan(2000);
  for (const { message, hint = '' } of diagnostics) {
    expect(message).toMatch(/^["A-Z].*\.$/u);
    expect(message + hint).not.toMatch(/undefined|\[object|\n|instancePath|token|scalar|collection/u);
  }
  return diagnostics.map((diagnostic) => tell(diagnostic, file));
}

describe('bad files', () => {
  it('are many, and each says what is expected of it', () => {
    expect(names.length).toBeGreaterThan(80);
    const told = readdirSync(folder).filter((name) => name.endsWith('.expected'));
    expect(told.map((name) => name.slice(0, -'.expected'.length)).sort()).toEqual([...names].sort());
  });

  it.each(names)('%s', (name) => {
    const expected = readFileSync(new URL(`${name}.expected`, folder), 'utf8')
      .trimEnd()
      .split('\n');
    expect(check(`${name}.flow.yaml`)).toEqual(expected);
  });
});

describe('files made on the spot', () => {
  const good = 'trackflow: 1\ntitle: 客户跟进\nnodes:\n  start: {type: start, next: done}\n  done: {type: end}\n';
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const of = (content: Uint8Array): readonly string[] => check('a.flow.yaml', () => ({ kind: 'ok', bytes: content }));
  const nested = (open: string, close = ''): Uint8Array =>
    bytes(`${good}phases: ${open.repeat(10_000)}x${close.repeat(10_000)}\n`);

  it('a byte order mark is no mistake', () => {
    expect(of(bytes(`\uFEFF${good}`))).toEqual([]);
  });

  it('CRLF is no mistake, and does not move columns', () => {
    expect(of(bytes(good.replaceAll('\n', '\r\n')))).toEqual([]);
    expect(of(bytes(good.replace('next: done', 'next: 甲').replaceAll('\n', '\r\n')))).toEqual(['unknown-node 4:30']);
  });

  it('columns count characters, not UTF-16 units', () => {
    expect(of(bytes(good.replace('start, next: done', 'start, name: 😀😀, next: 甲')))).toEqual(['unknown-node 4:40']);
  });

  it('50 MB are refused by their size', () => {
    expect(of(new Uint8Array(50_000_000).fill(0x61))).toEqual(['file-too-large 1:1']);
    expect(check('a.flow.yaml', () => ({ kind: 'too-large', size: 50_000_000 }))).toEqual(['file-too-large 1:1']);
  });

  it('a library of 50 MB is refused where it is named', () => {
    const load = (file: string): Loaded =>
      file === 'a.flow.yaml'
        ? { kind: 'ok', bytes: bytes(`use: [./b.yaml]\n${good}`) }
        : { kind: 'too-large', size: 50_000_000 };
    expect(check('a.flow.yaml', load)).toEqual(['file-too-large 1:7']);
  });

  it.each([
    ['brackets', nested('[', ']')],
    ['brackets never closed', nested('[')],
    ['braces', nested('{a: ', '}')],
    ['list items on one line', bytes(`${good}phases:\n  ${'- '.repeat(10_000)}x\n`)],
    ['keys on one line', nested('a: ')],
    ['questions on one line', nested('? ')],
    [
      'lines, each indented deeper',
      bytes(`${good}phases:\n${Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth + 1)}a:\n`).join('')}`),
    ],
  ])('ten thousand %s inside each other', (_, content) => {
    const told = of(content);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^yaml-too-deep 6|^yaml-too-deep \d+:/u);
  });

  it('a chain of anchors, each around the one before', () => {
    const chain = Array.from({ length: 300 }, (_, i) => `  - &a${i} [${i === 0 ? 'x' : `*a${i - 1}`}]\n`).join('');
    expect(of(bytes(`${good}phases:\n${chain}`))).toEqual([expect.stringMatching(/^yaml-too-deep /u)]);
  });

  it('an alias bomb', () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const item = level === 0 ? 'x' : `*l${level - 1}`;
      return `  - &l${level} [${Array.from({ length: 10 }, () => item).join(', ')}]\n`;
    });
    expect(of(bytes(`${good}phases:\n${levels.join('')}`))).toEqual([expect.stringMatching(/^yaml-alias-bomb /u)]);
  });

  it('a moderate number of aliases is no mistake', () => {
    const text = good
      .replace('start, next', 'start, tools: &tools [电话, 邮件], next')
      .replace('end}', 'end, tools: *tools}');
    expect(of(bytes(text))).toEqual([]);
  });

  const pieces = [
    '{',
    '[',
    '}',
    ',',
    ':',
    '- ',
    '? ',
    '&a ',
    '!a ',
    '%a\n',
    '"',
    '"\\q"\n',
    '- "\n',
    '- {\n',
    'a:\n',
    '#\n',
    '\n',
    '\u0001',
  ];
  it.each(pieces)('nearly 5 MB of %j', (piece) => {
    const size = new TextEncoder().encode(piece).length;
    const content = bytes(`a: ${piece.repeat(Math.floor((maxBytes - 10) / size))}`);
    const { diagnostics } = createCompiler({ load: () => ({ kind: 'ok', bytes: content }), root: '.' }).compile(
      'a.flow.yaml',
    );
    expect(diagnostics.length).toBeGreaterThan(0);
  });
});
