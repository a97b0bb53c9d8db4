/**
 * From the paths of a command line to flow files: files, folders, globs, or none.
 *
 * Separate from reading them: here only names are looked at. Order is the order of the arguments, inside a folder or glob that of
 * code units; a file that two arguments name is taken once. What does not exist is a usage error before any work begins.
 */
import { basename, dirname, join, sep } from 'node:path';
import { didYouMean } from '../../base/look-alike.js';
import { suggest } from '../../base/suggest.js';
import { NothingFound, UsageError } from '../exit.js';
import type { Entry, Files } from '../host/host.js';
import { absolute, tidy } from './paths.js';

export interface Found {
  /** As in diagnostics: relative if it was given so. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
}

export interface Search {
  readonly cwd: string;
  readonly files: Files;
}

const isFlowFile = (name: string): boolean => /\.flow\.ya?ml$/u.test(name);
const isYaml = (name: string): boolean => /\.ya?ml$/u.test(name);

/** Folders that hold other people's files. */
const isForeign = (name: string): boolean => name === 'node_modules' || name.startsWith('.');

/** The files that the arguments name. Throws `UsageError`. */
export async function findInputs(paths: readonly string[], search: Search): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const given of paths) {
    if (given === '') throw new UsageError('An empty path was given.', 'A variable of your shell script may be unset.');
    const path = absolute(search.cwd, given);
    const stat = search.files.stat(path);
    if (stat?.kind === 'folder') found.push(...inFolder(given, search));
    else if (stat !== undefined) found.push({ file: tidy(given), path: yamlOnly(given, path) });
    else found.push(...(await inGlob(given, search)));
  }
  return once(found, search.files);
}

export interface FoundByGlobs {
  readonly found: readonly Found[];
  /** Which of the globs name nothing, by their index. */
  readonly unmatched: readonly number[];
}

/** The flows that globs name, seen from a folder; `!glob` takes away. */
export async function findByGlobs(
  globs: readonly string[],
  folder: string,
  search: Search,
  shown: (path: string) => string,
): Promise<FoundByGlobs> {
  const without = globs.filter((each) => each.startsWith('!'));
  const names = new Set<string>();
  const unmatched: number[] = [];
  // One by one, so that a misspelt one among others does not go by unseen.
  for (const [index, each] of globs.entries()) {
    if (each.startsWith('!')) continue;
    const own = (await glob([each, ...without], folder, search.files)).filter(isFlowFile);
    if (own.length === 0) unmatched.push(index);
    for (const name of own) names.add(name);
  }
  const paths = [...names].sort(compare).map((name) => join(folder, name));
  return {
    found: once(
      paths.map((path) => ({ file: shown(path), path })),
      search.files,
    ),
    unmatched,
  };
}

function yamlOnly(given: string, path: string): string {
  if (isYaml(given)) return path;
  throw new UsageError(
    `${tidy(given)} is not a flow file.`,
    'Flow files end in .flow.yaml. To read a stream, write - and tell its name with --stdin-filepath.',
  );
}

function inFolder(given: string, { cwd, files }: Search): readonly Found[] {
  const found: Found[] = [];
  const entered = new Set<string>();
  const visit = (shown: string): void => {
    const folder = absolute(cwd, shown);
    const real = files.realPath(folder) ?? folder;
    if (entered.has(real)) return; // a link back to where we came from
    entered.add(real);
    for (const entry of files.list(folder)) {
      const below = tidy(join(shown, entry.name));
      const kind = followed(entry, absolute(cwd, below), files);
      if (kind === 'folder' && !isForeign(entry.name)) visit(below);
      // A link that leads nowhere is told as a file that cannot be read.
      else if ((kind === 'file' || (kind === 'other' && entry.kind === 'link')) && isFlowFile(entry.name))
        found.push({ file: below, path: absolute(cwd, below) });
    }
  };
  visit(given);
  if (found.length > 0) return found;
  throw new NothingFound(`No *.flow.yaml in ${tidy(given)} or below.`, 'To start from a template: trackflow init');
}

function followed(entry: Entry, path: string, files: Files): Entry['kind'] {
  return entry.kind === 'link' ? (files.stat(path)?.kind ?? 'other') : entry.kind;
}

async function inGlob(given: string, search: Search): Promise<readonly Found[]> {
  const { isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(given)) throw missing(given, search);
  const names = (await glob([given], search.cwd, search.files)).filter(isYaml);
  if (names.length === 0) throw new NothingFound(`No YAML file matches ${given}.`);
  return names.map((name) => ({ file: tidy(name), path: absolute(search.cwd, name) }));
}

async function glob(globs: readonly string[], cwd: string, files: Files): Promise<readonly string[]> {
  const tinyglobby = await import('tinyglobby');
  const slashes = globs.map((pattern) => (sep === '\\' ? pattern.replaceAll('\\', '/') : pattern));
  const names = await tinyglobby.glob(slashes, {
    cwd,
    expandDirectories: false,
    ignore: ['**/node_modules/**'],
    fs: adapter(files),
  });
  return names.map(tidy).sort(compare);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Our files in the words of `node:fs`, as tinyglobby asks. */
function adapter(files: Files): object {
  const readdir = (folder: string): object[] => {
    const path = tidy(folder);
    if (files.stat(path)?.kind !== 'folder') return [];
    return files.list(path).map(({ name, kind }) => ({
      name,
      isFile: () => kind === 'file',
      isDirectory: () => kind === 'folder',
      isSymbolicLink: () => kind === 'link',
    }));
  };
  const stat = (path: string): object => {
    const kind = files.stat(tidy(path))?.kind;
    return { isFile: () => kind === 'file', isDirectory: () => kind === 'folder', isSymbolicLink: () => false };
  };
  type Answer<T> = (error: Error | null, value: T) => void;
  return {
    readdir: (path: string, _: unknown, answer: Answer<object[]>) => {
      answer(null, readdir(path));
    },
    stat: (path: string, answer: Answer<object>) => {
      answer(null, stat(path));
    },
    realpath: (path: string, answer: Answer<string>) => {
      answer(null, files.realPath(tidy(path)) ?? path);
    },
  };
}

/** Something of that name is there, and leads to nothing or in a circle. */
export function isDeadLink(path: string, files: Files): boolean {
  const folder = dirname(path);
  if (files.stat(path) !== undefined || files.stat(folder)?.kind !== 'folder') return false;
  return files.list(folder).some(({ name, kind }) => kind === 'link' && name === basename(path));
}

function missing(given: string, { cwd, files }: Search): UsageError {
  const path = absolute(cwd, given);
  const folder = dirname(path);
  const name = basename(path);
  if (isDeadLink(path, files))
    return new UsageError(`${tidy(given)} is a link that leads nowhere.`, 'Mend the link, or take it away.');
  if (files.stat(folder)?.kind !== 'folder') {
    return new UsageError(`There is no ${tidy(given)}.`, `There is no folder ${tidy(dirname(given))} either.`);
  }
  const names = files.list(folder).filter(({ name: there, kind }) => kind === 'folder' || isYaml(there));
  const nearest =
    names.find(({ name: there }) => there === `${name}.flow.yaml` || there === `${name}.yaml`)?.name ??
    suggest(
      name,
      names.map((entry) => entry.name),
    );
  const shown = (there: string): string => tidy(join(dirname(given), there));
  const flows = names.map((entry) => entry.name).filter(isFlowFile);
  const others =
    flows.length > 0 && flows.length <= 5 ? `Flow files there: ${flows.map(shown).join(', ')}.` : undefined;
  return new UsageError(
    `There is no ${tidy(given)}.`,
    nearest === undefined ? others : didYouMean(name, nearest, shown(nearest)),
  );
}

function once(found: readonly Found[], files: Files): readonly Found[] {
  const known = new Set<string>();
  return found.filter(({ path }) => {
    const real = files.realPath(path) ?? path;
    return !known.has(real) && known.add(real);
  });
}
