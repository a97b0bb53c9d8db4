/** `trackflow diff` in a real repository: what has changed since a commit, on a branch, in a file that was renamed. */
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
