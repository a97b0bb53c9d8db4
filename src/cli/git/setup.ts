/**
 * `init --git`: tells git to compare and merge flows by what they mean. Shows first what it would write, and writes nothing unasked.
 *
 * Two places: `.gitattributes`, which is committed and says which files are meant; and the configuration of this clone, which says what
 * git is to call. Git does not take the second from a repository, for good reason: everyone sets up the own clone.
 */
import { join, relative } from 'node:path';
import { exitCodes, NothingFound, UsageError, type ExitCode } from '../exit.js';
import { findInputs } from '../files/find.js';
import { isInside, tidy } from '../files/paths.js';
import { pathsFor } from '../files/project.js';
import type { Files, Host } from '../host/host.js';
import type { Terminal } from '../terminal.js';
import { decode, openRepository, type Repository } from './repository.js';

const ours = 'diff=trackflow merge=trackflow';

/** Flows by their names; each library that one of them uses by its path. */
async function attributesFor({ files }: Host, { top }: Repository): Promise<readonly string[]> {
  const flows = ['*.flow.yaml', '*.flow.yml'];
  const { createLibraries } = await import('../files/libraries.js');
  const libraries = createLibraries(files);
  const used = new Set((await flowsIn(top, files)).flatMap((path) => [...libraries.of(path)]));
  const paths = [...used].filter((path) => isInside(top, path)).map((path) => tidy(relative(top, path)));
  return [...flows, ...paths.sort().flatMap(patternOf)].map((pattern) => `${pattern} ${ours}`);
}

async function flowsIn(top: string, files: Files): Promise<readonly string[]> {
  try {
    return (await findInputs([top], { cwd: top, files })).map(({ path }) => path);
  } catch (error) {
    if (error instanceof NothingFound) return [];
    throw error;
  }
}

/** As `gitattributes` wants it: from the top, without globbing, in quotes where it has spaces. */
function patternOf(path: string): readonly string[] {
  if (/\p{Cc}/u.test(path)) return [];
  const literal = `/${path.replace(/[\\*?[\]]/gu, '\\$&')}`;
  return [/[\s"\\]/u.test(literal) ? JSON.stringify(literal) : literal];
}

export interface SetupAsk {
  readonly yes: boolean;
  readonly undo: boolean;
}

interface Plan {
  /** The new text of `.gitattributes`; undefined if it stays. */
  readonly attributes: string | undefined;
  /** Lines as people read them. */
  readonly lines: readonly string[];
  /** Calls of git that change its configuration. */
  readonly calls: readonly (readonly string[])[];
}

export async function setUpGit(host: Host, terminal: Terminal, { yes, undo }: SetupAsk): Promise<ExitCode> {
  const repository = openRepository(host);
  const path = join(repository.top, '.gitattributes');
  const shown = pathsFor(host)(path);
  const before = host.files.stat(path)?.kind === 'file' ? decode(host.files.read(path)) : '';
  const plan = undo
    ? undoing(before, repository, shown)
    : doing(before, repository, shown, {
        attributes: await attributesFor(host, repository),
        settings: settingsFor(host, repository),
      });
  if (plan.lines.length === 0) {
    terminal.note(
      undo ? 'git is not set up for flows here: nothing to undo.' : 'git is set up for flows here already.',
    );
    return exitCodes.clean;
  }
  terminal.out.write(`${plan.lines.join('\n')}\n`);
  if (!yes && !(await agreed(host, terminal))) return exitCodes.usage;
  if (plan.attributes?.trim() === '') host.remove(path);
  else if (plan.attributes !== undefined) host.files.write(path, new TextEncoder().encode(plan.attributes));
  for (const call of plan.calls) repository.bytes(call);
  terminal.note('');
  const next =
    plan.attributes === undefined ? '' : ` Commit ${shown}; everyone who merges flows runs this once in the own clone.`;
  terminal.note(undo ? 'Done.' : `Done.${next}`);
  return exitCodes.clean;
}

/**
 * The program as git will find it: installed in this repository, or on the PATH. git runs these lines with sh, on Windows too, from the top
 * of the working tree.
 *
 * Where trackflow cannot be started, or fails, git would take our side for the merged text and an empty text for the file; so then git's own
 * merge of lines comes in, and the text as it is. Exit 1 alone says that trackflow has written a result that a person must look at.
 */
function settingsFor(host: Host, { top }: Repository): readonly (readonly [string, string])[] {
  const local = 'node_modules/.bin/trackflow';
  const program = host.files.stat(join(top, local)) === undefined ? 'trackflow' : local;
  const byLines = 'git merge-file -L ours -L base -L theirs --marker-size=%L %A %O %B';
  return [
    ['diff.trackflow.textconv', `f() { ${program} textconv "$1" || cat "$1"; }; f`],
    // What git prints behind @@: the step that a change is in.
    ['diff.trackflow.xfuncname', '^(  [^ ].*|[^ ].*):$'],
    ['merge.trackflow.name', 'flows, merged by ids'],
    ['merge.trackflow.driver', `${program} merge-driver %O %A %B %L %P %S %X %Y || { test $? -ne 1 && ${byLines}; }`],
  ];
}

interface Wanted {
  readonly attributes: readonly string[];
  readonly settings: readonly (readonly [string, string])[];
}

function doing(before: string, repository: Repository, shown: string, { attributes, settings }: Wanted): Plan {
  const lines = before.split(/\r?\n/u).map((line) => line.trim());
  const missing = attributes.filter((line) => !lines.includes(line));
  const newline = before.includes('\r\n') ? '\r\n' : '\n';
  const start = before === '' || before.endsWith('\n') ? before : before + newline;
  const changed = settings.filter(([key, value]) => configured(repository, key) !== value);
  return {
    attributes: missing.length === 0 ? undefined : start + missing.map((line) => line + newline).join(''),
    lines: [
      ...told(`${before === '' ? 'a new file' : 'added to'} ${shown}:`, missing),
      ...told(
        'in the git configuration of this clone:',
        changed.map(([key, value]) => `${key} = ${value}`),
      ),
    ],
    calls: changed.map(([key, value]) => ['config', '--local', key, value]),
  };
}

function undoing(before: string, repository: Repository, shown: string): Plan {
  const isOurs = (line: string): boolean => line.trim().endsWith(` ${ours}`) && !line.trim().startsWith('#');
  const gone = before.split('\n').filter(isOurs);
  const sections = ['diff.trackflow', 'merge.trackflow'].filter(
    (section) => repository.ask(['config', '--local', '--get-regexp', `^${section.replace('.', '[.]')}[.]`]).exit === 0,
  );
  const rest = before.split('\n').filter((line) => !isOurs(line));
  const left = gone.length === 0 ? undefined : rest.join('\n');
  return {
    attributes: left,
    lines: [
      ...told(
        left?.trim() === '' ? `${shown} is removed, with:` : `taken out of ${shown}:`,
        gone.map((line) => line.trim()),
      ),
      ...told('taken out of the git configuration of this clone:', sections),
    ],
    calls: sections.map((section) => ['config', '--local', '--remove-section', section]),
  };
}

function told(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

function configured(repository: Repository, key: string): string | undefined {
  const { exit, stdout } = repository.ask(['config', '--local', '--get', key]);
  return exit === 0 ? decode(stdout).replace(/\n$/u, '') : undefined;
}

async function agreed(host: Host, terminal: Terminal): Promise<boolean> {
  if (!host.stdinIsTTY || !host.stderr.isTTY) {
    throw new UsageError('Nothing was written, because there is nobody to ask.', 'To agree beforehand, add --yes.');
  }
  terminal.err.write('\nWrite this? [y/N] ');
  const answer = decode(await host.readStdin(0))
    .trim()
    .toLowerCase();
  if (answer === 'y') return true;
  terminal.note('Nothing was written.');
  return false;
}
