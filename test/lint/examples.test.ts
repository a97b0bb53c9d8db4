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
