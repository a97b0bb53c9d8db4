/** `trackflow sop --history`: the versions of a flow in a real repository. */
import { describe, expect, it } from 'vitest';
import { good } from '../flows.js';
import { hasGit, testRepository } from './repository.js';

const version = (number: string, text = good): string =>
  text.replace('owners:', `document: {version: ${number}}\nowners:`);

describe.skipIf(!hasGit)('the history of a document', () => {
  it('has a row for each version, across a rename, the latest first', async () => {
    const repository = testRepository();
    try {
      repository.commit('第一版', { 'old.flow.yaml': good });
      repository.commit('Version 1 | the first', { 'old.flow.yaml': version("'1.0'") });
      repository.commit('Ask before calling', {
        'old.flow.yaml': version("'1.0'").replace('电话联系', '预约后电话联系'),
      });
      repository.move('old.flow.yaml', 'a.flow.yaml');
      repository.commit('版本 2', { 'a.flow.yaml': version("'2.0'") });
      const ran = await repository.trackflow(['sop', 'a.flow.yaml', '--history', '-o', '-']);
      expect(ran.exit).toBe(0);
      const [, history = ''] = ran.stdout.split('## 修订记录\n\n');
      expect(history.split('\n## ')[0]).toMatch(
        /^\| 版本 \| 日期 \| 修订内容 \| 修订人 \|\n.*\n\| 2\.0 \| \d{4}-\d\d-\d\d \| 版本 2 \| .+ \|\n\| 1\.0 \| .* \| Version 1 \\\| the first; Ask before calling \| .*\n\| \| .* \| 第一版 \| .*\n$/u,
      );
    } finally {
      repository.remove();
    }
  });

  it('is told where there is none', async () => {
    const repository = testRepository();
    try {
      repository.write({ 'a.flow.yaml': good });
      const ran = await repository.trackflow(['sop', 'a.flow.yaml', '--history', '-o', '-']);
      expect(ran.exit).toBe(0);
      expect(ran.stderr).toContain('a.flow.yaml has no history in git');
    } finally {
      repository.remove();
    }
  });

  it('has the version that a merge has come to, and one row for a version that goes on beside another', async () => {
    const repository = testRepository();
    const { commit, git } = repository;
    const rows = async (): Promise<readonly string[]> => {
      const ran = await repository.trackflow(['sop', 'a.flow.yaml', '--history', '-o', '-']);
      const [, history = ''] = ran.stdout.split('## 修订记录\n\n');
      const table = history.split('\n\n')[0]?.split('\n').slice(2) ?? [];
      return table.map((row) => {
        const cells = row.split('|').map((cell) => cell.trim());
        return `${cells[1] ?? ''}: ${cells[3] ?? ''}`;
      });
    };
    try {
      commit('first', { 'a.flow.yaml': version("'3.0.1'") });
      git('checkout', '-q', '-b', 'b');
      commit('by b', { 'a.flow.yaml': version("'3.1.0'") });
      git('checkout', '-q', 'main');
      commit('by main', { 'a.flow.yaml': version("'3.2.0'") });
      expect(() => git('merge', '-q', 'b')).toThrow('CONFLICT');
      commit('release', { 'a.flow.yaml': version("'4.0.0'") });
      expect(await rows()).toEqual(['4.0.0: release', '3.2.0: by main', '3.1.0: by b', '3.0.1: first']);

      git('checkout', '-q', '-b', 'next');
      commit('raise', { 'a.flow.yaml': version("'5.0.0'") });
      git('checkout', '-q', 'main');
      commit('reword', { 'a.flow.yaml': version("'4.0.0'").replace('电话联系', '预约后电话联系') });
      commit('reword', { 'a.flow.yaml': version("'4.0.0'").replace('电话联系', '预约后去电联系') });
      git('merge', '-q', '-m', 'no word of it', 'next');
      const [now, before] = await rows();
      expect([now, before]).toEqual(['5.0.0: raise', '4.0.0: release; reword']);
    } finally {
      repository.remove();
    }
  });
});
