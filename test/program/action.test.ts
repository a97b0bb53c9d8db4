/**
 * action.yml, run as on GitHub: on pushes, on pull requests, on those of strangers. The repository, its clones and trackflow are real, gh and
 * npm are stand-ins.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasGit, testRepository, type TestRepository } from '../cli/git/repository.js';
import {
  artifactUrl,
  runAction,
  token,
  type Comment,
  type GitHub,
  type Ran,
  type RunOptions,
} from '../setup/action.js';
import { projectRoot } from '../setup/program.js';

const flow = (sla = '4h', more = ''): string => `trackflow: 1
title: Follow-up
owners: {sales: {name: Sales}, boss: {name: Boss}}
nodes:
  start: {type: start, owner: sales, next: call}
  call:
    name: Call
    owner: sales
    sla: ${sla}
    next: approve
  approve: {name: Approve, kind: approval, owner: boss, next: won}
  won: {type: end, owner: sales}
${more}`;
const unapproved = flow('1d')
  .replace('next: approve', 'next: won')
  .replace(/ {2}approve:.*\n/u, '');
const mark = '<!-- trackflow diff -->';
const comment = (id: string, body: string, mine = false): Comment => ({ id, body, mine });

describe.skipIf(!hasGit)('the action', { timeout: 120_000 }, () => {
  let origin: TestRepository;
  const folders: string[] = [];
  /** Hash of the head of each pull request, by its branch. */
  const heads: Record<string, string> = {};

  const branch = (name: string, files: Readonly<Record<string, string | undefined>>, from = 'start'): void => {
    origin.git('checkout', '-q', '-b', name, from);
    heads[name] = origin.commit(name, files);
    origin.git('checkout', '-q', 'main');
  };

  beforeAll(() => {
    origin = testRepository();
    origin.commit('Begin', {
      'flows/lead.flow.yaml': flow(),
      'flows/other.flow.yaml': flow(),
      'docs/x.flow.yaml': flow(),
    });
    origin.git('tag', 'start');
    branch('feature', { 'flows/lead.flow.yaml': unapproved });
    branch('slower', { 'flows/lead.flow.yaml': flow('2d') });
    branch('words', { 'flows/lead.flow.yaml': `# a comment\n${flow()}` });
    branch('broken', { 'flows/lead.flow.yaml': flow('soon') });
    branch('both', { 'flows/lead.flow.yaml': unapproved, 'flows/other.flow.yaml': flow('4 Stunden') });
    // The base goes on, so that what it has changed is no part of any pull request.
    origin.commit('Main goes on', { 'flows/other.flow.yaml': flow('30m') });
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  });
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  afterAll(() => {
    origin.remove();
  });

  /** As actions/checkout makes it: one commit, which merges the pull request into its base. */
  const checkout = (name: string, depth?: number): string => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'trackflow-workspace-')));
    folders.push(folder);
    const git = (...args: readonly string[]): void => {
      const { status, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
    };
    git('init', '-q');
    git('remote', 'add', 'origin', `file://${origin.top}`);
    git('fetch', '-q', '--no-tags', ...(depth === 0 ? [] : [`--depth=${String(depth ?? 1)}`]), 'origin', name);
    git('checkout', '-q', 'FETCH_HEAD');
    return folder;
  };
  const merged = (name: string): string => {
    const into = `merge-${name}`;
    if (origin.git('branch', '--list', into) === '') {
      origin.git('checkout', '-q', '-b', into, 'main');
      origin.git('merge', '-q', '--no-edit', '-X', 'theirs', name);
      origin.git('checkout', '-q', 'main');
    }
    return into;
  };
  const payload = (name: string, repository: string | null = 'acme/flows'): object => ({
    pull_request: {
      number: 5,
      title: '$(touch evil) ::error::x',
      base: { ref: 'main', sha: origin.git('rev-parse', 'main').trim() },
      head: { ref: '$(touch evil)', sha: heads[name], repo: repository === null ? null : { full_name: repository } },
    },
  });
  const github = (more: Partial<GitHub> = {}): GitHub => ({ comments: [], compares: origin.top, ...more });
  /** The action on a pull request. `github: null`: gh is not installed. */
  const pull = (
    name: string,
    { github: hub = github(), ...more }: Partial<Omit<RunOptions, 'github'>> & { readonly github?: GitHub | null } = {},
  ): Ran =>
    runAction({
      workspace: more.workspace ?? checkout(merged(name)),
      event: 'pull_request',
      payload: payload(name),
      ...(hub !== null && { github: hub }),
      ...more,
    });
  const titles = ({ commands }: Ran): readonly string[] =>
    commands.map((line) => /^::(\w+).*title=([^:,]*)/u.exec(line)?.slice(1, 3).join(' ') ?? line);

  it('tells a pull request what it changes: comment, picture, annotations, summary', () => {
    const ran = pull('feature');
    expect(ran.log).not.toContain(token);
    expect(ran.steps).toEqual({
      install: 'success',
      check: 'success',
      'pull-request': 'success',
      diff: 'success',
      page: 'success',
      comment: 'success',
    });
    expect(ran.failed).toBe(false);
    expect(ran.comments).toHaveLength(1);
    const [{ body, mine }] = ran.comments as [Comment];
    expect(mine).toBe(true);
    expect(body.startsWith(`${mark}\n### Process changes\n`)).toBe(true);
    expect(body).toContain('The approval “Approve” is gone\\.');
    expect(body).toContain(`🖼️ [trackflow-diff.html](${artifactUrl})`);
    expect(body).toContain(
      `\`${origin.git('rev-parse', 'start').slice(0, 10)}\` → \`${heads['feature']!.slice(0, 10)}\``,
    );
    // What the base has done meanwhile is not told.
    expect(body).not.toContain('other');
    expect(Object.keys(ran.artifacts)).toEqual(['trackflow-diff.html']);
    expect(ran.artifacts['trackflow-diff.html']).toMatch(/^<!doctype html>[\s\S]*<svg/iu);
    expect(ran.summary).toContain('The approval “Approve” is gone');
    expect(ran.summary).toContain(artifactUrl);
    expect(titles(ran)).toContain('warning trackflow%3A approval-removed');
    // In the version after, line 11 is the step that stood behind the approval.
    expect(ran.commands.find((line) => line.includes('approval-removed'))).toContain(
      'file=flows/lead.flow.yaml,line=11,',
    );
  });

  it('keeps the token out of command lines and of the steps that read flows', () => {
    const { calls, log } = pull('feature');
    expect(calls.length).toBeGreaterThan(3);
    expect(JSON.stringify(calls)).not.toContain(token);
    expect(log).not.toContain(token);
  });

  it('brings its own comment up to date, wherever it stands, and touches no other', () => {
    const others = [
      comment('IC_1', `${mark}\n### I am the action, too`),
      comment('IC_2', 'Another workflow with the same token, which quotes:\n\n' + mark, true),
      comment('IC_3', 'LGTM'),
      comment('IC_4', '<!-- trackflow diff flows -->\nThat of another folder', true),
    ];
    const first = pull('feature', { github: github({ comments: others }) });
    expect(first.comments.slice(0, 4)).toEqual(others);
    expect(first.comments).toHaveLength(5);
    const second = pull('slower', { github: github({ comments: first.comments }) });
    expect(second.comments.slice(0, 4)).toEqual(others);
    expect(second.comments).toHaveLength(5);
    expect(second.comments[4]?.id).toBe(first.comments[4]?.id);
    expect(second.comments[4]?.body).toContain('4 hours → **2 days**');
    expect(second.comments[4]?.body).not.toContain('Approve');
  });

  it('makes no comment where nothing has changed, and says so in one that is there', () => {
    const none = pull('words');
    expect([none.failed, none.comments, none.artifacts, none.summary.includes('Process changes')]).toEqual([
      false,
      [],
      {},
      false,
    ]);
    const before = pull('feature').comments;
    const after = pull('words', { github: github({ comments: before }) });
    expect(after.comments).toHaveLength(1);
    expect(after.comments[0]?.body).toContain('✅ No change of the process.');
    expect(after.comments[0]?.body).not.toContain('Approve');
  });

  it('tells it in the summary where the token may not write', () => {
    const fork = pull('feature', {
      github: github({ deny: 'writing' }),
      payload: payload('feature', 'stranger/flows'),
    });
    expect([fork.failed, fork.comments]).toEqual([false, []]);
    expect(fork.summary).toContain('The approval “Approve” is gone');
    expect(fork.summary).toContain(artifactUrl);
    expect(fork.commands.at(-1)).toMatch(/^::notice title=trackflow::.*from a fork may not write/u);
    const own = pull('feature', { github: github({ deny: 'everything' }) });
    expect([own.failed, own.summary.includes('Approve')]).toEqual([false, true]);
    expect(own.commands.at(-1)).toMatch(/^::notice .*not accessible by integration.*pull-requests: write/u);
    expect(own.commands.at(-1)).not.toContain('fork');
    const alone = pull('feature', { github: null });
    expect([alone.failed, alone.summary.includes('Approve')]).toEqual([false, true]);
    expect(alone.commands.at(-1)).toMatch(/^::notice .*gh, the command line of GitHub, could not be run/u);
    expect(alone.commands.at(-1)).not.toContain('permissions');
    const gone = pull('feature', { github: github({ deny: 'writing' }), payload: payload('feature', null) });
    expect(gone.commands.at(-1)).toContain('from a fork');
  });

  it('does without the artifact where it cannot be stored', () => {
    const { failed, comments } = pull('feature', { noUpload: true });
    expect([failed, comments.length]).toEqual([false, 1]);
    expect(comments[0]?.body).not.toContain('.html');
  });

  it('fetches what it needs, and no more', () => {
    const shallow = checkout(merged('feature'));
    const git = (folder: string, ...args: readonly string[]): string =>
      spawnSync('git', args, { cwd: folder, encoding: 'utf8' }).stdout;
    const status = (folder: string): readonly string[] => [
      git(folder, 'status', '--porcelain'),
      git(folder, 'for-each-ref'),
      git(folder, 'rev-parse', 'HEAD'),
      git(folder, 'config', '--list', '--local'),
    ];
    const before = status(shallow);
    expect(pull('feature', { workspace: shallow }).failed).toBe(false);
    expect(status(shallow)).toEqual(before);
    expect(git(shallow, 'rev-parse', '--is-shallow-repository')).toBe('true\n');
    // A clone that has all of the history keeps it.
    const whole = checkout(merged('feature'), 0);
    const log = git(whole, 'log', '--format=%H');
    expect(pull('feature', { workspace: whole }).comments).toHaveLength(1);
    expect(git(whole, 'log', '--format=%H')).toBe(log);
    const without = checkout('main', 0);
    expect(pull('feature', { workspace: without }).comments).toHaveLength(1);
    expect(git(without, 'rev-parse', '--is-shallow-repository')).toBe('false\n');
  });

  it.each([1, 2, 0])('finds out by itself where the pull request left its base, from a depth of %d', (depth) => {
    for (const hub of [github({ compares: '/nowhere' }), null]) {
      const ran = pull('feature', { workspace: checkout(merged('feature'), depth), github: hub });
      expect(ran.failed).toBe(false);
      expect(ran.summary).toContain('The approval “Approve” is gone');
      expect(ran.summary).not.toContain('30 minutes');
      expect(ran.comments).toHaveLength(hub === null ? 0 : 1);
    }
  });

  it('says what to do where there is no checkout, or nothing can be fetched', () => {
    const empty = realpathSync(mkdtempSync(join(tmpdir(), 'trackflow-workspace-')));
    folders.push(empty);
    const none = pull('feature', { workspace: empty, inputs: { check: 'false' } });
    expect([none.failed, none.commands.at(-1)]).toEqual([true, expect.stringContaining('actions/checkout')]);
    const workspace = checkout(merged('feature'));
    spawnSync('git', ['remote', 'set-url', 'origin', 'file:///nowhere'], { cwd: workspace });
    const lost = pull('feature', { workspace, inputs: { check: 'false' } });
    expect([lost.failed, lost.commands.at(-1)]).toEqual([true, expect.stringContaining('fetch-depth: 0')]);
  });

  it('reviews also what the check finds wrong', () => {
    const broken = pull('broken');
    expect([broken.failed, broken.steps['check'], broken.steps['comment']]).toEqual([true, 'failure', 'success']);
    expect(broken.comments[0]?.body).toContain('❌ flows/lead\\.flow\\.yaml has errors and was not compared\\.');
    expect(broken.artifacts).toEqual({});
    const both = pull('both');
    expect([both.failed, both.steps['diff']]).toEqual([true, 'success']);
    expect(both.comments[0]?.body).toContain('Approve');
    expect(both.comments[0]?.body).toContain('flows/other\\.flow\\.yaml has errors');
  });

  it('looks at the paths that are asked for, globs among them', () => {
    expect(pull('feature', { inputs: { paths: 'docs' } }).comments).toEqual([]);
    const { comments, failed } = pull('feature', { inputs: { paths: 'docs/*.yaml flows/l*.flow.yaml' } });
    expect([failed, comments.length]).toEqual([false, 1]);
  });

  it('has a comment and a page for each folder, in the language that is asked for', () => {
    const [{ body }] = pull('feature', { inputs: { 'working-directory': 'flows', lang: 'zh' } }).comments as [Comment];
    expect(body.startsWith('<!-- trackflow diff flows -->\n### 流程变更\n')).toBe(true);
    expect(body).toContain('[trackflow-diff-flows.html]');
  });

  it('does what it is asked to, and no more', () => {
    const unreviewed = pull('feature', { inputs: { review: 'false' } });
    expect(unreviewed.steps).toEqual({ install: 'success', check: 'success' });
    const unchecked = pull('broken', { inputs: { check: 'false' } });
    expect([unchecked.failed, unchecked.steps['check'], unchecked.comments.length]).toEqual([false, undefined, 1]);
    const push = runAction({ workspace: checkout('main'), event: 'push', payload: {}, github: github() });
    expect(push.steps).toEqual({ install: 'success', check: 'success' });
  });

  describe('what strangers have written', () => {
    it('is never run', () => {
      const planted = join(tmpdir(), `trackflow-planted-${String(process.pid)}`);
      const program = `require('node:fs').writeFileSync(${JSON.stringify(planted)}, '');`;
      const evil: Record<string, string> = {
        '.npmrc': 'registry=http://127.0.0.1:9/\n',
        'package.json': JSON.stringify({
          name: 'trackflow',
          bin: './evil.cjs',
          scripts: { preinstall: 'node evil.cjs' },
        }),
        'evil.cjs': program,
        'evil.mjs': `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(planted)}, '');`,
        'node_modules/trackflow/package.json': JSON.stringify({ name: 'trackflow', version: '0.0.1' }),
        'node_modules/trackflow/bin/trackflow.js': program,
        'node_modules/.bin/trackflow': `#!${process.execPath}\n${program}`,
        'node_modules/@mermaid-js/mermaid-cli/package.json': JSON.stringify({ name: 'x', main: '../../../evil.cjs' }),
        'trackflow.config.yaml': 'flows: [flows/*.flow.yaml]\nrules:\n  plugins: [evil.mjs]\n',
        '.gitattributes': '* diff=evil filter=evil merge=evil\n',
        '.gitmodules': '[submodule "x"]\n\tpath = x\n\turl = ext::sh -c touch% evil\n',
        'flows/lead.flow.yaml': unapproved,
      };
      branch('evil', evil);
      const ran = pull('evil');
      expect(ran.failed).toBe(false);
      expect(ran.comments).toHaveLength(1);
      expect(existsSync(planted)).toBe(false);
      const npm = ran.calls.find(({ program: name }) => name === 'npm');
      expect(npm?.cwd).toContain('trackflow-runner-');
      expect(npm?.args).toEqual(expect.arrayContaining(['install', '--prefix', npm?.cwd, '--ignore-scripts']));
      // The same files do run where somebody who may write to the repository has put them there.
      const workspace = checkout('evil');
      runAction({ workspace, event: 'push', payload: {}, github: github() });
      expect(existsSync(planted)).toBe(true);
      rmSync(planted);
      runAction({
        workspace,
        event: 'push',
        payload: {},
        github: github(),
        inputs: { version: '0.1.0', plugins: 'true' },
      });
      expect(existsSync(planted)).toBe(true);
      rmSync(planted);
    });

    it('is no command for the runner', () => {
      const command = '::error::planted ##[error]planted ::add-mask::a';
      const name = JSON.stringify(`${'long '.repeat(14)}\n${command}`);
      branch('commands', {
        'flows/lead.flow.yaml': flow('2d').replace('name: Call', `name: ${name}`),
        'flows/::error::planted.flow.yaml': flow(),
        'flows/other.flow.yaml': flow().replace('name: Call', `name: ${name}\n    salee: ${name}`),
      });
      const ran = pull('commands');
      expect(ran.log).toMatch(/planted/u);
      expect(ran.comments).toHaveLength(1);
      expect(ran.commands.length).toBeGreaterThan(2);
      for (const line of ran.commands)
        expect(line).toMatch(/^::(?:warning|notice|error) (?:file=[^:]*|title=trackflow[^:]*)::/u);
    });

    it('is text in the comment', () => {
      branch('mentions', {
        'flows/lead.flow.yaml': flow('2d')
          .replace('title: Follow-up', `title: "@everyone </details><img src=x> \`#1\` ${mark}"`)
          .replace('name: Call', 'name: "<!-- trackflow diff --> @octocat GH-1"'),
      });
      const [{ body }] = pull('mentions').comments as [Comment];
      expect(body.split(mark)).toHaveLength(2);
      const outside = body
        .slice(mark.length)
        .replaceAll('&#8288;', '\u2060')
        .replace(/```mermaid\n[\s\S]*?\n```/gu, '');
      expect(outside).not.toMatch(/@[a-z]|<img|<!--|#\d|GH-\d/iu);
      expect(outside.match(/<details/gu)?.length).toBe(outside.match(/<\/details>/gu)?.length);
    });

    it('stays within the limit, however much it is', () => {
      branch(
        'much',
        Object.fromEntries(
          Array.from({ length: 120 }, (_, index) => [
            `flows/${'@'.repeat(60)}${String(index)}.flow.yaml`,
            flow('2d').replace('title: Follow-up', `title: "${'<@'.repeat(200)}${String(index)}"`),
          ]),
        ),
      );
      const ran = pull('much');
      expect(ran.comments).toHaveLength(1);
      expect(ran.comments[0]!.body.length).toBeLessThan(65_536);
      expect(ran.comments[0]!.body).toContain(artifactUrl);
    });

    it('cannot hide a flow by the project file, nor by breaking it', () => {
      branch('hiding', {
        'trackflow.config.yaml': 'flows: [flows/other.flow.yaml]\n',
        'flows/lead.flow.yaml': unapproved,
      });
      expect(pull('hiding').comments[0]?.body).toContain('the whole flow is gone');
      branch('breaking', { 'trackflow.config.yaml': 'flows: 5\n', 'flows/lead.flow.yaml': unapproved });
      const { failed, comments } = pull('breaking');
      expect([failed, comments[0]?.body]).toEqual([
        true,
        expect.stringContaining('trackflow\\.config\\.yaml has errors and was not compared'),
      ]);
    });

    it('cannot make the check milder without a word', () => {
      const change = { 'flows/trackflow.config.yaml': 'rules: {presets: [minimal]}\n', 'known.json': '{}\n' };
      branch('milder', change);
      const warned = (inputs: Readonly<Record<string, string>>): readonly string[] =>
        pull('milder', { inputs: { check: 'false', ...inputs } }).commands.filter((line) =>
          line.includes('asks for less'),
        );
      expect(warned({})).toEqual([
        expect.stringMatching(/^::warning file=flows\/trackflow\.config\.yaml,line=1,title=/u),
      ]);
      expect(warned({ baseline: 'known.json' })).toHaveLength(2);
      expect(warned({ baseline: '../known.json', 'working-directory': 'flows' })).toHaveLength(2);
    });

    it('gets no folder taken for a repository', () => {
      branch('bare', {
        'flows/lead.flow.yaml': unapproved,
        'flows/HEAD': 'ref: refs/heads/main\n',
        'flows/config':
          '[core]\n\tbare = false\n\tworktree = ..\n\tfsmonitor = touch planted\n[credential]\n\thelper = !touch planted\n',
        'flows/objects/x': '',
        'flows/refs/x': '',
      });
      const workspace = checkout(merged('bare'));
      const ran = pull('bare', { workspace, inputs: { 'working-directory': 'flows', check: 'false' } });
      expect(ran.log).toContain('bare repository');
      expect([
        ran.failed,
        existsSync(join(workspace, 'flows/planted')),
        existsSync(join(workspace, 'planted')),
      ]).toEqual([true, false, false]);
    });
  });

  describe('for pull requests from forks', () => {
    const from = (sha: string | undefined, more: object = {}): object => ({
      workflow_run: {
        event: 'pull_request',
        head_sha: sha,
        head_branch: 'a&b=c',
        head_repository: { owner: { login: 'stranger' } },
        pull_requests: [],
        ...more,
      },
    });
    const found = (name: string): GitHub => {
      const { pull_request: one } = payload(name, 'stranger/flows') as { readonly pull_request: object };
      const older = { ...one, number: 4, head: { sha: heads['slower'], repo: null } };
      return github({ pulls: { 'stranger:a&b=c': [older, one] } });
    };

    it('another workflow comments, with nothing of theirs checked out', () => {
      const run = (more: Partial<RunOptions>): Ran =>
        runAction({
          workspace: checkout('main'),
          event: 'workflow_run',
          payload: from(heads['feature']),
          inputs: { check: 'false' },
          github: found('feature'),
          ...more,
        });
      const ran = run({});
      expect([ran.failed, ran.comments.length]).toEqual([false, 1]);
      expect(ran.comments[0]?.body).toContain('The approval “Approve” is gone');
      for (const nothing of [
        run({ payload: from(heads['words']) }),
        run({ payload: from(heads['feature'], { event: 'push' }) }),
        run({ payload: from(heads['feature'], { head_repository: null }) }),
        run({ github: github() }),
      ]) {
        expect([nothing.failed, nothing.comments]).toEqual([false, []]);
        expect(nothing.log).toContain('There is no open pull request to review.');
      }
    });

    it('or the workflow of the base does', () => {
      const ran = runAction({
        workspace: checkout('main'),
        event: 'pull_request_target',
        payload: payload('feature', 'stranger/flows'),
        inputs: { check: 'false' },
        github: github(),
      });
      expect([ran.failed, ran.comments.length]).toEqual([false, 1]);
    });
  });

  describe('which trackflow', () => {
    const installed = ({ calls }: Ran): readonly (string | undefined)[] =>
      calls.filter(({ program }) => program === 'npm').map(({ args }) => args.at(-1));
    const push = (
      files: Readonly<Record<string, string>>,
      inputs: Readonly<Record<string, string>> = {},
      event = 'push',
    ): Ran => {
      const workspace = checkout('main');
      const at = testFiles(workspace, files);
      return runAction({ workspace: at, event, payload: {}, inputs, github: github() });
    };
    const testFiles = (top: string, files: Readonly<Record<string, string>>): string => {
      for (const [path, text] of Object.entries(files))
        spawnSync('bash', ['-c', 'mkdir -p "$(dirname "$1")" && printf %s "$2" > "$1"', '-', join(top, path), text]);
      return top;
    };
    const project = {
      'node_modules/trackflow/package.json': '{"name": "trackflow", "version": "0.0.7"}',
      'node_modules/trackflow/bin/trackflow.js': 'console.log("of the project", process.argv.slice(2).join(" "));',
    };

    it('is that of the action, that of the project on a push, or the one that is named', () => {
      const version = (
        JSON.parse(spawnSync('cat', ['package.json'], { cwd: projectRoot, encoding: 'utf8' }).stdout) as {
          version: string;
        }
      ).version;
      expect(installed(pull('words'))).toEqual([`trackflow@${version}`]);
      expect(installed(push({}))).toEqual([`trackflow@${version}`]);
      const own = push(project, { 'working-directory': 'flows' });
      expect([installed(own), own.log.includes('trackflow 0.0.7'), own.log.includes('of the project check')]).toEqual([
        [],
        true,
        true,
      ]);
      expect(installed(push(project, { version: '0.2.x' }))).toEqual(['trackflow@0.2.x']);
      for (const event of ['merge_group', 'workflow_run', 'issue_comment'])
        expect(installed(push(project, {}, event)), event).toEqual([`trackflow@${version}`]);
    });

    it('says when there is none of that version, or it is no version', () => {
      const none = push({}, { version: '9.9.9' });
      expect([none.failed, Object.keys(none.steps)]).toEqual([true, ['install']]);
      expect(none.commands).toEqual([expect.stringMatching(/^::error title=trackflow::trackflow 9\.9\.9 could not/u)]);
      for (const version of ['file:../evil', 'git+https://x', '"; touch evil; "', '$(touch evil)', '../x', '@evil/x'])
        expect(push({}, { version }).commands, version).toEqual([
          expect.stringContaining('is no version of trackflow'),
        ]);
    });
  });
});
