/** Runs `trackflow check` as the inputs say, prints annotations, and adds to the summary of the job. Ends as `check` does. */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { annotations, input, summarise, trackflow, words } from './runner.mjs';

const folder = mkdtempSync(join(input('RUNNER_TEMP'), 'trackflow-check-'));
const [summary, github] = ['summary.md', 'annotations'].map((name) => join(folder, name));
const sarif = input('SARIF');
const formats = ['pretty', `github:${github}`, `markdown:${summary}`, ...(sarif === '' ? [] : [`sarif:${sarif}`])];
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
const given = [
  ['--fail-on', input('FAIL_ON')],
  ['--preset', input('PRESET')],
  ['--max-warnings', input('MAX_WARNINGS')],
  ['--baseline', input('BASELINE')],
].flatMap(([option, value]) => (value === '' ? [] : [option, value]));
const plugins = input('PLUGINS') === 'true' ? [] : ['--no-plugins'];

process.exitCode = trackflow([
  'check',
  ...['--format', formats.join(','), '--today', today.join('-')],
  ...given,
  ...plugins,
  '--',
  ...words(input('PATHS')),
]);
annotations(github);
summarise(summary);
