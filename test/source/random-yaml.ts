/** Random YAML in the styles that authors write: blocks and brackets, quotes, comments in odd places, Chinese, both line ends. */
import fc from 'fast-check';

const plain = fc.constantFrom('客户', 'a b', '4h', 'x#y', 'won', '2026-11-22', '是否有意向？');
const scalars = fc.oneof(
  plain,
  plain.map((text) => `'${text}'`),
  fc.constantFrom('"a, b"', '"# no comment"', "'it''s'", '12', 'true', '~', '"[x]"'),
);
const comments = fc.constantFrom('', '', '', ' # why', ' # 备注: a', ' #x');
const gaps = fc.constantFrom('', '', '', '', '# line\n', '\n', '# 一\n\n# two\n');
const keyNames = ['a', '名称', 'next', '"q k"', 'e-f'];

/** A value behind brackets, on one line or on several. */
const flowValues: fc.Arbitrary<string> = fc.letrec<{ flow: string }>((tie) => ({
  flow: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalars,
    fc.array(tie('flow'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc
      .array(tie('flow'), { minLength: 1, maxLength: 3 })
      .map((items) => `{${items.map((item, index) => `${keyNames[index] ?? 'z'}: ${item}`).join(', ')}}`),
    fc.array(tie('flow'), { minLength: 2, maxLength: 3 }).map((items) => `[ # in it\n     ${items.join(',\n     ')} ]`),
  ),
})).flow;

const blockText = fc.constantFrom('|\n@one\n@# no comment\n@two', '>-\n@folded\n@text', '|+\n@kept\n');

interface Tree {
  readonly kind: 'map' | 'list' | 'value';
  readonly entries: readonly { readonly tree: Tree; readonly comment: string; readonly gap: string }[];
  readonly words: string;
}

const trees = fc.letrec<{ tree: Tree }>((tie) => {
  const entries = (max: number): fc.Arbitrary<Tree['entries']> =>
    fc.array(fc.record({ tree: tie('tree'), comment: comments, gap: gaps }), { minLength: 1, maxLength: max });
  const value = fc
    .oneof(
      { weight: 5, arbitrary: flowValues },
      { weight: 1, arbitrary: blockText },
      { weight: 1, arbitrary: fc.constant('') },
    )
    .map((words): Tree => ({ kind: 'value', entries: [], words }));
  return {
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      value,
      entries(4).map((list): Tree => ({ kind: 'map', entries: list, words: '' })),
      entries(3).map((list): Tree => ({ kind: 'list', entries: list, words: '' })),
    ),
  };
}).tree;

const indentOf = (depth: number): string => '  '.repeat(depth);

function write(tree: Tree, depth: number): string {
  const indent = indentOf(depth);
  return tree.entries
    .map(({ tree: child, comment, gap }, index) => {
      const before = gap.replace(/^(?=#)/gmu, indent);
      const start = tree.kind === 'map' ? `${keyNames[index] ?? 'z'}:` : '-';
      // The first entry of a map behind a dash stands on the line of the dash.
      if (tree.kind === 'list' && child.kind === 'map' && comment === '' && child.entries[0]?.gap === '') {
        return `${before}${indent}- ${write(child, depth + 1).trimStart()}`;
      }
      return `${before}${indent}${start}${below(child, depth, comment)}\n`;
    })
    .join('');
}

function below(child: Tree, depth: number, comment: string): string {
  if (child.kind !== 'value') return `${comment}\n${write(child, depth + 1).trimEnd()}`;
  if (child.words === '') return comment;
  if (!/^[|>]/u.test(child.words)) return ` ${child.words.replaceAll('\n', `\n${indentOf(depth + 2)}`)}${comment}`;
  const [header = '', ...lines] = child.words.split('\n');
  return ` ${header}${comment}\n${lines.join('\n').replaceAll('@', indentOf(depth + 1))}`;
}

/** A text whose top is a map of at least one entry. */
export const yamlTexts: fc.Arbitrary<string> = fc
  .record({
    entries: fc.array(fc.record({ tree: trees, comment: comments, gap: gaps }), { minLength: 1, maxLength: 5 }),
    windows: fc.boolean(),
    end: fc.constantFrom('', '\n', '\n# end', '\n# end\n'),
  })
  .map(({ entries, windows, end }) => {
    const text = write({ kind: 'map', entries, words: '' }, 0).trimEnd() + end;
    return windows ? text.replaceAll('\n', '\r\n') : text;
  });
