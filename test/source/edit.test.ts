/** Changes written into a text: the data is what was asked for, everything else stays, and no comment is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, PathStep, PlainValue } from '../../src/model/change.js';
import { applyEdits, commentsOf, editsOf, readSource } from '../../src/source/index.js';
import { yamlTexts } from './random-yaml.js';

type Mutable = Mutable[] | { [key: string]: Mutable } | string | number | boolean | null;

const edited = (text: string, ...changes: readonly Change[]): string | undefined => {
  const edits = editsOf('f', text, changes);
  return edits && applyEdits(text, edits);
};
const set = (path: readonly PathStep[], value: PlainValue): Change => ({ kind: 'set', file: 'f', path, value });
const remove = (...path: readonly PathStep[]): Change => ({ kind: 'remove', file: 'f', path });
const insert = (path: readonly PathStep[], index: number, value: PlainValue): Change => ({
  kind: 'insert',
  file: 'f',
  path,
  index,
  value,
});

describe('a change of a text', () => {
  it.each<{ what: string; text: string; change: Change; then: string | undefined }>([
    { what: 'another value', text: 'a: 1 # one\nb: 2\n', change: set(['a'], 'x: y'), then: "a: 'x: y' # one\nb: 2\n" },
    { what: 'a text in its quotes', text: "a: '<= 20%'\n", change: set(['a'], '>= 20%'), then: "a: '>= 20%'\n" },
    { what: 'a text in double quotes', text: 'a: "<= 20%"\n', change: set(['a'], '>= 20%'), then: 'a: ">= 20%"\n' },
    {
      what: 'a value for an empty entry',
      text: 'a: # none\nb: 2\n',
      change: set(['a'], 'x'),
      then: 'a: x # none\nb: 2\n',
    },
    { what: 'a value in brackets', text: 'a: {b: 1}\n', change: set(['a', 'b'], 'x, y'), then: "a: {b: 'x, y'}\n" },
    {
      what: 'a new entry',
      text: 'a:\n  b: 1 # one\n# end\n',
      change: set(['a', 'c'], '2'),
      then: "a:\n  b: 1 # one\n  c: '2'\n# end\n",
    },
    {
      what: 'a new entry in brackets',
      text: 'a: {b: 1}\n',
      change: set(['a', 'c'], ['x']),
      then: 'a: {b: 1, c: [x]}\n',
    },
    {
      what: 'a new entry under a block text',
      text: 'a:\n  b: |\n    x\n',
      change: set(['a', 'c'], 1),
      then: 'a:\n  b: |\n    x\n  c: 1\n',
    },
    { what: 'a new entry without a last line break', text: 'a: 1', change: set(['b'], 2), then: 'a: 1\nb: 2' },
    {
      what: 'an entry gone',
      text: 'a: 1\n# of b\nb: 2 # two\nc: 3\n',
      change: remove('b'),
      then: 'a: 1\n# of b\n# two\nc: 3\n',
    },
    { what: 'the last line gone', text: 'a: 1\nb: 2', change: remove('b'), then: 'a: 1' },
    { what: 'an item gone', text: 'a:\n  - x # one\n  - y\n', change: remove('a', 0), then: 'a:\n  # one\n  - y\n' },
    { what: 'an item gone from brackets', text: 'a: [x, y, z]\n', change: remove('a', 1), then: 'a: [x, z]\n' },
    {
      what: 'the only item gone',
      text: 'a:\n  - x # one\nb: 1\n',
      change: remove('a', 0),
      then: 'a:\n    []\n    # one\nb: 1\n',
    },
    {
      what: 'the first entry behind a dash',
      text: 'a:\n  - b: 1\n    c: 2\n',
      change: remove('a', 0, 'b'),
      then: 'a:\n  - c: 2\n',
    },
    {
      what: 'a key renamed',
      text: 'a: {b: 1} # x\n',
      change: { kind: 'rename', file: 'f', path: ['a', 'b'], key: 'c d' },
      then: 'a: {c d: 1} # x\n',
    },
    { what: 'an item in front', text: 'a:\n  - x\n', change: insert(['a'], 0, 'w'), then: 'a:\n  - w\n  - x\n' },
    {
      what: 'an item behind',
      text: 'a:\n- x # one\nb: 1\n',
      change: insert(['a'], 1, 'y'),
      then: 'a:\n- x # one\n- y\nb: 1\n',
    },
    { what: 'windows line ends', text: 'a: 1\r\nb: 2\r\n', change: set(['c'], 3), then: 'a: 1\r\nb: 2\r\nc: 3\r\n' },
    {
      what: 'one branch that is no list',
      text: 'next: {to: a}\n',
      change: set(['next', 0, 'when'], '是'),
      then: 'next: {to: a, when: 是}\n',
    },
    { what: 'a shared part is left alone', text: 'a: &x {b: 1}\nc: *x\n', change: set(['a', 'b'], 2), then: undefined },
    {
      what: 'a part behind an alias is left alone',
      text: 'a: &x {b: 1}\nc: *x\n',
      change: set(['c', 'b'], 2),
      then: undefined,
    },
    {
      what: 'a comment inside brackets is not lost',
      text: 'a: [x, # one\n  y]\n',
      change: remove('a', 0),
      then: undefined,
    },
    { what: 'no such entry', text: 'a: 1\n', change: remove('b'), then: undefined },
  ])('$what', ({ text, change, then }) => {
    expect(edited(text, change)).toBe(then);
  });

  it('is refused together with one that it meets', () => {
    expect(edited('a: {b: 1}\n', set(['a'], 1), set(['a', 'b'], 2))).toBeUndefined();
  });

  it('does what it says and nothing else, in any text', () => {
    let made = 0;
    let asked = 0;
    fc.assert(
      fc.property(yamlTexts, fc.nat(), fc.nat(), (text, which, how) => {
        const before = data(text);
        if (before === undefined) return;
        const paths = pathsOf(before);
        const path = paths[which % paths.length] ?? [];
        const change = changeAt(before, path, how);
        asked++;
        const after = edited(text, change);
        if (after === undefined) return;
        made++;
        expect(data(after), after).toEqual(changed(before, change));
        const comments = (words: string): readonly string[] =>
          commentsOf(words)
            .map((comment) => comment.text.trim())
            .sort();
        expect(comments(after), after).toEqual(comments(text));
      }),
      { numRuns: 1000 },
    );
    // Refusing everything would be no use.
    expect(made / asked).toBeGreaterThan(0.9);
  }, 120_000);
});

function data(text: string): Mutable | undefined {
  const { value, diagnostics } = readSource('f', new TextEncoder().encode(text));
  return diagnostics.length > 0 ? undefined : (value?.data as Mutable);
}

function pathsOf(value: Mutable, path: readonly PathStep[] = []): readonly (readonly PathStep[])[] {
  const below = Array.isArray(value)
    ? value.flatMap((item, index) => pathsOf(item, [...path, index]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))
      : [];
  return path.length === 0 ? below : [path, ...below];
}

function at(value: Mutable, path: readonly PathStep[]): Mutable {
  return path.reduce((here, step) => (here as Record<PathStep, Mutable>)[step] ?? null, value);
}

const news: readonly PlainValue[] = ['新值', 'a, b: #c', ['x', 'y'], { k: 1 }, null, 'line\nline', '12'];

function changeAt(before: Mutable, path: readonly PathStep[], how: number): Change {
  const value = news[how % news.length] ?? null;
  const here = at(before, path);
  if (Array.isArray(here)) return insert(path, how % (here.length + 1), value);
  if (typeof here === 'object' && here !== null && how % 2 === 0) return set([...path, 'new'], value);
  if (how % 3 === 0) return set(path, value);
  if (how % 3 === 1 && typeof path.at(-1) === 'string') return { kind: 'rename', file: 'f', path, key: '新 key' };
  return remove(...path);
}

/** The same change of plain data. */
function changed(before: Mutable, change: Change): Mutable {
  const copy = structuredClone(before);
  if (change.kind === 'insert') {
    (at(copy, change.path) as Mutable[]).splice(change.index, 0, change.value as Mutable);
    return copy;
  }
  const step = change.path.at(-1) ?? '';
  const parent = at(copy, change.path.slice(0, -1)) as Record<PathStep, Mutable>;
  if (change.kind === 'set') parent[step] = change.value as Mutable;
  else if (change.kind === 'rename') {
    parent[change.key] = parent[step] ?? null;
    Reflect.deleteProperty(parent, step);
  } else if (Array.isArray(parent)) parent.splice(step as number, 1);
  else Reflect.deleteProperty(parent, step);
  return copy;
}
