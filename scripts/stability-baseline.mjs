/**
 * Measures how much small edits move pictures, prints it, and makes it the baseline that no later change may fall behind:
 * test/layout/stability.json.
 *
 *   node scripts/stability-baseline.mjs
 *
 * The measuring is done by the test that holds the baseline, so that both measure the same.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode } from './build/project.mjs';

const file = join(root, 'test/layout/stability.json');
process.env.TRACKFLOW_STABILITY_FIGURES = file;
const test = ['run', '--config', 'vitest.slow.config.ts', '--project', 'stability', '-t', 'is measured'];
runNode('node_modules/vitest/vitest.mjs', ...test);
console.table(JSON.parse(readFileSync(file, 'utf8')));
