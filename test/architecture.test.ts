/** The laws of the architecture: the sources keep them, and each bites on a planted breach. */
import { describe, expect, it } from 'vitest';
import { entries, floors, homes } from './architecture/floors.js';
import { laws, type Breach, type Law } from './architecture/laws.js';
import { parseModule, readModules } from './architecture/modules.js';

const modules = readModules();

describe('the sources keep the law', () => {
  it.each(laws)('$id', (law) => {
    const breaches = law.find(modules);
    expect(breaches, explain(law, breaches)).toEqual([]);
  });
});

describe('the law bites on a planted breach', () => {
  it.each<Law>(laws)('$id', (law) => {
    const planted = Object.entries(law.planted).map(([path, text]) => parseModule(path, text));
    const others = modules.filter((module) => !Object.hasOwn(law.planted, module.path));
    const before = new Set(law.find(modules).map(key));
    const bitten = law.find([...others, ...planted]).filter((breach) => !before.has(key(breach)));
    expect(bitten.length).toBeGreaterThanOrEqual(law.bites ?? 1);
    expect(bitten.every(({ path }) => Object.hasOwn(law.planted, path))).toBe(true);
  });
});

describe('the plan fits the house', () => {
  it('has sources to judge', () => {
    expect(modules.length).toBeGreaterThan(60);
    const paths = modules.map(({ path }) => path);
    for (const entry of entries) expect(paths).toContain(entry);
  });

  it('sees imports of every kind', () => {
    const kinds = new Set(modules.flatMap((module) => module.imports.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(['lazy', 'static', 'types']);
  });

  it('finds a file for every relative import', () => {
    const paths = new Set(modules.map(({ path }) => path));
    const lost = modules.flatMap((module) =>
      module.imports
        .map(({ target }) => target)
        .filter((target) => target?.endsWith('.ts') === true && !target.includes('/generated/') && !paths.has(target)),
    );
    expect(lost).toEqual([]);
  });

  it('gives a home to no package that nobody uses', () => {
    const used = new Set(modules.flatMap((module) => module.imports.map((found) => found.package)));
    expect(Object.keys(homes).filter((name) => !used.has(name))).toEqual([]);
  });

  it('keeps the floors in ascending order, as the folders are read', () => {
    const numbers = Object.values(floors);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });
});

const key = ({ path, line, what }: Breach): string => `${path}:${line} ${what}`;

function explain(law: Law, breaches: readonly Breach[]): string {
  return [law.says, ...breaches.map((breach) => `  src/${key(breach)}`), `To mend it: ${law.remedy}`].join('\n');
}
