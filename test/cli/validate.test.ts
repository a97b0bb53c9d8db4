/** `trackflow validate`: which files it sees, what it prints where, and how it ends. */
import { describe, expect, it } from 'vitest';
import { cli } from './cli.js';
import { bad, good, library, usesLibrary } from './flows.js';

const files = { 'a.flow.yaml': good, 'flows/b.flow.yaml': good, 'flows/deep/c.flow.yaml': good };

describe('findings', () => {
  it('are data: on stdout, with the source line and a caret, and exit 1', async () => {
    const { exit, stdout, stderr } = await cli('validate a.flow.yaml', { files: { 'a.flow.yaml': bad } });
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: '' });
    const lines = stdout.split('\n');
    const [head = '', , source = '', carets = ''] = lines;
    expect(head).toMatch(/^a\.flow\.yaml:8:\d+ {2}error {2}unknown-node {2}\S/u);
    expect(source).toContain('8 |   call: {name: {zh: 电话联系');
    // Two cells for each Chinese character: the caret's column on screen is not its column in the text.
    expect(carets.indexOf('^')).toBe(source.indexOf('doen') + 4);
    expect(stdout).toContain('done');
    expect(lines.slice(-2)).toEqual(['1 error in 1 file', '']);
  });

  it('none: a word on stderr, nothing on stdout, exit 0', async () => {
    const { exit, stdout, stderr } = await cli('validate', { files });
    expect({ exit, stdout, stderr }).toEqual({ exit: 0, stdout: '', stderr: 'ok  3 files, nothing to mend\n' });
  });

  it('as json are one object on stdout, also without any', async () => {
    const one = await cli('validate --format json', { files: { 'a.flow.yaml': bad, 'b.flow.yaml': good } });
    const none = await cli('validate --format json', { files });
    expect({ exit: one.exit, stderr: one.stderr }).toEqual({ exit: 1, stderr: '' });
    expect({ exit: none.exit, stderr: none.stderr }).toEqual({ exit: 0, stderr: '' });
    expect(JSON.parse(one.stdout)).toMatchObject({
      version: 1,
      summary: { files: 2, errors: 1, warnings: 0, infos: 0 },
      diagnostics: [{ code: 'unknown-node', span: { file: 'a.flow.yaml', start: { line: 8 } } }],
    });
    expect(JSON.parse(none.stdout)).toEqual({
      version: 1,
      summary: { files: 3, errors: 0, warnings: 0, infos: 0 },
      diagnostics: [],
    });
  });

  it('of all files come in one run, by file', async () => {
    const { stdout } = await cli('validate z.flow.yaml a.flow.yaml', {
      files: { 'z.flow.yaml': bad, 'a.flow.yaml': bad },
    });
    expect(stdout.match(/^\w\.flow\.yaml/gmu)).toEqual(['a.flow.yaml', 'z.flow.yaml']);
    expect(stdout).toContain('2 errors in 2 files');
  });

  it('of a library are told once, however many flows use it', async () => {
    const shared = {
      'org.yaml': library.replace('owners', 'onwers'),
      'a.flow.yaml': usesLibrary,
      'b.flow.yaml': usesLibrary,
    };
    const { stdout } = await cli('validate --format json', { files: shared });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { span: { file: string } }[] };
    expect(diagnostics.filter(({ span }) => span.file === 'org.yaml')).toHaveLength(1);
  });
});

describe('paths', () => {
  const seen = async (line: string, more: Parameters<typeof cli>[1] = {}): Promise<number> => {
    const { exit, stdout, stderr } = await cli(`validate --format json ${line}`, { files, ...more });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    return (JSON.parse(stdout) as { summary: { files: number } }).summary.files;
  };

  it.each([
    ['', 3],
    ['.', 3],
    ['flows', 2],
    ['flows/', 2],
    ['./flows/../flows', 2],
    ['flows flows/b.flow.yaml', 2],
    ['a.flow.yaml ./a.flow.yaml /project/a.flow.yaml', 1],
    ['/project/flows', 2],
    ["'**/*.flow.yaml'", 3],
    ["'flows/*.flow.yaml'", 1],
    ["'flows/**/*.yaml'", 2],
    ["'{a,flows/b}.flow.yaml'", 2],
    ["'/project/flows/*.flow.yaml'", 1],
    ['a.flow.yaml flows/b.flow.yaml flows/deep/c.flow.yaml', 3],
  ])('%s: %i files', async (line, count) => {
    expect(await seen(line)).toBe(count);
  });

  it('go up with ..', async () => {
    expect(
      await seen("../project/flows '../project/*.flow.yaml'", {
        cwd: '/elsewhere',
        files: prefixed('/project', files),
      }),
    ).toBe(3);
  });

  it('of a name with brackets are that file, not a pattern', async () => {
    expect(await seen("'[a].flow.yaml'", { files: { '[a].flow.yaml': good } })).toBe(1);
  });

  it('skip node_modules and hidden folders, and follow links without going in circles', async () => {
    const odd = {
      'a.flow.yaml': good,
      'node_modules/x/x.flow.yaml': bad,
      '.git/y.flow.yaml': bad,
      'flows/loop': { link: '..' },
      'linked.flow.yaml': { link: 'a.flow.yaml' },
    };
    expect(await seen('', { files: odd })).toBe(1);
    expect(await seen("'**/*.flow.yaml'", { files: odd })).toBe(1);
  });

  it('are those of the project file when none is given', async () => {
    const project = { ...files, 'trackflow.config.yaml': "flows: ['flows/**/*.flow.yaml', '!**/deep/**']\n" };
    expect(await seen('', { files: project })).toBe(2); // the project file itself is looked at, too
    expect(await seen('', { files: prefixed('/project', project), cwd: '/project/flows/deep' })).toBe(2);
  });

  it('may be libraries and project files', async () => {
    const shared = { 'org.yaml': library, 'trackflow.config.yaml': '# nothing set\n', 'a.flow.yaml': usesLibrary };
    expect(await seen('org.yaml trackflow.config.yaml a.flow.yaml', { files: shared })).toBe(3);
  });
});

describe('what is not there', () => {
  it.each([
    ['b.flow.yaml', 'There is no b.flow.yaml.', 'Did you mean a.flow.yaml?'],
    ['flows/bb.flow.yaml', 'There is no flows/bb.flow.yaml.', 'Did you mean flows/b.flow.yaml?'],
    ['a', 'There is no a.', 'Did you mean a.flow.yaml?'],
    ['flow', 'There is no flow.', 'Did you mean flows?'],
    ['something-else.flow.yaml', 'There is no something-else.flow.yaml.', 'Flow files there: a.flow.yaml.'],
    ['nowhere/a.flow.yaml', 'There is no nowhere/a.flow.yaml.', 'There is no folder nowhere either.'],
    ["'flows/*.flow.yml'", 'No YAML file matches flows/*.flow.yml.', undefined],
    ['empty', 'No *.flow.yaml in empty or below.', 'trackflow init'],
    ['empty/notes.txt', 'empty/notes.txt is not a flow file.', '--stdin-filepath'],
    ["a.flow.yaml ''", 'An empty path was given.', undefined],
  ])('%s is exit 2', async (line, message, hint) => {
    const { exit, stdout, stderr } = await cli(`validate ${line}`, { files: { ...files, 'empty/notes.txt': '' } });
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(`error: ${message}`);
    if (hint !== undefined) expect(stderr).toContain(hint);
  });

  it('in a folder without flows is exit 2 too', async () => {
    const { exit, stderr } = await cli('validate', { files: { 'notes.txt': '' } });
    expect(exit).toBe(2);
    expect(stderr).toContain('No *.flow.yaml in . or below.');
  });
});

describe('stdin', () => {
  it('stands for the file that it says it is', async () => {
    const { exit, stdout } = await cli('validate - --stdin-filepath flows/b.flow.yaml', {
      files: { 'flows/b.flow.yaml': good, 'flows/org.yaml': library },
      stdin: usesLibrary.replace('next: done', 'next: doen'),
    });
    expect(exit).toBe(1);
    expect(stdout).toMatch(/^flows\/b\.flow\.yaml:5:\d+ {2}error {2}unknown-node/u);
    expect(stdout).toContain('1 error in 1 file');
  });

  it('has a name of its own without one', async () => {
    const { exit, stdout } = await cli('validate -', { stdin: bad });
    expect(exit).toBe(1);
    expect(stdout).toMatch(/^stdin\.flow\.yaml:8:/u);
  });

  it('may come along with files', async () => {
    const { exit, stderr } = await cli('validate a.flow.yaml - --stdin-filepath b.flow.yaml', { files, stdin: good });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: 'ok  2 files, nothing to mend\n' });
  });

  it.each([
    ['validate -', {}, 'Nothing is piped in'],
    ['validate a.flow.yaml --stdin-filepath b.flow.yaml', { stdin: good }, '- is not among the paths'],
  ])('%s is a usage error', async (line, more, message) => {
    const { exit, stderr } = await cli(line, { files, ...more });
    expect(exit).toBe(2);
    expect(stderr).toContain(message);
  });

  it('is not read without end', async () => {
    const { exit, stdout } = await cli('validate -', { stdin: '#'.repeat(6_000_000) });
    expect(exit).toBe(1);
    expect(stdout).toContain('file-too-large');
  });
});

describe('files that cannot be read', () => {
  it.each([
    ['a folder behind the name', { 'a.flow.yaml/x': '' }, 2],
    ['too large', { 'a.flow.yaml': new Uint8Array(6_000_000) }, 1],
    ['empty', { 'a.flow.yaml': '' }, 1],
    ['binary', { 'a.flow.yaml': new Uint8Array([0, 1, 2, 3]) }, 1],
    ['a link to nothing', { 'a.flow.yaml': { link: 'gone' }, 'b.flow.yaml': good }, 2],
  ])('%s', async (_, broken, code) => {
    const { exit, stdout, stderr } = await cli('validate a.flow.yaml', { files: broken });
    expect(exit).toBe(code);
    expect(stdout + stderr).not.toContain('failed');
  });

  it('a library outside the project is refused, also behind a link', async () => {
    const outside = {
      '/secret/org.yaml': library,
      '/project/.git/HEAD': '',
      '/project/linked.yaml': { link: '/secret/org.yaml' },
      '/project/a.flow.yaml': usesLibrary.replace('./org.yaml', './linked.yaml'),
      '/project/b.flow.yaml': usesLibrary.replace('./org.yaml', '../secret/org.yaml'),
    };
    const { exit, stdout } = await cli('validate', { files: outside });
    expect(exit).toBe(1);
    expect(stdout).toMatch(/^a\.flow\.yaml:3:/mu);
    expect(stdout).toMatch(/^b\.flow\.yaml:3:/mu);
    expect(stdout).not.toContain('销售部');
  });

  it('a project file with an error is told, and the flows are still checked', async () => {
    const { exit, stdout } = await cli('validate a.flow.yaml', {
      files: { 'a.flow.yaml': bad, 'trackflow.config.yaml': 'theme: drak\n' },
    });
    expect(exit).toBe(1);
    expect(stdout).toMatch(/^trackflow\.config\.yaml:1:8 {2}error/mu);
    expect(stdout).toMatch(/^a\.flow\.yaml:8:/mu);
  });
});

describe('colour', () => {
  const colored = async (options: Parameters<typeof cli>[1], flags = ''): Promise<boolean> =>
    (await cli(`validate ${flags}`, { files: { 'a.flow.yaml': bad }, ...options })).stdout.includes('\u001B[');

  it.each([
    [{}, '', false],
    [{ tty: true }, '', true],
    [{ tty: true, env: { NO_COLOR: '1' } }, '', false],
    [{ tty: true, env: { NO_COLOR: '' } }, '', true],
    [{ tty: true, env: { TERM: 'dumb' } }, '', false],
    [{ env: { FORCE_COLOR: '1' } }, '', true],
    [{ env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, '', true],
    [{ tty: true, env: { FORCE_COLOR: '0' } }, '', false],
    [{ tty: true }, '--no-color', false],
    [{ env: { NO_COLOR: '1' } }, '--color', true],
    [{ env: { FORCE_COLOR: '1' } }, '--no-color', false],
    [{ tty: true }, '--format json', false],
  ])('%j %s: %s', async (options, flags, expected) => {
    expect(await colored(options, flags)).toBe(expected);
  });
});

function prefixed<T>(folder: string, map: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(map).map(([path, content]) => [`${folder}/${path}`, content]));
}
