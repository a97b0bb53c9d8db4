/**
 * Adds up vitest's JSON reports and ends with `N passed, N failed`: `node scripts/tally.mjs FOLDER`.
 *
 * Counts what really ran: a run that was told to run and ran nothing is a failure, and so is a test file that could not be read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
const reports = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));

const files = reports.flatMap(({ testResults }) => testResults);
const count = (...statuses) =>
  files.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => statuses.includes(status)).length;

const unread = files.filter(
  ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
);
const passed = count('passed');
const failed = count('failed') + unread.length;
const skipped = count('skipped', 'pending', 'todo', 'disabled');

for (const { name, message } of unread) console.log(`Could not be run: ${name}\n${message}`);
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;
