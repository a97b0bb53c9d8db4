/**
 * The schemas and the model name the same things: what one of them gains, the other must know.
 *
 * They are written twice because the schemas are read by authors and editors, the constants by the compiler. Order counts too: it is the
 * order of the choices in help and tables.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { presets } from '../src/lint/presets.js';
import { rules } from '../src/lint/rules/index.js';
import { levels } from '../src/lint/settings.js';
import * as model from '../src/model/process.js';
import { pageFormats } from '../src/model/paper.js';
import { allViewIds } from '../src/model/matrix.js';
import { directions, showIds } from '../src/model/view.js';
import { vocabularies, type Words } from '../src/model/words/index.js';
import { themes } from '../src/render/format.js';
import { colourRoles, paintedNodes } from '../src/render/theme/colours.js';
import { themes as registry } from '../src/render/themes/index.js';
import { theme as mendTheme } from '../src/schema/mend.js';

type Enums = ReadonlyMap<string, readonly string[]>;

/** The names of the definitions in the schemas, and of the constants they must equal. */
const constants: Readonly<Record<string, keyof typeof model>> = {
  documentStatus: 'documentStatuses',
  ownerKind: 'ownerKinds',
  storeKind: 'storeKinds',
  sensitivity: 'sensitivities',
  encryption: 'encryptions',
  channel: 'channels',
  measure: 'measures',
  nodeType: 'nodeTypes',
  taskKind: 'taskKinds',
  endOutcome: 'endOutcomes',
  riskSeverity: 'riskSeverities',
  comparator: 'comparators',
};

function load(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../schemas/${name}.schema.json`, import.meta.url), 'utf8'));
}

/** Every `enum` of a schema, by the name of the definition or property that has it. */
function enumsOf(schema: unknown, name = '', found = new Map<string, readonly string[]>()): Enums {
  if (typeof schema !== 'object' || schema === null) return found;
  if ('enum' in schema) found.set(name, schema.enum as readonly string[]);
  for (const [key, inner] of Object.entries(schema)) {
    if (key !== 'examples') enumsOf(inner, ['items', 'properties', '$defs'].includes(key) ? name : key, found);
  }
  return found;
}

/** What the one has and the other has not, or has in another order. */
function disagreements(enums: Enums, expected: Enums): string[] {
  const names = new Set([...enums.keys(), ...expected.keys()]);
  return [...names].filter((name) => enums.get(name)?.join() !== expected.get(name)?.join());
}

const ofModel: Enums = new Map(
  Object.entries(constants).map(([name, constant]) => [name, model[constant] as readonly string[]]),
);

describe('flow.schema.json', () => {
  const enums = new Map(enumsOf(load('flow')));
  // The signs of a target stand in its pattern.
  const { $defs } = load('flow') as { readonly $defs: { readonly target: { readonly pattern: string } } };
  enums.set('comparator', /^\^\(\?:([^)]*)\)/u.exec($defs.target.pattern)?.[1]?.split('|') ?? []);

  it('has the words of the model', () => {
    expect(disagreements(enums, ofModel)).toEqual([]);
  });

  it.each([
    ['a word more', 'channel', ['phone', 'email', 'fax']],
    ['another order', 'riskSeverity', ['high', 'medium', 'low']],
    ['an enumeration more', 'mood', ['good', 'bad']],
    ['an enumeration less', 'measure', undefined],
  ])('would not pass with %s', (_name, name, values) => {
    const changed = new Map(enums);
    if (values === undefined) changed.delete(name);
    else changed.set(name, values);
    expect(disagreements(changed, ofModel)).toEqual([name]);
  });

  it('knows every list of words of the model', () => {
    const lists = Object.entries(model).filter(([, value]) => Array.isArray(value));
    expect(lists.map(([name]) => name).sort()).toEqual([...Object.values(constants)].sort());
  });

  it('has a definition for every type of node', () => {
    for (const type of model.nodeTypes) expect($defs).toHaveProperty(`${type}.properties.type.const`, type);
  });
});

describe('process.schema.json', () => {
  /** There a property has the values, here the definition. */
  const properties: Readonly<Record<string, readonly (readonly string[])[]>> = {
    status: [model.documentStatuses],
    kind: [model.ownerKinds, model.storeKinds, model.taskKinds, ['next', 'timeout']],
    sensitivity: [model.sensitivities],
    encryption: [model.encryptions],
    channel: [model.channels],
    measure: [model.measures],
    type: [model.nodeTypes],
    outcome: [model.endOutcomes],
    severity: [model.riskSeverities],
    comparator: [model.comparators],
    unit: [['duration', 'ratio', 'number']],
  };

  it('has the words of the model', () => {
    const found: [string, string][] = [];
    const visit = (schema: unknown, name: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      if ('enum' in schema) found.push([name, (schema.enum as readonly string[]).join()]);
      for (const [key, inner] of Object.entries(schema))
        if (key !== 'examples') visit(inner, key === 'items' ? name : key);
    };
    visit(load('process'), '');
    const missing = found.filter(([name, values]) => !properties[name]?.some((list) => list.join() === values));
    expect(missing).toEqual([]);
    const lists = Object.entries(properties).flatMap(([name, all]) => all.map((list) => `${name} ${list.join()}`));
    expect(lists.filter((list) => !found.some(([name, values]) => `${name} ${values}` === list))).toEqual([]);
  });
});

describe('config.schema.json', () => {
  const enums = enumsOf(load('config'));

  it('has the views, directions and themes there are', () => {
    const expected = new Map([
      ...enums,
      ['view', allViewIds],
      ['direction', directions],
      ['pageFormat', pageFormats],
      ['show', [...showIds, 'all', 'none']],
    ] as [string, string[]][]);
    expect(disagreements(enums, expected)).toEqual([]);
  });

  it('names the themes there are in its pattern, and mends their names', () => {
    const { $defs } = load('config') as { readonly $defs: { readonly theme: { readonly pattern: string } } };
    expect(/^\^\(\?:\(\?:([a-z|]*)\)/u.exec($defs.theme.pattern)?.[1]?.split('|')).toEqual([...themes]);
    for (const theme of themes) expect(mendTheme(`${theme}x`)).toBe(theme);
  });

  it('has the presets and levels there are', () => {
    expect(enums.get('preset')).toEqual(presets.map(({ id }) => id));
    expect(enums.get('level')).toEqual(levels);
  });

  it('has the rules there are, in their order', () => {
    const { $defs } = load('config') as { readonly $defs: { readonly levels: { readonly properties: object } } };
    expect(Object.keys($defs.levels.properties)).toEqual(rules.map(({ id }) => id));
  });

  it('has the formats there are', () => {
    const files = readdirSync(new URL('../src/render/formats/', import.meta.url));
    const formats = files
      .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
      .map((file) => file.slice(0, -3));
    expect([...(enums.get('format') ?? [])].sort()).toEqual(formats.sort());
  });
});

describe('theme.schema.json', () => {
  const schema = load('theme') as {
    readonly properties: object;
    readonly $defs: { readonly nodePaints: { readonly properties: object } };
  };

  it('has the roles, the nodes and the built-in themes there are', () => {
    expect(Object.keys(schema.properties)).toEqual(['extends', ...colourRoles, 'lanes', 'nodes']);
    expect(Object.keys(schema.$defs.nodePaints.properties)).toEqual([...paintedNodes]);
    expect(enumsOf(schema).get('baseTheme')).toEqual(registry.map(({ id }) => id));
  });

  it('gives the colours of the light theme as examples', () => {
    const [light] = registry;
    const example = (of: unknown): unknown => (of as { readonly examples: readonly unknown[] }).examples[0];
    for (const role of colourRoles)
      expect(example(schema.properties[role as keyof typeof schema.properties])).toBe(light.roles[role]);
    for (const name of paintedNodes) {
      const { properties } = schema.$defs.nodePaints;
      expect(example(properties[name as keyof typeof properties])).toEqual(light.nodes[name]);
    }
  });
});

describe('the words of each language', () => {
  const tables: Readonly<Record<string, keyof Words>> = {
    nodeTypes: 'nodeTypes',
    taskKinds: 'taskKinds',
    endOutcomes: 'outcomes',
    documentStatuses: 'statuses',
    ownerKinds: 'ownerKinds',
    storeKinds: 'storeKinds',
    sensitivities: 'sensitivities',
    encryptions: 'encryptions',
    channels: 'channels',
    measures: 'measures',
    riskSeverities: 'severities',
    comparators: 'comparators',
  };

  it.each(Object.entries(vocabularies))('%s names every value once', (_language, words) => {
    for (const [constant, table] of Object.entries(tables)) {
      const names = words[table] as Readonly<Record<string, string>>;
      expect(Object.keys(names).sort()).toEqual(
        [...(model[constant as keyof typeof model] as readonly string[])].sort(),
      );
      expect(new Set(Object.values(names)).size).toBe(Object.keys(names).length);
    }
  });
});
