/** What `trackflow log --format json` writes is what its schema describes, for every kind of commit. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { compare } from '../../src/analyse/diff/index.js';
import { signs } from '../../src/report/changes/telling.js';
import type { Revision } from '../../src/report/history-reporter.js';
import { json } from '../../src/report/histories/json.js';
import { edited } from '../analyse/diff/edits.js';
import { cli } from '../cli/cli.js';
import { rich } from '../fixtures/process.js';

interface Schema {
  readonly $defs: {
    readonly entry: { readonly properties: { readonly sign: { readonly enum: readonly string[] } } };
  };
}

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/history.schema.json', import.meta.url), 'utf8'),
) as Schema;
const matches = new Ajv2020({ strict: false, allErrors: true }).compile(schema);

const commit = (change: Revision['change'], more: Partial<Revision> = {}): Revision => ({
  commit: 'dabe02ca67'.repeat(4),
  author: '王芳',
  date: '2026-11-22T10:00:00+08:00',
  subject: '',
  file: 'lead.flow.yaml',
  change,
  ...more,
});
const changed = (difference: ReturnType<typeof compare>): Revision => commit({ kind: 'changed', difference });
const revisions: readonly Revision[] = [
  commit({ kind: 'same' }, { oldFile: 'old.flow.yaml' }),
  commit(
    { kind: 'unreadable', message: 'There is no step.' },
    { commit: '0'.repeat(64), date: '2026-11-22T02:00:00Z' },
  ),
  changed(compare(undefined, rich)),
  changed(compare(rich, undefined)),
  ...Array.from({ length: 100 }, (_, seed) => changed(compare(rich, edited(rich, seed, 10)))),
];

/** As a program reads it. */
const written = (some: readonly Revision[], language?: string): { readonly revisions: readonly object[] } =>
  JSON.parse(
    json.report(
      { file: 'lead.flow.yaml', revisions: some },
      { color: false, width: 80, ...(language !== undefined && { language }) },
    ),
  ) as { readonly revisions: readonly object[] };

it.each([undefined, 'zh', 'en'])('every kind of commit fits, in language %s', (language) => {
  matches(written(revisions, language));
  expect((matches.errors ?? []).slice(0, 5)).toEqual([]);
});

it('a flow without history fits', () => {
  expect(matches(written([]))).toBe(true);
});

it('refuses what is none', () => {
  const document = written(revisions);
  const [same, unreadable, added] = document.revisions;
  const withOne = (revision: object): boolean => matches({ ...document, revisions: [revision] });
  expect([same, unreadable, added].map((each) => withOne(each ?? {}))).toEqual([true, true, true]);
  for (const wrong of [
    { ...same, message: 'why' },
    { ...same, summary: [] },
    { ...same, change: 'unreadable' },
    { ...same, change: 'moved' },
    { ...unreadable, message: undefined },
    { ...unreadable, risks: [] },
    { ...added, risks: undefined },
    { ...added, more: 1 },
    { ...added, commit: 'HEAD' },
    { ...added, date: 'yesterday' },
  ])
    expect(withOne(JSON.parse(JSON.stringify(wrong)) as object), JSON.stringify(wrong).slice(0, 200)).toBe(false);
  expect(matches({ ...document, trackflow: 2 })).toBe(false);
});

it('knows the signs', () => {
  expect(schema.$defs.entry.properties.sign.enum).toEqual(signs);
});

it('trackflow schema history prints it', async () => {
  const { exit, stdout } = await cli('schema history');
  expect([exit, JSON.parse(stdout)]).toEqual([0, schema]);
});
