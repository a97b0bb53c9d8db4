/** Symbolic links on a real disk: what lies outside the project is neither read nor written because a link leads there. */
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeHost } from '../../src/cli/host/node.js';
import { run } from '../../src/cli/program.js';
import { home, words, type Ran } from './cli.js';
import { clean } from './flows.js';
import { memoryHost } from './memory-host.js';

const real = nodeHost();
let top: string;
let project: string;
let elsewhere: string;
beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'trackflow-links-')));
  project = join(top, 'project');
  elsewhere = join(top, 'elsewhere');
  mkdirSync(project);
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, 'keep.txt'), 'precious');
  write('a.flow.yaml', clean);
});
afterEach(() => {
  rmSync(top, { recursive: true });
});

function write(path: string, text: string): void {
  writeFileSync(join(project, path), text);
}

async function trackflow(line: string): Promise<Omit<Ran, 'host'>> {
  const screen = memoryHost();
  const { stdout, stderr } = screen;
  const exit = await run(words(line), { ...real, home, cwd: project, stdout, stderr, env: {} });
  return { exit, ...screen.printed };
}

/** Everything outside is what it was. */
function untouched(): void {
  expect(readdirSync(elsewhere)).toEqual(['keep.txt']);
  expect(readFileSync(join(elsewhere, 'keep.txt'), 'utf8')).toBe('precious');
}

describe('outputs', () => {
  it.each(['build', 'render', 'render -o out', 'render -o out/'])('%s: not through a link to a file', async (line) => {
    write('trackflow.config.yaml', 'outputs: [{format: mermaid}]\n');
    mkdirSync(join(project, 'out'));
    symlinkSync('../../elsewhere/keep.txt', join(project, 'out/a.swimlane.mmd'));
    const { exit, stderr } = await trackflow(line);
    expect(exit).toBe(2);
    expect(stderr).toContain(`out/a.swimlane.mmd leads out of its folder by a link, to ${elsewhere}/keep.txt`);
    untouched();
    expect(lstatSync(join(project, 'out/a.swimlane.mmd')).isSymbolicLink()).toBe(true);
  });

  it.each(['build', 'build --dry-run', 'render', 'sop'])('%s: not through a link to a folder', async (line) => {
    write('trackflow.config.yaml', 'outputs: [{format: mermaid}]\n');
    symlinkSync('../elsewhere', join(project, 'out'));
    const { exit, stderr } = await trackflow(line);
    expect(exit).toBe(2);
    expect(stderr).toContain('leads out of its folder by a link');
    untouched();
  });

  it.each(['build', 'site'])('%s: no site through a link to a folder', async (line) => {
    write('trackflow.config.yaml', 'site: {title: Sales}\n');
    symlinkSync('../elsewhere', join(project, 'out'));
    const { exit, stderr } = await trackflow(line);
    expect(exit).toBe(2);
    expect(stderr).toContain('out/site leads out of its folder by a link');
    untouched();
  });

  it('nor pages, whose names are known only when they are laid out', async () => {
    write('trackflow.config.yaml', 'outputs: [{format: svg, pages: a4}]\n');
    expect((await trackflow('build')).exit).toBe(0);
    const [page = ''] = readdirSync(join(project, 'out'));
    rmSync(join(project, 'out', page));
    symlinkSync('../../elsewhere/keep.txt', join(project, 'out', page));
    for (const line of ['build', 'render -f svg --pages a4']) expect((await trackflow(line)).exit).toBe(2);
    untouched();
  });

  it('go through links within the project, and to wherever the command line says', async () => {
    mkdirSync(join(project, 'docs'));
    symlinkSync('docs', join(project, 'out'));
    write('docs/shared.mmd', '');
    symlinkSync('shared.mmd', join(project, 'docs/a.swimlane.mmd'));
    write('trackflow.config.yaml', 'outputs: [{format: mermaid}]\n');
    expect((await trackflow('build')).exit).toBe(0);
    expect(readFileSync(join(project, 'docs/shared.mmd'), 'utf8')).toContain('flowchart');
    symlinkSync('../elsewhere', join(project, 'linked'));
    expect((await trackflow('render -f mermaid -o linked')).exit).toBe(0);
    expect((await trackflow('render -f mermaid -o linked/new')).exit).toBe(0);
    expect(readdirSync(elsewhere)).toEqual(['a.swimlane.mmd', 'keep.txt', 'new']);
  });

  it('are not remembered outside either', async () => {
    write('trackflow.config.yaml', 'outputs: [{format: mermaid}]\nsite: {}\n');
    symlinkSync('../elsewhere', join(project, '.trackflow'));
    expect((await trackflow('build')).exit).toBe(0);
    untouched();
    mkdirSync(join(top, 'modules'));
    symlinkSync('../modules', join(project, 'node_modules'));
    rmSync(join(project, '.trackflow'));
    expect((await trackflow('build')).exit).toBe(0);
    expect(readdirSync(join(top, 'modules'))).toEqual([]);
    expect(readdirSync(join(project, '.trackflow/cache'))).toContain('build.json');
  });
});
