/**
 * The schemas as documentation: every property and definition has a title, a description and examples, and every example is right.
 * And as code: what `src/schema` knows by name is what the schemas have.
 */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { expectation, expectations } from '../../src/schema/expectations.js';
import { baseline, config, flow, template, theme } from '../../src/schema/generated/outline.js';

interface Schema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly then?: Schema;
  readonly items?: Schema;
}

const names = ['flow', 'library', 'config', 'theme', 'sop-template', 'baseline', 'process', 'history'] as const;
const load = (name: string): Schema =>
  JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8')) as Schema;
const schemas = new Map(names.map((name) => [name, load(name)]));
// Formats other than ours say nothing wrong about a schema that strict mode accepts.
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true });
for (const schema of schemas.values()) ajv.addSchema(schema);

interface Part {
  readonly pointer: string;
  readonly schema: Schema;
}

/** Definitions and properties, wherever they stand; a property that another definition lends has its words there. */
function parts(schema: Schema, pointer = ''): Part[] {
  const inside = (of: Readonly<Record<string, Schema>> | undefined, keyword: string): Part[] =>
    Object.entries(of ?? {}).flatMap(([key, inner]) => {
      const here = `${pointer}/${keyword}/${key}`;
      const lent = inner.$ref?.includes('/properties/') === true && Object.keys(inner).length === 1;
      return [...(lent ? [] : [{ pointer: here, schema: inner }]), ...parts(inner, here)];
    });
  return [...inside(schema.$defs, '$defs'), ...inside(schema.properties, 'properties')];
}

describe.each([...schemas])('%s.schema.json', (_name, schema) => {
  const all: readonly Part[] = [{ pointer: '', schema }, ...parts(schema)];

  it('has many parts', () => {
    expect(all.length).toBeGreaterThan(10);
  });

  it.each(all.map((part) => [part.pointer, part.schema] as const))('%s is documented', (pointer, part) => {
    expect(part.title, 'title').toMatch(/^[A-Z]/u);
    expect(part.title, 'title').not.toMatch(/\.$/u);
    expect(part.description, 'description').toMatch(/\.$/u);
    expect(part.examples?.length, 'examples').toBeGreaterThan(0);
    const validate = ajv.getSchema(`${schema.$id ?? ''}#${pointer}`);
    for (const example of [...(part.examples ?? []), ...('default' in part ? [part.default] : [])]) {
      expect(validate?.(example), `${JSON.stringify(example)}: ${ajv.errorsText(validate?.errors)}`).toBe(true);
    }
  });

  it('closes every map with known keys', () => {
    const open = all.filter(
      ({ schema: part, pointer }) => part.properties && part.additionalProperties !== false && !lends(pointer),
    );
    // The names of trackflow's own rules are there for editors; those of plugins are as good.
    expect(open.map(({ pointer }) => pointer).filter((pointer) => pointer !== '/$defs/levels')).toEqual([]);
  });

  it('requires only what it knows', () => {
    for (const { pointer, schema: part } of all.filter(({ schema: one }) => one.properties)) {
      for (const key of part.required ?? []) expect(Object.keys(part.properties ?? {}), pointer).toContain(key);
    }
  });

  // The generated validators ask `data.name !== undefined`, which only own properties may answer.
  it('has no property that every object inherits', () => {
    const keys = all.flatMap(({ schema: part }) => Object.keys(part.properties ?? {}));
    expect(keys.filter((key) => key in {})).toEqual([]);
  });
});

/** `node` decides by type, `nodeCommon` lends its properties. */
function lends(pointer: string): boolean {
  return pointer === '/$defs/node' || pointer === '/$defs/nodeCommon';
}

describe('what src/schema knows by name', () => {
  const shapes = Object.entries({ ...flow, ...config, ...theme, ...template, ...baseline }).map(([name]) => name);
  // Roots are told by what file they are; what only lends or chooses among others never meets a value.
  const nameless = new Set(['root', 'library', 'nodeCommon']);

  it('has words for every shape', () => {
    expect(shapes.filter((name) => !nameless.has(name) && expectation(name) === undefined)).toEqual([]);
  });

  it('has words for no shape that is gone', () => {
    const known = new Set([...shapes, 'boolean']);
    expect(Object.keys(expectations).filter((name) => !known.has(name))).toEqual([]);
  });
});
