/** Folder and list agree for every registry, and the rules notice when they don't. */
import { describe, expect, it } from 'vitest';
import { findRegistries } from './registry/registries.js';
import { broken, type Registry } from './registry/rules.js';

const registries = await findRegistries();

it('finds the registries that the program is built from', () => {
  expect(registries.map(({ folder }) => folder)).toEqual(
    expect.arrayContaining(['cli/commands', 'render/formats', 'report/reporters', 'view/views']),
  );
});

describe('folder and list agree', () => {
  it.each(registries)('$name', (registry) => {
    expect(registry.listed.length).toBeGreaterThan(0);
    expect(broken(registry)).toEqual([]);
  });
});

describe('a disagreement is noticed', () => {
  const svg = { id: 'svg', summary: 'a picture for the browser' };
  const png = { id: 'png', summary: 'a picture for everything else' };
  const good: Registry = {
    name: 'formats',
    folder: 'formats',
    listed: [svg, png],
    beside: new Map([
      ['svg', [svg]],
      ['png', [png]],
    ]),
  };

  it('says nothing when all is well', () => {
    expect(broken(good)).toEqual([]);
  });

  it.each<[string, Partial<Registry>, RegExp]>([
    ['a file that is not listed', { listed: [svg] }, /png\.ts is missing from formats/u],
    ['a listed one without a file', { beside: new Map([['svg', [svg]]]) }, /no formats\/png\.ts/u],
    [
      'a file with another name',
      {
        beside: new Map([
          ['svg', [svg]],
          ['picture', [png]],
        ]),
      },
      /picture\.ts describes 'png'/u,
    ],
    [
      'a file without a descriptor',
      { beside: new Map([...good.beside, ['draw', []]]) },
      /draw\.ts exports no descriptor/u,
    ],
    [
      'a file with two',
      {
        beside: new Map([
          ['svg', [svg, png]],
          ['png', [png]],
        ]),
      },
      /svg\.ts exports 2 descriptors/u,
    ],
    ['one listed twice', { listed: [svg, png, svg] }, /lists 'svg' twice/u],
    ['a summary of two lines', { listed: [svg, { ...png, summary: 'a picture\nand a half' }] }, /summary of 'png'/u],
  ])('%s', (_what, change, complaint) => {
    expect(broken({ ...good, ...change })).toContainEqual(expect.stringMatching(complaint));
  });
});
