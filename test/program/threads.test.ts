/** The built program with real threads: they start, run plugins, and what is told is what one thread tells. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot, trackflow, type Ending } from '../setup/program.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trackflow-threads-'));
  cpSync(join(projectRoot, 'docs/plugin'), folder, { recursive: true });
  const repair = readFileSync(join(folder, 'repair.flow.yaml'), 'utf8');
  const broken = repair.replace('title', 'titel');
  mkdirSync(join(folder, 'more'));
  for (let place = 0; place < 50; place++)
    writeFileSync(join(folder, 'more', `${String(place)}.flow.yaml`), place % 5 === 0 ? broken : repair);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (line: string): Ending => {
  const env = { NODE_COMPILE_CACHE: join(folder, 'cache') };
  return trackflow(line.split(' '), { cwd: folder, env });
};

it.each(['lint --format compact', 'check --format sarif', 'validate', 'lint --preset strict,drawing --no-plugins'])(
  'trackflow %s',
  (line) => {
    const one = run(`${line} --jobs 1`);
    expect(run(`${line} --jobs 3`)).toEqual(one);
    expect(one.status).toBe(1);
    expect(one.stdout).toContain('titel');
  },
);

it('with plugins', () => {
  const { stdout, stderr } = run('lint --jobs 3 --format compact');
  expect(stdout.match(/acme\/call-before-visit/gu)).toHaveLength(41);
  expect(stderr).toBe('');
});

// Newer versions keep compiled code by themselves.
it.skipIf('enableCompileCache' in module)('and keeps what was compiled for them', () => {
  expect(existsSync(join(folder, 'cache/cli.cjs-thread.bin'))).toBe(true);
});
