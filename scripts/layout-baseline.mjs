/**
 * Measures the pictures of all models and examples, prints the figures, and makes them the baseline that no later change may
 * fall behind: test/layout/corpus/baseline.json. Those without lanes are also laid out by ELK alone, with crossings that go into
 * flat-elk.json beside it, and are printed next to ours.
 *
 *   node scripts/layout-baseline.mjs [--dry]      --dry writes nothing
 *
 * The drawing is done by the test that holds the baseline, so that both measure the same. Times are printed and not kept: they
 * say more about the machine.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { root, runNode } from './build/project.mjs';

const file = join(root, 'test/layout/corpus/baseline.json');
const flatFile = join(root, 'test/layout/corpus/flat-elk.json');
const folder = mkdtempSync(join(tmpdir(), 'trackflow-layout-'));
process.env.TRACKFLOW_LAYOUT_FIGURES = join(folder, 'figures.json');
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

runNode(
  'node_modules/vitest/vitest.mjs',
  'run',
  '--project',
  'unit',
  'test/layout/corpus.test.ts',
  '-t',
  'is measured',
);
const { figures: measured, flat, beside } = JSON.parse(readFileSync(process.env.TRACKFLOW_LAYOUT_FIGURES, 'utf8'));

const columns = [
  'pictures',
  'connections',
  'crossings/c',
  'no crossing',
  'bends/c',
  'detour px/c',
  'level',
  'level/open',
  'straight',
  'aspect',
  'page',
];
const blemishes = ['coveredClocks', 'coveredBarNames', 'farLabels', 'brokenWords', 'cutNames'];
const share = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)} %`);
const row = (name, cells) => console.log(name.padEnd(32) + cells.map((cell) => String(cell).padStart(16)).join(''));

row('', columns);
for (const [set, { totals }] of Object.entries(measured)) {
  for (const [direction, of] of Object.entries(totals)) {
    row(`${set}, ${direction}`, [
      of.pictures,
      of.connections,
      (of.crossings / of.connections).toFixed(4),
      share(of.withoutCrossing, of.pictures),
      (of.bends / of.connections).toFixed(3),
      (of.detours / of.connections).toFixed(1),
      share(of.levelHandoffs, of.handoffs),
      share(of.levelHandoffs, of.openHandoffs),
      share(of.straightMain, of.main),
      of.medianAspect.toFixed(2),
      share(of.pageLike, of.pictures),
    ]);
  }
}
console.log('\nBlemishes, and time in direction auto:');
row('', [...blemishes, 'ms median', 'ms p99']);
for (const [set, { totals, milliseconds }] of Object.entries(measured)) {
  const at = (part) => (milliseconds[Math.floor((milliseconds.length - 1) * part)] ?? 0).toFixed(0);
  row(set, [...blemishes.map((kind) => totals.down[kind] + totals.right[kind]), at(0.5), at(0.99)]);
}

console.log('\nCrossings without lanes, ours and those of ELK alone at its best:');
for (const [set, directions] of Object.entries(beside)) {
  const pairs = Object.entries(directions).map(([direction, of]) => `${direction} ${of.ours} : ${of.flat}`);
  row(set, [`${measured[set].totals.auto.connections} lines`, ...pairs]);
}

if (!process.argv.includes('--dry')) {
  const before = JSON.parse(readFileSync(file, 'utf8'));
  const totals = Object.fromEntries(Object.entries(measured).map(([set, one]) => [set, one.totals]));
  // Sets that could not be measured here keep what they had.
  const keep = async (path, value) => writeFileSync(path, await format(JSON.stringify(value), { parser: 'json' }));
  await keep(file, { ...before, ...totals });
  await keep(flatFile, { ...(existsSync(flatFile) && JSON.parse(readFileSync(flatFile, 'utf8'))), ...flat });
  console.log(`\nWritten: ${file.slice(root.length)}`);
}
