/** The page for those who come from bpmnlint is about rules and codes that exist, and its example is clean. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { codes } from '../../src/model/codes.js';
import { lint } from '../../src/lint/run.js';
import { all, applied, compiled } from './support.js';

const page = readFileSync(fileURLToPath(new URL('../../docs/bpmnlint.md', import.meta.url)), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));

it('has a row for each of the 27 rules of bpmnlint', () => {
  const first = rows.map((row) => /^\| `([\w-]+)`/u.exec(row)?.[1]);
  expect(new Set(first).size).toBe(27);
  expect(rows).toHaveLength(27);
});

it('names rules and codes that there are', () => {
  const known = new Set<string>([...all.map(({ id }) => id), ...Object.keys(codes)]);
  const words = new Set(['decision', 'fork', 'until', 'timeout', 'drawing']);
  const told = page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .flatMap(
      (row) =>
        row
          .split('|')
          .slice(2)
          .join('|')
          .match(/`[a-z][\w-]*`/gu) ?? [],
    )
    .map((word) => word.slice(1, -1))
    .filter((word) => !words.has(word));
  expect(told.length).toBeGreaterThan(40);
  expect(told.filter((id) => !known.has(id))).toEqual([]);
});

it('shows a flow that is clean', () => {
  const text = /```yaml\n([\s\S]*?)```/u.exec(page)?.[1] ?? '';
  const { process, locateIn } = compiled('shown.flow.yaml', { 'shown.flow.yaml': text });
  expect(
    lint(process, { locateIn, rules: applied('recommended') }).map(({ code, message }) => `${code}: ${message}`),
  ).toEqual([]);
});
