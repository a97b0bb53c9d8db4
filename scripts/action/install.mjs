/**
 * Puts trackflow where nothing of the checkout has a say in it, and tells the other steps where.
 *
 * What lies in the workspace of a pull request is its author's: node_modules, package.json, a .npmrc that names another registry. npm
 * therefore runs in a folder of the runner, where it reads none of these, and runs no script of any package. Only for commits that are in
 * the repository already, a trackflow that an earlier step has installed in the project is taken.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fail, input, log, output } from './runner.mjs';

/** Whoever starts a run by these has the right to write to the repository. */
const trusted = ['push', 'schedule', 'workflow_dispatch', 'repository_dispatch', 'release'];
const bin = 'node_modules/trackflow/bin/trackflow.js';

const wanted = input('VERSION');
if (!/^[\w.+~^-]*$/u.test(wanted)) fail(`version: ${JSON.stringify(wanted)} is no version of trackflow.`);
const own = wanted === '' && trusted.includes(input('GITHUB_EVENT_NAME')) ? ofProject() : undefined;
const place = own ?? installed(wanted === '' ? ofAction() : wanted);
log(`trackflow ${versionOf(place)} from ${place}`);
output('bin', place);

/** In the working folder or above it, up to the workspace. */
function ofProject() {
  const top = input('GITHUB_WORKSPACE');
  for (let at = process.cwd(); !relative(top, at).startsWith('..'); at = dirname(at)) {
    if (existsSync(join(at, bin))) return join(at, bin);
    if (at === dirname(at)) break;
  }
  return undefined;
}

/** So that whoever pins the action has pinned trackflow. */
function ofAction() {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
}

function versionOf(program) {
  return JSON.parse(readFileSync(join(dirname(program), '../package.json'), 'utf8')).version;
}

function installed(version) {
  const folder = join(input('RUNNER_TEMP'), 'trackflow', version.replace(/[^\w.-]/gu, '_'));
  const program = join(folder, bin);
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  // A project of its own, or npm would take one around it.
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
  const options = ['--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
  // On Windows npm is a batch file, which only a shell runs; no word of this line needs quotes but the folder, which is the runner's.
  const windows = process.platform === 'win32';
  const words = ['install', ...options, `trackflow@${version}`].map((word) => (windows ? `"${word}"` : word));
  const { status, error } = spawnSync('npm', words, { cwd: folder, shell: windows, stdio: ['ignore', 1, 1] });
  if (error !== undefined)
    fail(`npm could not be run: ${error.message}. The action needs Node.js 20.19 or later on the runner.`);
  if (status !== 0 || !existsSync(program))
    fail(`trackflow ${version} could not be installed; npm says above why. To choose another: version.`);
  return program;
}
