/**
 * What the steps of the action ask of the runner: its folders and files, its log, and git.
 *
 * Everything comes in through the environment. Plain Node, because the steps run from the action's own folder, where nothing is installed.
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const input = (name) => process.env[name] ?? '';
export const words = (text) => text.split(/\s+/u).filter((word) => word !== '');

/** For a later step. None of ours has more than one line. */
export function output(name, value) {
  appendFileSync(input('GITHUB_OUTPUT'), `${name}=${value}\n`);
}

/** Below what earlier steps have written there. */
export function summarise(file) {
  if (existsSync(file)) appendFileSync(input('GITHUB_STEP_SUMMARY'), `${readFileSync(file, 'utf8').trimEnd()}\n\n`);
}

/** At once, so that it stands in the log before what another program prints next. */
export function log(text) {
  writeSync(1, `${text}\n`);
}

/** `level`: notice, warning or error. `file`: its path from the top of the repository. */
export function annotate(level, text, file) {
  const data = (said) => said.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const place = file === undefined ? '' : `file=${data(file).replaceAll(':', '%3A').replaceAll(',', '%2C')},line=1,`;
  log(`::${level} ${place}title=trackflow::${data(text)}`);
}

/** Ends the step: it cannot do what it is there for. */
export function fail(text) {
  annotate('error', text);
  process.exit(1);
}

/**
 * Runs trackflow; its exit code. What it prints has texts of a pull request in it, and a line of such a text may look like a command to the
 * runner: until it is done, the runner listens to none. Both streams go one way, so that nothing is read after that.
 */
export function trackflow(args) {
  const token = randomUUID();
  log(`::stop-commands::${token}`);
  const { status, error } = spawnSync(process.execPath, [input('TRACKFLOW'), ...args], {
    env: gitEnvironment(),
    stdio: ['ignore', 1, 1],
  });
  // It may have ended within a line.
  log(`\n::${token}::`);
  if (error !== undefined) fail(`trackflow could not be run: ${error.message}`);
  return status ?? 3;
}

/** `settings`: of git's configuration, for this run. */
export function git(args, settings) {
  const { status, stdout, stderr, error } = spawnSync('git', args, { encoding: 'utf8', env: gitEnvironment(settings) });
  if (error !== undefined) fail(`git could not be run: ${error.message}`);
  return { status, stdout, stderr };
}

/** Commands that trackflow has written for the runner, each a line of its own, with all that is not ours escaped. */
export function annotations(file) {
  if (existsSync(file)) writeSync(1, readFileSync(file));
}

/** The top of the repository around the working folder; undefined where there is none. */
export function repository() {
  for (let at = process.cwd(); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/**
 * What git is told besides: in a container the checkout belongs to another user; no question is ever asked; and a folder of the pull
 * request that looks like a bare repository is none.
 */
export function gitEnvironment(more = {}) {
  const top = repository();
  const settings = {
    ...(top !== undefined && { 'safe.directory': top.replaceAll('\\', '/') }),
    'safe.bareRepository': 'explicit',
    'core.fsmonitor': 'false',
    ...more,
  };
  const before = Number(process.env.GIT_CONFIG_COUNT ?? 0);
  const told = Object.entries(settings).flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${before + index}`, key],
    [`GIT_CONFIG_VALUE_${before + index}`, value],
  ]);
  return {
    ...process.env,
    ...Object.fromEntries(told),
    GIT_CONFIG_COUNT: String(before + Object.keys(settings).length),
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}
