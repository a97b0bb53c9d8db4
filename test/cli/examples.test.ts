/** Every example that help shows is run: what the program tells users to type must work. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { cli } from './cli.js';
import { clean, good } from './flows.js';
import { hasGit, testRepository, type TestRepository } from './git/repository.js';

/** What stands in the project where the examples of a command are typed; else one flow. */
const projects: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  validate: {
    'lead.flow.yaml': good,
    'flows/lead.flow.yaml': good.replace('线索跟进', '另一个'),
    'flows/b.flow.yaml': good,
  },
  lint: { 'lead.flow.yaml': clean, 'trackflow-baseline.json': '{"trackflow-baseline": 1, "findings": []}' },
  check: { 'lead.flow.yaml': clean },
  sop: { 'lead.flow.yaml': good, 'quality.sop-template.yaml': 'sections: [purpose, procedure]\n' },
  site: { 'lead.flow.yaml': good, 'processes/call.flow.yaml': good },
  build: { 'lead.flow.yaml': good, 'trackflow.config.yaml': 'outputs: [{format: mermaid}]\n' },
  'merge-driver': { 'base.yaml': good, 'ours.yaml': good.replace('en: Call', 'en: Ring'), 'theirs.yaml': good },
};

/** These are typed where there is a history. */
const wantsHistory = (id: string, line: string): boolean => ['diff', 'log'].includes(id) || line.includes('--git');

/** Only git can type these: it fills in what `%` stands for. */
const byGit = (line: string): boolean => line.includes('%O');

/** As a shell cuts a line that has no more than quotes. */
const words = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu)].map(([, double, single, plain]) => double ?? single ?? plain ?? '');

for (const { id, examples } of commands) {
  const typed = examples.map(({ line }) => line).filter((line) => !byGit(line) && !wantsHistory(id, line));
  if (typed.length === 0) continue;

  describe(id, () => {
    it.each(typed)('%s', async (line) => {
      expect(line.startsWith(`trackflow ${id}`)).toBe(true);
      const [command = '', target] = line.replace('trackflow ', '').split(' > ');
      const piped = command.includes(' - ') && !`${command} `.includes('-o - ');
      const quoted = words(command).map((word) => `'${word}'`);
      const ran = await cli(quoted.join(' '), {
        files: projects[id] ?? { 'lead.flow.yaml': good },
        ...(piped && { stdin: good }),
      });
      if (line.includes('--via')) {
        expect(ran.stderr).toContain('npm install');
        return;
      }
      expect({ line, exit: ran.exit, stderr: ran.exit === 0 ? '' : ran.stderr }).toEqual({ line, exit: 0, stderr: '' });
      if (target !== undefined) expect(ran.stdout.length).toBeGreaterThan(100);
    });
  });
}

describe.skipIf(!hasGit)('in a repository', () => {
  let repository: TestRepository;
  beforeAll(() => {
    repository = testRepository();
    const { commit, git, write } = repository;
    commit('Begin', { 'lead.flow.yaml': good });
    git('tag', 'v1');
    git('checkout', '-q', '-b', 'change');
    for (const time of ['3h', '2h', '1h']) {
      commit(time, {
        'lead.flow.yaml': good.replace('owner: sales, next: done', `owner: sales, sla: ${time}, next: done`),
      });
    }
    write({ 'old.flow.yaml': good, 'new.flow.yaml': good.replace('en: Call', 'en: Phone the customer') });
  });
  afterAll(() => {
    repository.remove();
  });

  const typed = commands.flatMap(({ id, examples }) =>
    examples.map(({ line }) => line).filter((line) => wantsHistory(id, line)),
  );

  it.each(typed)('%s', async (line) => {
    const ran = await repository.trackflow([...words(line).slice(1), ...(line.endsWith('--git') ? ['--yes'] : [])]);
    const differs = line.includes('--exit-code') ? 1 : 0;
    expect({ line, exit: ran.exit, said: ran.exit === differs ? '' : ran.stderr }).toEqual({
      line,
      exit: differs,
      said: '',
    });
    expect(ran.stdout + ran.stderr).not.toBe('');
  });
});
