/** Every code of reading and compiling is told with a flow that gives exactly it, and the same flow mended. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codes, type CodeEntry } from '../../src/model/codes.js';
import { compilingCodes } from '../../src/model/codes/compiling.js';
import { readingCodes } from '../../src/model/codes/reading.js';
import { compile } from './support.js';

const entries = Object.entries<CodeEntry>({ ...readingCodes, ...compilingCodes });

/** The files that the samples name. */
const around = {
  'org.yaml': 'trackflow: 1\nowners:\n  sales: {name: 销售部}\n',
  'after-sales.flow.yaml':
    'trackflow: 1\ntitle: 售后服务\nnodes:\n  start: {type: start, next: ok}\n  ok: {type: decision, next: [{when: 解决, to: resolved}, {otherwise: churned}]}\n  resolved: {type: end}\n  churned: {type: end}\n',
  'broken.flow.yaml': 'trackflow: 1\ntitle: 售后服务\nnodes: [start, done]\n',
};

/** What no sample of one flow can show: other files, or bytes. The corpus of bad files has them. */
const untold = [
  'file-missing',
  'file-unreadable',
  'file-too-large',
  'file-binary',
  'file-utf16',
  'file-not-utf8',
  'file-control-character',
  'yaml-alias-bomb',
  'yaml-too-deep',
  'use-circle',
  'flow-circle',
];

describe.each(entries)('%s', (code, { summary, why, bad, good }) => {
  it('is explained', () => {
    expect(summary).toMatch(/^[A-Z].*[^.]$/u);
    expect(why).toMatch(/^["'`A-Z].*\.$/su);
  });

  it.skipIf(untold.includes(code))('is given by the bad flow and not by the good one', () => {
    expect(compile(bad ?? '', around).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(compile(good ?? '', around).diagnostics).toEqual([]);
  });
});

const sourcesOf = (folder: string): readonly string[] => {
  const url = new URL(`../../src/${folder}/`, import.meta.url);
  const names = readdirSync(url, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return names.map((name) => readFileSync(new URL(name, url), 'utf8'));
};

it.each(['source', 'compile'])('all codes that src/%s uses are in the table', (folder) => {
  const sources = sourcesOf(folder);
  const prefix = folder === 'source' ? '(?:file|yaml)' : '(?:file|use|unknown|no|member|end|fork|flow)';
  const used = sources.flatMap((text) =>
    [...text.matchAll(new RegExp(`'(${prefix}-[a-z0-9-]+)'`, 'gu'))].map(([, code]) => code ?? ''),
  );
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter((code) => !Object.hasOwn(codes, code))).toEqual([]);
});

it('every code of these stages is used', () => {
  const texts = ['source', 'compile'].flatMap(sourcesOf);
  const all = texts.join('\n');
  const unused = entries.map(([code]) => code).filter((code) => !all.includes(`'${code}'`));
  expect(unused.filter((code) => code !== 'no-start' && code !== 'no-end')).toEqual([]);
});
