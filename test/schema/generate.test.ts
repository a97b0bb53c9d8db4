/** Generating again changes nothing, and generating anew gives the same bytes. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/generate.mjs', import.meta.url));
const folder = new URL('../../src/schema/generated/', import.meta.url);
const library = '../../../schemas/library.schema.json';

function state(): readonly (readonly [string, string, number])[] {
  return [...readdirSync(folder), library].map((name) => {
    const file = new URL(name, folder);
    return [name, readFileSync(file, 'utf8'), statSync(file).mtimeMs] as const;
  });
}

function generate(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}

it('stops early when nothing has changed', () => {
  const before = state();
  expect(generate()).toContain('up to date');
  expect(state()).toEqual(before);
});

it('gives the same bytes when forced', () => {
  const before = state();
  expect(generate('--force')).toContain('no change');
  expect(state()).toEqual(before);
});
