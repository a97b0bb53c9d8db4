/** What `trackflow diff --format json` writes is what its schema describes; and the schema knows every word of the model. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/analyse/diff/index.js';
import * as model from '../../src/model/difference.js';
import { differenceDocument } from '../../src/report/changes/document.js';
import { edited } from '../analyse/diff/edits.js';
import { rich } from '../fixtures/process.js';

interface Schema {
  readonly $defs: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
}

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/difference.schema.json', import.meta.url), 'utf8'),
) as Schema;
const matches = new Ajv2020({ strict: false, allErrors: true }).compile(schema);

/** As a program reads it. */
const documentOf = (...differences: readonly model.Difference[]): unknown =>
  JSON.parse(
    JSON.stringify(
      differenceDocument({
        before: 'HEAD',
        after: 'the working tree',
        flows: differences.map((difference) => ({ file: 'customer.flow.yaml', difference })),
        unchanged: 0,
        skipped: ['broken.flow.yaml'],
      }),
    ),
  );

it('whole flows and 200 random pairs fit', () => {
  const verdicts = { before: [], after: [{ problem: 'waits-for-ever', node: 'both' }] } as const;
  const pairs = Array.from({ length: 200 }, (_, seed) => compare(rich, edited(rich, seed, 10), { verdicts }));
  const document = documentOf(compare(undefined, rich), compare(rich, undefined), ...pairs);
  matches(document);
  expect((matches.errors ?? []).slice(0, 5)).toEqual([]);
});

it('refuses what is none', () => {
  const document = documentOf(compare(rich, edited(rich, 3, 10))) as { readonly flows: readonly object[] };
  expect(matches(document)).toBe(true);
  expect(matches({ ...document, flows: document.flows.map((flow) => ({ ...flow, nodes: [{ kind: 'node' }] })) })).toBe(
    false,
  );
  expect(matches({ ...document, more: 1 })).toBe(false);
});

describe('words', () => {
  it.each([
    ['elementKind', model.elementKinds],
    ['status', model.statuses],
    ['mark', model.marks],
    ['changeKind', model.changeKinds],
    ['riskId', model.riskIds],
    ['unsoundness', model.unsoundnesses],
  ])('%s', (name, words) => {
    expect(schema.$defs[name]?.enum).toEqual(words);
  });
});
