/** Findings of a text that was never written, told where they come from on disk. */
import { expect, it } from 'vitest';
import { placedBefore } from '../../src/cli/fix-places.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';

const before = 'one\ntwo\nthree\nfour\n';
const after = 'one\nTWO\nfour\nfive\n';
const versions = new Map([['a', { before, after }]]);

function at(text: string, word: string, message = word): Diagnostic {
  const offset = text.indexOf(word);
  const line = text.slice(0, offset).split('\n').length;
  const start = { line, column: 1, offset };
  const end = { line, column: word.length + 1, offset: offset + word.length };
  return { code: 'x', severity: 'info', message, span: { file: 'a', start, end } };
}

it('what was there is told as it was', () => {
  const first = at(before, 'two', 'same');
  const second = at(before, 'three', 'same');
  expect(placedBefore([first, second], [at(after, 'TWO', 'same')], versions)).toEqual([first]);
  expect(placedBefore([first], [at(after, 'TWO', 'same'), at(after, 'four', 'same')], versions)).toEqual([
    first,
    at(before, 'four', 'same'),
  ]);
});

it.each([
  ['one', 1, 0, 3],
  ['four', 4, 14, 18],
  ['TWO', 3, 8, 8],
  ['five', 4, 14, 14],
])('what comes up by a fix: %s', (word, line, from, to) => {
  const [found] = placedBefore([], [at(after, word)], versions);
  expect(found?.span?.start).toEqual({ line, column: 1, offset: from });
  expect(found?.span?.end.offset).toBe(to);
});

it('other files stay as they are', () => {
  const other = { ...at(after, 'TWO'), span: { ...at(after, 'TWO').span, file: 'b' } } as Diagnostic;
  expect(placedBefore([], [other], versions)).toEqual([other]);
});
