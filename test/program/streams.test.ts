/** Streams and exit codes of the real program: what a shell sees, which no host in memory can show. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewIds } from '../../src/model/view.js';
import { bad, good } from '../cli/flows.js';
import { bareEnvironment, projectRoot, run, trackflow, type Ending } from '../setup/program.js';

const folder = mkdtempSync(join(tmpdir(), 'trackflow-program-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
beforeAll(() => {
  writeFileSync(join(folder, 'a.flow.yaml'), good);
  writeFileSync(join(folder, 'b.flow.yaml'), bad);
});

const shell = (script: string): Ending =>
  run('bash', ['-o', 'pipefail', '-c', script], {
    cwd: folder,
    env: { ...bareEnvironment(), TF: `${process.execPath} ${join(projectRoot, 'bin/trackflow.js')}` },
  });

describe('exit codes', () => {
  it.each([
    [['validate', 'a.flow.yaml'], 0],
    [['validate', 'b.flow.yaml'], 1],
    [['validate', 'c.flow.yaml'], 2],
    [['--help'], 0],
    [['--nonsense'], 2],
  ] as const)('%j: %i', (args, status) => {
    expect(trackflow(args, { cwd: folder }).status).toBe(status);
  });
});

describe('streams', () => {
  it('a reader that goes away is no error', () => {
    expect(shell('$TF explain | head -1')).toMatchObject({ stderr: '', status: 0 });
    expect(shell('$TF schema flow | head -c 10')).toMatchObject({ stderr: '', status: 0 });
  });

  it('a pipe gets everything', () => {
    const { stdout } = shell('$TF schema flow | cat');
    expect(stdout).toBe(readFileSync(join(projectRoot, 'schemas/flow.schema.json'), 'utf8'));
  });

  it('stdin is read', () => {
    expect(shell('$TF validate - --stdin-filepath x.flow.yaml < b.flow.yaml')).toMatchObject({ status: 1 });
    expect(shell('$TF render - -f mermaid -o - < a.flow.yaml').stdout).toContain('电话联系');
    expect(shell('$TF validate - < /dev/null').stdout).toContain('file-empty');
  });

  it('endless input ends', () => {
    expect(shell("yes '# x' | $TF validate -").stdout).toContain('file-too-large');
  });

  it('globs work whoever expands them', () => {
    expect(shell('$TF validate *.flow.yaml').stdout).toBe(shell("$TF validate '*.flow.yaml'").stdout);
  });

  it('a device is written to, not replaced', () => {
    expect(shell('$TF render a.flow.yaml -f mermaid -o /dev/stdout | cat').stdout).toContain('电话联系');
  });
});

describe('outputs', () => {
  it('are the same bytes the second time, and no draft is left', () => {
    const first = trackflow(['render', 'a.flow.yaml', '-f', 'all', '--view', 'all', '-o', 'out'], { cwd: folder });
    const told = /^.*data-flow.*$/mu.exec(first.stderr)?.[0] ?? '';
    expect(told).toContain('left out');
    const files = readdirSync(join(folder, 'out'));
    const extensions = ['drawio', 'mmd', 'pdf', 'png', 'svg'];
    const drawn = viewIds.filter((view) => view !== 'data-flow');
    const pictures = drawn.flatMap((view) => extensions.map((extension) => `a.${view}.${extension}`));
    expect(files).toEqual([...pictures, 'a.ics', 'a.json', 'a.sop.docx', 'a.sop.html', 'a.sop.md'].sort());
    const { stderr } = trackflow(['render', 'a.flow.yaml', '-f', 'all', '--view', 'all', '-o', 'out'], { cwd: folder });
    expect(
      stderr
        .trimEnd()
        .split('\n')
        .filter((line) => !line.startsWith('unchanged out/') && !line.startsWith('out/a.ics: empty') && line !== told),
    ).toEqual([]);
  });
});
