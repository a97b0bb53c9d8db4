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
});
