/**
 * How long trackflow takes, as ratios measured in one run: `npm run bench [-- --rounds 15] [--json] [--many]`.
 *
 * Milliseconds say more about the machine than about the program, so every contender runs in turn, round after round, and the table
 * sets the medians against an empty Node script and against mermaid-cli. It measures and asserts nothing: a limit that
 * depends on the machine's mood would only teach people to run it again.
 *
 * With `--many`, whole projects are measured instead of one flow: linting a thousand files, building two hundred.
 *
 * mermaid-cli is taken from test/mermaid-cli (`npm ci --prefix test/mermaid-cli`), dot and plantuml from the PATH; what is not there is
 * named as left out.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contenders } from './bench/contenders.mjs';
import { measure } from './bench/measure.mjs';
import { table } from './bench/table.mjs';
import { runNode } from './build/project.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    many: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '9' },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('--rounds is how often each is run: a whole number from 1');
  process.exit(2);
}

runNode('scripts/build.mjs', '--no-types');
const folder = mkdtempSync(join(tmpdir(), 'trackflow-bench-'));
try {
  const { present, absent, nodes } = contenders(folder, { many: values.many });
  const results = measure(present, rounds, { quiet: values.json });
  const report = { node: process.version, cpu: cpus()[0]?.model ?? '', rounds, nodes, results, absent };
  console.log(values.json ? JSON.stringify(report, null, 2) : table(report));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
