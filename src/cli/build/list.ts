/**
 * The list of outputs that is kept beside them where they are committed (`check: {outputs: true}`): which flow each was made of, and what was
 * written. By it a clone, which has no memory, knows what no flow makes any more.
 *
 * What must stay true: it names only files that trackflow has written, and a list that was edited or merged badly makes nothing worse: what
 * cannot be understood is passed over, and whoever writes the list can have nothing removed outside of the folder, nor any YAML.
 */
import { join, posix, relative } from 'node:path';
import { sameBytes, type Host } from '../host/host.js';
import { leavesProject } from '../files/project.js';
import { tidy } from '../files/paths.js';
import { onDisk, type BuildProject } from './project.js';

export const listName = '.trackflow-outputs.json';

export interface Listed {
  /** Relative to the project, with `/`. */
  readonly path: string;
  /** The flow, as the project names it; empty where it is not known. */
  readonly of: string;
  readonly hash: string;
}

/** Empty where there is none. */
export function readList({ files }: Host, { out, open: { project } }: BuildProject): readonly Listed[] {
  const path = join(out, listName);
  if (files.stat(path)?.kind !== 'file' || leavesProject(project, path, files)) return [];
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder().decode(files.read(path)));
  } catch {
    return [];
  }
  if (!isObject(data) || data['trackflow-outputs'] !== 1 || !isObject(data['files'])) return [];
  return Object.entries(data['files']).flatMap(([name, said]): Listed[] => {
    if (!isObject(said) || typeof said['of'] !== 'string' || typeof said['hash'] !== 'string') return [];
    const at = join(out, name);
    if (!isBelow(name) || /\.ya?ml$/iu.test(name) || leavesProject(project, at, files)) return [];
    return [{ path: tidy(relative(project.root, at)), of: said['of'], hash: said['hash'] }];
  });
}

/** `made`: all that there should be. `others`: what else stays listed; of two for one path the one that is on the disk, else the last. */
export function writeList(host: Host, project: BuildProject, made: readonly Listed[], others: readonly Listed[]): void {
  const { out, open } = project;
  const { root } = open.project;
  const path = join(out, listName);
  if (leavesProject(open.project, path, host.files)) return;
  const all = new Map<string, Listed>();
  const isStanding = (each: Listed): boolean => onDisk(host, project, each) === each.hash;
  for (const each of [...others.filter((one) => !isStanding(one)), ...others.filter(isStanding)])
    all.set(each.path, each);
  for (const each of made) all.set(each.path, each);
  const lines = [...all.values()]
    .map(({ path: at, of, hash }) => ({ name: tidy(relative(out, join(root, at))), of, hash }))
    .filter(({ name }) => isBelow(name)) // of another folder, before the project file said this one
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, of, hash }) => `    ${JSON.stringify(name)}: ${JSON.stringify({ of, hash })}`);
  const list = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  const bytes = new TextEncoder().encode(`{\n  "trackflow-outputs": 1,\n  "files": ${list}\n}\n`);
  if (host.files.stat(path)?.kind === 'file' && sameBytes(host.files.read(path), bytes)) return;
  host.files.write(path, bytes);
}

function isBelow(path: string): boolean {
  return path !== '' && posix.normalize(path) === path && !posix.isAbsolute(path) && !path.startsWith('..');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
