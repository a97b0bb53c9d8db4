/** `trackflow lint` and `check`: rules on top of what validate says, how the project sets them, and how a run ends. */
import { describe, expect, it } from 'vitest';
import { cli, type Ran } from './cli.js';
import { bad, clean, library } from './flows.js';
import type { MemoryHostOptions } from './memory-host.js';

/** One error of a rule of `minimal`: nobody comes to `call-back`. */
const island = `trackflow: 1
title: 线索登记
nodes:
  start: {type: start, name: 客户来电, next: record}
  record: {name: 登记线索, next: done}
  call-back: {name: 回访客户, next: done}
  done: {type: end, name: 已登记}
`;
const files = { 'a.flow.yaml': island };
const config = 'trackflow.config.yaml';
const lint = (line: string, options: MemoryHostOptions = { files }): Promise<Ran> => cli(`lint ${line}`, options);

interface Found {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly span?: { readonly file: string; readonly start: { readonly line: number } };
  }[];
}

/** `file:line code severity` of every finding. */
async function found(line: string, options: MemoryHostOptions = { files }): Promise<readonly string[]> {
  const { stdout, stderr } = await lint(`${line} --format json`, options);
  if (!stdout.startsWith('{')) throw new Error(stderr);
  return (JSON.parse(stdout) as Found).diagnostics.map(
    ({ code, severity, span }) => `${span?.file ?? ''}:${String(span?.start.line)} ${code} ${severity}`,
  );
}
const alone = 'a.flow.yaml:6 unreachable-node error';

describe('findings', () => {
  it('are shown with a caret under the Chinese line, and exit 1', async () => {
    const { exit, stdout, stderr } = await lint('a.flow.yaml');
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: '' });
    const [head = '', , source = '', carets = ''] = stdout.split('\n');
    expect(head).toBe('a.flow.yaml:6:3  error  unreachable-node  No way from a start leads to "call-back".');
    expect(carets.indexOf('^')).toBe(source.indexOf('call-back'));
  });

  it('are those of validate alone in a file that has such, and both in the others', async () => {
    const both = { 'a.flow.yaml': island.replace('name: 已登记', 'nmae: 已登记'), 'b.flow.yaml': island };
    expect(await found('', { files: both })).toEqual([
      'a.flow.yaml:7 schema-unknown-property error',
      'b.flow.yaml:6 unreachable-node error',
    ]);
  });

  it('none: a word on stderr, exit 0; and check says the same', async () => {
    for (const command of ['lint', 'check']) {
      const { exit, stdout, stderr } = await cli(command, { files: { 'a.flow.yaml': clean } });
      expect({ exit, stdout, stderr }).toEqual({ exit: 0, stdout: '', stderr: 'ok  1 file, nothing to mend\n' });
    }
    expect((await cli('check', { files })).exit).toBe(1);
  });

  it('are found in a text from stdin under its name', async () => {
    const options = {
      files: { [config]: 'rules: {overrides: [{files: [drafts/**], levels: {unreachable-node: info}}]}' },
      stdin: island,
    };
    expect(await found('-', options)).toEqual(['stdin.flow.yaml:6 unreachable-node error']);
    expect(await found('- --stdin-filepath drafts/x.flow.yaml', options)).toEqual([
      'drafts/x.flow.yaml:6 unreachable-node info',
    ]);
  });
});

describe('how it ends', () => {
  const warned = { files: { 'a.flow.yaml': island, [config]: 'rules: {levels: {unreachable-node: warning}}' } };
  it.each<[string, number]>([
    ['', 0],
    ['--max-warnings 1', 0],
    ['--max-warnings 0', 1],
    ['--max-warnings 0 --quiet', 1],
    ['--fail-on warning', 1],
    ['--fail-on info', 1],
    ['--fail-on never', 0],
    ['--rule unreachable-node=error', 1],
    ['--rule unreachable-node=error --fail-on never', 0],
    ['--rule unreachable-node=off --fail-on info', 0],
  ])('lint %s: exit %i', async (line, exit) => {
    expect((await lint(line, warned)).exit).toBe(exit);
  });

  it('--quiet tells errors only, and is not silent about why it fails', async () => {
    expect((await lint('--quiet', warned)).stdout).toBe('');
    const strict = await lint('--quiet --max-warnings 0', warned);
    expect(strict.stderr).toBe('1 warning, and --max-warnings allows 0\n');
  });

  it.each([
    ['--rule unreachable-nodes=off', 'There is no rule "unreachable-nodes".', 'Did you mean unreachable-node?'],
    ['--rule unreachable-node', '--rule unreachable-node gives no level.', '--rule unreachable-node=off'],
    ['--rule unreachable-node=fatal', 'There is no level "fatal".', 'off, info, warning, error'],
    ['--preset recomended', 'There is no preset "recomended".', 'Did you mean recommended?'],
    ['--fail-on warnings', 'There is no level to fail on "warnings".', 'Did you mean warning?'],
    ['--max-warnings many', '--max-warnings is "many".', 'A whole number'],
    ['--today 2026-02-30', '--today is "2026-02-30".', 'year-month-day'],
    ['--baseline none.json', 'There is no baseline none.json.', '--update-baseline'],
    ['--format sarif,json', 'sarif and json would be mixed up on one stream.', '--format sarif:trackflow.sarif'],
    ['--format sarif:', '--format sarif: names no file.', '--format sarif:trackflow.sarif'],
    ['--format sarif:a.flow.yaml', 'A report is not written to a.flow.yaml', ''],
  ])('%s: exit 2', async (line, message, hint) => {
    const { exit, stderr } = await lint(line);
    expect(exit).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });
});

describe('reports', () => {
  it('go to several places in one run', async () => {
    const { exit, stdout, stderr, host } = await lint('--format pretty,sarif:out/t.sarif --format junit:j.xml');
    expect(exit).toBe(1);
    expect(stdout).toContain('unreachable-node');
    expect(stderr).toBe('wrote out/t.sarif\nwrote j.xml\n');
    expect(JSON.parse(host.text('out/t.sarif') ?? '')).toHaveProperty(
      'runs.0.tool.driver.rules.0.shortDescription.text',
    );
    expect(host.text('j.xml')).toMatch(/^<\?xml/u);
  });

  it('in files only leave a line on stderr that says how many', async () => {
    const { stdout, stderr } = await lint('--format json:f.json');
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: 'wrote f.json\n1 error in 1 file\n' });
  });

  it('of validate are the same', async () => {
    const { exit, host } = await cli('validate --format gitlab:q.json', { files: { 'a.flow.yaml': bad } });
    expect(exit).toBe(1);
    expect(JSON.parse(host.text('q.json') ?? '')).toMatchObject([{ check_name: 'unknown-node' }]);
  });

  it('are annotations too in a job of GitHub Actions, at paths of the repository', async () => {
    const env = { GITHUB_ACTIONS: 'true' };
    const there = { files: { '.git/HEAD': '', 'flows/a.flow.yaml': island }, env, cwd: '/project' };
    const { stdout } = await lint('flows', there);
    expect(stdout).toContain('flows/a.flow.yaml:6:3  error');
    expect(stdout).toContain('::error file=flows/a.flow.yaml,line=6,endLine=6,col=3,');
    const below = { files: { '/project/.git/HEAD': '', 'a.flow.yaml': island }, env, cwd: '/project/flows' };
    expect((await lint('', below)).stdout).toContain('::error file=flows/a.flow.yaml,');
    expect((await lint('--format compact', there)).stdout).not.toContain('::error');
  });

  it('have fingerprints that do not know lines', async () => {
    const print = async (text: string): Promise<string> => {
      const { stdout } = await lint('--format gitlab', { files: { 'a.flow.yaml': text } });
      const [first] = JSON.parse(stdout) as readonly { readonly fingerprint: string }[];
      return first?.fingerprint ?? '';
    };
    const before = await print(island);
    expect(before).toMatch(/^[0-9a-f]{32}$/u);
    expect(await print(island.replace('nodes:', '# more\n\nnodes:'))).toBe(before);
    expect(await print(island.replace('回访客户', '回访老客户'))).toBe(before);
    expect(await print(island.replace('call-back', 'call-again'))).not.toBe(before);
  });
});

describe('the project file', () => {
  const withRules = (rules: string): MemoryHostOptions => ({ files: { ...files, [config]: `rules: ${rules}\n` } });

  it.each<[string, readonly string[]]>([
    ['{levels: {unreachable-node: off}}', []],
    ['{levels: {unreachable-node: info}}', ['a.flow.yaml:6 unreachable-node info']],
    ['{presets: [security]}', []],
    ['{presets: []}', []],
    [
      '{overrides: [{files: ["*.flow.yaml"], levels: {unreachable-node: warning}}]}',
      ['a.flow.yaml:6 unreachable-node warning'],
    ],
    ['{overrides: [{files: ["**", "!a.*"], levels: {unreachable-node: warning}}]}', [alone]],
    ['{presets: [], levels: {unreachable-node: warning}}', ['a.flow.yaml:6 unreachable-node warning']],
  ])('rules: %s', async (rules, expected) => {
    expect(await found('', withRules(rules))).toEqual(expected);
  });

  it('that names a rule wrongly is told where, and the rest holds', async () => {
    const { exit, stdout } = await lint('', withRules('{levels: {unreachable-nod: off}}'));
    expect(exit).toBe(1);
    expect(stdout).toContain('trackflow.config.yaml:1:18  error  unknown-rule  There is no rule "unreachable-nod".');
    expect(stdout).toContain('hint: Did you mean "unreachable-node"?');
    expect(stdout).toContain('a.flow.yaml:6:3');
  });

  it('with errors stops the rules: what it should have said is not known', async () => {
    expect(await found('a.flow.yaml', withRules('{levels: {unreachable-node: fatal}}'))).toEqual([
      'trackflow.config.yaml:1 schema-enum error',
    ]);
  });

  it('is printed as it applies to a file', async () => {
    const options = withRules('{levels: {too-many-nodes: {level: error, options: {most: 3}}}}');
    const { exit, stdout } = await lint('--print-config a.flow.yaml --rule unreachable-node=info', options);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      file: 'a.flow.yaml',
      project: config,
      presets: ['recommended'],
      rules: { 'unreachable-node': 'info', 'too-many-nodes': { level: 'error', options: { most: 3 } } },
    });
  });

  it('sets options', async () => {
    const levels = 'levels: {too-many-nodes: {level: error, options: {most: 3}}, unreachable-node: off}';
    expect(await found('', withRules(`{${levels}}`))).toEqual(['a.flow.yaml:2 too-many-nodes error']);
  });
});

describe('comments', () => {
  const line = '  # trackflow-disable-next-line unreachable-node -- 夜班处理\n';
  const quiet = island.replace('  call-back', `${line}  call-back`);

  it('switch a rule off for a line or the file', async () => {
    expect(await found('', { files: { 'a.flow.yaml': quiet } })).toEqual([]);
    const whole = `# trackflow-disable unreachable-node -- 夜班处理\n${island}`;
    expect(await found('', { files: { 'a.flow.yaml': whole } })).toEqual([]);
  });

  it('that are not needed are told, unless their rule is off', async () => {
    const idle = { files: { 'a.flow.yaml': clean.replace('  record:', `${line}  record:`) } };
    expect(await found('', idle)).toEqual(['a.flow.yaml:5 unused-suppression warning']);
    expect(await found('--rule unreachable-node=off', idle)).toEqual([]);
  });

  const shared = {
    'org.yaml': library.replace('  sales', '  # trackflow-disable-next-line unused-owner -- 供其他流程使用\n  sales'),
    'a.flow.yaml': island.replace('nodes:', 'use: [./org.yaml]\nnodes:').replace(/ {2}call-back.*\n/u, ''),
  };

  it('in a library hold for its flows, and are told as unused only when all of them were looked at', async () => {
    expect(await found('', { files: shared })).toEqual(['org.yaml:3 unused-suppression warning']);
    expect(await found('a.flow.yaml', { files: shared })).toEqual([]);
    expect(await found('a.flow.yaml org.yaml', { files: shared })).toEqual(['org.yaml:3 unused-suppression warning']);
  });
});

describe('the baseline', () => {
  const path = 'trackflow-baseline.json';
  const entry = { rule: 'unreachable-node', file: 'a.flow.yaml', at: 'nodes/call-back' };

  it('is written sorted, and hides what it holds, however lines move', async () => {
    const two = { 'z/b.flow.yaml': island, 'a.flow.yaml': island };
    const { exit, stderr, host } = await lint('--update-baseline', { files: two });
    expect({ exit, stderr }).toEqual({
      exit: 0,
      stderr: `wrote ${path}: 2 findings\nok  2 files, nothing new; the baseline holds 2 findings\n`,
    });
    const text = host.text(path) ?? '';
    expect(JSON.parse(text)).toEqual({
      'trackflow-baseline': 1,
      findings: [entry, { ...entry, file: 'z/b.flow.yaml' }],
    });
    const later = { ...two, [path]: text, 'a.flow.yaml': `# more\n\n${island}` };
    expect((await lint(`--baseline ${path}`, { files: later })).exit).toBe(0);
    const again = await lint('--update-baseline', { files: later });
    expect(again.host.text(path)).toBe(text);
    expect(again.stderr).toContain('unchanged');
  });

  const base = (findings: readonly object[]): string => JSON.stringify({ 'trackflow-baseline': 1, findings }, null, 2);

  it('hides as many as it says, and no new ones', async () => {
    const more = island.replace('  done:', '  other: {name: 登记客户, next: done}\n  done:');
    const options = { files: { 'a.flow.yaml': more, [path]: base([entry]) } };
    expect(await found(`--baseline ${path}`, options)).toEqual(['a.flow.yaml:7 unreachable-node error']);
  });

  it('tells what is mended, and forgets it when it is updated', async () => {
    const options = { files: { 'a.flow.yaml': clean, [path]: base([entry]) } };
    const { exit, stdout } = await lint(`--baseline ${path}`, options);
    expect(exit).toBe(0);
    expect(stdout).toContain(`${path}:4:5  warning  baseline-outdated`);
    const { host } = await lint(`--update-baseline --baseline ${path}`, options);
    expect(JSON.parse(host.text(path) ?? '')).toEqual({ 'trackflow-baseline': 1, findings: [] });
  });

  it('leaves alone what this run has not looked at', async () => {
    const other = { ...entry, file: 'b.flow.yaml' };
    const options = { files: { 'a.flow.yaml': clean, 'b.flow.yaml': island, [path]: base([other]) } };
    expect(await found(`a.flow.yaml --baseline ${path}`, options)).toEqual([]);
    const { host, stderr } = await lint(`a.flow.yaml --update-baseline`, options);
    expect(stderr).toContain(`wrote ${path}: no findings; 1 finding kept at which nothing has looked now\n`);
    expect(JSON.parse(host.text(path) ?? '')).toEqual({ 'trackflow-baseline': 1, findings: [other] });
    expect(await found(`--baseline ${path} --rule unreachable-node=off`, options)).toEqual([]);
  });

  it.each([
    ['no JSON', '{', /yaml-/u],
    ['another file', '{"name": "x"}', /schema-root/u],
    ['a finding without a place', base([{ rule: 'x', file: 'y' }]), /schema-missing-property/u],
    ['a finding too much', base([{ ...entry, count: 0 }]), /baseline\.json/u],
  ])('that is %s is complained of with a place, and hides nothing', async (_what, text, code) => {
    const options = { files: { ...files, [path]: text } };
    const { exit, stdout } = await lint(`--baseline ${path} --format compact`, options);
    expect(exit).toBe(1);
    expect(stdout).toMatch(code);
    expect(stdout).toContain('a.flow.yaml:6:3: error unreachable-node');
    const update = await lint(`--update-baseline`, options);
    expect({ exit: update.exit, written: update.host.written }).toEqual({ exit: 2, written: [] });
  });
});

describe('plugins', () => {
  const rule = {
    id: 'no-night',
    group: 'customer',
    summary: 'A step at night',
    severity: 'warning',
    level: 'recommended',
    why: 'w',
    bad: 'b',
    good: 'g',
    check: ({ process, at }: { process: { nodes: readonly object[] }; at: (node: unknown) => object }) =>
      process.nodes.slice(0, 1).map((node) => ({ message: 'At night.', at: at(node) })),
  };
  const plugin = { default: { name: 'acme', rules: [rule] } };
  const withPlugin = (module: () => unknown, rules = '', path = 'rules/acme.mjs'): MemoryHostOptions => ({
    files: { 'a.flow.yaml': clean, [path]: '// code', [config]: `rules:\n  plugins: [${path}]\n${rules}` },
    modules: { [path]: module },
  });

  it('bring rules that are set and suppressed like others', async () => {
    expect(
      await found(
        '',
        withPlugin(() => plugin),
      ),
    ).toEqual(['a.flow.yaml:4 acme/no-night warning']);
    expect(
      await found(
        '',
        withPlugin(() => plugin, '  levels: {acme/no-night: error}\n'),
      ),
    ).toEqual(['a.flow.yaml:4 acme/no-night error']);
    expect(
      await found(
        '--rule acme/no-night=off',
        withPlugin(() => plugin),
      ),
    ).toEqual([]);
    const quiet = withPlugin(() => plugin);
    const flow = clean.replace('  start', '  # trackflow-disable-next-line acme/no-night -- 例外\n  start');
    expect(await found('', { ...quiet, files: { ...quiet.files, 'a.flow.yaml': flow } })).toEqual([]);
    expect(
      (
        await cli(
          'rules',
          withPlugin(() => plugin),
        )
      ).stdout,
    ).toContain('acme/no-night');
    expect(
      (
        await cli(
          'explain acme/no-night',
          withPlugin(() => plugin),
        )
      ).stdout,
    ).toContain('A step at night');
  });

  it('are run by nothing but rules', async () => {
    let runs = 0;
    const counted = (): unknown => ((runs += 1), plugin);
    await cli('validate', withPlugin(counted));
    await lint('--no-plugins', withPlugin(counted, '  levels: {acme/no-night: error}\n'));
    await cli('explain', withPlugin(counted));
    expect(runs).toBe(0);
    await lint('', withPlugin(counted));
    expect(runs).toBe(1);
  });

  it('that are left out may still be named', async () => {
    const { exit, stderr } = await lint(
      '--no-plugins',
      withPlugin(() => plugin, '  levels: {acme/no-night: error}\n'),
    );
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: 'ok  2 files, nothing to mend\n' });
  });

  const throwing = (): never => {
    throw new Error('no such export');
  };
  it.each<[string, MemoryHostOptions, string]>([
    ['throws', withPlugin(throwing), 'plugin-failed'],
    ['exports something else', withPlugin(() => ({ rules: [] })), 'plugin-malformed'],
    ['is not there', { files: { 'a.flow.yaml': clean, [config]: 'rules:\n  plugins: [x.mjs]\n' } }, 'plugin-failed'],
    ['lies outside', withPlugin(() => plugin, '', '../x.mjs'), 'file-outside'],
    [
      'is a link to the outside',
      {
        files: {
          'a.flow.yaml': clean,
          'x.mjs': { link: '/etc/x.mjs' },
          '/etc/x.mjs': '',
          [config]: 'rules:\n  plugins: [x.mjs]\n',
        },
      },
      'file-outside',
    ],
  ])('one that %s is a finding in the project file', async (_what, options, code) => {
    expect(await found('', options)).toEqual([`${config}:2 ${code} error`]);
  });

  it('with a rule that fails are told by the name of the rule', async () => {
    const broken = { default: { name: 'acme', rules: [{ ...rule, check: throwing }] } };
    const { exit, stdout } = await lint(
      '',
      withPlugin(() => broken),
    );
    expect(exit).toBe(1);
    expect(stdout).toContain('rule-crashed  The rule "acme/no-night" failed: "no such export".');
    expect(stdout).toContain('hint: It is of the plugin rules/acme.mjs: mend it there, or switch the rule off.');
  });

  it('with a fix that is none are told as such, and other rules mend the flow all the same', async () => {
    const check = ({ process }: { process: { span: object } }): unknown => [
      { message: 'x', at: process.span, fix: { title: 't', safe: true } },
    ];
    const broken = { default: { name: 'acme', rules: [{ ...rule, check }] } };
    const { files, modules } = withPlugin(() => broken);
    const dotted = clean.replace('登记线索', '登记线索。');
    const { exit, stdout, host } = await lint('--fix', {
      modules: modules ?? {},
      files: { ...files, 'a.flow.yaml': dotted },
    });
    expect(exit).toBe(1);
    expect(stdout).toContain('The rule "acme/no-night" failed: "it gave a fix without a list of changes".');
    expect(host.text('a.flow.yaml')).toBe(clean);
  });
});

describe('rules', () => {
  it('are listed in a table and as JSON', async () => {
    const { stdout } = await cli('rules');
    expect(stdout).toMatch(/^rule +group +severity +preset +fix +what it finds\n/u);
    expect(stdout).toMatch(/^unreachable-node +structure +error +minimal +A step that no case/mu);
    const listed = JSON.parse((await cli('rules --format json')).stdout) as readonly object[];
    expect(listed).toContainEqual(
      expect.objectContaining({ id: 'unreachable-node', presets: ['minimal', 'recommended', 'strict'] }),
    );
    const some = JSON.parse((await cli('rules --preset minimal --format json')).stdout) as readonly object[];
    expect(some.length).toBeLessThan(listed.length);
    expect((await cli('rules --format sarif')).exit).toBe(2);
  });

  it('are explained with their options', async () => {
    const { stdout } = await cli('explain too-many-nodes');
    expect(stdout).toContain('most  ');
    expect(stdout).toContain('On under recommended, strict.');
  });
});
