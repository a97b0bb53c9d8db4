/** The examples teach: what hardly anyone would disagree with must hold for each of them, on the day they were last looked at. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createCompiler } from '../../src/compile/index.js';
import { lint } from '../../src/lint/run.js';
import { examples } from '../fixtures/examples.js';
import { applied } from './support.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const compiler = createCompiler({
  root: '.',
  load: (path) => (existsSync(root + path) ? { kind: 'ok', bytes: readFileSync(root + path) } : { kind: 'missing' }),
});

it.each(examples.map(([path]) => path))('%s is clean under recommended', (path) => {
  const { value, locateIn } = compiler.compile(path);
  if (value === undefined) throw new Error(`${path} is not valid`);
  const found = lint(value, { locateIn, today: '2026-11-22', rules: applied('recommended') });
  expect(found.map(({ code, message, span }) => `${String(span?.start.line)} ${code}: ${message}`)).toEqual([]);
});

it.each([...new Set(examples.map(([path]) => path.replace(/[^/]+$/u, '')))])(
  '%s says why it keeps what strict finds',
  (folder) => {
    const found = examples.flatMap(([path]) => {
      const { value, locateIn } = compiler.compile(path);
      return path.startsWith(folder) && value ? lint(value, { locateIn, rules: applied('strict') }) : [];
    });
    const told = [...readFileSync(`${root}${folder}README.md`, 'utf8').matchAll(/^- `([a-z-]+)`[:：]/gmu)].map(
      ([, id]) => id,
    );
    expect([...new Set(found.map(({ code }) => code))].sort()).toEqual(told.sort());
  },
);
