/**
 * Runs `trackflow diff` from where a pull request left its base to its head: a page with the picture, the text of the comment, annotations.
 *
 * Both sides are read from git's store, not from the working tree. It has no token, and loads no plugin.
 */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotate, annotations, git, input, output, trackflow, words } from './runner.mjs';

const folder = mkdtempSync(join(input('RUNNER_TEMP'), 'trackflow-diff-'));
// The name of the artifact is that of the file: of two folders in one job, each has its own.
const where = (input('WORKING_DIRECTORY').match(/[\w-][\w.-]*/gu) ?? []).join('-');
const [comment, github, json, page] = [
  'comment.md',
  'annotations',
  'diff.json',
  `trackflow-diff${where === '' ? '' : `-${where}`}.html`,
].map((file) => join(folder, file));

// GitHub shows ten warnings of a step, and this one must be among them.
for (const file of settings())
  annotate(
    'warning',
    'The check goes by this file as the pull request has it: see whether it asks for less than before.',
    file,
  );

// The picture comes last: whatever happens to it, the rest is there.
const formats = ['pretty', `github:${github}`, `markdown:${comment}`, `json:${json}`, `html:${page}`];
const language = input('COMMENT_LANG');
const exit = trackflow([
  'diff',
  ...[input('BEFORE'), input('AFTER'), '--format', formats.join(',')],
  ...(language === '' ? [] : ['--lang', language]),
  '--',
  ...words(input('PATHS')),
]);
annotations(github);
// 1: a flow has errors on one side. The comment says so, and to fail for it is the part of `check`.
if (exit > 1 && !existsSync(json)) process.exit(exit);
if (exit > 1) annotate('warning', 'The picture could not be drawn; the log says why.');

const { flows, skipped } = JSON.parse(readFileSync(json, 'utf8'));
output('comment', comment);
output('says', String(flows.length > 0 || skipped.length > 0));
if (flows.length > 0 && existsSync(page)) output('page', page);

/** What decides how severe the check is, and has been changed. */
function settings() {
  const baseline = input('BASELINE');
  const { stdout } = git([
    ...['diff', '--name-only', '-z', '--no-renames', input('BEFORE'), input('AFTER'), '--'],
    ':(top,glob)**/trackflow.config.yaml',
    ...(baseline === '' ? [] : [`:(literal)${baseline}`]),
  ]);
  return stdout.split('\0').filter((file) => file !== '');
}
