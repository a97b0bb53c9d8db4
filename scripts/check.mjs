/**
 * Everything that must be in order before a change goes in: `npm run check`.
 *
 *   node scripts/check.mjs [step …] [--skip step,step]
 *
 * Every step runs even if an earlier one failed, so that one run shows all that is wrong; a failed build alone ends it, because the others
 * would only repeat its message.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { root } from './build/project.mjs';

const steps = {
  build: ['scripts/build.mjs'],
  types: ['node_modules/typescript/bin/tsc', '--noEmit'],
  'types in browsers': ['node_modules/typescript/bin/tsc', '-p', 'src/site/client'],
  lint: ['node_modules/eslint/bin/eslint.js', '.'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  docs: ['scripts/docs.mjs', '--check'],
  publint: ['node_modules/publint/src/cli.js', '--strict'],
  tests: ['node_modules/vitest/vitest.mjs', 'run'],
  package: ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.slow.config.ts', '--project', 'package'],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { skip: { type: 'string', default: '' } },
});
const skipped = values.skip.split(',').filter(Boolean);
const unknown = [...positionals, ...skipped].filter((name) => !Object.hasOwn(steps, name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are ${Object.keys(steps).join(', ')}.`);
  process.exit(2);
}

const wanted = Object.keys(steps).filter(
  (name) => (positionals.length === 0 || positionals.includes(name)) && !skipped.includes(name),
);
const results = [];
for (const name of wanted) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const start = performance.now();
  const { status } = spawnSync(process.execPath, steps[name], { cwd: root, stdio: 'inherit' });
  results.push({ name, ok: status === 0, seconds: ((performance.now() - start) / 1000).toFixed(1) });
  if (name === 'build' && status !== 0) break;
}

console.log(`\n${'─'.repeat(64)}`);
for (const { name, ok, seconds } of results)
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(10)} ${seconds.padStart(6)} s`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
