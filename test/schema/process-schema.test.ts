/** What the JSON format writes is what its schema describes, down to the last property. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { json } from '../../src/render/formats/json.js';
import { rich } from '../fixtures/process.js';

interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/process.schema.json', import.meta.url), 'utf8'),
) as Schema;
const ajv = new Ajv2020({ strict: false, allErrors: true });
const matches = ajv.compile(schema);
const document: unknown = JSON.parse(json.render(rich));

/** Every key of every map, texts by language aside. */
function keysOf(value: unknown, keys = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return keys;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) keys.add(key);
    keysOf(inner, keys);
  }
  return keys;
}

it('fits', () => {
  matches(document);
  expect(matches.errors ?? []).toEqual([]);
});

it('has every property that the schema describes', () => {
  const described = [schema, ...Object.values(schema.$defs ?? {})].flatMap(({ properties = {} }) =>
    Object.keys(properties),
  );
  const written = keysOf(document);
  expect(described.filter((key) => !written.has(key))).toEqual([]);
});

it.each([
  ['a property of another name', { ...(document as object), nodez: [] }],
  ['a span as the model has it', { ...(document as object), at: rich.span }],
  [
    'a task with the properties of an end',
    { ...(document as object), nodes: [{ ...(document as { nodes: object[] }).nodes[1], outcome: 'success' }] },
  ],
])('refuses %s', (_name, wrong) => {
  expect(matches(wrong)).toBe(false);
});
