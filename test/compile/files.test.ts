/** Libraries and child flows: several files, and who says what about whom. */
import { describe, expect, it } from 'vitest';
import { createCompiler } from '../../src/compile/index.js';
import { brief, compile, flow, full, load, outcome, processOf, type Texts, told } from './support.js';
import { cpuTime } from '../setup/cpu-time.js';

const nodes = 'nodes:\n  start: {type: start, next: done}\n  done: {type: end}\n';
const library = (rest: string): string => `trackflow: 1\n${rest}`;

function tell(texts: Texts, file: string, root = '.'): readonly string[] {
  return createCompiler({ load: load(texts), root })
    .compile(file)
    .diagnostics.map((diagnostic) => `${diagnostic.span?.file ?? ''} ${brief(diagnostic)}`);
}

describe('libraries', () => {
  it('come in the order of use, those that others build on first', () => {
    const process = processOf(flow(`use: [./a.yaml, ./b.yaml]\nowners:\n  own: {}\n${nodes}`), {
      'a.yaml': library('use: [./base.yaml]\nowners:\n  a: {}\n'),
      'b.yaml': library('use: [./base.yaml]\nowners:\n  b: {members: [base]}\n'),
      'base.yaml': library('owners:\n  base: {}\n'),
    });
    expect(process.owners.map(({ id }) => id)).toEqual(['base', 'a', 'b', 'own']);
    expect(process.sources.slice(1)).toEqual(['flows/base.yaml', 'flows/a.yaml', 'flows/b.yaml']);
  });

  it('speak their own language, or that of the flow', () => {
    const process = processOf(flow(`use: [./a.yaml, ./b.yaml]\n${nodes}`), {
      'a.yaml': library('language: en\nowners:\n  a: {name: Sales}\n'),
      'b.yaml': library('owners:\n  b: {name: 销售}\n'),
    });
    expect(process.owners.map(({ name }) => name)).toEqual([{ en: 'Sales' }, { zh: '销售' }]);
  });

  it('that two ways lead to are no clash', () => {
    expect(
      told(flow(`use: [./a.yaml, ./base.yaml]\n${nodes}`), {
        'a.yaml': library('use: [./base.yaml]\n'),
        'base.yaml': library('owners:\n  base: {}\n'),
      }),
    ).toEqual([]);
  });

  it('clash in every section, with both places', () => {
    const all = 'owners: {x: {}}\nphases: {x: {}}\nsegments: {x: {}}\nstores: {x: {}}\nkpis: {x: {measure: custom}}\n';
    const { diagnostics } = compile(flow(`use: [./a.yaml]\n${all}${nodes}`), { 'a.yaml': library(all) });
    expect(diagnostics.map(({ message }) => message)).toEqual(
      ['owner', 'phase', 'segment', 'store', 'KPI'].map(
        (noun) => `The ${noun} "x" is defined here and in the library "flows/a.yaml".`,
      ),
    );
    expect(diagnostics[0]?.related).toMatchObject([{ span: { file: 'flows/a.yaml', start: { line: 2, column: 10 } } }]);
  });

  it('that clash below one library are that library’s mistake', () => {
    expect(
      tell(
        {
          'f.flow.yaml': flow(`use: [./a.yaml]\n${nodes}`),
          'a.yaml': library('use: [./b.yaml, ./c.yaml]\n'),
          'b.yaml': library('owners: {x: {}}\n'),
          'c.yaml': library('owners: {x: {}}\n'),
        },
        'f.flow.yaml',
      ),
    ).toEqual(['a.yaml use-clash 2:17']);
  });

  it('answer for their own references, whatever the flow has', () => {
    const texts = {
      'a.yaml': library('owners:\n  team: {members: [boss]}\nstores:\n  crm: {owner: team, access: {chief: r}}\n'),
      'f.flow.yaml': flow(`use: [./a.yaml]\nowners:\n  boss: {}\n${nodes}`),
    };
    expect(tell(texts, 'f.flow.yaml')).toEqual(['a.yaml unknown-owner 3:20', 'a.yaml unknown-owner 5:31']);
  });

  it('that cannot be read leave references to them in peace', () => {
    const text = flow(
      `use: [./a.yaml]\nnodes:\n  start: {type: start, owner: sales, phase: lead, next: dnoe}\n  done: {type: end}\n`,
    );
    expect(told(text)).toEqual(['file-missing 4:7', 'unknown-node 6:57']);
    expect(told(text, { 'a.yaml': library('owners: {') })).toEqual(['unknown-node 6:57', 'yaml-bracket-open 2:9']);
    expect(told(text, { 'a.yaml': '' })).toEqual(['unknown-node 6:57', 'file-empty 1:1']);
    expect(told(text, { 'a.yaml': { kind: 'unreadable', reason: 'it is a folder' } })).toEqual([
      'file-unreadable 4:7',
      'unknown-node 6:57',
    ]);
    expect(told(text, { 'a.yaml': { kind: 'outside' } })).toEqual(['file-outside 4:7', 'unknown-node 6:57']);
  });

  it('have KPIs for the flows that have their nodes', () => {
    const around = {
      'a.yaml': library('kpis:\n  speed: {measure: duration, from: start, to: call}\n  happy: {measure: custom}\n'),
    };
    expect(processOf(flow(`use: [./a.yaml]\n${nodes}`), around).kpis.map(({ id }) => id)).toEqual(['happy']);
    const withCall = 'nodes:\n  start: {type: start, next: call}\n  call: {next: done}\n  done: {type: end}\n';
    expect(processOf(flow(`use: [./a.yaml]\n${withCall}`), around).kpis.map(({ id }) => id)).toEqual([
      'speed',
      'happy',
    ]);
  });

  it('in a circle say so once, and are used all the same', () => {
    const texts = {
      'x.flow.yaml': flow(
        `use: [./b.yaml]\nnodes:\n  start: {type: start, owner: a, accountable: b, next: done}\n  done: {type: end}\n`,
      ),
      'y.flow.yaml': flow(`use: [./a.yaml]\n${nodes}`),
      'a.yaml': library('use: [./b.yaml]\nowners: {a: {}}\n'),
      'b.yaml': library('use: [./a.yaml]\nowners: {b: {}}\n'),
      'self.yaml': library('use: [./self.yaml]\n'),
    };
    expect(tell(texts, 'x.flow.yaml')).toEqual(['b.yaml use-circle 2:7']);
    expect(tell(texts, 'y.flow.yaml')).toEqual(['b.yaml use-circle 2:7']);
    expect(tell({ ...texts, 'z.flow.yaml': flow(`use: [./self.yaml]\n${nodes}`) }, 'z.flow.yaml')).toEqual([
      'self.yaml use-circle 2:7',
    ]);
  });

  it('are read once for many flows, and all say the very same of them', () => {
    const reads = new Map<string, number>();
    const texts: Texts = {
      'org.yaml': library('owners:\n  sales: {knid: role}\n'),
      ...Object.fromEntries(
        Array.from({ length: 300 }, (_, i) => [`f${i}.flow.yaml`, flow(`use: [./org.yaml]\n${nodes}`)]),
      ),
    };
    const compiler = createCompiler({
      load: (file) => {
        reads.set(file, (reads.get(file) ?? 0) + 1);
        return load(texts)(file);
      },
      root: '.',
    });
    const before = cpuTime();
    const found = Array.from({ length: 300 }, (_, i) => compiler.compile(`f${i}.flow.yaml`).diagnostics).flat();
    expect(cpuTime() - before).toBeLessThan(20_000);
    expect(new Set(found).size).toBe(1);
    expect(new Set(reads.values())).toEqual(new Set([1]));
    expect(found.map(full)[0]).toContain('org.yaml schema-unknown-property 3:11');
  });

  it('can be checked by themselves', () => {
    const compiler = createCompiler({
      load: load({
        'a.yaml': library('use: [./b.yaml]\nowners:\n  x: {members: [y]}\n'),
        'b.yaml': library('stores:\n  crm: {owner: z}\n'),
      }),
      root: '.',
    });
    const found = (file: string): readonly string[] =>
      compiler.checkLibrary(file).map((each) => `${each.span?.file ?? ''} ${brief(each)}`);
    expect(found('a.yaml')).toEqual(['a.yaml unknown-owner 4:17', 'b.yaml unknown-owner 3:16']);
    expect(found('b.yaml')).toEqual(['b.yaml unknown-owner 3:16']);
    expect(found('c.yaml')).toEqual([' file-missing 0:0']);
  });
});

describe('the project folder', () => {
  it.each([
    ['../org.yaml', 'f.flow.yaml', '.'],
    ['../../org.yaml', 'flows/f.flow.yaml', '.'],
    ['../org.yaml', 'p/f.flow.yaml', 'p'],
    ['../../p2/org.yaml', '/p/flows/f.flow.yaml', '/p'],
  ])('is not left: %s in %s of %s is not even asked for', (use, file, root) => {
    const asked: string[] = [];
    const { diagnostics } = createCompiler({
      load: (path) => {
        asked.push(path);
        return load({ [file]: flow(`use: [${use}]\n${nodes}`) })(path);
      },
      root,
    }).compile(file);
    expect(diagnostics.map(brief)).toEqual(['file-outside 4:7']);
    expect(new Set(asked)).toEqual(new Set([file]));
  });

  it('is the loader’s to judge where paths cannot be compared', () => {
    const { diagnostics } = createCompiler({
      load: (path) =>
        path === 'f.flow.yaml' ? load({ [path]: flow(`use: [../org.yaml]\n${nodes}`) })(path) : { kind: 'outside' },
      root: '/p',
    }).compile('f.flow.yaml');
    expect(diagnostics.map(brief)).toEqual(['file-outside 4:7']);
  });
});

describe('a flow that cannot be read', () => {
  it.each([
    [{ kind: 'missing' }, 'file-missing'],
    [{ kind: 'outside' }, 'file-outside'],
    [{ kind: 'unreadable', reason: 'it is a folder' }, 'file-unreadable'],
    [{ kind: 'too-large', size: 50_000_000 }, 'file-too-large'],
  ] as const)('because it is %j', (loaded, code) => {
    const { value, diagnostics } = createCompiler({ load: () => loaded, root: '.' }).compile('a.flow.yaml');
    expect(value).toBeUndefined();
    expect(diagnostics.map((each) => each.code)).toEqual([code]);
  });
});

describe('child flows', () => {
  const parent = (next: string, path = './child.flow.yaml'): string =>
    flow(
      `nodes:\n  start: {type: start, next: care}\n  care: {type: subflow, flow: ${path}, next: ${next}}\n  a: {type: end}\n  b: {type: end}\n`,
    );
  const child =
    'trackflow: 1\ntitle: After-sales\nnodes:\n  s: {type: start, next: d}\n  d: {type: decision, next: [{when: x, to: ok}, {otherwise: gone}]}\n  ok: {type: end, name: 已解决}\n  gone: {type: end}\n';
  const around = { 'child.flow.yaml': child };
  const codesOf = (next: string): readonly string[] =>
    told(parent(next), around).map((each) => each.split(' ')[0] ?? '');

  it.each([
    ['a', []],
    ['{to: a, carries: [记录]}', []],
    ['[{when: ok, to: a}, {when: gone, to: b}]', []],
    ['[{when: ok, to: a}, {otherwise: b}]', []],
    ['[{otherwise: b}]', []],
    ['[{when: ok, to: a}, {when: gone, to: a}, {otherwise: b}]', []],
    ['{when: ok, to: a}', ['end-unhandled']],
    ['[{when: okay, to: a}, {when: gone, to: b}]', ['unknown-end']],
    ['[{when: 已解决, to: a}, {when: gone, to: b}]', ['unknown-end']],
    ['[{when: {zh: 已解决}, to: a}, {otherwise: b}]', ['unknown-end']],
    ['[{when: ok, to: a}, {when: ok, to: b}, {otherwise: b}]', ['end-twice']],
    ['[{when: ok, to: a}, b]', ['branch-without-condition']],
    ['[{otherwise: a}, {otherwise: b}]', ['two-defaults']],
    ['[{when: ok, to: a, chance: 80%}, {otherwise: b, chance: 30%}]', ['chances-over-100']],
  ])('with next: %s', (next, expected) => {
    expect(codesOf(next)).toEqual(expected);
  });

  it('that have mistakes of their own are told of once, in the parent', () => {
    const broken = child.replace('type: decision', 'type: choice').replace('type: end, name', 'type: edn, name');
    expect(told(parent('[{when: ok, to: a}, {when: foo, to: b}]'), { 'child.flow.yaml': broken })).toEqual([
      'child-unreadable 6:31',
    ]);
    expect(told(parent('a'), { 'child.flow.yaml': 'nodes: {' })).toEqual(['child-unreadable 6:31']);
  });

  it('whose mistakes are not about nodes can be used', () => {
    const careless = `${child}document: {versoin: '1'}\nowners: {x: {members: [y]}}\n`;
    expect(told(parent('[{when: ok, to: a}, {when: gone, to: b}]'), { 'child.flow.yaml': careless })).toEqual([]);
  });

  it('say which document they are, as far as they can be read', () => {
    const known = (document: string): unknown => {
      const files = { 'child.flow.yaml': `${child}document: ${document}\n` };
      const { value } = compile(parent('[{when: ok, to: a}, {when: gone, to: b}]'), files);
      const [, subflow] = value?.nodes ?? [];
      return subflow?.type === 'subflow' ? subflow.child?.document : undefined;
    };
    expect(known("{number: QP-9, version: '0.3', status: draft, effective: 2026-02-31}")).toEqual({
      number: 'QP-9',
      version: '0.3',
      status: 'draft',
    });
    expect(known('{related: []}')).toBeUndefined();
  });

  it('that cannot be used still leave edges', () => {
    const { value } = compile(parent('[{when: ok, to: a}, {otherwise: b}]'));
    expect(value?.edges.slice(1)).toMatchObject([
      { to: 'a', when: { zh: 'ok' } },
      { to: 'b', otherwise: true },
    ]);
    expect(value?.nodes[1]).not.toHaveProperty('child');
  });

  it('in a circle are told at the same place whoever is asked', () => {
    const link = (to: string): string =>
      flow(
        `nodes:\n  s: {type: start, next: x}\n  x: {type: subflow, flow: ./${to}.flow.yaml, next: e}\n  e: {type: end}\n`,
      );
    const texts = {
      'a.flow.yaml': link('b'),
      'b.flow.yaml': link('c'),
      'c.flow.yaml': link('a'),
      'd.flow.yaml': link('a'),
      'e.flow.yaml': link('e'),
    };
    for (const file of ['a', 'b', 'c'])
      expect(tell(texts, `${file}.flow.yaml`)).toEqual(['c.flow.yaml flow-circle 6:28']);
    expect(tell(texts, 'd.flow.yaml')).toEqual([]);
    expect(tell(texts, 'e.flow.yaml')).toEqual(['e.flow.yaml flow-circle 6:28']);
    const { diagnostics } = createCompiler({ load: load(texts), root: '.' }).compile('b.flow.yaml');
    expect(diagnostics[0]?.message).toBe(
      'The flows contain each other in a circle: a.flow.yaml → b.flow.yaml → c.flow.yaml → a.flow.yaml.',
    );
  });

  it('in whatever order they are compiled say the same', () => {
    const texts = {
      'p.flow.yaml': parent('[{when: okay, to: a}, {when: gone, to: b}]'),
      'child.flow.yaml': child.replace('next: d}', 'next: dd}'),
    };
    const forth = createCompiler({ load: load(texts), root: '.' });
    const back = createCompiler({ load: load(texts), root: '.' });
    const first = [forth.compile('p.flow.yaml'), forth.compile('child.flow.yaml')].map(outcome);
    const second = [back.compile('child.flow.yaml'), back.compile('p.flow.yaml')].map(outcome).reverse();
    expect(second).toEqual(first);
    expect(first.map(({ diagnostics }) => diagnostics.map(brief))).toEqual([
      ['unknown-end 6:64'],
      ['unknown-node 4:26'],
    ]);
  });
});
