/** `--via mermaid-cli` where mermaid-cli is not installed: told in a sentence, with how to get it. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { projectRoot, trackflow } from '../setup/program.js';

const folder = mkdtempSync(join(tmpdir(), 'trackflow-absent-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('says how to get it, exits with 2 and writes nothing', () => {
  cpSync(join(projectRoot, 'examples/guanghui'), folder, { recursive: true });
  const before = readdirSync(folder, { recursive: true });
  const { status, stdout, stderr } = trackflow(['render', '.', '--via', 'mermaid-cli', '-f', 'png'], {
    cwd: folder,
    env: { PATH: dirname(process.execPath) },
  });
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
  expect(stderr).toContain('@mermaid-js/mermaid-cli, which is not installed here');
  expect(stderr).toContain('npm install');
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
});
