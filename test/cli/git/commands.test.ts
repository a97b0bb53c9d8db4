/** `log`, `textconv`, `merge-driver` and `init --git` on repositories of a few commits, without building the program. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cli, home } from '../cli.js';
import { hasGit, shallowClone, testRepository, type TestRepository } from './repository.js';

const flow = `trackflow: 1
title: Follow-up
owners: {sales: {name: Sales}}
nodes:
  start: {type: start, owner: sales, next: call}
  call:
    name: Call
    owner: sales
    sla: 4h # from the contract
    next: won
  won: {type: end, owner: sales}
`;

describe.skipIf(!hasGit)('in a repository', () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = testRepository();
  });
  afterEach(() => {
    repository.remove();
  });

  it('log has in its table what counts nothing, such as another version', async () => {
    const { commit, trackflow } = repository;
    const version = (number: string): string => flow.replace('title:', `document: {version: ${number}}\ntitle:`);
    commit('Begin', { 'a.flow.yaml': version('1.0.0') });
    commit('Release', { 'a.flow.yaml': version('1.1.0').replace('title: Follow-up', 'title: Follow up') });
    const { stdout } = await trackflow(['log', 'a.flow.yaml', '--format', 'markdown']);
    expect(stdout.split('\n')[2]).toMatch(
      /\| Release \| title Follow\\-up → Follow up, version 1\\\.0\\\.0 → 1\\\.1\\\.0 \|/u,
    );
  });

  it('log tells each commit with its changes, newest first', async () => {
    const { commit, move, trackflow } = repository;
    commit('Begin', { 'a.flow.yaml': flow });
    commit('Faster', { 'a.flow.yaml': flow.replace('4h', '2h') });
    move('a.flow.yaml', '跟进.flow.yaml');
    commit('Rename');
    const { exit, stdout, stderr } = await trackflow(['log', '跟进.flow.yaml']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const hash = /^[0-9a-f]{10}/gmu;
    expect(stdout.replace(hash, 'HASH').trimEnd()).toBe(`HASH  2026-03-04  王芳
  Rename
  renamed: a.flow.yaml → 跟进.flow.yaml
  no change of the process

HASH  2026-03-03  王芳
  Faster
  1 step changed, 1 owner affected
  ~ Call: time limit 4 hours → 2 hours

HASH  2026-03-02  王芳
  Begin
  the flow is new: 3 steps added, 2 connections added, 1 owner added`);
    const one = await trackflow(['log', '跟进.flow.yaml', '-n', '1']);
    expect(one.stdout).not.toContain('Faster');
    expect(one.stderr).toBe('There are older commits, which are not shown; -n 4 shows more of them.\n');
    const table = await trackflow(['log', '跟进.flow.yaml', '--format', 'markdown', '--lang', 'zh']);
    expect(table.stdout.split('\n')[0]).toBe('| 日期 | 作者 | 提交说明 | 流程变更 | 提交 |');
    expect(table.stdout).toContain('| 整个流程是新增的：新增 3 个环节');
    const chinese = (await trackflow(['log', '跟进.flow.yaml', '--lang', 'zh'])).stdout;
    for (const line of ['  改名：a.flow.yaml → 跟进.flow.yaml', '  流程没有变化', '  变更 1 个环节、1 个责任方受影响'])
      expect(chinese.split('\n')).toContain(line);
    expect(chinese).toContain('  整个流程是新增的：新增 3 个环节、新增 2 条连线、');
    const schema = JSON.parse(readFileSync(join(home, 'schemas/history.schema.json'), 'utf8')) as object;
    const matches = new Ajv2020({ strict: false }).compile(schema);
    const document: unknown = JSON.parse((await trackflow(['log', '跟进.flow.yaml', '--format', 'json'])).stdout);
    expect([matches(document), matches.errors]).toEqual([true, null]);
    expect(document).toMatchObject({ revisions: [{ change: 'same' }, { change: 'changed' }, { change: 'added' }] });
  });

  it('log reads each version with the library of its own commit', async () => {
    const { commit, trackflow } = repository;
    const using = flow.replace('owners: {sales: {name: Sales}}', 'use: [org.yaml]');
    commit('Begin', { 'a.flow.yaml': using, 'org.yaml': 'trackflow: 1\nowners: {sales: {name: Sales}}\n' });
    commit('Both', {
      'a.flow.yaml': using.replace('4h', '3h'),
      'org.yaml': 'trackflow: 1\nowners: {sales: {name: Account team}}\n',
    });
    const { stdout } = await trackflow(['log', 'a.flow.yaml', '-n', '1']);
    expect(stdout).toContain('Account team');
  });

  it('log tells what a merge has changed itself, and no other merge', async () => {
    const { commit, git, move, trackflow } = repository;
    const named = (name: string): string => flow.replace('name: Call', `name: ${name}`);
    const told = async (): Promise<readonly string[]> => {
      const { stdout } = await trackflow(['log', 'b.flow.yaml', '--format', 'json']);
      const { revisions } = JSON.parse(stdout) as {
        revisions: { subject: string; change: string; changes?: { details: string[] }[] }[];
      };
      return revisions.map(({ subject, change, changes }) =>
        [subject, change, ...(changes ?? []).flatMap(({ details }) => details)].join(' | '),
      );
    };
    const branch = (subject: string, text: string): void => {
      git('checkout', '-q', '-B', 'side');
      commit(subject, { 'b.flow.yaml': text });
      git('checkout', '-q', 'main');
    };
    commit('Begin', { 'a.flow.yaml': flow });

    // A branch goes on under the old name.
    git('checkout', '-q', '-b', 'early');
    git('checkout', '-q', 'main');
    move('a.flow.yaml', 'b.flow.yaml');
    commit('Rename');
    git('checkout', '-q', 'early');
    commit('Under the old name', { 'a.flow.yaml': named('Ring') });
    git('checkout', '-q', 'main');
    git('merge', '-q', '-m', 'Clean', 'early');
    expect((await told()).map((line) => line.split(' | ')[0])).toEqual(['Under the old name', 'Rename', 'Begin']);

    branch('Slower', named('Ring').replace('4h', '5h'));
    commit('Faster', { 'b.flow.yaml': named('Ring').replace('4h', '3h') });
    expect(() => git('merge', '-q', 'side')).toThrow('CONFLICT');
    commit('Decided', { 'b.flow.yaml': named('Ring').replace('4h', '9h') });
    expect((await told()).slice(0, 3)).toEqual([
      'Decided | changed | time limit',
      'Faster | changed | time limit',
      'Slower | changed | time limit',
    ]);

    // Our side of the conflict, which takes theirs back; and a merge that changes what neither side has touched.
    branch('Slower again', named('Ring').replace('4h', '11h'));
    commit('Faster again', { 'b.flow.yaml': named('Ring').replace('4h', '1h') });
    git('merge', '-q', '-s', 'ours', '-m', 'Ours', 'side');
    branch('Title', named('Ring').replace('4h', '1h').replace('Follow-up', 'Following'));
    git('merge', '-q', '--no-ff', '--no-commit', 'side');
    commit('Evil', { 'b.flow.yaml': named('Visit').replace('4h', '1h').replace('Follow-up', 'Following') });
    const { stdout } = await trackflow(['log', 'b.flow.yaml', '-n', '3']);
    expect(stdout.split('\n').filter((line) => !/^[0-9a-f]{10} /u.test(line))).toEqual([
      ...['  Evil', '  1 step changed', '  ~ Ring → Visit', ''],
      ...['  Title', '  ~ Following: title Follow-up → Following', ''],
      ...['  Ours', '  1 step changed, 1 owner affected', '  ~ Ring: time limit 11 hours → 1 hour', ''],
    ]);
  });

  it('log says where a shallow clone cuts the history', async () => {
    const { commit } = repository;
    commit('Begin', { 'a.flow.yaml': flow });
    commit('Faster', { 'a.flow.yaml': flow.replace('4h', '3h') });
    commit('Faster still', { 'a.flow.yaml': flow.replace('4h', '2h') });
    const clone = shallowClone(repository, 2);
    const whole = shallowClone(repository, 3);
    try {
      const log = async (of: TestRepository, ...args: readonly string[]): Promise<string> => {
        const { stdout, stderr } = await of.trackflow(['log', 'a.flow.yaml', ...args]);
        return stdout + stderr;
      };
      const told = await log(clone);
      expect(told).toContain('~ Call: time limit 3 hours → 2 hours');
      expect(told).toContain('Faster\n  the history is cut here: what this commit has changed is not known');
      expect(told).not.toContain('the flow is new');
      expect(told).toContain('git fetch --unshallow');
      expect(await log(clone, '--format', 'markdown')).toContain('not known: the history is cut here');
      expect(await log(clone, '--format', 'json')).toContain('"change": "cut"');
      // All there is, although git calls the clone shallow.
      expect(await log(whole)).toContain('the flow is new');
    } finally {
      clone.remove();
      whole.remove();
    }
  });

  it('log says what is missing', async () => {
    const { commit, trackflow, write } = repository;
    commit('Empty');
    write({ 'new.flow.yaml': flow });
    const fresh = await trackflow(['log', 'new.flow.yaml']);
    expect([fresh.exit, fresh.stderr]).toEqual([2, expect.stringContaining('is in no commit yet')]);
    expect((await trackflow(['log', 'none.flow.yaml'])).stderr).toContain('not in the history');
    for (const folder of ['.', '../' + basename(repository.top)]) {
      const { exit, stderr } = await trackflow(['log', folder]);
      expect([exit, stderr.includes(' is a folder; '), stderr.includes('new.flow.yaml')]).toEqual([2, true, true]);
    }
    expect((await trackflow(['log', 'new.flow.yaml', '-n', 'x'])).stderr).toContain('no number of commits');
    expect((await trackflow(['log', 'new.flow.yaml', '--format', 'jsno'])).stderr).toContain('json');
  });

  it('init --git shows, asks for --yes, writes once, and takes back', async () => {
    const { trackflow, git, top, write } = repository;
    write({ '.gitattributes': '*.png binary' });
    const asked = await trackflow(['init', '--git']);
    expect([asked.exit, git('config', '--list').includes('trackflow')]).toEqual([2, false]);
    expect(asked.stderr).toContain('--yes');
    expect((await trackflow(['init', '--git', '--yes'])).exit).toBe(0);
    const attributes = (): string => readFileSync(join(top, '.gitattributes'), 'utf8');
    const set = `*.png binary\n*.flow.yaml diff=trackflow merge=trackflow\n*.flow.yml diff=trackflow merge=trackflow\n`;
    expect(attributes()).toBe(set);
    expect(git('config', 'merge.trackflow.driver')).toMatch(/^trackflow merge-driver %O %A %B %L %P %S %X %Y \|\| /u);
    expect((await trackflow(['init', '--git'])).stderr).toContain('already');
    expect(attributes()).toBe(set);
    expect((await trackflow(['init', '--git', '--undo', '--yes'])).exit).toBe(0);
    expect(attributes()).toBe('*.png binary\n');
    expect(git('config', '--list')).not.toContain('trackflow');
    expect((await trackflow(['init', '--yes'])).exit).toBe(2);
  });

  it('init --git names the libraries that flows use, wherever they are, and nothing else', async () => {
    const { trackflow, git, commit, top, write } = repository;
    const using = (...libraries: string[]): string =>
      flow.replace('owners: {sales: {name: Sales}}', `use: ${JSON.stringify(libraries)}`);
    const library = 'trackflow: 1\nowners: {sales: {name: Sales}}\n';
    commit('Begin', {
      'flows/a.flow.yaml': using('../common/org.yaml', 'none.yaml', '../docs/b.flow.yaml', '../../outside.yaml'),
      'docs/b.flow.yaml': using('a [1] b.yaml').replace('nodes:', 'nodes: ['),
      'common/org.yaml': `${library}use: ['more/组 织.yaml']\n`,
      'common/more/组 织.yaml': `${library}use: [../org.yaml]\n`,
      'docs/a [1] b.yaml': library,
      'common/other.yaml': library,
    });
    expect((await trackflow(['init', '--git', '--yes'], { folder: 'flows' })).exit).toBe(0);
    const merged = git('ls-files', '-z')
      .split('\0')
      .filter((file) => file !== '' && git('check-attr', 'merge', '--', file).endsWith(': merge: trackflow\n'));
    expect(merged).toEqual([
      'common/more/组 织.yaml',
      'common/org.yaml',
      'docs/a [1] b.yaml',
      'docs/b.flow.yaml',
      'flows/a.flow.yaml',
    ]);
    expect((await trackflow(['init', '--git', '--yes'])).stderr).toContain('already');
    write({ 'flows/c.flow.yaml': using('../common/other.yaml') });
    const added = await trackflow(['init', '--git', '--yes']);
    expect(added.stderr).toContain('Done. Commit .gitattributes;');
    git('config', 'merge.trackflow.driver', 'of old');
    const renewed = await trackflow(['init', '--git', '--yes']);
    expect([renewed.stdout.includes('.gitattributes'), renewed.stderr.trim()]).toEqual([false, 'Done.']);
    expect(added.stdout).toContain('added to .gitattributes:\n  /common/other.yaml diff=trackflow merge=trackflow\n');
    expect((await trackflow(['init', '--git', '--undo', '--yes'])).stdout).toContain('.gitattributes is removed');
    expect(existsSync(join(top, '.gitattributes'))).toBe(false);
    expect((await trackflow(['init', '--git', '--undo', '--yes'])).stderr).toContain('nothing to undo');
  });

  it('init --git calls the program that is installed here', async () => {
    const { trackflow, git, write } = repository;
    write({ 'node_modules/.bin/trackflow': '' });
    await trackflow(['init', '--git', '--yes']);
    expect(git('config', 'diff.trackflow.textconv')).toContain('node_modules/.bin/trackflow textconv');
    expect(git('config', 'merge.trackflow.driver')).toMatch(/^node_modules\/\.bin\/trackflow merge-driver/u);
  });

  describe.each([
    ['cannot be found', '/nowhere/trackflow'],
    ['fails', 'sh -c "exit 3"'],
    ['is killed', "sh -c 'kill -9 $$'"],
  ])('where trackflow %s', (_, program) => {
    const file = 'flows/a b.flow.yaml';
    beforeEach(async () => {
      const { trackflow, git, commit } = repository;
      commit('Begin', { [file]: flow });
      expect((await trackflow(['init', '--git', '--yes'])).exit).toBe(0);
      for (const key of ['merge.trackflow.driver', 'diff.trackflow.textconv']) {
        git('config', key, git('config', key).trim().replace('trackflow ', `${program} `));
      }
      commit('Set up');
      git('checkout', '-q', '-b', 'theirs');
      commit('Theirs', { [file]: flow.replace('4h', '1h').replace('title: Follow-up', 'title: Follow up') });
      git('checkout', '-q', 'main');
    });

    it('git merges lines: nothing of theirs is lost', () => {
      const { git, commit, top } = repository;
      commit('Ours', { [file]: flow.replace('won: {type: end, ', 'won: {type: end, name: Won, ') });
      git('merge', '-q', '-m', 'Merge', 'theirs');
      const clean = readFileSync(join(top, file), 'utf8');
      for (const part of ['title: Follow up', 'sla: 1h', 'name: Won']) expect(clean).toContain(part);
      git('reset', '-q', '--hard', 'HEAD~1');
      commit('Ours, too', { [file]: flow.replace('4h', '2h') });
      expect(() => git('merge', '-q', '-m', 'Merge', 'theirs')).toThrow('CONFLICT');
      const torn = readFileSync(join(top, file), 'utf8');
      expect(torn).toMatch(/^<{7} ours\n {4}sla: 2h[^]*\n={7}\n {4}sla: 1h[^]*\n>{7} theirs\n/mu);
      expect(torn).toContain('title: Follow up');
    });

    it('git compares the texts', () => {
      const { git, write } = repository;
      write({ [file]: flow.replace('4h', '2h') });
      expect(git('diff')).toMatch(/^-.*sla: 4h # from the contract\n\+.*sla: 2h # from the contract$/mu);
    });
  });

  it('a conflict that trackflow leaves is not merged again', async () => {
    const { trackflow, git, commit, top } = repository;
    await trackflow(['init', '--git', '--yes']);
    const line = git('config', 'merge.trackflow.driver').trim();
    git(
      'config',
      'merge.trackflow.driver',
      line.replace(/^trackflow merge-driver \S+ %A/u, 'sh -c "echo mine > %A; exit 1"'),
    );
    const file = 'a.flow.yaml';
    commit('Begin', { [file]: flow });
    git('checkout', '-q', '-b', 'theirs');
    commit('Theirs', { [file]: flow.replace('4h', '1h') });
    git('checkout', '-q', 'main');
    commit('Ours', { [file]: flow.replace('4h', '2h') });
    expect(() => git('merge', '-q', '-m', 'Merge', 'theirs')).toThrow('CONFLICT');
    expect(readFileSync(join(top, file), 'utf8')).toBe('mine\n');
  });
});

describe('textconv', () => {
  const text = async (content: string): Promise<string> => {
    const { exit, stdout } = await cli('textconv a.flow.yaml', { files: { 'a.flow.yaml': content } });
    expect(exit).toBe(0);
    return stdout;
  };

  it('says the same however a flow is written', async () => {
    const other = flow
      .replace('sla: 4h # from the contract\n    next: won', 'next: [{to: won}]\n    sla: "4h"')
      .replace('{type: start, owner: sales, next: call}', '{owner: sales, next: call, type: start}');
    expect(other).not.toBe(flow);
    expect(await text(other)).toBe(await text(flow));
    expect(await text(flow)).toContain(
      '  call:\n    type: task\n    name: Call\n    owner: sales\n    sla: 4h\n    next:\n      - to: won\n',
    );
  });

  it('has one value a line in lists of maps, too', async () => {
    const risks = '[{severity: high, problem: Nobody calls, remedy: A list, review: [daily, {every: 1d}]}, {}]';
    expect(await text(flow.replace('    sla:', `    risks: ${risks}\n    sla:`))).toContain(
      '    risks:\n      -\n      - problem: Nobody calls\n        remedy: A list\n' +
        '        review:\n          - daily\n          - every: 1d\n        severity: high\n    sla: 4h\n',
    );
    // A set is in the order of what its items are about, not of what they say.
    const cadence = '[{every: 9d, for: b, via: [phone]}, {every: 10d, for: c}, {every: 2d, for: a}]';
    expect(await text(flow.replace('    sla:', `    cadence: ${cadence}\n    sla:`))).toContain(
      '      - for: a\n        every: 2d\n      - for: b\n        every: 9d\n        via:\n          - phone\n      - for: c\n',
    );
    const decided = flow.replace('next: call}', 'next: [{when: late, to: call, share: 10%}, {otherwise: won}]}');
    expect(await text(decided)).toContain(
      '    next:\n      - to: call\n        when: late\n        share: 10%\n      - otherwise: won\n',
    );
  });

  it('keeps the lines of a text under its key, and in its item', async () => {
    const steps = flow.replace('    sla:', '    steps:\n      - |\n        One\n\n        two\n    sla:');
    expect(await text(steps)).toContain('    steps:\n      - One\n\n        two\n');
    expect(await text(`description: |\n  One\n  two\n${flow}`)).toContain('description: One\n  two\n');
  });

  it('says the same of a broken file but for the entries that are broken', async () => {
    const whole = (await text(flow)).split('\n');
    for (const [from, to, lost] of [
      ['sla: 4h', 'sla: [4h', 7],
      ['    name: Call', "    name: 'Call", 7],
      ['owners: {', 'owners: ', 3],
      ['  won', '\twon', 5],
    ] as const) {
      const written = `# Head\n${flow}`.replace(from, to);
      const [title = '', ...broken] = (await text(written.replaceAll('\n', '\r\n'))).split('\n');
      const line = written.slice(0, written.indexOf(to) + 1).split('\n').length;
      expect(title).toMatch(/^# No valid YAML, line \d+: .+ What cannot be read stands here as it is written\.$/u);
      expect(title).toContain(`line ${String(line)}:`);
      expect(whole.filter((each) => !broken.includes(each)).length).toBeLessThanOrEqual(lost);
      expect(broken.join('\n')).toContain(to.trim());
      expect(broken.join('\n')).not.toContain('\r');
    }
  });

  it('gives as it is what has no entries to tell apart', async () => {
    for (const broken of ['a: [', '\u0000', '', 'just words', '- a\n- b', '\uFEFF', 'a: b: c'])
      expect(await text(broken)).toContain(broken.replace('\uFEFF', ''));
  });
});

describe('merge-driver', () => {
  const merge = async (ours: string, theirs: string) => {
    const ran = await cli('merge-driver .base .ours .theirs 7 flows/a.flow.yaml', {
      files: { '.base': flow, '.ours': ours, '.theirs': theirs },
    });
    return { ...ran, text: ran.host.text('.ours') };
  };

  it('writes a clean merge in place of ours', async () => {
    const { exit, text, stderr } = await merge(flow.replace('4h', '2h'), flow.replace('name: Call', 'name: Ring'));
    expect({ exit, stderr, text }).toEqual({
      exit: 0,
      stderr: '',
      text: flow.replace('4h', '2h').replace('Call', 'Ring'),
    });
  });

  it('keeps the line ends of ours, and says so where theirs has changed them', async () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    const ours = flow.replace('4h', '2h');
    const theirs = flow.replace('name: Call', 'name: Ring');
    const both = ours.replace('name: Call', 'name: Ring');
    const lost = await merge(ours, crlf(theirs));
    expect(lost).toMatchObject({ exit: 0, text: both });
    expect(lost.stderr).toBe(
      'flows/a.flow.yaml: the other side has changed all line ends to CRLF; they stay as our side has them.\n',
    );
    // Ours has changed them, or both have.
    for (const each of [theirs, crlf(theirs)])
      expect(await merge(crlf(ours), each)).toMatchObject({ exit: 0, stderr: '', text: crlf(both) });
  });

  it('leaves a conflict where both have changed the same', async () => {
    const { exit, text, stderr } = await merge(flow.replace('4h', '2h'), flow.replace('4h', '1h'));
    expect(exit).toBe(1);
    expect(text).toContain(
      '<<<<<<< ours\n    sla: 2h # from the contract\n=======\n    sla: 1h # from the contract\n>>>>>>> theirs\n',
    );
    expect(stderr).toContain('flows/a.flow.yaml: 1 conflict');
  });

  it('says which words of a side refer to what the other has removed', async () => {
    const base = flow.replace('    next: won\n', '    next: asked\n  asked: {type: task, owner: sales, next: won}\n');
    const less = flow.replace(/ {2}call:\n(?: {4}.*\n)+/u, '').replace('next: call', 'next: won');
    const ran = await cli('merge-driver .base .ours .theirs 7 a.flow.yaml', {
      files: { '.base': base, '.ours': base.replace('sla: 4h', 'sla: 2h'), '.theirs': less },
    });
    expect(ran.host.text('.ours')).toContain('<<<<<<< ours');
    expect(ran.stderr).toBe(
      'a.flow.yaml: where you keep the words of our side, the flow is not valid with what was merged: There is no node "asked".\n' +
        'a.flow.yaml: 1 conflict; decide between the markers, then: git add a.flow.yaml\n',
    );
    // One value that both have changed refers to nothing.
    const plain = await merge(flow.replace('4h', '2h'), flow.replace('4h', '1h'));
    expect(plain.stderr).not.toContain('where you keep');
  });

  it('does not let a clean merge pass that refers to what has another id now', async () => {
    const renamed = flow.replace('  call:', '  ring:').replace('next: call', 'next: ring');
    const referring = flow
      .replace('  won: {', '  again: {name: Again, owner: sales, next: call}\n  won: {')
      .replace('next: won\n  again', 'next: again\n  again');
    for (const [ours, theirs] of [
      [renamed, referring],
      [referring, renamed],
    ] as const) {
      const { exit, text, stderr } = await merge(ours, theirs);
      expect(exit).toBe(1);
      expect(stderr).toContain('One side has renamed call to ring');
      expect(text).toContain('<<<<<<<');
      expect(text).toContain('again: {name: Again, owner: sales, next: call}');
      expect(text).toContain('  ring:');
    }
  });

  it('does not let a clean merge pass that is invalid for another reason', async () => {
    const gone = flow.replace(/ {2}call:[^]* {2}won/u, '  won').replace('next: call', 'next: won');
    const referring = flow.replace(
      'type: start, owner: sales, next: call}',
      'type: start, owner: sales, next: call}\n  back: {name: Back, owner: sales, next: call}',
    );
    const { exit, stderr } = await merge(gone, referring.replace('next: call}\n  back', 'next: back}\n  back'));
    expect(exit).toBe(1);
    expect(stderr).not.toBe('');
  });

  it('leaves what is no text as ours has it', async () => {
    // The last has the signs that conflicts are kept with.
    for (const other of ['\u0000\u0001', `${flow}\u0001ours\n`]) {
      const { exit, text, stderr } = await merge(flow, other);
      expect([exit, text]).toEqual([1, flow]);
      expect(stderr).toContain('was not merged');
    }
  });

  it('says of which id a conflict speaks, if a side has renamed it', async () => {
    const renamed = flow.replace('  call:', '  ring:').replace('next: call}', 'next: ring}');
    const referring = flow.replace('next: call}', 'next: call, name: Begin}');
    const ours = await merge(renamed, referring.replace('owner: sales, next: call,', 'next: [call, won],'));
    expect(ours.exit).toBe(1);
    expect(ours.stderr).toContain(
      'flows/a.flow.yaml: our side has renamed call to ring; where you keep the words of the other side, write ring.',
    );
    const theirs = await merge(referring.replace('owner: sales, next: call,', 'next: [call, won],'), renamed);
    expect(theirs.stderr).toContain('the other side has renamed call to ring; where you keep the words of our side');
    const other = await merge(renamed.replace('4h', '2h'), flow.replace('4h', '1h'));
    expect([other.exit, other.stderr.includes('renamed')]).toEqual([1, false]);
  });

  it('says so if an owner has another id now, whom the other side begins to name', async () => {
    const two = flow.replace('{sales: {name: Sales}}', '{sales: {name: Sales}, care: {name: Care}}');
    const base = two.replace('  won: {type: end, owner: sales}', '  won: {type: end, owner: care}');
    const { exit, stderr } = await cli('merge-driver .base .ours .theirs', {
      files: {
        '.base': base,
        '.ours': base.replaceAll(/care(?=[:}])/gu, 'service'),
        '.theirs': base.replace('name: Call\n    owner: sales', 'name: Call\n    owner: care'),
      },
    });
    expect(exit).toBe(1);
    expect(stderr).toContain('One side has renamed care to service, and the other still refers to care.');
    expect(stderr).not.toContain('Did you mean');
  });

  it('tears no more than the alias, if what it stands for has changed, and says why', async () => {
    const base = `${flow}stores:
  crm:
    kind: database
    protection: &safe {audit: true, retention: 3y}
  files:
    name: Files
    kind: file
    protection: *safe
`;
    const texts = {
      anchor: base.replace('audit: true, ', ''),
      alias: base.replace('*safe', '{retention: 5y}').replace('name: Files', 'name: Archive'),
    };
    for (const [ours, theirs] of [
      ['anchor', 'alias'],
      ['alias', 'anchor'],
    ] as const) {
      const { exit, stderr, host } = await cli('merge-driver .base .ours .theirs', {
        files: { '.base': base, '.ours': texts[ours], '.theirs': texts[theirs] },
      });
      const [one, other] = [texts[ours], texts[theirs]].map((text) => text.trimEnd().split('\n').at(-1) ?? '');
      expect(exit).toBe(1);
      expect(host.text('.ours')).toBe(
        base
          .replace('audit: true, ', '')
          .replace('name: Files', 'name: Archive')
          .replace('    protection: *safe', `<<<<<<< ours\n${one}\n=======\n${other}\n>>>>>>> theirs`),
      );
      expect(stderr).toContain(
        'one side has changed what &safe says, and the other has put something else in place of',
      );
    }
    // An alias that both keep is no reason.
    const kept = await cli('merge-driver .base .ours .theirs', {
      files: { '.base': base, '.ours': texts.anchor, '.theirs': base.replace('name: Files', 'name: Archive') },
    });
    expect([kept.exit, kept.stderr]).toEqual([0, '']);
    expect(kept.host.text('.ours')).toBe(texts.anchor.replace('name: Files', 'name: Archive'));
  });

  it('gives commands that can be pasted', async () => {
    const { stderr } = await cli("merge-driver .base .ours .theirs 7 it's-(a).flow.yaml", {
      files: { '.base': flow, '.ours': flow.replace('4h', '2h'), '.theirs': flow.replace('4h', '1h') },
    });
    expect(stderr).toContain("git add 'it'\\''s-(a).flow.yaml'");
  });

  it('calls the sides what git calls them, if git does', async () => {
    const names = async (given: string, env = {}): Promise<string> => {
      const { host } = await cli(`merge-driver .base .ours .theirs 7 a.flow.yaml ${given}`, {
        files: { '.base': flow, '.ours': flow.replace('4h', '2h'), '.theirs': flow.replace('4h', '1h') },
        env,
      });
      return (host.text('.ours') ?? '')
        .split('\n')
        .filter((line) => /^[<>]/u.test(line))
        .join(' ');
    };
    expect(await names('b0b0 HEAD feature/短信')).toBe('<<<<<<< HEAD >>>>>>> feature/短信');
    expect(await names('%S %X %Y')).toBe('<<<<<<< ours >>>>>>> theirs');
    expect(await names('')).toBe('<<<<<<< ours >>>>>>> theirs');
    expect(await names('%S %X %Y', { GITHEAD_0123: 'feature' })).toBe('<<<<<<< ours >>>>>>> feature');
    expect(await names('%S %X %Y', { GITHEAD_0123: 'a', GITHEAD_4567: 'b' })).toBe('<<<<<<< ours >>>>>>> theirs');
    expect(await names('b ours\u0001ours \u2028x\u001b[31m')).toBe('<<<<<<< ours\uFFFDours >>>>>>> x\uFFFD[31m');
  });

  it('says what is wrong with its arguments', async () => {
    expect((await cli('merge-driver a b c x')).exit).toBe(2);
    expect((await cli('merge-driver a b c')).exit).toBe(2);
  });
});
