/** `trackflow diff` in a real repository: what has changed since a commit, on a branch, in a file that was renamed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasGit, testRepository, type TestRepository } from './repository.js';

const flow = (name: string, sla = '4h', more = ''): string => `trackflow: 1
title: 线索跟进
language: zh
use: [../common/org.yaml]
nodes:
  start: {type: start, name: 收到咨询, owner: sales, next: call}
  call: {name: ${name}, owner: sales, sla: ${sla}, next: done}
  done: {type: end, name: 结束, owner: sales}
${more}`;
const library = (kind: string): string => `trackflow: 1\nowners: {sales: {name: 销售部, kind: ${kind}}}\n`;

describe.skipIf(!hasGit)('diff of revisions', () => {
  let repository: TestRepository;
  const diff = (...args: readonly string[]): ReturnType<TestRepository['trackflow']> =>
    repository.trackflow(['diff', ...args]);

  beforeAll(() => {
    repository = testRepository();
    const { commit, git } = repository;
    commit('Begin', {
      'flows/lead.flow.yaml': flow('电话跟进'),
      'flows/other.flow.yaml': flow('上门拜访'),
      'common/org.yaml': library('department'),
    });
    git('checkout', '-q', '-b', 'feature');
    commit('Tighter', { 'flows/lead.flow.yaml': flow('电话跟进', '2h') });
    git('checkout', '-q', 'main');
    repository.move('flows/lead.flow.yaml', 'flows/客户 跟进.flow.yaml');
    commit('Rename the file');
  });
  afterAll(() => {
    repository.remove();
  });

  it('HEAD and the working tree', async () => {
    expect(await diff('--exit-code')).toEqual({
      exit: 0,
      stdout: 'HEAD → the working tree\nNo change of the process.\n',
      stderr: '',
    });
    repository.write({ 'flows/客户 跟进.flow.yaml': flow('电话跟进', '1d') });
    const { exit, stdout } = await diff('--exit-code');
    expect(exit).toBe(1);
    expect(stdout).toContain('time limit: 4 hours → 1 day');
    expect(stdout).toContain('1 flow without a change.');
    expect((await diff('--exit-code', '--', 'flows/other.flow.yaml')).exit).toBe(0);
    repository.git('checkout', '-q', '.');
  });

  it('what a branch has changed, and a file under its new name', async () => {
    expect((await diff('main...feature')).stdout).toContain('time limit: 4 hours → 2 hours');
    const { stdout } = await diff('feature', 'main');
    expect(stdout).toContain('flows/lead.flow.yaml → flows/客户 跟进.flow.yaml');
    expect(stdout).toContain('time limit: 2 hours → 4 hours');
    expect(stdout).not.toContain('whole flow');
  });

  it('what a library has changed, in every flow that uses it', async () => {
    repository.write({ 'common/org.yaml': library('team') });
    const { stdout } = await diff();
    expect(stdout.match(/kind: Department → Team/gu)).toHaveLength(2);
    repository.git('checkout', '-q', '.');
  });

  it('a library that is named stands for the flows that use it, on either side', async () => {
    const { write, git, move } = repository;
    write({
      'common/org.yaml': library('team'),
      'flows/alone.flow.yaml': flow('独立').replace(/use.*/u, library('team').split('\n')[1] ?? ''),
    });
    const named = await diff('HEAD', '--', 'common/org.yaml');
    expect(named.exit).toBe(0);
    expect(named.stdout.match(/kind: Department → Team/gu)).toHaveLength(2);
    expect(named.stdout).not.toContain('alone');
    const inFolder = await repository.trackflow(['diff', 'org.yaml'], { folder: 'common' });
    expect(inFolder.stdout.match(/kind: Department → Team/gu)).toHaveLength(2);

    // Gone, and what the flows say of it now is in them: they are compared, and none is new.
    move('common/org.yaml', 'common/people.yaml');
    for (const file of ['flows/other.flow.yaml', 'flows/客户 跟进.flow.yaml']) {
      write({ [file]: flow('电话跟进').replace('org', 'people') });
    }
    for (const path of ['common/org.yaml', 'common/people.yaml']) {
      const { stdout, stderr } = await diff('HEAD', '--', path);
      expect({ path, stderr }).toEqual({ path, stderr: '' });
      expect(stdout.match(/kind: Department → Team/gu)).toHaveLength(2);
      expect(stdout).not.toMatch(/whole flow|is new/u);
    }
    write({ 'common/unused.yaml': library('team') });
    const unused = await diff('HEAD', '--', 'common/unused.yaml');
    expect([unused.exit, unused.stderr]).toEqual([
      2,
      expect.stringContaining('No flow uses common/unused.yaml, neither in HEAD nor in the working tree.'),
    ]);
    git('checkout', '-q', '.');
    git('clean', '-qfd');
  });

  it('a flow that is broken now is neither new nor gone', async () => {
    repository.write({ 'flows/客户 跟进.flow.yaml': flow('电话跟进', '4 Stunden') });
    const { exit, stdout, stderr } = await diff('HEAD~1');
    expect(exit).toBe(1);
    expect(stderr).toContain('In the working tree:');
    expect(stdout).toBe(
      'HEAD~1 → the working tree\nNo change of the process in what was compared.\n! flows/客户 跟进.flow.yaml has errors and was not compared.\n',
    );
    repository.git('checkout', '-q', '.');
  });

  it('looks at what a glob stands for on each side', async () => {
    const told = async (...args: readonly string[]): Promise<readonly unknown[]> => {
      const { stdout, stderr } = await diff('--format', 'json', ...args);
      expect(stderr).toBe('');
      const { flows, unchanged } = JSON.parse(stdout) as {
        flows: { file: string; oldFile?: string }[];
        unchanged: number;
      };
      return [flows.map(({ file, oldFile }) => [file, oldFile]), unchanged];
    };
    expect(await told('main...feature', 'flows/*.flow.yaml')).toEqual([[['flows/lead.flow.yaml', undefined]], 1]);
    expect(await told('main...feature', '--', 'flows/o*', 'flows/[l]ead.flow.yaml')).toEqual([
      [['flows/lead.flow.yaml', undefined]],
      1,
    ]);
    // A glob that fits one name only before, and one that fits the other only after, are still the same flow.
    expect(await told('feature', 'main', 'flows/l*.yaml', 'flows/客*.yaml')).toEqual([
      [['flows/客户 跟进.flow.yaml', 'flows/lead.flow.yaml']],
      0,
    ]);
    expect(await told('flows/*.flow.yaml')).toEqual([[], 2]);
    const none = await diff('main...feature', 'flows/*.flow.yaml', 'none/*.yaml');
    expect([none.exit, none.stderr]).toEqual([
      2,
      'error: No YAML file matches none/*.yaml, neither in main (where feature left it) nor in feature.\n',
    ]);
  });

  it('runs no plugin of either side', async () => {
    const { write, git, commit, top } = repository;
    git('checkout', '-q', '-b', 'plugged', 'feature');
    const ran = join(top, 'ran');
    commit('A plugin', {
      'trackflow.config.yaml': 'rules:\n  plugins: [evil.mjs]\n',
      'evil.mjs': `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(ran)}, '');\nexport default [];\n`,
    });
    write({ 'flows/lead.flow.yaml': flow('电话跟进', '3h') });
    // The planted plugin does run where rules are asked for.
    await repository.trackflow(['lint', 'flows/lead.flow.yaml']);
    expect(existsSync(ran)).toBe(true);
    rmSync(ran);
    expect((await diff('main...plugged')).exit).toBe(0);
    expect((await diff()).stdout).toContain('2 hours → 3 hours');
    expect((await repository.trackflow(['log', 'flows/lead.flow.yaml'])).exit).toBe(0);
    expect(existsSync(ran)).toBe(false);
    git('checkout', '-q', '-f', 'main');
  });

  it('tells what a project file leaves out as gone, and compares nothing by one with errors', async () => {
    const { git, commit } = repository;
    git('checkout', '-q', '-b', 'hiding', 'feature');
    commit('Hide', { 'trackflow.config.yaml': 'flows: [flows/other.flow.yaml]\n' });
    expect((await diff('main...hiding')).stdout).toContain('the whole flow is gone');
    commit('Break', { 'trackflow.config.yaml': 'flows: 5\n' });
    const { exit, stdout } = await diff('main...hiding');
    expect([exit, stdout]).toEqual([
      1,
      'main (where hiding left it) → hiding\n! trackflow.config.yaml has errors and was not compared.\n',
    ]);
    git('checkout', '-q', '-f', 'main');
  });

  it('takes no folder of files for a repository', async () => {
    const { top } = repository;
    mkdirSync(join(top, 'flows/objects'));
    mkdirSync(join(top, 'flows/refs'));
    repository.write({
      'flows/HEAD': 'ref: refs/heads/main\n',
      'flows/config': '[core]\n\tbare = false\n\tworktree = .\n[diff]\n\texternal = touch pwned\n',
    });
    const inside = (...args: readonly string[]) =>
      spawnSync('git', args, { cwd: join(top, 'flows'), encoding: 'utf8' });
    expect(inside('rev-parse', '--git-dir').stdout).toBe('.\n'); // git by itself would
    const { exit, stderr } = await repository.trackflow(['diff', 'HEAD'], { folder: 'flows' });
    expect(exit).toBe(2);
    expect(stderr).toContain('bare repository');
    for (const name of ['HEAD', 'config', 'objects', 'refs']) rmSync(join(top, 'flows', name), { recursive: true });
  });

  it('works in a tree beside a bare repository', async () => {
    const { git, top } = repository;
    git('clone', '-q', '--bare', top, join(top, '.git/copy'));
    git('--git-dir', join(top, '.git/copy'), 'worktree', 'add', '-q', join(top, '.git/tree'), 'feature');
    const { exit, stdout } = await repository.trackflow(['diff', 'main...HEAD'], { folder: '.git/tree' });
    expect([exit, stdout]).toEqual([0, expect.stringContaining('4 hours → 2 hours')]);
  });

  it('annotates files as the repository knows them, wherever it runs', async () => {
    const args = ['diff', 'main...feature', '--format', 'pretty,github'];
    const { exit, stdout } = await repository.trackflow(args, { folder: 'flows' });
    expect(exit).toBe(0);
    expect(stdout).toContain('time limit: 4 hours → 2 hours');
    expect(stdout).toMatch(/^::notice file=flows\/lead\.flow\.yaml,line=2,.*,title=trackflow%3A 线索跟进::/mu);
  });

  it('refuses what looks like an option', async () => {
    const { exit, stderr } = await diff('--', '--upload-pack=touch /tmp/x');
    expect(exit).toBe(2);
    expect(stderr).toContain('looks like an option');
  });
});
