/**
 * Where artifacts go: which file each becomes, what must not be overwritten, and the writing.
 *
 * Everything is decided before the first byte is written, so that a refused run leaves no trace. Invariant: no YAML file is ever
 * written over, because somebody's work may be in it; none is written where only a link leads, out of the folder that was asked for; and a
 * file whose bytes would not change is left alone.
 */
import { basename, dirname, extname, join, sep } from 'node:path';
import { UsageError } from '../exit.js';
import { sameBytes, type Files } from '../host/host.js';
import { absolute, tidy } from './paths.js';
import { leavesProject } from './project.js';

export type Target =
  | { readonly kind: 'stdout' }
  /** Exactly this file. */
  | { readonly kind: 'file'; readonly path: string }
  /** `within`: folders that no file in it may lead out of by a link; absent: the folder itself. */
  | { readonly kind: 'folder'; readonly path: string; readonly within?: readonly string[] };

/** What `-o` means: `-`, a folder (it exists, or ends in a slash, or has no extension), else a file. */
export function targetOf(given: string, cwd: string, files: Files): Target {
  if (given === '-') return { kind: 'stdout' };
  if (given === '') throw new UsageError('An empty path was given to --out.');
  const path = absolute(cwd, given);
  const standing = files.stat(path)?.kind;
  if (standing === 'folder' || (standing === undefined && looksLikeFolder(given))) return { kind: 'folder', path };
  return { kind: 'file', path };
}

function looksLikeFolder(given: string): boolean {
  return given.endsWith('/') || given.endsWith(sep) || extname(given) === '';
}

export interface Wanted {
  /** The artifact's own name. */
  readonly name: string;
  /** The flow that it is made from, as shown to people. */
  readonly from: string;
  readonly target: Exclude<Target, { kind: 'stdout' }>;
}

/** The path of each artifact. Throws `UsageError` if two would be the same file, or if one would overwrite a source. */
export function placesFor(
  wanted: readonly Wanted[],
  {
    files,
    sources,
    shown: show,
  }: { readonly files: Files; readonly sources: readonly string[]; readonly shown: (path: string) => string },
): readonly string[] {
  const taken = new Map<string, Wanted>();
  const kept = new Set(sources.map((path) => files.realPath(path) ?? path));
  return wanted.map((artifact) => {
    const { target } = artifact;
    const path = target.kind === 'file' ? target.path : join(target.path, artifact.name);
    const shown = show(path);
    // Names that differ in case only are one file on Windows and macOS.
    const key = path.normalize('NFC').toLowerCase();
    const other = taken.get(key);
    if (other) throw new UsageError(...sameFile(shown, other, artifact));
    taken.set(key, artifact);

    if (target.kind === 'folder') refuseLinkOut(path, target.within ?? [target.path], files, shown);
    const real = files.realPath(path) ?? path;
    if (kept.has(real) || (/\.ya?ml$/iu.test(basename(real)) && files.stat(real) !== undefined)) {
      throw new UsageError(
        `${shown} is a source file; trackflow never writes over one.`,
        'Name another file or a folder with --out.',
      );
    }
    if (files.stat(path)?.kind === 'folder')
      throw new UsageError(`${shown} is a folder; a file of that name was to be written.`);
    return path;
  });
}

/** Whoever can commit a link must not be able to have files elsewhere written over. Throws `UsageError`. */
export function refuseLinkOut(path: string, within: readonly string[], files: Files, shown: string): void {
  if (within.some((root) => !leavesProject({ root }, path, files))) return;
  const real = files.realPath(path) ?? files.realPath(dirname(path));
  throw new UsageError(
    `${shown} leads out of its folder by a link${real === undefined ? '' : `, to ${tidy(real)}`}; nothing is written there.`,
    'Take the link away: a file is then made in its place.',
  );
}

function sameFile(shown: string, first: Wanted, second: Wanted): [string, string] {
  if (first.name !== second.name && first.from === second.from) {
    return [
      `Nothing was written, because two outputs of ${first.from} would be the same file on some machines: ${first.name} and ${second.name} differ only in capital letters.`,
      'Ask for one of the two.',
    ];
  }
  return [
    `Nothing was written, because two outputs would be the same file: ${shown}, from ${first.from} and from ${second.from}.`,
    'Outputs are named after the flow file: rename one of the two, or render them one by one into different folders.',
  ];
}

/** Writes one file if its bytes change; tells what it did. */
export function writeOutput(path: string, content: string | Uint8Array, files: Files): 'wrote' | 'unchanged' {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  if (files.stat(path)?.kind === 'file' && sameBytes(files.read(path), bytes)) return 'unchanged';
  files.write(path, bytes);
  return 'wrote';
}

/** What a file name says of its format: the longest extension that fits, so that `.sop.md` comes before `.md`. */
export function formatOfName<T extends { readonly extension: string }>(
  path: string,
  formats: readonly T[],
): T | undefined {
  const name = basename(tidy(path)).toLowerCase();
  const fits = formats.filter(({ extension }) => name.endsWith(extension));
  const best = fits.sort((a, b) => b.extension.length - a.extension.length)[0];
  if (best !== undefined) return best;
  // A name such as handbook.md has only the last part of an extension such as .sop.md.
  return formats.find(({ extension }) => name.endsWith(extension.slice(extension.lastIndexOf('.'))));
}

/**
 * What stands against writing one of these formats to a file that was named: its extension is that of something else, and whoever
 * opens the file would be told that it is broken. Undefined if the name fits, or has no extension.
 */
export function misnamed(path: string, formats: readonly { readonly extension: string }[]): string | undefined {
  const ending = extname(path).toLowerCase();
  if (ending === '' || formats.some(({ extension }) => extname(`x${extension}`) === ending)) return undefined;
  const stem = tidy(path).replace(/\/+$/u, '').slice(0, -ending.length);
  return `Name it ${formats.map(({ extension }) => stem + extname(`x${extension}`)).join(' or ')}.`;
}
