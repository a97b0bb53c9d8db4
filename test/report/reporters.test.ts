/** The reports for other programs: each is read by a parser of its kind, and what an author wrote does nothing in any of them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Findings } from '../../src/report/reporter.js';
import { reporters } from '../../src/report/reporters/index.js';
import { hostileStrings } from '../fixtures/texts.js';
import { descendants, parseXml, type XmlNode } from '../render/xml-parser.js';
import { finding, marked } from './findings.js';
import { plainOptions } from './options.js';

const place = marked('flows/线索 1.flow.yaml', 'nodes:\n  capture: {name: 𠮷登记, owner: 【销售】}').span;
const other = marked('org.yaml', 'owners:\n  【sales】: {}').span;

const one = finding(place, { hint: 'Did you mean "sales"?', related: [{ message: 'defined here', span: other }] });
const warning = finding(other, { code: 'vague-name', severity: 'warning', message: '"处理" says nothing.' });
const note = finding(undefined, { code: 'no-kpi', severity: 'info', message: 'There is no KPI.' });
const findings: Findings = {
  files: ['flows/线索 1.flow.yaml', 'org.yaml', 'clean.flow.yaml'],
  diagnostics: [one, warning, note],
};

const options = {
  ...plainOptions,
  about: (code: string) =>
    code === 'vague-name'
      ? {
          summary: 'A name that says nothing',
          why: 'Nobody knows what to do.',
          severity: 'warning' as const,
          group: 'naming',
        }
      : undefined,
};

function report(id: (typeof reporters)[number]['id'], of: Findings = findings): string {
  const reporter = reporters.find((known) => known.id === id);
  if (reporter === undefined) throw new Error(id);
  return reporter.report(of, options);
}

const nothing: Findings = { files: ['a.flow.yaml'], diagnostics: [] };
const hostile: Findings = {
  files: ['a.flow.yaml'],
  diagnostics: hostileStrings.map((text) => finding({ ...place, file: text }, { message: text, hint: text })),
};

describe('compact', () => {
  it('has one line for each finding', () => {
    expect(report('compact')).toBe(
      [
        'flows/线索 1.flow.yaml:2:31: error unknown-owner No owner is called "销售".',
        'org.yaml:2:3: warning vague-name "处理" says nothing.',
        'info no-kpi There is no KPI.',
        '',
      ].join('\n'),
    );
    expect(report('compact', nothing)).toBe('');
    expect(report('compact', hostile).trimEnd().split('\n')).toHaveLength(hostileStrings.length);
  });
});

describe('github', () => {
  const lines = (of?: Findings): readonly string[] => report('github', of).trimEnd().split('\n');

  it('is a command for each finding, at its place', () => {
    expect(lines()).toEqual([
      '::error file=flows/线索 1.flow.yaml,line=2,endLine=2,col=31,endColumn=33,title=trackflow%3A unknown-owner::' +
        'No owner is called "销售".%0ADid you mean "sales"?',
      '::warning file=org.yaml,line=2,endLine=2,col=3,endColumn=8,title=trackflow%3A vague-name::"处理" says nothing.',
      '::notice title=trackflow%3A no-kpi::There is no KPI.',
    ]);
  });

  it('gives no columns for what spans several lines', () => {
    const long = { ...place, end: { ...place.end, line: 4 } };
    expect(lines({ files: [], diagnostics: [finding(long)] })[0]).toContain('line=2,endLine=4,title');
  });

  it('escapes what would end a command, a property or a line', () => {
    const found = finding({ ...place, file: 'a:b,c%.yaml' }, { message: '100% ::warning::x\r\n##[error]y' });
    const [line] = lines({ files: [], diagnostics: [found] });
    expect(line).toContain('file=a%3Ab%2Cc%25.yaml,');
    expect(line).toMatch(/::100%25 ::warning::x%0A## \[error\]y$/u);
  });

  it('stays one command whatever an author wrote', () => {
    expect(lines(hostile)).toHaveLength(hostileStrings.length);
    for (const line of lines(hostile)) expect(line).toMatch(/^::error file=[^:]*::/u);
  });
});

describe('gitlab', () => {
  it('has what Code Quality asks for', () => {
    expect(JSON.parse(report('gitlab'))).toEqual([
      {
        description: 'No owner is called "销售". Did you mean "sales"?',
        check_name: 'unknown-owner',
        fingerprint: options.fingerprint(one),
        severity: 'major',
        location: { path: 'flows/线索 1.flow.yaml', lines: { begin: 2, end: 2 } },
      },
      {
        description: '"处理" says nothing.',
        check_name: 'vague-name',
        fingerprint: options.fingerprint(warning),
        severity: 'minor',
        location: { path: 'org.yaml', lines: { begin: 2, end: 2 } },
      },
      {
        description: 'There is no KPI.',
        check_name: 'no-kpi',
        fingerprint: options.fingerprint(note),
        severity: 'info',
        location: { path: '.', lines: { begin: 1, end: 1 } },
      },
    ]);
    expect(report('gitlab', nothing)).toBe('[]\n');
  });
});

const named = (root: XmlNode, name: string): readonly XmlNode[] =>
  descendants(root).filter((node) => node.name === name);

describe('junit', () => {
  it('has a suite for each file, and a test that passes for one without findings', () => {
    const root = parseXml(report('junit'));
    const suites = named(root, 'testsuite').map(({ attributes }) =>
      ['name', 'tests', 'failures', 'errors'].map((name) => attributes[name]),
    );
    expect(suites).toEqual([
      ['flows/线索 1.flow.yaml', '1', '1', '0'],
      ['org.yaml', '1', '1', '0'],
      ['clean.flow.yaml', '1', '0', '0'],
      ['trackflow', '1', '0', '0'],
    ]);
    expect(root.attributes).toMatchObject({ tests: '4', failures: '2' });
    const [failure] = named(root, 'failure');
    expect(failure?.attributes['message']).toBe('No owner is called "销售".');
    expect(failure?.text).toBe('flows/线索 1.flow.yaml:2:31: No owner is called "销售".\nDid you mean "sales"?');
    expect(named(root, 'system-out').map(({ text }) => text)).toEqual(['trackflow: There is no KPI.']);
  });

  it('is well-formed whatever an author wrote', () => {
    const root = parseXml(report('junit', hostile));
    expect(named(root, 'failure')).toHaveLength(hostileStrings.length);
    const names = new Set(descendants(root).map(({ name }) => name));
    expect([...names].sort()).toEqual(['failure', 'testcase', 'testsuite']);
  });
});

describe('checkstyle', () => {
  it('has an error for each finding below its file', () => {
    const files = named(parseXml(report('checkstyle')), 'file').map(({ attributes, children }) => [
      attributes['name'],
      ...children.map((error) =>
        ['line', 'column', 'severity', 'source'].map((name) => error.attributes[name]).join(' '),
      ),
    ]);
    expect(files).toEqual([
      ['flows/线索 1.flow.yaml', '2 31 error trackflow.unknown-owner'],
      ['org.yaml', '2 3 warning trackflow.vague-name'],
      ['clean.flow.yaml'],
      ['.', '  info trackflow.no-kpi'],
    ]);
  });

  it('is well-formed whatever an author wrote', () => {
    const names = new Set(descendants(parseXml(report('checkstyle', hostile))).map(({ name }) => name));
    expect([...names].sort()).toEqual(['error', 'file']);
  });
});

describe('markdown', () => {
  interface Tree {
    readonly type: string;
    readonly value?: string;
    readonly children?: readonly Tree[];
  }
  const treeOf = (text: string): Tree =>
    fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const all = (tree: Tree): readonly Tree[] => [tree, ...(tree.children ?? []).flatMap(all)];

  it('says how many, and has a row for each', () => {
    expect(report('markdown')).toContain('**1 error, 1 warning and 1 note in 2 files**');
    const rows = all(treeOf(report('markdown'))).filter(({ type }) => type === 'tableRow');
    const texts = rows.map((row) =>
      all(row)
        .flatMap(({ value }) => value ?? [])
        .join(''),
    );
    expect(texts[1]).toBe(
      '❌ errorflows/线索 1.flow.yaml:2No owner is called "销售".<br>Did you mean "sales"?unknown-owner',
    );
    expect(rows).toHaveLength(4);
    expect(report('markdown', nothing)).toContain('✅ 1 file, nothing to mend');
  });

  it('shows at most a hundred, and says how many more there are', () => {
    const many = Array.from({ length: 250 }, () => one);
    const text = report('markdown', { files: [], diagnostics: many });
    expect(all(treeOf(text)).filter(({ type }) => type === 'tableRow')).toHaveLength(101);
    expect(text).toContain('and 150 more');
  });

  const tricks = [
    ...hostileStrings,
    'see https://evil.example/x and www.evil.example',
    '@everyone and @acme/team',
    'mailto:a@b.example',
    '[click](https://evil.example) ![x](https://evil.example/x.png)',
    '<img src=x onerror=alert(1)> <!-- -->',
    'a | b || c',
    '| x |\n| --- |\n# heading\n- item',
    '$x$ ~~a~~ **b** `c` _d_ \\',
  ];

  it.each(tricks)('%j stays text', (text) => {
    const found: Diagnostic = finding({ ...place, file: text }, { message: text, hint: text });
    const made = report('markdown', { files: [], diagnostics: [found] });
    const nodes = all(treeOf(made));
    const markup = nodes.filter(({ type, value }) => !expected.has(type) && !(type === 'html' && value === '<br>'));
    expect(markup.map(({ type, value }) => `${type} ${value ?? ''}`)).toEqual([]);
    expect(nodes.filter(({ type }) => type === 'tableRow')).toHaveLength(2);
    expect(nodes.filter(({ type }) => type === 'tableCell')).toHaveLength(8);
    // A person or an issue that is named is told of it, even where no link is made.
    for (const { value = '' } of nodes) expect(value).not.toMatch(/@[a-z]|#\d/iu);
  });

  const expected = new Set(['root', 'heading', 'paragraph', 'strong', 'text', 'table', 'tableRow', 'tableCell']);
});

describe('sarif', () => {
  const schemaFile = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  // It is of draft 4, of which it uses nothing that later drafts mean differently but these two words.
  const { $schema: _, id: __, ...standard } = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>;
  const validate = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false, allErrors: true }).compile(
    standard,
  );

  interface Log {
    readonly runs: readonly [
      {
        readonly columnKind: string;
        readonly tool: {
          readonly driver: {
            readonly rules: readonly { readonly id: string; readonly help?: { readonly text: string } }[];
          };
        };
        readonly results: readonly {
          readonly ruleId: string;
          readonly ruleIndex: number;
          readonly level: string;
          readonly message: { readonly text: string };
          readonly locations?: readonly {
            readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: object };
          }[];
          readonly partialFingerprints: Readonly<Record<string, string>>;
        }[];
      },
    ];
  }
  const log = (of?: Findings): Log['runs'][0] => (JSON.parse(report('sarif', of)) as Log).runs[0];

  it.each([
    ['findings', findings],
    ['nothing', nothing],
    ['hostile texts', hostile],
  ])('is valid against the schema of the standard with %s', (_name, of) => {
    validate(JSON.parse(report('sarif', of)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('would not pass for what is no SARIF', () => {
    const text = report('sarif');
    expect(validate(JSON.parse(text.replace('"level": "note"', '"level": "info"')))).toBe(false);
    expect(validate(JSON.parse(text.replaceAll('unicodeCodePoints', 'characters')))).toBe(false);
  });

  it('has the place in code points, from 1, as it says', () => {
    const { columnKind, results } = log();
    expect(columnKind).toBe('unicodeCodePoints');
    expect(results[0]?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'flows/%E7%BA%BF%E7%B4%A2%201.flow.yaml' },
      region: { startLine: 2, startColumn: 31, endLine: 2, endColumn: 33 },
    });
    expect(results[2]?.locations).toBeUndefined();
  });

  it('tells of each rule that found something, once', () => {
    const { tool, results } = log({ ...findings, diagnostics: [one, one, warning] });
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(['unknown-owner', 'vague-name']);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    const explained = tool.driver.rules.filter(({ help }) => help !== undefined);
    expect(explained.length).toBeGreaterThan(0);
    for (const { id, help } of explained) expect(help?.text).toContain(`trackflow explain ${id}`);
  });

  it.each([
    ['/abs/a b.yaml', 'file:///abs/a%20b.yaml'],
    ['C:/abs/a.yaml', 'file:///C:/abs/a.yaml'],
    ['a:b.yaml', 'a%3Ab.yaml'],
    ['../x/#1?.yaml', '../x/%231%3F.yaml'],
  ])('%s is the address %s', (file, uri) => {
    const { results } = log({ files: [], diagnostics: [finding({ ...place, file })] });
    expect(results[0]?.locations?.[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
  });

  it('makes no link of an author’s words', () => {
    const { results } = log({ files: [], diagnostics: [finding(place, { message: '[a](https://b)' })] });
    expect(results[0]?.message.text).not.toMatch(/\]\(/u);
  });
});

describe('json', () => {
  it('is valid against the schema that trackflow ships', () => {
    const schema = new URL('../../schemas/diagnostics.schema.json', import.meta.url);
    const validate = new Ajv2020({ strict: true }).compile(JSON.parse(readFileSync(schema, 'utf8')) as object);
    const fix = { title: 'Rename', safe: true, edits: [{ file: 'a.yaml', from: 1, to: 2, text: 'x' }] };
    for (const of of [findings, nothing, hostile, { files: [], diagnostics: [{ ...one, fix }] }]) {
      validate(JSON.parse(report('json', of)));
      expect(validate.errors ?? []).toEqual([]);
    }
    expect(validate(JSON.parse(report('json').replace('"error"', '"fatal"')))).toBe(false);
    expect(validate({ ...(JSON.parse(report('json')) as object), more: 1 })).toBe(false);
  });
});
