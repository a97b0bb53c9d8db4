/** The report for people, as it stands on a terminal: what is drawn, and that the carets stand right. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cells, visible } from '../../src/base/cells.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { pretty } from '../../src/report/reporters/pretty.js';
import { finding, marked, type Marked } from './findings.js';
import { plainOptions } from './options.js';
import { cpuTime } from '../setup/cpu-time.js';

const print = (diagnostics: readonly Diagnostic[], sources: readonly Marked[], width = 80, color = false): string =>
  pretty.report(
    { files: sources.map(({ span }) => span.file), diagnostics },
    { ...plainOptions, color, width, lines: (file) => sources.find(({ span }) => span.file === file)?.lines },
  );

const one = (text: string, more: Partial<Diagnostic> = {}, width = 80): string => {
  const source = marked('lead.flow.yaml', text);
  return print([finding(source.span, more)], [source], width);
};

describe('a finding', () => {
  it('has place, severity, code, message, the line before, the line, carets, hint and summary', () => {
    expect(one('  线索:\n    name: 收集线索\n    owner: 【销售】   # 部门', { hint: 'Did you mean "sales"?' })).toBe(
      [
        'lead.flow.yaml:3:12  error  unknown-owner  No owner is called "销售".',
        '  2 |     name: 收集线索',
        '  3 |     owner: 销售   # 部门',
        '    |            ^^^^',
        '  hint: Did you mean "sales"?',
        '',
        '1 error in 1 file',
        '',
      ].join('\n'),
    );
  });

  it('draws related places in frames of their own', () => {
    const here = marked('a.flow.yaml', 'owners:\n  【sales】: {name: 销售部}');
    const there = marked('org.yaml', '\n\n\n\n\n\n\n\n\n  【sales】: {name: 客服部}');
    const found = finding(here.span, {
      code: 'use-clash',
      message: 'Twice.',
      related: [{ message: 'first defined here', span: there.span }],
    });
    expect(print([found], [here, there])).toBe(
      [
        'a.flow.yaml:2:3  error  use-clash  Twice.',
        '  1 | owners:',
        '  2 |   sales: {name: 销售部}',
        '    |   ^^^^^',
        '  org.yaml:10:3  first defined here',
        '  10 |   sales: {name: 客服部}',
        '     |   ^^^^^',
        '',
        '1 error in 1 file',
        '',
      ].join('\n'),
    );
  });

  it('without a place is a line', () => {
    expect(print([finding(undefined)], [])).toBe('error  unknown-owner  No owner is called "销售".\n\n1 error\n');
  });

  it('of a file that cannot be shown has no frame', () => {
    const { span } = marked('gone.yaml', '【】');
    expect(print([finding(span)], [])).toBe(
      'gone.yaml:1:1  error  unknown-owner  No owner is called "销售".\n\n1 error in 1 file\n',
    );
  });

  it('with an empty place has one caret, also behind the end of the line', () => {
    expect(one('owner:【】')).toContain('  1 | owner:\n    |       ^\n');
  });

  it('over several lines is marked to the end of the first', () => {
    expect(one('a: 【"开\nb: 1】')).toContain('  1 | a: "开\n    |    ^^^\n');
  });
});

describe('summary', () => {
  it('counts by severity and file', () => {
    const sources = ['a.yaml', 'b.yaml'].map((file) => marked(file, '【x】'));
    const all = sources.map(({ span }) => finding(span));
    const [first] = sources;
    const more = [finding(first?.span, { severity: 'warning' }), finding(first?.span, { severity: 'info' })];
    expect(print(all, sources)).toContain('\n2 errors in 2 files\n');
    expect(print([...all, ...more], sources)).toContain('\n2 errors, 1 warning and 1 note in 2 files\n');
    expect(print([], sources)).toBe('');
  });

  it('stops after 200 findings of one file, and says so', () => {
    const source = marked('a.yaml', '【x】');
    const text = print(
      Array.from({ length: 203 }, () => finding(source.span)),
      [source],
    );
    expect(text.match(/^a\.yaml:1:1/gmu)).toHaveLength(200);
    expect(text).toContain('a.yaml: 3 more, not shown; --format json prints all of them.\n\n203 errors in 1 file\n');
  });
});

describe('carets stand under what is meant', () => {
  it.each([
    ['owner: 【销售】'],
    ['销售部门: 【sales】'],
    ['🎉 客户👩‍👩‍👧: 【重点客户】'],
    ['e\u0301te\u0301: 【x】'],
    ['𠮷野家 ＡＢ: 【１２】'],
    ['\t\u001B[2J: 【\u202Eevil】'],
  ])('%j', (text) => {
    const [line = '', carets = ''] = one(text).split('\n').slice(1, 3);
    const [before = '', rest = ''] = text.split('【');
    const [inside = ''] = rest.split('】');
    expect(line).toBe(`  1 | ${visible(before)}${visible(inside)}`);
    expect(carets).toBe(`    | ${' '.repeat(cells(visible(before)))}${'^'.repeat(cells(visible(inside)))}`);
  });
});

describe('long lines', () => {
  it('are cropped around the place', () => {
    const text = one(`note: ${'长'.repeat(5000)} owner: 【销售】 ${'尾'.repeat(5000)}`, {}, 60);
    expect(text.split('\n').slice(1, 3)).toEqual([
      '  1 | ...长长长长长长长 owner: 销售 尾尾尾尾尾尾尾尾尾尾...',
      '    |                          ^^^^',
    ]);
  });

  it('fit the width for any place in any text, and the carets stay under their words', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 }).map((raw) => raw.replace(/[\n\r【】]/gu, ' '));
    fc.assert(
      fc.property(text, text, text, fc.integer({ min: 30, max: 120 }), (before, inside, after, width) => {
        const [line = '', carets = ''] = one(`${before}【${inside}】${after}`, {}, width).split('\n').slice(1, 3);
        expect(cells(line)).toBeLessThanOrEqual(width);
        expect(cells(carets)).toBeLessThanOrEqual(width);
        expect(carets).toMatch(/^ +\| *\^+$/u);
      }),
      // Room for two dots of three.
      { examples: [[' ⺀ ⺀⺀ ⺀  ', '⺀⺀       ', '𐀀', 30]] },
    );
  });

  it('of megabytes cost no time', () => {
    const text = `a: ${'字'.repeat(2_000_000)}【x】`;
    const start = cpuTime();
    one(text);
    expect(cpuTime() - start).toBeLessThan(10_000);
  });
});

describe('hostile text', () => {
  it('cannot colour, move, forge a line or turn the direction', () => {
    const source = marked('a\u001B[2J.yaml', '【\u001B]0;title\u0007\u009B31m】');
    const found = finding(source.span, {
      message: 'No "\r\nb.yaml:1:1  error".',
      hint: '\u202Ex',
      related: [{ message: '\u001Bc', span: source.span }],
    });
    expect(print([found], [source])).not.toMatch(/[^\P{Cc}\n]|\u202E/u);
    expect(print([found], [source])).not.toMatch(/^b\.yaml/mu);
  });
});

describe('colour', () => {
  it('is there when asked for, whatever the environment says, and changes nothing else', () => {
    const source = marked('a.yaml', 'owner: 【销售】 # x');
    const found = [finding(source.span, { hint: 'h', related: [{ message: 'm', span: source.span }] })];
    const colored = print(found, [source], 80, true);
    // eslint-disable-next-line no-control-regex
    const escapes = /\u001B\[\d+m/gu;
    expect(colored).toMatch(escapes);
    expect(colored.replace(escapes, '')).toBe(print(found, [source]));
  });
});
