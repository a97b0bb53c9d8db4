/**
 * The laws of the architecture: each says what must hold, how to mend a breach, finds the breaches in a list of modules, and
 * carries a planted breach of its own.
 *
 * A law is tested twice: the sources must keep it, and it must bite on its planted breach. A guard that has never bitten
 * proves nothing.
 */
import { purityBreaches } from './purity.js';
import { entries, floors, homes, inBrowsers, nodeHome, pureNodeModules } from './floors.js';
import type { Import, Module } from './modules.js';

export interface Breach {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

export interface Law {
  readonly id: string;
  readonly says: string;
  readonly remedy: string;
  find(modules: readonly Module[]): readonly Breach[];
  /** Files that are added to the sources, or replace them, to see the law bite: path below src/ → text. */
  readonly planted: Readonly<Record<string, string>>;
  /** How many breaches are planted, where it is more than one. */
  readonly bites?: number;
}

const folderOf = (path: string): string => path.split('/')[0] ?? path;
const floorOf = (path: string): number | undefined => floors[folderOf(path)];

/** A breach for every import that `judge` has something to say about. */
function eachImport(
  modules: readonly Module[],
  judge: (module: Module, found: Import) => string | undefined,
): Breach[] {
  return modules.flatMap((module) =>
    module.imports.flatMap((found) => {
      const what = judge(module, found);
      return what === undefined ? [] : [{ path: module.path, line: found.line, what }];
    }),
  );
}

const everyFolderHasAFloor: Law = {
  id: 'every-folder-has-a-floor',
  says: 'Every folder of src/ has its floor in test/architecture/floors.ts.',
  remedy: 'Enter the folder in `floors`, at the step of the pipeline that it is.',
  find: (modules) =>
    modules
      .filter((module) => floorOf(module.path) === undefined)
      .map((module) => ({ path: module.path, line: 1, what: `${folderOf(module.path)} has no floor` })),
  planted: { 'cellar/wine.ts': '' },
};

const onlyDown: Law = {
  id: 'only-down',
  says: 'A folder imports lower floors only.',
  remedy: 'Move what is needed down to the floor that knows it, or hand it in as an argument from above.',
  find: (modules) =>
    eachImport(modules, (module, { target }) => {
      const [from, to] = [floorOf(module.path), target === undefined ? undefined : floorOf(target)];
      if (target === undefined || from === undefined || to === undefined || to <= from) return undefined;
      return `floor ${from} imports ${target} on floor ${to}`;
    }),
  planted: { 'model/eager.ts': "import { render } from '../render/format.js';" },
};

const neighboursKeepApart: Law = {
  id: 'neighbours-keep-apart',
  says: 'Folders on one floor never import each other.',
  remedy: 'Let app/ bring the two together, or move what they share down to model/ or base/.',
  find: (modules) =>
    eachImport(modules, (module, { target }) => {
      if (target === undefined || folderOf(target) === folderOf(module.path)) return undefined;
      return floorOf(target) === floorOf(module.path) ? `imports its neighbour ${target}` : undefined;
    }),
  planted: { 'view/peek.ts': "import type { Format } from '../render/format.js';" },
};

const packagesStayAtHome: Law = {
  id: 'packages-stay-at-home',
  says: "A package is used in its home only, and Node's own modules in cli/ only.",
  remedy: 'Use it through the adapter in its home; a new package gets its home in test/architecture/floors.ts.',
  find: (modules) =>
    eachImport(modules, (module, found) => {
      const name = found.package;
      if (name === undefined || pureNodeModules.includes(name)) return undefined;
      const home = name.startsWith('node:') ? nodeHome : homes[name];
      if (home === undefined) return `${name} has no home`;
      if (home.folders.some((folder) => module.path.startsWith(folder))) return undefined;
      return `${name} is at home in ${home.folders.join(', ')}`;
    }),
  planted: {
    'compile/shortcut.ts':
      "import { readFileSync } from 'node:fs';\nimport { parse } from 'yaml';\nimport pad from 'left-pad';",
  },
  bites: 3,
};

const programsStartInOnePlace: Law = {
  id: 'programs-start-in-one-place',
  says: 'Other programs are started by cli/host/ only.',
  remedy: 'Ask the host: `git` is there, with a fixed environment and without a shell.',
  find: (modules) =>
    modules
      .filter(({ path }) => !path.startsWith('cli/host/'))
      .flatMap(({ path, text }) =>
        text
          .split('\n')
          .flatMap((line, index) =>
            line.includes('child_process') ? [{ path, line: index + 1, what: line.trim() }] : [],
          ),
      ),
  planted: { 'cli/commands/shell.ts': "const { exec } = process.getBuiltinModule('node:child_process');" },
};

const heavyPackagesWait: Law = {
  id: 'heavy-packages-wait',
  says: 'No heavy package is read at start-up: from an entry it is reached by `import()` only.',
  remedy: "Load it, or the module that uses it, by `await import('…')` where it is first needed.",
  find: (modules) => {
    const reached = reach(modules, entries, ['static']);
    return eachImport(modules, (module, found) => {
      if (found.kind !== 'static' || found.package === undefined || homes[found.package]?.heavy !== true)
        return undefined;
      return reached.has(module.path) ? `${found.package} is read whenever trackflow starts` : undefined;
    });
  },
  planted: { 'index.ts': "import './layout/hasty.js';", 'layout/hasty.ts': "import ELK from 'elkjs/lib/elk-api.js';" },
};

const noCircles: Law = {
  id: 'no-circles',
  says: 'No file imports itself by way of others, not even for types.',
  remedy: 'Move what both need into a file that neither of them is.',
  find: (modules) =>
    circles(modules).map((path) => ({ path: path[0] ?? '', line: 1, what: [...path, path[0]].join(' → ') })),
  planted: {
    'base/hen.ts': "import type { Egg } from './egg.js';\nexport interface Hen { readonly lays: Egg }",
    'base/egg.ts': "import type { Hen } from './hen.js';\nexport interface Egg { readonly of: Hen }",
  },
};

const theApiIsAList: Law = {
  id: 'the-api-is-a-list',
  says: 'src/index.ts names everything that it exports.',
  remedy: 'Write `export { a, b } from …`: what is exported by accident has to be kept for ever.',
  find: (modules) =>
    modules
      .filter((module) => module.path === 'index.ts')
      .flatMap((module) =>
        [...module.text.matchAll(/^\s*export\s+(?:type\s+)?\*.*$/gmu)].map((match) => ({
          path: module.path,
          line: module.text.slice(0, match.index).split('\n').length,
          what: match[0].trim(),
        })),
      ),
  planted: { 'index.ts': "export * from './model/process.js';" },
};

const everyFileIsUsed: Law = {
  id: 'every-file-is-used',
  says: 'Every source file is reached from the program or the library.',
  remedy: 'Delete it, or use it.',
  find: (modules) => {
    const reached = reach(modules, entries, ['static', 'lazy', 'types']);
    return modules
      .filter((module) => !reached.has(module.path))
      .map((module) => ({ path: module.path, line: 1, what: 'nothing imports it' }));
  },
  planted: { 'base/attic.ts': 'export const old = 1;' },
};

const everyFileIntroducesItself: Law = {
  id: 'every-file-introduces-itself',
  says: 'A file opens with a comment: what it is, why it is separate, what must stay true.',
  remedy: 'Write those two sentences.',
  find: (modules) =>
    modules
      .filter((module) => !/^(?:#!.*\n)?\/[/*]/u.test(module.text))
      .map((module) => ({ path: module.path, line: 1, what: 'opens without a comment' })),
  planted: { 'base/shy.ts': 'export const shy = true;' },
};

const sameInputSameBytes: Law = {
  id: 'same-input-same-bytes',
  says: 'Below cli/ there is no clock, no chance, no locale, no console and no process of the machine.',
  remedy: 'Take it as an argument; compare strings by code point; format numbers and dates by hand.',
  find: (modules) =>
    modules.filter(({ path }) => folderOf(path) !== 'cli' && !path.startsWith(inBrowsers)).flatMap(purityBreaches),
  planted: {
    'view/moody.ts': [
      'export const now = Date.now();',
      'export const today = new Date();',
      'export const id = Math.random();',
      'export const order = (a: string, b: string): number => a.localeCompare(b);',
      'export const price = (1234).toLocaleString();',
      'export const words = new Intl.Segmenter();',
      'export const home = process.env.HOME;',
      'console.log(home);',
    ].join('\n'),
  },
  bites: 8,
};

const browsersKeepToThemselves: Law = {
  id: 'browsers-keep-to-themselves',
  says: 'What runs in browsers imports nothing of the program, and the program nothing of it.',
  remedy: 'Hand over what the page needs in the page; what both need is written into the page as data.',
  find: (modules) =>
    eachImport(modules, (module, { target = '', package: name }) => {
      const inside = module.path.startsWith(inBrowsers);
      if (inside && name !== undefined) return `${name} in a browser`;
      return target !== '' && inside !== target.startsWith(inBrowsers)
        ? `imports ${target} across the border`
        : undefined;
    }),
  planted: {
    'site/client/greedy.ts': "import { say } from '../../model/text.js';",
    'site/curious.ts': "import { plain } from './client/find.js';",
  },
  bites: 2,
};

export const laws = [
  everyFolderHasAFloor,
  onlyDown,
  neighboursKeepApart,
  packagesStayAtHome,
  programsStartInOnePlace,
  heavyPackagesWait,
  noCircles,
  theApiIsAList,
  everyFileIsUsed,
  everyFileIntroducesItself,
  sameInputSameBytes,
  browsersKeepToThemselves,
] as const satisfies readonly Law[];

/** Paths that are reached from the entries over imports of these kinds. */
function reach(
  modules: readonly Module[],
  from: readonly string[],
  kinds: readonly Import['kind'][],
): ReadonlySet<string> {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { kind, target } of byPath.get(path)?.imports ?? [])
      if (target !== undefined && kinds.includes(kind)) visit(target);
  };
  from.forEach(visit);
  return reached;
}

/** One circle for each import that closes one, by depth-first search. */
function circles(modules: readonly Module[]): readonly (readonly string[])[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push(trail.slice(start));
    if (start >= 0 || done.has(path)) return;
    for (const { target } of byPath.get(path)?.imports ?? []) if (target !== undefined) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of modules) visit(path, []);
  return found;
}
