/** The built program builds with real threads: what it writes is what one thread writes, and the second time it writes nothing. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot, succeeded, trackflow, type Ending } from '../setup/program.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trackflow-build-'));
  for (const name of ['guanghui', 'improvement-loop'])
    cpSync(join(projectRoot, 'examples', name), join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'trackflow.config.yaml'), 'outputs: [{format: svg}, {format: png}, {format: sop}]\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (line: string): Ending => succeeded(trackflow(line.split(' '), { cwd: folder }));
const outputs = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(folder, 'out')).map((name) => [name, readFileSync(join(folder, 'out', name), 'base64')]),
  );

it('three threads write what render writes, then nothing', { timeout: 240_000 }, () => {
  run('render');
  const expected = outputs();
  rmSync(join(folder, 'out'), { recursive: true });
  const { stderr } = run('build --jobs 3');
  const count = Object.keys(expected).length;
  expect(stderr).toContain(`ok  ${String(count)} outputs: ${String(count)} written, 0 up to date\n`);
  expect(outputs()).toEqual(expected);

  const file = join(folder, 'out/guanghui.swimlane.svg');
  const { ino } = statSync(file);
  expect(run('build').stderr).toContain(`ok  ${String(count)} outputs up to date\n`);
  expect(statSync(file).ino).toBe(ino);

  // The child's picture is what the parent links to, so that both are made again.
  const child = join(folder, 'guanghui/after-sales.flow.yaml');
  writeFileSync(child, `${readFileSync(child, 'utf8')}# a remark\n`);
  expect(run('build').stderr).toContain(`ok  ${String(count)} outputs up to date\n`);
  expect(outputs()).toEqual(expected);
});
