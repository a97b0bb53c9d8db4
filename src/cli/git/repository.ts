/**
 * A repository, and asking its git: every question of the program goes through here, so that what git cannot do becomes a usage error
 * in our words, with what to do about it.
 */
import { resolve } from 'node:path';
import { UsageError } from '../exit.js';
import type { GitAnswer, Host } from '../host/host.js';

export interface Repository {
  /** Its working tree, absolute, in the machine's own spelling. */
  readonly top: string;
  /** Not all of the history is here. */
  readonly shallow: boolean;
  /** Throws only where there is no git. */
  ask(args: readonly string[], input?: string | Uint8Array): GitAnswer;
  /** What git prints, as bytes. Throws `UsageError` with git's own reason if it fails. */
  bytes(args: readonly string[], input?: string | Uint8Array): Uint8Array;
  text(args: readonly string[], input?: string | Uint8Array): string;
}

/** The folder is in no repository. */
export class NoRepository extends UsageError {}

/** The repository that a folder belongs to. Throws `UsageError` where there is none, or no git. */
export function openRepository(host: Host, folder = host.cwd): Repository {
  const ask = asking(host, folder);
  const found = ask(['rev-parse', '--is-inside-work-tree', '--is-shallow-repository', '--show-cdup']);
  if (found.exit !== 0) throw notThere(found.stderr);
  const [inside, shallow, up = ''] = decode(found.stdout).split('\n');
  if (inside !== 'true') {
    throw new UsageError('This git repository has no working tree.', 'Run trackflow in a clone that has one.');
  }
  const top = resolve(folder, up);
  return { top, shallow: shallow === 'true', ...questions(asking(host, top)) };
}

/** The repository, where there is one and a git to read it. For what is only a little better with one. */
export function findRepository(host: Host, folder = host.cwd): Repository | undefined {
  try {
    return openRepository(host, folder);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

function asking(host: Host, folder: string): Repository['ask'] {
  return (args, input) => {
    const answer = host.git(folder, args, input);
    if (answer !== undefined) return answer;
    throw new UsageError(
      'git is not installed, or not on the PATH.',
      'Revisions and history are read with git: install it from https://git-scm.com, or compare two files.',
    );
  };
}

function questions(ask: Repository['ask']): Pick<Repository, 'ask' | 'bytes' | 'text'> {
  const bytes: Repository['bytes'] = (args, input) => {
    const { exit, stdout, stderr } = ask(args, input);
    if (exit === 0) return stdout;
    throw new UsageError(`git ${args[0] ?? ''} failed: ${reasonOf(stderr)}.`);
  };
  return { ask, bytes, text: (args, input) => decode(bytes(args, input)) };
}

function notThere(stderr: string): UsageError {
  const owned = /safe\.directory '?([^\n']+?)'?\n/u.exec(stderr)?.[1];
  if (owned !== undefined) {
    return new UsageError(
      'git does not trust this repository, because its folder belongs to another user.',
      `If you do: git config --global --add safe.directory ${owned}`,
    );
  }
  if (stderr.includes('not a git repository')) {
    return new NoRepository('This folder is not in a git repository.', 'To make it one: git init');
  }
  return new UsageError(`git cannot read this repository: ${reasonOf(stderr)}.`);
}

/** The first line of what git complains of. */
export function reasonOf(stderr: string): string {
  const [line = ''] = stderr.split('\n').filter((each) => /^(?:fatal|error): /u.test(each));
  const said = (line || stderr.trim().split('\n', 1).join('')).replace(/^(?:fatal|error): /u, '').replace(/\.$/u, '');
  return said === '' ? 'it did not say why' : said;
}

/** Names that are no UTF-8 come out with replacement characters, and are then not found again: told as missing. */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** The parts of an answer in the form `-z`. */
export function cut(answer: string): readonly string[] {
  return answer.split('\0').slice(0, -1);
}
