/**
 * A repository of twenty commits, with branches, a renamed file and merges, and git itself calling the built program: `diff`, `log`,
 * `git diff` and `git merge` as a user meets them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasGit, shallowClone, testRepository, type TestRepository } from '../cli/git/repository.js';
import { projectRoot, trackflow } from '../setup/program.js';

const old = 'flows/客户 跟进.flow.yaml';
const file = 'flows/客户跟进 "v2".flow.yaml';
const program = `"${process.execPath}" "${join(projectRoot, 'bin/trackflow.js')}"`;

const library = `trackflow: 1
owners:
  sales: {name: 销售部, kind: department}
  service: {name: 客服部, kind: department}
`;

const flow = `trackflow: 1
title: 客户跟进流程
use: [../common/org.yaml]

nodes:
  start: {type: start, name: 收到线索, owner: sales, next: capture}

  # 由客服录入
  capture:
    name: 录入线索
    owner: service
    sla: 4h
    next: call

  call:
    name: 电话跟进
    owner: sales
    sla: 2d
    steps:
      - 核对客户信息
      - 记录需求
    next: won

  won: {type: end, name: 成交, owner: sales}
`;

describe.skipIf(!hasGit)('a repository', () => {
  let repository: TestRepository;
  let text = flow;
  const change = (from: string, to: string): string => {
    expect(text).toContain(from);
    text = text.replace(from, () => to);
    return text;
  };
  const run = (...args: readonly string[]) => trackflow(args, { cwd: repository.top });

  beforeAll(() => {
    repository = testRepository();
    const { commit, git, move } = repository;
    commit('建立流程', { [old]: flow, 'common/org.yaml': library, 'README.md': '# 流程\n' });
    for (const [index, sla] of ['3h', '2h', '90m', '1h'].entries()) {
      commit(`时限 ${String(index)}`, { [old]: change(/sla: \d+[hm]\n/u.exec(text)?.[0] ?? '', `sla: ${sla}\n`) });
    }
    commit('只改注释', { [old]: change('# 由客服录入', '# 由客服在当天录入') });
    commit('别的文件', { 'README.md': '# 流程\n\n说明\n' });
    for (const [index, step] of ['约定下次时间', '发送资料', '更新客户类别'].entries()) {
      commit(`步骤 ${String(index)}`, {
        [old]: change('    next: won\n', `      - ${step}\n    next: won\n`).replace(
          'steps:\n    next',
          'steps:\n    next',
        ),
      });
    }
    git('checkout', '-q', '-b', 'feature');
    commit('分支：质检', { [old]: change('sla: 2d', 'sla: 1d') });
    git('checkout', '-q', 'main');
    text = text.replace('sla: 1d', 'sla: 2d');
    commit('写错了', { [old]: text.replace('title:', 'titel:') });
    commit('改回来', { [old]: text });
    move(old, file);
    commit('改文件名');
    for (const name of ['电话联系', '电话回访', '电话与微信跟进', '电话跟进客户']) {
      commit(`名称：${name}`, { [file]: text.replace('name: 电话跟进', `name: ${name}`) });
    }
    text = text.replace('name: 电话跟进', 'name: 电话跟进客户');
    git('merge', '-q', '-m', '合并分支', 'feature');
    commit('最后一步', { [file]: change('name: 成交,', 'name: 签约成交,').replace('sla: 2d', 'sla: 1d') });
  });
  afterAll(() => {
    repository.remove();
  });

  it('has at least twenty commits', () => {
    expect(Number(repository.git('rev-list', '--count', 'HEAD'))).toBeGreaterThanOrEqual(20);
  });

  it('tells its differences between revisions, across the rename', () => {
    const { status, stdout } = run('diff', 'HEAD~1', 'HEAD', '--wording', '--exit-code');
    expect(stdout).toContain('签约成交');
    expect(status).toBe(1);
    const whole = run('diff', repository.git('rev-list', '--max-parents=0', 'HEAD').trim(), 'HEAD');
    expect(whole.stdout).toContain(`${old} → ${file}`);
    expect(run('diff', 'main...feature').stdout).not.toContain('签约');
    expect(run('diff', `feature:${old}`, file, '--wording').stdout).toContain('签约成交');
    expect(run('diff').stdout).toContain('No change');
  });

  it('tells the history of a flow under both of its names', () => {
    const { status, stdout, stderr } = run('log', file, '--format', 'json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { revisions } = JSON.parse(stdout) as {
      revisions: {
        subject: string;
        change: string;
        file: string;
        oldFile?: string;
        summary?: string[];
        author: string;
      }[];
    };
    const of = (subject: string) => revisions.find((each) => each.subject === subject);
    expect(of('建立流程')).toMatchObject({ change: 'added', file: old, author: '王芳' });
    expect(of('只改注释')).toMatchObject({ change: 'same' });
    expect(of('写错了')).toMatchObject({ change: 'unreadable' });
    expect(of('改回来')).toMatchObject({ change: 'unreadable' });
    expect(of('改文件名')).toMatchObject({ change: 'same', file, oldFile: old });
    expect(of('时限 0')).toMatchObject({ change: 'changed' });
    expect(of('别的文件')).toBeUndefined();
    expect(revisions.length).toBeGreaterThanOrEqual(17);
    expect(run('log', file, '-n', '2', '--format', 'markdown').stdout.split('\n')).toHaveLength(5);
    expect(run('log', 'flows/none.flow.yaml').status).toBe(2);
  });

  it('is set up for git, which then merges by ids and compares by meaning', () => {
    const { git, commit, write, top } = repository;
    const shown = run('init', '--git');
    expect(shown.status).toBe(2);
    expect(shown.stdout).toContain('merge.trackflow.driver');
    expect(git('status', '--porcelain')).toBe('');
    expect(run('init', '--git', '--yes').status).toBe(0);
    expect(run('init', '--git', '--yes').stderr).toContain('already');
    // As if it were on the PATH.
    for (const key of ['merge.trackflow.driver', 'diff.trackflow.textconv']) {
      git(
        'config',
        key,
        git('config', key)
          .trim()
          .replace('trackflow ', () => `${program} `),
      );
    }
    const attributes = commit('为 git 配置');
    const now = text.replace('sla: 2d', 'sla: 1d');

    write({
      [file]: now.replace('name: 签约成交, owner: sales', 'owner: sales, name: 签约成交').replace('# 由', '#  由'),
    });
    expect(git('diff')).not.toContain('@@');
    write({ [file]: now.replace('sla: 1h', 'sla: 30m') });
    expect(git('diff')).toMatch(/@@ {3}capture\n[^@]*\n- {4}sla: 1h\n\+ {4}sla: 30m\n/u);
    git('checkout', '-q', '--', '.');

    // Both add a step in the same place and change neighbouring lines: clean by ids, a conflict by lines.
    const added = (id: string): string => `  ${id}: {name: ${id}, owner: sales, next: won}\n`;
    git('checkout', '-q', '-b', 'theirs');
    commit('theirs', {
      [file]: now.replace('  won:', `${added('visit')}  won:`).replace('next: won\n\n', 'next: visit\n\n'),
    });
    git('checkout', '-q', '-b', 'ours', attributes);
    commit('ours', { [file]: now.replace('  won:', `${added('mail')}  won:`).replace('sla: 1h', 'sla: 45m') });
    git('merge', '-q', '-m', '合并', 'theirs');
    const merged = git('show', `HEAD:${file}`);
    for (const part of [added('visit'), added('mail'), 'sla: 45m', 'next: visit']) expect(merged).toContain(part);
    expect(merged).not.toContain('<<<<');

    // Both change one value: markers around its line; git keeps the file unmerged.
    git('checkout', '-q', '-b', 'left', attributes);
    commit('left', { [file]: now.replace('sla: 1h', 'sla: 2h') });
    git('checkout', '-q', '-b', 'right', attributes);
    commit('right', { [file]: now.replace('sla: 1h', 'sla: 3h').replace('记录需求', '记录全部需求') });
    expect(() => git('merge', '-q', '-m', '合并', 'left')).toThrow('CONFLICT');
    expect(git('diff', '--name-only', '--diff-filter=U', '-z')).toBe(`${file}\0`);
    // Since 2.44, git tells what it calls our side.
    const [, major = '', minor = ''] = /(\d+)\.(\d+)/u.exec(git('--version')) ?? [];
    const newer = Number(major) > 2 || Number(minor) >= 44;
    expect(readFileSync(join(top, file), 'utf8')).toBe(
      now
        .replace(
          '    sla: 1h\n',
          `<<<<<<< ${newer ? 'HEAD' : 'ours'}\n    sla: 3h\n=======\n    sla: 2h\n>>>>>>> left\n`,
        )
        .replace('记录需求', '记录全部需求'),
    );
    git('merge', '--abort');

    // One renames a step, the other refers to its old id: together they are broken.
    git('checkout', '-q', '-b', 'renamed', attributes);
    commit('renamed', { [file]: now.replace('  capture:', '  intake:').replace('next: capture', 'next: intake') });
    git('checkout', '-q', '-b', 'referring', attributes);
    commit('referring', {
      [file]: now
        .replace('  won:', '  again: {name: 再录入, owner: service, next: capture}\n  won:')
        .replace('next: won\n\n', 'next: again\n\n'),
    });
    expect(() => git('merge', '-q', '-m', '合并', 'renamed')).toThrow(/renamed capture to intake/u);
    git('merge', '--abort');
    expect(git('status', '--porcelain')).toBe('');

    expect(run('init', '--git', '--undo', '--yes').status).toBe(0);
    expect(git('config', '--get-regexp', 'user').includes('trackflow')).toBe(false);
    expect(() => git('config', '--get-regexp', 'trackflow')).toThrow();
    expect(existsSync(join(top, '.gitattributes'))).toBe(false);
  });

  it('says what a shallow clone lacks, and that there is no git', () => {
    const clone = shallowClone(repository, 2);
    try {
      const { status, stderr } = trackflow(['diff', 'HEAD~5', 'HEAD'], { cwd: clone.top });
      expect(status).toBe(2);
      expect(stderr).toContain('git fetch --deepen');
    } finally {
      clone.remove();
    }
    const lonely = trackflow(['log', file], { cwd: repository.top, env: { PATH: join(repository.top, 'flows') } });
    expect(lonely.status).toBe(2);
    expect(lonely.stderr).toContain('git is not installed');
  });

  it('refuses a revision that looks like an option', () => {
    for (const args of [
      ['diff', '--', '--upload-pack=touch x'],
      ['diff', '--', '-O/etc/passwd'],
      ['diff', 'main..--output=x'],
    ]) {
      const { status, stderr } = run(...args);
      expect({ args, status }).toEqual({ args, status: 2 });
      expect(stderr).toContain('looks like an option');
    }
    const { status, stderr } = run('diff', '--upload-pack=touch x');
    expect(status).toBe(2);
    expect(stderr).toContain('There is no option');
  });
});
