/** What is valid stays as it is; what is not loses only what is wrong, whatever is thrown at it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locate } from '../../src/model/diagnostic.js';
import { validateConfig, validateFlow, validateLibrary } from '../../src/schema/index.js';
import { mistakes } from './faults.js';
import { check } from './support.js';
import { cpuTime } from '../setup/cpu-time.js';

const nowhere: Locate = () => {
  const at = { line: 1, column: 1, offset: 0 };
  return { file: 'a.yaml', start: at, end: at };
};

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const sample = read('test/schema/fixtures/language.flow.yaml');

const ajv = new Ajv2020({ strict: false, allErrors: false });
for (const name of ['flow', 'config']) ajv.addSchema(JSON.parse(read(`schemas/${name}.schema.json`)) as object, name);
const reference = {
  flow: ajv.getSchema('flow'),
  library: ajv.getSchema('flow#/$defs/library'),
  config: ajv.getSchema('config'),
} as const;

describe('valid files', () => {
  it('finds nothing in a flow that uses the whole language', () => {
    const { data, value, diagnostics } = check(sample);
    expect(diagnostics).toEqual([]);
    expect(value).toBe(data);
  });

  it('uses the whole language in that flow', () => {
    const flow = JSON.parse(read('schemas/flow.schema.json')) as { $defs: Record<string, { properties?: object }> };
    const unused = Object.entries(flow.$defs)
      .filter(([name]) => name !== 'library')
      .flatMap(([, { properties = {} }]) => Object.keys(properties))
      .filter((key) => !new RegExp(`[\\s{]${key}:`, 'u').test(sample));
    expect(unused).toEqual([]);
  });

  const folders = existsSync(new URL('examples', root)) ? readdirSync(new URL('examples', root)) : [];
  const examples = folders.flatMap((folder) =>
    readdirSync(new URL(`examples/${folder}`, root))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `examples/${folder}/${name}`),
  );
  it.each(examples)('%s', (path) => {
    const kind = path.endsWith('.flow.yaml') ? 'flow' : path.endsWith('config.yaml') ? 'config' : 'library';
    expect(check(read(path), kind).diagnostics).toEqual([]);
  });

  it('accepts an empty project file', () => {
    expect(validateConfig({}, nowhere)).toEqual({ value: {}, diagnostics: [] });
  });
});

describe('what is left of a faulty file', () => {
  const twoNodes = 'trackflow: 1\ntitle: x\nnodes:\n  a: {type: start, next: b}\n  b: {type: end}\n';

  it.each([
    ['an unknown property goes', 'x: 1', {}],
    [
      'an owner keeps its id',
      'owners: {sales: 销售部, ops: {kind: dept, name: 运营}}',
      { owners: { sales: {}, ops: { name: '运营' } } },
    ],
    [
      'a field keeps its id',
      'stores: {crm: {fields: {basic: {phone: persnal, name: personal}}}}',
      { stores: { crm: { fields: { basic: { phone: 'internal', name: 'personal' } } } } },
    ],
    ['an impossible id goes', 'owners: {a b: {}, c: {}}', { owners: { c: {} } }],
    [
      'a KPI that lacks its measure goes',
      'kpis: {a: {name: x}, b: {measure: custom}}',
      { kpis: { b: { measure: 'custom' } } },
    ],
    ['a list loses its faulty items', 'document: {approvers: [a, 5, b, a]}', { document: { approvers: ['a', 'b'] } }],
    ['a text loses its faulty language', 'description: {zh: 客户, english: x}', { description: { zh: '客户' } }],
    ['a text without any language goes', 'description: {注意: x}', {}],
  ])('%s', (_name, line, rest) => {
    const base = check(twoNodes).value as object;
    expect(check(`${twoNodes}${line}\n`).value).toEqual({ ...base, ...rest });
  });

  it.each([
    ['a wrong type', '{type: taks, name: x, sla: 4h}', { name: 'x', sla: '4h' }],
    ['a subflow without its flow', '{type: subflow, name: x, next: a}', { name: 'x', next: 'a' }],
    ['a text', '打电话', {}],
    [
      'a faulty branch',
      '{type: decision, next: [{when: x, to: a}, {when: y}, 5]}',
      { type: 'decision', next: [{ when: 'x', to: 'a' }] },
    ],
    ['only faulty branches', '{type: decision, next: [{when: y}, 5]}', { type: 'decision' }],
  ])('a node with %s keeps its id', (_name, node, rest) => {
    const { value } = check(`${twoNodes}  c: ${node}\n`);
    expect(value).toHaveProperty('nodes.c', rest);
  });

  it.each([
    ['a list', '- a\n'],
    ['a later version', 'trackflow: 2\nnodes: {a: {}}\n'],
    ['a flow without nodes', 'trackflow: 1\ntitle: x\n'],
  ])('nothing of %s', (_name, yaml) => {
    expect(check(yaml).value).toBeUndefined();
  });

  it('is valid and leaves the data alone', () => {
    for (const { yaml, kind = 'flow' } of mistakes) {
      const before = JSON.stringify(check(yaml, kind).data);
      const { data, value } = check(yaml, kind);
      expect(JSON.stringify(data)).toBe(before);
      if (value !== undefined) expect(reference[kind]?.(value), yaml).toBe(true);
    }
  });
});

describe('the precompiled validators', () => {
  it('judge as ajv does by the schema as published', () => {
    for (const { yaml, kind = 'flow' } of mistakes) expect(reference[kind]?.(check(yaml, kind).data), yaml).toBe(false);
    expect(reference.flow?.(check(sample).data)).toBe(true);
  });

  it('bring nothing of ajv with them', () => {
    expect(read('src/schema/generated/validators.js')).not.toMatch(/\brequire\(|^import\b/mu);
  });
});

describe('hostile data', () => {
  const deep = (levels: number, wrap: (inner: unknown) => unknown): unknown => {
    let value: unknown = 'x';
    for (let level = 0; level < levels; level++) value = wrap(value);
    return value;
  };
  const flow = (rest: object): object => ({ trackflow: 1, title: 'x', nodes: { a: { type: 'end' } }, ...rest });

  it.each([
    ['lists', (inner: unknown) => [inner]],
    ['the same list twice', (inner: unknown) => [inner, inner]],
    ['maps', (inner: unknown) => ({ nodes: inner })],
    ['next', (inner: unknown) => ({ next: inner })],
  ])('survives %s 10,000 deep anywhere', (_name, wrap) => {
    const bomb = deep(10_000, wrap);
    const everywhere = {
      owners: bomb,
      title: bomb,
      language: bomb,
      use: [bomb, bomb],
      document: { approvers: [bomb, bomb], review: bomb },
      unknown: bomb,
      nodes: {
        a: bomb,
        b: { next: bomb, steps: [bomb], name: bomb, via: [bomb, bomb], type: bomb },
        c: { next: [{ to: bomb }] },
      },
    };
    const { diagnostics } = validateFlow(flow(everywhere), nowhere);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(validateFlow(bomb, nowhere).diagnostics.length).toBeGreaterThan(0);
    expect(validateConfig({ rules: { levels: { x: { options: bomb } } } }, nowhere).diagnostics.length).toBeLessThan(2);
  });

  it('does not take keys for what objects inherit', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];
    const own = (value: unknown): object => Object.fromEntries(names.map((name) => [name, value]));
    const value = validateFlow(
      flow({ nodes: own({ type: 'toString' }), owners: own({ constructor: 1 }), ...own(1) }),
      nowhere,
    );
    expect(value.value?.nodes).not.toHaveProperty('__proto__.type');
    expect(Object.getPrototypeOf(value.value?.nodes ?? {})).toBe(Object.prototype);
    expect(Object.keys(value.value?.nodes ?? {})).toEqual(names.slice(1));
    expect(({} as Record<string, unknown>)['type']).toBeUndefined();
  });

  it.each<[string, (i: number) => readonly [string, object]]>([
    ['faulty nodes', (i) => [`n${i}`, { sla: 5, foo: 1, next: 7 }]],
    ['nodes of no type', (i) => [`n${i}`, { type: 'x' }]],
    ['impossible ids', (i) => [`${i}`, {}]],
  ])('tells of 20,000 %s in linear time', (_name, entry) => {
    const nodes: object = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => entry(i)));
    const started = cpuTime();
    expect(validateFlow(flow({ nodes }), nowhere).diagnostics.length).toBeGreaterThan(0);
    expect(cpuTime() - started).toBeLessThan(20_000);
  });

  it('tells of a quarter of a million repetitions in linear time', () => {
    const approvers = Array.from({ length: 250_000 }, (_, i) => `a${i % 100}`);
    const started = cpuTime();
    expect(validateFlow(flow({ document: { approvers } }), nowhere).diagnostics.length).toBeGreaterThan(0);
    expect(cpuTime() - started).toBeLessThan(20_000);
  });

  it('never throws, and never finds fault without saying so', () => {
    const words = fc.constantFrom(
      'trackflow',
      'title',
      'nodes',
      'owners',
      'stores',
      'fields',
      'access',
      'next',
      'type',
      'to',
      'when',
      'otherwise',
      'via',
      'name',
      'sla',
      'task',
      'end',
      'phone',
      '4h',
      '',
      ' ',
      '__proto__',
      'constructor',
      'zh',
      'a b',
    );
    const { value: anything } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'medium', withCrossShrink: true },
        words,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.double(),
        fc.string({ unit: 'grapheme' }),
        fc.array(tie('value'), { maxLength: 4 }),
        fc
          .array(fc.tuple(words, tie('value')), { maxLength: 5 })
          .map((entries) => Object.fromEntries(entries) as unknown),
      ),
    }));
    fc.assert(
      fc.property(anything, fc.array(fc.tuple(words, anything), { maxLength: 6 }), (top, entries) => {
        for (const data of [
          top,
          { trackflow: 1, title: 'x', nodes: Object.fromEntries(entries) },
          { ...flow({}), ...Object.fromEntries(entries) },
        ]) {
          for (const [kind, validate] of [
            ['flow', validateFlow],
            ['library', validateLibrary],
            ['config', validateConfig],
          ] as const) {
            const { value, diagnostics } = validate(data, nowhere);
            expect(diagnostics.length === 0).toBe(reference[kind]?.(data));
            if (value !== undefined) expect(reference[kind]?.(value)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
