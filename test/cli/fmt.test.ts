/** `trackflow fmt`: what it writes, lists and shows, what it leaves alone, and what `check` says of it. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatFile } from '../../src/app/format.js';
import { cli } from './cli.js';

const messy = `# 客户回访
nodes:
    start: {type: start, name: "到期提醒", owner: sales,   next: [call]}  # 每周一次

    call:
        next: {to: done}
        # trackflow-disable-next-line vague-name -- as they call it
        name: '电话回访客户'
        owner: sales


    done:   {type: end, name: 回访完成, owner: sales}
trackflow: 1
title: "客户回访"
use: [common/org.yaml]
`;
const tidy = `# 客户回访
trackflow: 1
title: 客户回访
use: [common/org.yaml]
nodes:
  start: {type: start, name: 到期提醒, owner: sales, next: call}  # 每周一次

  call:
    # trackflow-disable-next-line vague-name -- as they call it
    name: 电话回访客户
    owner: sales
    next: done

  done: {type: end, name: 回访完成, owner: sales}
`;
const library = `trackflow: 1\nowners: { sales: { kind: 'department', name: 销售部 } }\n`;
const tidyLibrary = `trackflow: 1\nowners: {sales: {name: 销售部, kind: department}}\n`;
const files = { 'a.flow.yaml': messy, 'common/org.yaml': library };

describe('fmt', () => {
  it('writes what changes, with the libraries of the flows, and tells what', async () => {
    const { exit, stdout, stderr, host } = await cli('fmt', { files: { ...files, 'b.flow.yaml': tidy } });
    expect({ exit, stdout, stderr }).toEqual({
      exit: 0,
      stdout: '',
      stderr: 'wrote a.flow.yaml\nwrote common/org.yaml\nok  3 files, changed 2\n',
    });
    expect(host.text('a.flow.yaml')).toBe(tidy);
    expect(host.text('common/org.yaml')).toBe(tidyLibrary);
    expect([...host.written].sort()).toEqual(['/project/a.flow.yaml', '/project/common/org.yaml']);
  });

  it('of a named file sets that file alone', async () => {
    const { host } = await cli('fmt a.flow.yaml', { files });
    expect(host.written).toEqual(['/project/a.flow.yaml']);
  });

  it('sets the project file and its theme', async () => {
    const config = "out: ./out\nflows: [ 'a.flow.yaml' ]\ntheme: our.theme.yaml\n";
    const { stderr, host } = await cli('fmt', {
      files: { ...files, 'trackflow.config.yaml': config, 'our.theme.yaml': 'ink: "#112233"\nextends: light\n' },
    });
    expect(stderr).toContain('ok  4 files, changed 4\n');
    expect(host.text('trackflow.config.yaml')).toBe('flows: [a.flow.yaml]\nout: ./out\ntheme: our.theme.yaml\n');
    expect(host.text('our.theme.yaml')).toBe("extends: light\nink: '#112233'\n");
  });

  it('with --check lists, writes nothing and exits 1', async () => {
    const { exit, stdout, host } = await cli('fmt --check', { files });
    expect({ exit, stdout, written: host.written }).toEqual({
      exit: 1,
      stdout: 'a.flow.yaml\ncommon/org.yaml\n',
      written: [],
    });
    const clean = await cli('fmt --check', { files: { 'a.flow.yaml': tidy, 'common/org.yaml': tidyLibrary } });
    expect({ exit: clean.exit, stdout: clean.stdout }).toEqual({ exit: 0, stdout: '' });
  });

  it('with --check and a format of reports tells the same in it, and no bare names', async () => {
    const broken = { ...files, 'b.flow.yaml': 'trackflow: 1\ntitle: [客户\n' };
    const { exit, stdout, stderr } = await cli('fmt --check --format json', { files: broken });
    const told = JSON.parse(stdout) as {
      summary: object;
      diagnostics: readonly { code: string; span: { file: string } }[];
    };
    expect({ exit, stderr, summary: told.summary }).toEqual({
      exit: 1,
      stderr: '',
      summary: { files: 3, errors: 3, warnings: 0, infos: 0 },
    });
    expect(told.diagnostics.map(({ code, span }) => `${span.file} ${code}`)).toEqual([
      'a.flow.yaml not-formatted',
      'b.flow.yaml yaml-bracket-open',
      'common/org.yaml not-formatted',
    ]);
    const both = await cli('fmt --check --format pretty,junit:out.xml', { files });
    expect(both.stdout).toBe('a.flow.yaml\ncommon/org.yaml\n');
    expect(both.stderr).toBe('wrote out.xml\n2 files, would change 2\n');
    expect(both.host.text('out.xml')).toContain('not-formatted');
  });

  it('with a format of reports gives one where there is nothing to say, too', async () => {
    const { exit, stdout } = await cli('fmt --format json', { files });
    expect({ exit, found: (JSON.parse(stdout) as { diagnostics: unknown }).diagnostics }).toEqual({
      exit: 0,
      found: [],
    });
    const patch = await cli('fmt --diff --check --format json', { files });
    expect(patch.stdout).toMatch(/^--- a\/a\.flow\.yaml/u);
    expect(patch.stderr).toContain('"not-formatted"');
  });

  it('with --diff shows a patch and writes nothing', async () => {
    const { exit, stdout, host } = await cli('fmt --diff common/org.yaml', { files });
    expect({ exit, written: host.written }).toEqual({ exit: 0, written: [] });
    expect(stdout).toContain('--- a/common/org.yaml\n+++ b/common/org.yaml\n');
    expect(stdout).toContain('\n+owners: {sales: {name: 销售部, kind: department}}\n');
  });

  it('with --diff makes a patch that `patch` can apply, whatever the file is called', async () => {
    const { stdout } = await cli("fmt --diff 'flows/a b.flow.yaml'", { files: { 'flows/a b.flow.yaml': messy } });
    expect(stdout).toMatch(/^--- a\/flows\/a b\.flow\.yaml\t\n\+\+\+ b\/flows\/a b\.flow\.yaml\t\n@@ /u);
  });

  it('takes a comment with its line, unless it stands in a column with others', async () => {
    const set = async (text: string): Promise<string> =>
      (await cli('fmt - --stdin-filepath a.flow.yaml', { stdin: `trackflow: 1\n${text}` })).stdout.slice(13);
    expect(await set("title: '退款'       # alone\nlanguage: zh\n")).toBe('title: 退款  # alone\nlanguage: zh\n');
    // As its author has set it.
    expect(await set('title: 退款       # alone\n')).toBe('title: 退款       # alone\n');
    expect(await set("title: '退款'      # one\nlanguage: zh       # two\n")).toBe(
      'title: 退款        # one\nlanguage: zh       # two\n',
    );
    // The one with the smallest gap decides for all, also where it is smaller than usual.
    expect(await set("title: '退款更多' # one\nlanguage: zh-TW   # two\n")).toBe(
      'title: 退款更多 # one\nlanguage: zh-TW # two\n',
    );
  });

  it('sets a text from stdin to stdout', async () => {
    const { exit, stdout, stderr, host } = await cli('fmt - --stdin-filepath a.flow.yaml', { stdin: messy });
    expect({ exit, stdout, stderr, written: host.written }).toEqual({ exit: 0, stdout: tidy, stderr: '', written: [] });
    expect((await cli('fmt - --stdin-filepath x.yaml', { stdin: library })).stdout).toBe(tidyLibrary);
  });

  it('keeps Windows line ends and a byte order mark', async () => {
    const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const { host } = await cli('fmt a.flow.yaml', { files: { 'a.flow.yaml': windows(messy) } });
    const bytes = host.files.read('/project/a.flow.yaml');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe(tidy.replaceAll('\n', '\r\n'));
  });

  it('leaves a file with broken YAML alone and says what is wrong, and sets the others', async () => {
    const broken = 'trackflow: 1\ntitle: [客户\n';
    const { exit, stdout, host } = await cli('fmt --format compact', { files: { ...files, 'b.flow.yaml': broken } });
    expect(exit).toBe(1);
    expect(stdout).toContain('b.flow.yaml:2:8: error yaml-bracket-open');
    expect(host.text('b.flow.yaml')).toBe(broken);
    expect(host.text('a.flow.yaml')).toBe(tidy);
    const piped = await cli('fmt -', { stdin: broken });
    expect({ exit: piped.exit, stdout: piped.stdout }).toEqual({ exit: 1, stdout: '' });
    expect(piped.stderr).toContain('yaml-bracket-open');
  });

  it('says that a file with errors is left, and calls nothing ok', async () => {
    const broken = { 'a.flow.yaml': `${tidy}"` };
    const one = await cli('fmt a.flow.yaml', { files: broken });
    expect({ exit: one.exit, stderr: one.stderr }).toEqual({
      exit: 1,
      stderr: '1 file, nothing to change; left as it is: 1 file with errors\n',
    });
    const two = await cli('fmt', { files: { ...broken, 'b.flow.yaml': messy, 'common/org.yaml': tidyLibrary } });
    expect(two.stderr).toContain('3 files, changed 1; left as it is: 1 file with errors\n');
    expect(two.stderr).not.toContain('ok');
  });

  it('sets what is against the schema all the same; what it does not know comes last', async () => {
    const { stdout } = await cli('fmt -', { stdin: 'colour: red\ntitle: x\nnodes: {a: {nmae: b, name: c}}\n' });
    expect(stdout).toBe('title: x\nnodes: {a: {name: c, nmae: b}}\ncolour: red\n');
  });

  it('leaves a file as it is where a comment would come to hold for something else', async () => {
    const flow = tidy.replace(
      'next: done\n',
      'next: # trackflow-disable-next-line unknown-node -- soon\n      [done,\n        more]\n',
    );
    const { exit, stdout, stderr } = await cli('fmt -', { stdin: flow });
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: flow });
    expect(stderr).toContain(
      'stdin.flow.yaml is left as it is: a trackflow-disable-next-line would hold for something',
    );
  });
});

describe('check of formatting', () => {
  const project = { ...files, 'common/org.yaml': tidyLibrary };

  it('is for projects that ask for it', async () => {
    const { stdout } = await cli('check --format compact', { files: project });
    expect(stdout).not.toContain('not-formatted');
    const asked = await cli('check --format compact', {
      files: { ...project, 'trackflow.config.yaml': 'check: {format: true}\n' },
    });
    expect(asked.exit).toBe(1);
    expect(asked.stdout).toContain('a.flow.yaml:2:1: error not-formatted');
    expect(asked.stdout).not.toContain('org.yaml');
  });
});

describe('what trackflow itself writes', () => {
  const folder = new URL('../../examples/', import.meta.url);
  const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort();

  it.each(examples)('%s is set so', (name) => {
    const bytes = readFileSync(new URL(name.replaceAll('\\', '/'), folder));
    expect(formatFile(name, bytes).kind).toBe('same');
    const copied = new TextEncoder().encode(
      `# yaml-language-server: $schema=./schemas/flow.schema.json\n${bytes.toString('utf8').replace(/^# yaml-language-server:.*\n/mu, '')}`,
    );
    expect(formatFile(name, copied).kind).toBe('same');
  });
});

describe('docs/fmt.md', () => {
  it('shows what happens', () => {
    const text = readFileSync(new URL('../../docs/fmt.md', import.meta.url), 'utf8');
    const [before = '', after = ''] = Array.from(text.matchAll(/```yaml\n(.*?)```/gsu), ([, block]) => block);
    expect(formatFile('a.flow.yaml', new TextEncoder().encode(before))).toMatchObject({ kind: 'changed', text: after });
  });
});
