/**
 * Runs the git of this machine: without a shell, without questions, in English, and never as part of another git's run.
 *
 * Apart from the rest of the host because it is the only place that starts another program. The program's name is fixed, and what is
 * given to it are words of ours; names and revisions of the user go behind `--` or `--end-of-options` (`../git/`).
 */
import type { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Git } from './host.js';

/** Not read at start-up: most commands need no git. */
const spawn = (): typeof spawnSync => process.getBuiltinModule('node:child_process').spawnSync;

/**
 * Before every command: nothing that a configuration file may ask for, and that would run a program or colour a line. Nor is a folder
 * among the files of a repository taken for a bare one: its configuration would be whatever somebody has committed there.
 */
const always: readonly string[] = [
  '--no-pager',
  '--literal-pathspecs',
  ...[
    'core.quotepath=off',
    'core.fsmonitor=false',
    'color.ui=never',
    'log.showSignature=false',
    'safe.bareRepository=explicit',
  ].flatMap((setting) => ['-c', setting]),
];

export const runGit: Git = (folder, args, input) => {
  const { status, error, stdout, stderr } = spawn()('git', [...always, ...args], {
    cwd: folder,
    env: environment(process.env, process.cwd()),
    input: input ?? '',
    maxBuffer: Number.POSITIVE_INFINITY,
    windowsHide: true,
  });
  if (error !== undefined) {
    if ('code' in error && error.code === 'ENOENT') return undefined;
    return { exit: 128, stdout: new Uint8Array(), stderr: `git could not be run: ${error.message}` };
  }
  // Killed by a signal: no answer that could be trusted.
  return { exit: status ?? 128, stdout, stderr: new TextDecoder().decode(stderr) };
};

/**
 * A hook or a merge driver hears from git in which repository it runs. We look for it ourselves, from the file that was named; only the
 * index that a commit is being made of counts, and its path is told as seen from the working folder.
 */
export function environment(env: NodeJS.ProcessEnv, cwd: string): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !ofAnotherRun.includes(name));
  const index = env['GIT_INDEX_FILE'];
  return {
    ...Object.fromEntries(kept),
    ...(index !== undefined && { GIT_INDEX_FILE: resolve(cwd, index) }),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_PAGER: 'cat',
  };
}

const ofAnotherRun: readonly string[] = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_NAMESPACE',
  'GIT_PREFIX',
  'GIT_EXTERNAL_DIFF',
  'GIT_DIFF_OPTS',
  'LANGUAGE',
  'GIT_TRACE',
];
