/**
 * What the merge driver does: reads the three versions that git has written to files, merges them, and writes the result where git
 * expects it. Exit 1 tells git that a person must decide.
 *
 * What cannot be read as a text is left as ours has it, as git does with files that it takes for binary.
 */
import { dirname } from 'node:path';
import type { MergedFlow } from '../../app/merge.js';
import type { Labels, Renaming } from '../../source/merge/index.js';
import { oneLine } from '../../base/printable.js';
import { plural } from '../../report/tally.js';
import { exitCodes, UsageError, type ExitCode } from '../exit.js';
import { createReader } from '../files/load.js';
import { absolute, tidy } from '../files/paths.js';
import { findProject } from '../files/project.js';
import type { Host } from '../host/host.js';
import type { Terminal } from '../terminal.js';
import { findRepository } from './repository.js';

export async function runMergeDriver(host: Host, terminal: Terminal, args: readonly string[]): Promise<ExitCode> {
  const [base = '', ours = '', theirs = '', size = '7', path = ours, ...names] = args;
  const markerSize = Number(size);
  if (!/^\d{1,3}$/u.test(size) || markerSize < 1) {
    throw new UsageError(`${JSON.stringify(size)} is no size of a conflict marker.`, 'A whole number is needed: 7.');
  }
  const [{ decode }, { isMergeable }, { mergeFlows }] = await Promise.all([
    import('../../source/index.js'),
    import('../../source/merge/index.js'),
    import('../../app/merge.js'),
  ]);
  const file = tidy(path);
  const versions = [base, ours, theirs].map((each) => decode(file, host.files.read(absolute(host.cwd, each))));
  const texts: string[] = [];
  for (const version of versions) {
    if ('text' in version && isMergeable(version.text)) {
      texts.push(version.text);
      continue;
    }
    const reason = 'text' in version ? 'There are control characters in one of its versions.' : version.refused.message;
    terminal.complain(`${file} was not merged, and is as our side has it: ${reason}`);
    return exitCodes.findings;
  }
  const [baseText = '', oursText = '', theirsText = ''] = texts;

  const { root } = findProject(dirname(absolute(host.cwd, path)), host.cwd, host.files);
  const { load } = createReader({ cwd: host.cwd, files: host.files, root });
  const merged = mergeFlows(
    { base: baseText, ours: oursText, theirs: theirsText },
    { file, load, root: tidy(root) },
    {
      size: markerSize,
      withBase: asksForBase(host),
      labels: labelsOf(names, host.env),
    },
  );
  host.files.write(absolute(host.cwd, ours), new TextEncoder().encode(merged.text));
  for (const line of reasons(merged)) terminal.note(`${file}: ${line}`);
  const named = inShell(file);
  if (merged.conflicts > 0) {
    terminal.note(
      `${file}: ${plural(merged.conflicts, 'conflict')}; decide between the markers, then: git add ${named}`,
    );
  } else if (merged.broken.length > 0) {
    terminal.note(`${file}: merged, but not valid; mend it, then: trackflow validate ${named} && git add ${named}`);
  }
  return merged.conflicts > 0 || merged.broken.length > 0 ? exitCodes.findings : exitCodes.clean;
}

/**
 * What git calls the three versions: `main`, `HEAD`, a commit and its subject. An older git leaves its words `%S %X %Y` as they are; but of the
 * branch that `git merge` was given it tells in a variable of the environment.
 */
function labelsOf([base, ours, theirs]: readonly string[], env: Host['env']): Labels {
  const merged = Object.entries(env).flatMap(([name, value]) => (name.startsWith('GITHEAD_') ? [value] : []));
  const label = (name: string | undefined, otherwise: string): string => {
    const given = oneLine(name ?? '');
    return given === '' || /^%[A-Z]$/u.test(given) ? otherwise : given;
  };
  return {
    base: label(base, 'base'),
    ours: label(ours, 'ours'),
    theirs: label(theirs, label(merged.length === 1 ? merged[0] : undefined, 'theirs')),
  };
}

/** `merge.conflictStyle` of git; without a repository, what git does by default. */
function asksForBase(host: Host): boolean {
  const answer = findRepository(host)?.ask(['config', '--get', 'merge.conflictStyle']);
  return answer?.exit === 0 && /^z?diff3\s*$/u.test(new TextDecoder().decode(answer.stdout));
}

/** What cannot be seen between the markers. */
function* reasons({
  broken,
  brokenIf,
  renamed,
  renamedInConflict,
  lineEndsOfTheirs,
  anchors,
  by,
}: MergedFlow): Iterable<string> {
  const told = new Set<Renaming>();
  for (const { message, hint } of broken) {
    const cause = renamed.find(({ from }) => message.includes(`"${from}"`));
    if (cause) told.add(cause);
    const why =
      cause && ` One side has renamed ${cause.from} to ${cause.to}, and the other still refers to ${cause.from}.`;
    // No line numbers: those of the file with markers are others.
    yield `together, the two sides are not valid: ${message}${why ?? (hint === undefined ? '' : ` ${hint}`)}`;
  }
  for (const renaming of renamedInConflict) {
    if (told.has(renaming)) continue;
    const { from, to, side } = renaming;
    const [one, other] = side === 'ours' ? ['our', 'the other'] : ['the other', 'our'];
    yield `${one} side has renamed ${from} to ${to}; where you keep the words of ${other} side, write ${to}.`;
  }
  for (const [side, errors] of [
    ['our', brokenIf.ours],
    ['the other', brokenIf.theirs],
  ] as const) {
    const others = errors.filter(({ message }) => !renamedInConflict.some(({ from }) => message.includes(`"${from}"`)));
    const told = [...new Set(others.map(({ message }) => message))];
    if (told.length === 0) continue;
    const more = told.length > 2 ? ` And ${plural(told.length - 2, 'error')} more.` : '';
    yield `where you keep the words of ${side} side, the flow is not valid with what was merged: ${told.slice(0, 2).join(' ')}${more}`;
  }
  for (const anchor of anchors) {
    yield `one side has changed what &${anchor} says, and the other has put something else in place of *${anchor}.`;
  }
  if (lineEndsOfTheirs !== undefined)
    yield `the other side has changed all line ends to ${lineEndsOfTheirs}; they stay as our side has them.`;
  if (by === 'file') yield 'no part of it could be merged without losing a change, so the whole file is one conflict.';
}

/** Ready to be pasted. */
function inShell(path: string): string {
  return /^[\p{L}\p{N}_./-]+$/u.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
