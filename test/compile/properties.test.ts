/** Whatever bytes come in, something is said of them, quickly, and nothing is thrown; and what may not matter does not. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCompiler, type Loaded } from '../../src/compile/index.js';
import { codes } from '../../src/model/codes.js';
import type { Diagnostic, Outcome, Span } from '../../src/model/diagnostic.js';
import type { Process } from '../../src/model/process.js';
import { readSource } from '../../src/source/index.js';
import { compile, flow, processOf } from './support.js';
import { cpuTime } from '../setup/cpu-time.js';

const sample = readFileSync(new URL('../schema/fixtures/language.flow.yaml', import.meta.url), 'utf8');
const org = 'trackflow: 1\nowners:\n  legal: {name: 法务部}\n';
const around = {
  '../common/org.yaml': org,
  'after-sales.flow.yaml': flow('nodes:\n  s: {type: start, next: resolved}\n  resolved: {type: end}\n'),
};

/** What holds of every outcome, good or bad. */
function lawful({ value, diagnostics }: Outcome<Process>): void {
  for (const { code, severity, message, span, related = [], fix } of diagnostics) {
    expect(codes).toHaveProperty([code]);
    expect(severity).toBe((codes as Record<string, { severity: string }>)[code]?.severity);
    expect(message).toMatch(/\.$/u);
    expect(message).not.toMatch(/undefined|\[object|NaN|\n/u);
    for (const place of [span, ...related.map((each) => each.span)]) if (place) placed(place);
    for (const { from, to } of fix?.edits ?? []) expect(from).toBeLessThanOrEqual(to);
  }
  const keys = diagnostics.map(({ code, message, span }) => JSON.stringify([code, message, span]));
  expect(new Set(keys).size).toBe(keys.length);
  if (value === undefined) expect(diagnostics.length).toBeGreaterThan(0);
  else whole(value);
}

function whole(value: Process): void {
  const nodes = new Set(value.nodes.map(({ id }) => id));
  const owners = new Set(value.owners.map(({ id }) => id));
  for (const { from, to } of value.edges) expect(nodes.has(from) && nodes.has(to)).toBe(true);
  for (const { owner, timeout } of value.nodes) {
    expect(owner === undefined || owners.has(owner)).toBe(true);
    expect(timeout === undefined || nodes.has(timeout.to)).toBe(true);
  }
  expect(JSON.parse(JSON.stringify(value))).toEqual(value);
}

function placed({ start, end }: Span): void {
  for (const { line, column, offset } of [start, end]) {
    expect(Math.min(line, column)).toBeGreaterThan(0);
    expect(offset).toBeGreaterThanOrEqual(0);
  }
  expect(end.offset).toBeGreaterThanOrEqual(start.offset);
}

describe('nothing throws', () => {
  it('on random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        lawful(compile(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('on random text', () => {
    const unit = fc.oneof(
      fc.constantFrom(
        'a',
        'nodes',
        ': ',
        ':',
        '\n',
        '\n  ',
        '- ',
        '{',
        '}',
        '[',
        ']',
        ',',
        '"',
        "'",
        '|',
        '>',
        '&a',
        '*a',
        '!',
        '#',
        '?',
        '%',
        '\t',
        '\r',
        '---',
        '<<',
        '：',
        '客户',
        '😀',
        '\u0000',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (parts) => {
        lawful(compile(parts.join('')));
      }),
      { numRuns: 1000 },
    );
  });

  it('on a good flow with a part deleted, doubled or changed', () => {
    const edit = fc.record({
      at: fc.nat(sample.length),
      length: fc.nat(30),
      by: fc.constantFrom(
        '',
        ' ',
        '\n',
        '\t',
        ':',
        '"',
        "'",
        '{',
        '}',
        '[',
        ']',
        ',',
        '-',
        '客',
        '😀',
        '\u0007',
        'null',
        '5',
        'DOUBLE',
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        let text = sample;
        for (const { at, length, by } of edits) {
          const part = text.slice(at, at + length);
          text = text.slice(0, at) + (by === 'DOUBLE' ? part + part : by) + text.slice(at + length);
        }
        const before = cpuTime();
        lawful(compile(text, around));
        expect(cpuTime() - before).toBeLessThan(2000);
      }),
      { numRuns: 300 },
    );
  });

  it('on a good flow with lines deleted, moved or indented', () => {
    const lines = sample.split('\n');
    const edit = fc.record({
      from: fc.nat(lines.length - 1),
      count: fc.nat(3),
      to: fc.nat(lines.length),
      indent: fc.integer({ min: -2, max: 3 }),
    });
    fc.assert(
      fc.property(edit, ({ from, count, to, indent }) => {
        const moved = [...lines];
        const taken = moved
          .splice(from, count)
          .map((line) => (indent < 0 ? line.slice(-indent) : ' '.repeat(indent) + line));
        if (to % 3 > 0) moved.splice(Math.min(to, moved.length), 0, ...taken);
        lawful(compile(moved.join('\n'), around));
      }),
      { numRuns: 300 },
    );
  });

  it('on a good flow in which any value is another one', () => {
    const paths = pathsOf(JSON.parse(JSON.stringify(compileToData())) as unknown);
    const value = fc.oneof(
      fc.constantFrom<unknown>(
        null,
        true,
        0,
        -1,
        1e308,
        '',
        'x',
        'start',
        '客户',
        '__proto__',
        [],
        {},
        [[]],
        [null],
        { __proto__: null },
        { zh: 'x' },
        { a: { b: 1 } },
      ),
      fc.jsonValue({ maxDepth: 2 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), value, (path, other) => {
        const data = compileToData();
        replace(data, path, other);
        lawful(compile(JSON.stringify(data), around));
      }),
      { numRuns: 400 },
    );
  });
});

/** A small flow with every section, as data. */
function compileToData(): Record<string, unknown> {
  return {
    trackflow: 1,
    title: { zh: '客户' },
    language: 'zh',
    use: ['../common/org.yaml'],
    document: {
      version: '1',
      effective: '2026-01-31',
      owner: 'a',
      approvers: ['a'],
      review: { every: '1y' },
      related: [{ name: 'x', link: './x' }],
    },
    owners: { a: { members: ['b'] }, b: { kind: 'role' } },
    phases: { p: { exit: ['x'] } },
    segments: { s: { name: 's' } },
    stores: {
      c: {
        fields: { g: { f: 'personal', h: { sensitivity: 'public' } }, n: { name: 'n', fields: { f: 'internal' } } },
        access: { a: 'cr', b: { may: 'r' } },
      },
    },
    kpis: { k: { measure: 'duration', from: 'i', to: 'o', target: '<= 4h' } },
    nodes: {
      i: { type: 'start', next: 't' },
      t: {
        owner: 'a',
        phase: 'p',
        reads: ['c.g.f'],
        cadence: [{ for: 's', every: '1w' }],
        timeout: { after: '1d', to: 'o' },
        next: 'd',
      },
      d: { type: 'decision', next: [{ when: 'x', to: 'u', chance: '10%' }, { otherwise: 'o' }] },
      u: { type: 'subflow', flow: './after-sales.flow.yaml', next: [{ when: 'resolved', to: 'o' }] },
      o: { type: 'end' },
    },
  };
}

type Steps = readonly (string | number)[];

function pathsOf(data: unknown, path: Steps = []): Steps[] {
  if (typeof data !== 'object' || data === null) return [path];
  return [
    path,
    ...Object.entries(data).flatMap(([key, value]) =>
      pathsOf(value, [...path, Array.isArray(data) ? Number(key) : key]),
    ),
  ].filter((each) => each.length > 0);
}

function replace(data: unknown, path: Steps, by: unknown): void {
  const above = path.slice(0, -1).reduce<unknown>((here, key) => (here as Record<string | number, unknown>)[key], data);
  (above as Record<string | number, unknown>)[path.at(-1) ?? ''] = by;
}

describe('what the order of a file says', () => {
  const id = fc
    .stringMatching(/^[a-z客户9_][a-z0-9户_-]{0,6}$/u)
    .filter((text) => /[a-z客户]/u.test(text) && text !== '__proto__');
  const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 12 });

  it('stays: of owners, phases and nodes', () => {
    fc.assert(
      fc.property(ids, ids, ids, (owners, phases, nodes) => {
        const list = (all: readonly string[], entry: string): string =>
          all.map((each) => `  '${each}': ${entry}\n`).join('');
        const text = `owners:\n${list(owners, '{}')}phases:\n${list(phases, '{}')}nodes:\n  'START': {type: start, next: END}\n${list(nodes, '{next: END}')}  'END': {type: end}\n`;
        const process = processOf(flow(text));
        expect(process.owners.map((each) => each.id)).toEqual(owners);
        expect(process.phases.map((each) => each.id)).toEqual(phases);
        expect(process.nodes.map((each) => each.id)).toEqual(['START', ...nodes, 'END']);
      }),
    );
  });
});

describe('the same files', () => {
  it('give the same outcome every time, with CRLF too, but for offsets', () => {
    const whole = compile(sample, around);
    expect(compile(sample, around)).toEqual(whole);
    const places = ({ value }: Outcome<Process>): unknown =>
      JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === 'offset' ? 0 : each)));
    expect(places(compile(sample.replaceAll('\n', '\r\n'), around))).toEqual(places(whole));
  });

  it('give the same findings in whatever order they are compiled', () => {
    const folder = new URL('../bad/', import.meta.url);
    const names = readdirSync(folder)
      .filter((name) => name.startsWith('use-') || name.startsWith('subflow-'))
      .filter((name) => name.endsWith('.yaml'));
    const load = (file: string): Loaded => {
      try {
        return { kind: 'ok', bytes: readFileSync(new URL(file, folder)) };
      } catch {
        return { kind: 'missing' };
      }
    };
    const alone = new Map(
      names.map((name): [string, readonly Diagnostic[]] => [
        name,
        createCompiler({ load, root: '.' }).compile(name).diagnostics,
      ]),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (order) => {
        const compiler = createCompiler({ load, root: '.' });
        for (const name of order) expect(compiler.compile(name).diagnostics).toEqual(alone.get(name));
      }),
      { numRuns: 10 },
    );
  });
});

describe('time', () => {
  it('of a thousand nodes grows no faster than they do', () => {
    const owners = Array.from({ length: 50 }, (_, i) => `  o${i}: {name: 部门${i}}\n`).join('');
    const nodes = Array.from(
      { length: 1000 },
      (_, i) =>
        `  n${i}:\n    name: 第 ${i} 步\n    owner: o${i % 50}\n    steps: [核对, 录入]\n    writes: [crm.basic.phone]\n    timeout: {after: 2d, to: end}\n    next: ${i === 999 ? 'end' : `n${i + 1}`}\n`,
    ).join('');
    const text = flow(
      `owners:\n${owners}stores:\n  crm: {fields: {basic: {phone: personal}}}\nnodes:\n  start: {type: start, next: n0}\n${nodes}  end: {type: end}\n`,
    );
    const bytes = new TextEncoder().encode(text);
    const cost = (work: () => void): number => {
      const before = process.cpuUsage();
      work();
      return process.cpuUsage(before).user / 1000;
    };
    expect(processOf(text).nodes).toHaveLength(1002);
    const read = cost(() => readSource('a.yaml', bytes));
    const whole = cost(() => processOf(text));
    expect(whole - read).toBeLessThan(2000);
    expect(whole).toBeLessThan(6000);
  });
});
