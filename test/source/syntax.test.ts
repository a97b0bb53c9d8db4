/** Broken YAML: which mistakes are told, where, and whether the rest of the file can still be judged. */
import { describe, expect, it } from 'vitest';
import { readSource } from '../../src/source/index.js';

/** `sound` or `broken`, then `code line:column` of everything found. */
function told(text: string): string {
  const { value, diagnostics } = readSource('a.yaml', new TextEncoder().encode(text));
  const found = diagnostics.map(({ code, span }) => `${code} ${span?.start.line ?? 0}:${span?.start.column ?? 0}`);
  return [value?.sound === true ? 'sound' : 'broken', ...found].join(', ');
}

const hintOf = (text: string): string =>
  readSource('a.yaml', new TextEncoder().encode(text))
    .diagnostics.map(({ hint }) => hint ?? '')
    .join('');

describe('one mistake is told once, where it begins', () => {
  it.each([
    ['a:\n\tb: 1\n', 'broken, yaml-tab 2:1'],
    ['a:\n\t- b\n\t- c\n\t- d\n', 'broken, yaml-tab 2:1'],
    ['a:\tb\n', 'sound'],
    ['a:\n  b: 1\n c: 2\n', 'broken, yaml-indent 3:2'],
    ['a:\n    b: 1\n  c: 2\nd: 1\n', 'broken, yaml-indent 3:3'],
    [' a: 1\nb: 2\nc: 3\n', 'broken, yaml-indent 2:1'],
    ['a:\n  - b\n - c\nd: 1\n', 'broken, yaml-indent 3:2'],
    ['a:\n  - b\n  c: 1\n', 'broken, yaml-indent 3:3'],
    ['a:\n  b: 1\n  - c\n', 'broken, yaml-indent 3:3'],
    ['a: b\n  c: d\n', 'broken, yaml-indent 2:3'],
    ['a:\n  - b\n   - c\n', 'sound, yaml-indent 3:4'],
    ['a: - b\n   - c\n', 'broken, yaml-indent 1:4'],
    ['a: |\n  b\n c\nd: 1\n', 'broken, yaml-indent 3:2'],
    ['a:\n　 b: 1\n  c: 2\n', 'broken, yaml-indent 2:1'],
    ['a:\n\u00a0 b: 1\n  c: 2\n', 'broken, yaml-indent 2:1'],
    ['a: "b\nc: 1\nd: 2\n', 'broken, yaml-quote-open 1:4'],
    ["a: 'b\nc: 1\n", 'broken, yaml-quote-open 1:4'],
    ['a: "b\nc: "d"\n', 'broken, yaml-quote-open 1:4'],
    ['a: {b: "x, c: 1}\nd: 2\n', 'broken, yaml-quote-open 1:8'],
    ['a: {b: 1\nc: 2\nd: 3\n', 'broken, yaml-bracket-open 1:4'],
    ['a: [b, c\nd: 2\ne: [x]\n', 'broken, yaml-bracket-open 1:4'],
    ['a: [b, {c: 1, d]\ne: 2\n', 'broken, yaml-bracket-open 1:8'],
    ['a: {b: 1}}\nc: 1\n', 'broken, yaml-bracket-open 1:10'],
    ['{a: 1\n', 'broken, yaml-bracket-open 1:1'],
    ['a: {b: 1 c: 2}\n', 'broken, yaml-comma 1:8'],
    ['a: [1,2,,3]\n', 'broken, yaml-comma 1:9'],
    ['a: 步骤: 一\n', 'broken, yaml-quotes-needed 1:4'],
    ['a: b:\nc: 1\n', 'broken, yaml-quotes-needed 1:4'],
    ['a: >= 20%\nb: 1\n', 'sound, yaml-quotes-needed 1:4'],
    ['a: {b: >= 20%, c: 1}\n', 'sound, yaml-quotes-needed 1:8'],
    ['a: |b\nc: 1\n', 'sound, yaml-quotes-needed 1:4'],
    ['a: @b\nc: `d\ne: %f\n', 'sound, yaml-quotes-needed 1:4, yaml-quotes-needed 2:4, yaml-quotes-needed 3:4'],
    ['a: "b" c\nd: 1\n', 'broken, yaml-quotes-needed 1:8'],
    ["a: 'it's'\nb: 1\n", 'broken, yaml-quotes-needed 1:8'],
    ['a: [b] c\nd: 1\n', 'broken, yaml-quotes-needed 1:4'],
    ['a: ?\nb: 1\n', 'broken, yaml-quotes-needed 1:4'],
    ['%a: 1\nb: 2\n', 'broken, yaml-quotes-needed 1:1'],
    ['a:b\nc:\n  d: 1\n', 'broken, yaml-colon-missing 1:1'],
    ['a：b\nc:\n  d: 1\n', 'broken, yaml-colon-missing 1:1'],
    ['a: 1\nb\nc: 2\n', 'broken, yaml-colon-missing 2:1'],
    ['a: 1\nb\n', 'broken, yaml-colon-missing 2:1'],
    ['a: {b:1}\n', 'broken, yaml-colon-missing 1:5'],
    ['a：1\n', 'broken, yaml-colon-missing 1:1'],
    ['a:\n  登记：{b: 1, c: 2}\n', 'broken, yaml-colon-missing 2:5'],
    ['a:\n  b: 1\n  c：{d: 1,\n    e: 2}\n', 'broken, yaml-colon-missing 3:4'],
    ['a:\n  - b：{c: 1}\n', 'broken, yaml-colon-missing 2:6'],
    ['a: 注意：b: c\n', 'broken, yaml-quotes-needed 1:4'],
    ['hello\n', 'broken, yaml-colon-missing 1:1'],
    ['a: "\\q"\nb: @\n', 'sound, yaml-escape 1:5, yaml-quotes-needed 2:4'],
    ['a: *b\nc: **\n', 'sound, yaml-alias 1:4, yaml-alias 2:4'],
    ['a: &a [*a]\n', 'broken, yaml-alias 1:8'],
    ['a: &b c\n', 'sound, yaml-anchor-unused 1:4'],
    ['a: &b 1\nc: &b 2\nd: *b\n', 'sound, yaml-anchor-unused 1:4'],
    ['a: !b c\nd: !!js/function "e"\nf: !\n', 'sound, yaml-tag 1:4, yaml-tag 2:4'],
    ['a: !!str 5\nb: !!map {c: 1}\n', 'sound'],
    ['? [a, b]\n: c\n', 'broken, yaml-key 1:3'],
    ['a:\n  b: 1\n  [c, d]: {e: 1}\n', 'broken, yaml-key 3:3'],
    [': 1\na: 2\n', 'broken, yaml-key 1:1'],
    ['a:\n  b: 1\n  : {c: 1}\n', 'broken, yaml-key 3:3'],
    ['a: { : 1}\n', 'broken, yaml-key 1:6'],
    ['a: {{b}}\n', 'broken, yaml-key 1:5'],
    ['? a\n: b\n', 'sound'],
    ['a: 1\nb: 2\na: 3\n', 'sound, yaml-duplicate-key 3:1'],
    ['1: a\n"1": b\n', 'sound, yaml-duplicate-key 2:1'],
    ['a: &x {b: 1}\nc: {<<: *x, d: 2}\n', 'sound, yaml-merge-key 2:5'],
    ['"<<": 1\n', 'sound'],
    ['a: 1\n---\nb: 2\n', 'sound, yaml-multiple-documents 2:1'],
    ['---\na: 1\n...\n', 'sound'],
    ['a: "b"#c\n', 'broken, yaml-syntax 1:7'],
    ['a: &b &c 1\n', 'broken, yaml-syntax 1:7'],
    ['a: \u0007b\n', 'sound, file-control-character 1:4'],
    ['a: b\nc: d\u0000e\n', 'sound, file-control-character 2:5'],
    [`a: ${'\u0000'.repeat(9)}\n`, 'broken, file-binary 1:1'],
    ['a: "\\u0007"\n', 'sound'],
    ['', 'broken, file-empty 1:1'],
    ['---\n# nothing\n', 'broken, file-empty 1:1'],
    ['- a\n', 'sound'],
  ])('%j', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('two mistakes are told as two', () => {
  it('on different lines', () => {
    expect(told('a: "x" y\nb: 1\nc: @d\ne:\n\tf: 1\n')).toBe(
      'broken, yaml-quotes-needed 1:8, yaml-quotes-needed 3:4, yaml-tab 5:1',
    );
  });
});

describe('hints', () => {
  it.each([
    ['a: >= 20% # 目标\n', "'>= 20%'"],
    ["a: @it's\n", "'@it''s'"],
    ['a: {b: >-\n  folded\n  text, c: 1}\n', 'without brackets, one property a line.'],
    ['a: [|2\r\n  text\r\n  ]\r\n', 'without brackets, one property a line.'],
    ['a: {b: >, c: 1}\n', "'>'."],
    ['a: {b: >= 20%, c: 1}\n', "'>= 20%'."],
    ['a: * Call # x\n', "'* Call'."],
    ['a: {b: * Call, c: 1}\n', "'* Call'."],
    ['a: [* Call me]\n', "'* Call me'."],
    ['a:\n  - * Call\n', "'* Call'."],
    ['a: d\u0000e\n', 'Delete it.'],
    [`a: ${'\u0000'.repeat(9)}\n`, 'under a wrong name'],
    [': 1\n', 'write its key'],
    ['a: 步骤: 一\n', "'步骤: 一'"],
    ['name:foo\nb:\n  c: 1\n', 'name: foo'],
    ['name：foo\nb:\n  c: 1\n', 'full-width'],
    ['name:　foo\nb:\n  c: 1\n', 'full-width'],
    ['a:\n  登记：{b: 1, c: 2}\n', 'a space: 登记: {b: 1, c: 2}.'],
    ['a:\n  - b：{c: 1}\n', 'a space: b: {c: 1}.'],
    ['a：b，c: 1\n', 'a: b, c'],
    ['a:\n\tb: 1\n\tc: 1\n\td: 1\n', '2 more lines'],
    ['a: {{b}}\n', 'template'],
  ])('of %j says %s', (text, expected) => {
    expect(hintOf(text)).toContain(expected);
  });
});

it('a full-width colon behind a key is mended without harm to what follows', () => {
  const text = 'a:\n  登记：{b: 1, c: 2}\n';
  const [edit] = readSource('a.yaml', new TextEncoder().encode(text)).diagnostics[0]?.fix?.edits ?? [];
  expect(edit && text.slice(0, edit.from) + edit.text + text.slice(edit.to)).toBe('a:\n  登记: {b: 1, c: 2}\n');
});

it('data is read as it was meant in spite of a small mistake', () => {
  const { value } = readSource('a.yaml', new TextEncoder().encode('a: >= 20%\nb: !重要 c\nd: *e*\nf: !g\n'));
  expect(value?.data).toMatchObject({ a: '>= 20%', d: '*e*', f: '!g' });
});
