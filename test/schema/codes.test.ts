/** Every code of the contract is told with a flow that gives exactly it, and the same flow mended. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schemaCodes } from '../../src/model/codes/schema.js';
import { mistakes } from './faults.js';
import { check } from './support.js';

const codes = Object.entries(schemaCodes);

describe.each(codes)('%s', (code, { summary, why, bad, good }) => {
  it('is explained', () => {
    expect(summary).toMatch(/^[A-Z].*[^.]$/u);
    expect(why).toMatch(/^["'`A-Z].*\.$/su);
  });

  it('is given by the bad flow and not by the good one', () => {
    expect(check(bad).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(check(good).diagnostics).toEqual([]);
  });

  it('has a mistake in the table', () => {
    const told = new Set(mistakes.flatMap(({ says }) => says.map((one) => one.split(' ')[0])));
    expect([...told]).toContain(code);
  });
});

it('are all the codes that src/schema uses', () => {
  const folder = new URL('../../src/schema/', import.meta.url);
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const used = new Set(
    sources.flatMap((text) => [...text.matchAll(/'(schema-[a-z-]+)'/gu)].map(([, code]) => code ?? '')),
  );
  expect([...used].sort()).toEqual(codes.map(([code]) => code).sort());
});
