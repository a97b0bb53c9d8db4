/** What is compared with what: revisions, ranges, versions of files, and what is said where git cannot help. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/cli/exit.js';
import { gatherSides } from '../../../src/cli/git/gather-sides.js';
import { openSides, type Side, type Sides } from '../../../src/cli/git/sides.js';
import { nodeHost } from '../../../src/cli/host/node.js';
import type { Host } from '../../../src/cli/host/host.js';
import { terminal } from '../../../src/cli/terminal.js';
import { memoryHost } from '../memory-host.js';
import { hasGit, shallowClone, testRepository, type TestRepository } from './repository.js';

const flow = (title: string, more = ''): string =>
  `trackflow: 1\ntitle: ${title}\nuse: [../common/org.yaml]\nnodes:\n  start: {type: start, owner: sales, next: won}\n  won: {type: end, owner: sales}\n${more}`;
const real = nodeHost();
const library = (name: string): string => `trackflow: 1\nowners: {sales: {name: ${name}, kind: department}}\n`;
const quoted = 'flows/say "hi" & 客户 跟进.flow.yaml';

describe.skipIf(!hasGit)('sides', () => {
  let repository: TestRepository;
  const machine = (folder = '.', of = repository): Host => ({ ...real, cwd: join(of.top, folder) });
  const open = (operands: readonly string[], folder?: string): Sides => openSides(machine(folder), operands);
  const labels = ({ before, after }: Sides): readonly [string, string] => [before.label, after.label];
  const read = ({ host }: Side, path: string): string =>
    new TextDecoder().decode(host.files.read(join(repository.top, path)));
  const refusal = (operands: readonly string[], host = machine()): string => {
    try {
      openSides(host, operands);
    } catch (error) {
      if (error instanceof UsageError) return `${error.message} ${error.hint ?? ''}`.trim();
      throw error;
    }
    return 'accepted';
  };
  const titles = async (sides: Sides): Promise<unknown> => {
    const screen = terminal(memoryHost(), { color: false, formats: [], debug: false, version: '0' });
    const { before, after } = await gatherSides(sides, screen);
    return [before, after].map(({ batches }) =>
      batches.flatMap(({ checked }) =>
        checked.map(({ file, process, diagnostics }) => [
          file,
          process?.title ?? diagnostics.map(({ message }) => message),
          process?.owners[0]?.name,
        ]),
      ),
    );
  };

  beforeAll(() => {
    repository = testRepository();
    const { commit, git } = repository;
    commit('Begin', { 'flows/lead.flow.yaml': flow('One'), 'common/org.yaml': library('Sales') });
    git('tag', 'v1');
    commit('Chinese', { [quoted]: flow('Two', '  # 客户跟进的另一个流程，与线索无关。\n'.repeat(9)) });
    git('checkout', '-q', '-b', 'feature');
    commit('Feature', { 'flows/lead.flow.yaml': flow('One, by feature') });
    git('checkout', '-q', 'main');
    repository.move('flows/lead.flow.yaml', 'flows/客户.flow.yaml');
    commit('Rename', { 'common/org.yaml': library('Sales team') });
    repository.write({ 'flows/客户.flow.yaml': flow('In the index') });
    git('add', '-A');
    repository.write({ 'flows/客户.flow.yaml': flow('In the working tree') });
  });
  afterAll(() => {
    repository.remove();
  });

  it('are HEAD and the working tree without operands, and follow a rename', async () => {
    const sides = open([]);
    expect(labels(sides)).toEqual(['HEAD', 'the working tree']);
    const since = open(['v1']);
    expect(since.renamed.get(join(repository.top, 'flows/客户.flow.yaml'))).toBe(
      join(repository.top, 'flows/lead.flow.yaml'),
    );
    expect(open(['v1', 'flows/客户.flow.yaml']).before.paths).toEqual(['flows/lead.flow.yaml']);
    const once = [
      [quoted, { en: 'Two' }, { en: 'Sales team' }],
      ['flows/客户.flow.yaml', { en: 'One' }, { en: 'Sales team' }],
    ];
    const now = once.with(1, ['flows/客户.flow.yaml', { en: 'In the working tree' }, { en: 'Sales team' }]);
    expect(await titles(sides)).toEqual([once, now]);
  });

  it('read libraries from the same revision', async () => {
    const both = await titles(open(['v1', 'main']));
    expect(JSON.stringify(both)).toContain('"Sales"');
    expect(JSON.stringify(both)).toContain('"Sales team"');
    const sides = open(['v1', 'main']);
    expect(read(sides.before, 'common/org.yaml')).toBe(library('Sales'));
    expect(read(sides.after, 'common/org.yaml')).toBe(library('Sales team'));
  });

  it('are read from git also where the repository lies in the folder of trackflow, but not what lies in trackflow', () => {
    const inside: Host = { ...machine(), home: dirname(repository.top) };
    expect(read(openSides(inside, []).before, 'flows/客户.flow.yaml')).toBe(flow('One'));
    const own: Host = { ...machine(), home: repository.top };
    expect(read(openSides(own, []).before, 'flows/客户.flow.yaml')).toBe(flow('One'));
    const installed: Host = { ...machine(), home: join(repository.top, 'flows') };
    expect(read(openSides(installed, []).before, 'flows/客户.flow.yaml')).toBe(flow('In the working tree'));
  });

  it('of A..B are both, and of A...B what B did since it left A', () => {
    expect(read(open(['main..feature']).before, 'common/org.yaml')).toBe(library('Sales team'));
    const since = open(['main...feature']);
    expect(labels(since)).toEqual(['main (where feature left it)', 'feature']);
    expect(read(since.before, 'common/org.yaml')).toBe(library('Sales'));
    expect(read(since.after, 'flows/lead.flow.yaml')).toBe(flow('One, by feature'));
    expect(labels(open(['...feature']))).toEqual(['HEAD (where feature left it)', 'feature']);
  });

  it('may be versions of a file, seen from the top or from here', () => {
    const staged = open([':flows/客户.flow.yaml']);
    expect(read(staged.before, 'flows/客户.flow.yaml')).toBe(flow('In the index'));
    expect(labels(staged)).toEqual([':flows/客户.flow.yaml', 'the working tree']);
    const here = open(['v1:./lead.flow.yaml', 'feature:flows/lead.flow.yaml'], 'flows');
    expect([here.before.paths, here.after.paths, here.paired]).toEqual([['lead.flow.yaml'], ['lead.flow.yaml'], true]);
    expect(refusal(['v1:lead.flow.yaml'], machine('flows'))).toContain('Did you mean v1:./lead.flow.yaml?');
    expect(refusal(['v1:gone.flow.yaml'])).toBe('There is no file gone.flow.yaml in v1.');
    expect(read(open([`HEAD:${quoted}`]).before, quoted)).toContain('title: Two');
  });

  it('may be two paths, and revisions with paths', () => {
    expect(open([quoted, 'flows/客户.flow.yaml']).paired).toBe(true);
    expect(open(['HEAD~1', 'HEAD', 'flows']).before.paths).toEqual(['flows']);
    expect(open(['HEAD', 'flows/客户.flow.yaml']).after.paths).toEqual(['flows/客户.flow.yaml']);
    const gone = open(['v1', 'main', 'flows/lead.flow.yaml']);
    expect([gone.before.paths, gone.after.paths]).toEqual([['flows/lead.flow.yaml'], []]);
    expect(refusal(['v1', 'main', 'nothing.flow.yaml'])).toContain(
      'There is no nothing.flow.yaml, neither in v1 nor in main.',
    );
  });

  it('never hand an option to git', () => {
    for (const hostile of ['--upload-pack=touch /tmp/x', '-O/tmp/x', '--output=x'])
      expect(refusal([hostile])).toContain('looks like an option');
    expect(refusal(['-'])).toContain('diff reads no stdin');
    expect(refusal(['main..--output=x'])).toContain('looks like an option');
    expect(refusal(['main...-x'])).toContain('looks like an option');
    expect(refusal(['--help:flows/lead.flow.yaml'])).toContain('looks like an option');
  });

  it('say which branch may have been meant', () => {
    expect(refusal(['featur'])).toBe('git knows no revision "featur". Did you mean feature?');
    expect(refusal(['HEAD~99'])).toBe('git knows no revision "HEAD~99". The history does not go back that far.');
    expect(refusal(['xyzzy'])).toBe('git knows no revision "xyzzy". Branches and tags: feature, main, v1.');
    expect(refusal(['$(touch x)'])).toContain('git knows no revision');
    expect(refusal(['a\nb'])).toContain('git knows no revision');
  });

  it('say that there is neither a file nor a revision of that name', () => {
    const neither = 'and git knows no revision of that name.';
    expect(refusal(['flows/客戶.flow.yaml'])).toBe(
      `There is no file flows/客戶.flow.yaml, neither here nor in HEAD, ${neither} Did you mean flows/客户.flow.yaml?`,
    );
    expect(refusal(['v1', 'none/x.flow.yaml'])).toBe(
      `There is no file none/x.flow.yaml, neither here nor in v1, ${neither} There is no folder none either.`,
    );
    expect(refusal([quoted, 'nosuch.flow.yaml'])).toContain('There is no nosuch.flow.yaml, neither in HEAD nor in');
  });

  it('may be a file that is gone now, and was there at the last commit', () => {
    rmSync(join(repository.top, quoted));
    const { before, after } = open([quoted]);
    expect([before.label, before.paths, after.paths]).toEqual(['HEAD', [quoted], []]);
    repository.git('checkout', '-q', '--', quoted);
  });

  it('say that a clone is shallow, and how to deepen it', () => {
    const clone = shallowClone(repository, 1);
    const both = shallowClone(repository, 1, '--no-single-branch');
    try {
      expect(refusal(['HEAD~2'], machine('.', clone))).toContain('git fetch --deepen');
      expect(refusal(['feature'], machine('.', clone))).toContain('git fetch --deepen');
      expect(refusal(['feature'], machine('.', both))).toContain('Did you mean origin/feature?');
      expect(refusal(['HEAD...origin/feature'], machine('.', both))).toMatch(
        /no commit in common in this shallow clone.*git fetch --deepen/u,
      );
    } finally {
      clone.remove();
      both.remove();
    }
  });

  it('say that there is no git, no repository, no commit', () => {
    const folder = mkdtempSync(join(tmpdir(), 'trackflow-bare-'));
    try {
      const outside = { ...real, cwd: folder };
      expect(refusal(['main'], outside)).toBe('This folder is not in a git repository. Nor is there a file main here.');
      writeFileSync(join(folder, 'a.flow.yaml'), flow('A'));
      expect(refusal(['a.flow.yaml', 'nosuch.flow.yaml'], outside)).toBe(
        'There is no file nosuch.flow.yaml. Nor can it be a revision: this folder is not in a git repository.',
      );
      expect(refusal(['a.flow.yaml'], outside)).toContain('To compare two files, name both.');
      expect(refusal([], outside)).toContain('To compare two files, name both.');
      expect(refusal(['main'], { ...machine(), git: () => undefined })).toContain('git is not installed');
      mkdirSync(join(folder, 'new'));
      const fresh = { ...real, cwd: join(folder, 'new') };
      fresh.git(fresh.cwd, ['init', '-q']);
      expect(refusal([], fresh)).toContain('no commit yet');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('have an empty one where everything was added', async () => {
    const fresh = testRepository();
    try {
      fresh.commit('Nothing yet');
      fresh.write({ 'lead.flow.yaml': flow('New').replace(/use:.*\n/u, 'owners: {sales: {name: Sales}}\n') });
      const host = machine('.', fresh);
      expect(await titles(openSides(host, []))).toEqual([[], [['lead.flow.yaml', { en: 'New' }, { en: 'Sales' }]]]);
      expect(await titles(openSides(host, ['HEAD', 'lead.flow.yaml']))).toEqual([
        [],
        [['lead.flow.yaml', { en: 'New' }, { en: 'Sales' }]],
      ]);
    } finally {
      fresh.remove();
    }
  });
});

describe('git as it is run', () => {
  it.skipIf(hasGit)('is not installed here, so that these tests were skipped', () => {
    expect(hasGit).toBe(false);
  });
});
