/** Comments that switch rules off: where they are seen, what they mean, and what is said of those that mean nothing. */
import { describe, expect, it } from 'vitest';
import { directivesOf, suppress } from '../../src/lint/directives.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { codes } from '../../src/model/codes.js';
import { lineTable } from '../../src/source/index.js';
import { all, applied, compiled } from './support.js';
import { lint } from '../../src/lint/run.js';

const known = all.map(({ id }) => id);
const [a = '', b = ''] = known;

const read = (text: string): ReturnType<typeof directivesOf> => directivesOf('a.yaml', text, all);
const said = (text: string): readonly string[] =>
  read(text).diagnostics.map(({ code, span }) => `${String(span?.start.line)}:${String(span?.start.column)} ${code}`);
const meant = (text: string): readonly string[] =>
  read(text).directives.map(
    ({ line, rules }) => `${line === undefined ? 'file' : String(line)}: ${rules.map(({ id }) => id).join(' ')}`,
  );

describe('a comment', () => {
  it.each([
    ['for the next line', `# trackflow-disable-next-line ${a} -- why\nx: 1\n`, [`2: ${a}`]],
    ['for the file', `x: 1\n# trackflow-disable ${a} -- why\n`, [`file: ${a}`]],
    ['with several rules', `# trackflow-disable ${a}, ${b} -- why\n`, [`file: ${a} ${b}`]],
    ['with signs of a Chinese keyboard', `# trackflow-disable ${a}，${b} —— 夜班处理\n`, [`file: ${a} ${b}`]],
    ['behind a value', `x: 1 # trackflow-disable-next-line ${a} -- why\ny: 2\n`, [`2: ${a}`]],
    [
      'above other comments',
      `# trackflow-disable-next-line ${a} -- why\n# more\n\n# trackflow-disable-next-line ${b} -- why\nx: 1\n`,
      [`5: ${a}`, `5: ${b}`],
    ],
    ['with Windows line ends', `# trackflow-disable-next-line ${a} -- why\r\nx: 1\r\n`, [`2: ${a}`]],
    [
      'with a colon before the reason',
      `# trackflow-disable ${a}: see the contract\n# trackflow-disable ${b}：夜班处理\n`,
      [`file: ${a}`, `file: ${b}`],
    ],
    ['with a reason that has dashes', `# trackflow-disable ${a} -- why -- really\n`, [`file: ${a}`]],
  ])('%s', (_what, text, expected) => {
    expect(meant(text)).toEqual(expected);
    expect(said(text)).toEqual([]);
  });

  it.each([
    ['in a block text', `x: |\n  # trackflow-disable ${a} -- why\n`],
    ['in a folded text', `x: >-\n  some words\n  # trackflow-disable ${a} -- why\n`],
    ['in quotes', `x: "# trackflow-disable ${a} -- why"\n`],
    ['in quotes over two lines', `x: 'a\n  # trackflow-disable ${a} -- why'\n`],
    ['without a space before it', `x: y# trackflow-disable ${a} -- why\n`],
  ])('is none %s', (_what, text) => {
    expect(meant(text)).toEqual([]);
    expect(said(text)).toEqual([]);
  });

  it.each([
    ['no reason', `# trackflow-disable ${a}\n`, ['1:1 suppression-without-reason']],
    ['an empty reason', `# trackflow-disable ${a} -- \n`, ['1:1 suppression-without-reason']],
    ['no rule', '# trackflow-disable -- why\n', ['1:1 suppression-malformed']],
    ['nothing at all', '# trackflow-disable\n', ['1:1 suppression-malformed']],
    ['another word', `# trackflow-disable-nextline ${a} -- why\n`, ['1:3 suppression-malformed']],
    [
      'a rule that is none',
      `# trackflow-disable ${a}, no-such-rule -- why\n`,
      [`1:${String(23 + a.length)} unknown-rule`],
    ],
    ['an error of the file', '# trackflow-disable unknown-owner -- why\n', ['1:21 unknown-rule']],
  ])('with %s is complained of', (_what, text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it('is still obeyed without a reason', () => {
    expect(meant(`# trackflow-disable ${a}\n`)).toEqual([`file: ${a}`]);
  });

  it('may speak of trackflow in other ways', () => {
    expect(said('# trackflow: 1\n# trackflow is nice\n# see trackflow-disable\n')).toEqual([]);
  });
});

describe('suppressing', () => {
  const text = `# trackflow-disable-next-line ${a}, ${b} -- why\nx: 1\ny: 2 # trackflow-disable-next-line ${a} -- why\nz: 3\n`;
  const table = lineTable(text);
  const at = (code: string, line: number): Diagnostic => {
    const start = table.position(
      text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + (line > 1 ? 1 : 0),
    );
    return { code, severity: 'warning', message: 'm', span: { file: 'a.yaml', start, end: start } };
  };
  const { directives } = read(text);

  it('takes away what is named, on its line only', () => {
    const { kept } = suppress([at(a, 2), at(b, 2), at(a, 3), at(b, 4), at(a, 4)], directives, () => true);
    expect(kept.map(({ code, span }) => `${code} ${String(span?.start.line)}`)).toEqual([`${a} 3`, `${b} 4`]);
  });

  it('tells what nothing was found for, with a fix that takes the comment out', () => {
    const { unused } = suppress([at(a, 2)], directives, () => true);
    expect(unused.map(({ code, span, fix }) => [code, span?.start.line, fix === undefined])).toEqual([
      ['unused-suppression', 1, true],
      ['unused-suppression', 3, false],
    ]);
    const [edit] = unused[1]?.fix?.edits ?? [];
    expect(text.slice(0, edit?.from) + text.slice(edit?.to)).toBe(text.replace(/ # trackflow.*\n(?=z)/u, '\n'));
  });

  it('takes a comment on its own line out with the line', () => {
    const { unused } = suppress([], directives, () => true);
    const [first] = unused;
    expect(first?.fix).toMatchObject({ safe: true, edits: [{ from: 0, to: text.indexOf('x: 1') }] });
  });

  it('tells nothing of rules that have not looked', () => {
    expect(suppress([], directives, () => false).unused).toEqual([]);
    expect(suppress([], directives, (_file, rule) => rule === b).unused).toHaveLength(1);
  });
});

describe.each(Object.entries(codes).filter(([code]) => /suppression|unknown-rule$/u.test(code)))(
  '%s',
  (code, entry) => {
    const found = (text: string): readonly string[] => {
      const { process, locateIn } = compiled('a.flow.yaml', { 'a.flow.yaml': text });
      const { directives, diagnostics } = directivesOf('a.flow.yaml', text, all);
      const rules = applied('minimal');
      const { kept, unused } = suppress(lint(process, { rules, locateIn }), directives, () => true);
      return [...diagnostics, ...kept, ...unused].map((each) => each.code);
    };

    it('is told as it is documented', () => {
      const { bad, good } = entry as { readonly bad: string; readonly good: string };
      expect(found(bad)).toEqual([code]);
      expect(found(good)).toEqual([]);
    });
  },
);
