/** What others run in their CI: the action, the hooks and the snippets of docs/ci.md name commands and options that exist. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { commands } from '../src/cli/commands/index.js';
import { commonOptions } from '../src/cli/program.js';
import { cli, home } from './cli/cli.js';
import { clean } from './cli/flows.js';
import { readAction } from './setup/action.js';

const read = (file: string): string => readFileSync(join(home, file), 'utf8');

/** The options of a command line that its command does not have. */
function unknownOptions(line: string): readonly string[] {
  const [, name = ''] = /\btrackflow ([a-z]+)/u.exec(line) ?? [];
  const command = commands.find(({ id }) => id === name);
  if (command === undefined) return [`trackflow ${name}`];
  const known = [...command.options, ...commonOptions].flatMap(({ flags }) => flags.match(/--[a-z-]+/gu) ?? []);
  return (line.match(/(?<=\s)--[a-z][a-z-]*/gu) ?? []).filter((flag) => !known.includes(flag));
}

it('an option that does not exist is noticed', () => {
  expect(unknownOptions('npx trackflow check --formats x --quiet')).toEqual(['--formats']);
  expect(unknownOptions('trackflow chekc')).toEqual(['trackflow chekc']);
});

describe('action.yml', () => {
  const action = readAction();
  const { steps } = action.runs;
  const folder = mkdtempSync(join(tmpdir(), 'trackflow-action-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('says of each input what it is, and hands each to its steps through the environment', () => {
    expect(action.runs.using).toBe('composite');
    const given = steps.flatMap(({ env = {} }) => Object.entries(env));
    const asked = steps.flatMap((step) => [step.if ?? '', step['working-directory'] ?? '']).join();
    for (const [name, input] of Object.entries(action.inputs)) {
      expect(input.description, name).toMatch(/^[A-Z].*\.$/u);
      expect(typeof input.default, name).toBe('string');
      const named = given.filter(([, value]) => value === `\${{ inputs.${name} }}`).map(([variable]) => variable);
      expect(named.length > 0 || asked.includes(`inputs.${name} `), name).toBe(true);
      // LANG would be the locale of every program.
      const variable = name === 'lang' ? 'COMMENT_LANG' : name.toUpperCase().replaceAll('-', '_');
      expect(new Set([...named, variable]).size, name).toBe(1);
    }
  });

  it('runs its own scripts alone, and puts nothing into a command line', () => {
    const scripts = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
    const called = scripts.map(
      (run) => /^node "\$GITHUB_ACTION_PATH\/(scripts\/action\/[a-z-]+\.mjs)"$/u.exec(run)?.[1],
    );
    expect(called.filter((path) => path === undefined)).toEqual([]);
    for (const path of called) expect(() => read(path ?? '')).not.toThrow();
    expect(steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]))).toEqual(['actions/upload-artifact@v7']);
  });

  it('gives the token to the steps that ask GitHub, and to no other', () => {
    const holders = steps.filter(({ env = {} }) => JSON.stringify(env).includes('github.token'));
    expect(holders.map(({ id, env }) => [id, env?.['GH_TOKEN']])).toEqual([
      ['pull-request', '${{ github.token }}'],
      ['comment', '${{ github.token }}'],
    ]);
    expect(
      JSON.stringify({ ...action, runs: { ...action.runs, steps: steps.map(({ env: _, ...step }) => step) } }),
    ).not.toMatch(/token|secrets/iu);
  });

  /** The words after `trackflow`, as the step would run it with these inputs; and what the job would show. */
  const run = (
    inputs: Readonly<Record<string, string>>,
    exit = 0,
  ): { words: readonly string[]; log: string; summary: string; exit: number } => {
    const program = join(folder, 'trackflow.cjs');
    writeFileSync(
      program,
      `const fs = require('node:fs');
const words = process.argv.slice(2);
fs.writeFileSync(process.env.WORDS, JSON.stringify(words));
const [, markdown] = /markdown:([^, ]*)/.exec(words.join(' '));
const [, github] = /github:([^, ]*)/.exec(words.join(' '));
fs.writeFileSync(markdown, '# hi\\n');
fs.writeFileSync(github, '::warning title=a::b\\n');
console.log('  ::error::of an author');
process.exit(${exit});`,
    );
    const words = join(folder, 'words');
    const summary = join(folder, 'summary');
    writeFileSync(summary, '');
    const step = steps.find(({ id }) => id === 'check');
    const env = Object.entries(step?.env ?? {}).map(([variable, value]) => {
      const name = /inputs\.([a-z-]+)/u.exec(value)?.[1] ?? '';
      return [variable, inputs[name] ?? action.inputs[name]?.default ?? ''];
    });
    const { status, stdout } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step?.run ?? ''], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...(Object.fromEntries(env) as Readonly<Record<string, string>>),
        PATH: process.env['PATH'],
        GITHUB_ACTION_PATH: home,
        GITHUB_STEP_SUMMARY: summary,
        RUNNER_TEMP: folder,
        TRACKFLOW: program,
        TZ: 'UTC',
        WORDS: words,
      },
    });
    return {
      words: JSON.parse(readFileSync(words, 'utf8')) as readonly string[],
      log: stdout,
      summary: readFileSync(summary, 'utf8'),
      exit: status ?? -1,
    };
  };

  it('runs check with what the inputs say, and nothing that they do not', async () => {
    const { words, log, summary, exit } = run({});
    expect({ summary, exit }).toEqual({ summary: '# hi\n\n', exit: 0 });
    expect(words).toContain('--no-plugins');
    expect(words[words.indexOf('--today') + 1]).toMatch(/^\d{4}-\d\d-\d\d$/u);
    expect(log).toMatch(
      /^::stop-commands::([\da-f-]{36})\n {2}::error::of an author\n\n::\1::\n::warning title=a::b\n$/u,
    );
    expect(unknownOptions(`trackflow ${words.join(' ')}`)).toEqual([]);
    const given = words.map((word) => word.replaceAll(/[^,:]*\/trackflow-check-\w+/gu, '/project'));
    const ran = await cli(given.map((word) => `'${word}'`).join(' '), { files: { 'a.flow.yaml': clean } });
    expect({ exit: ran.exit, stdout: ran.stdout }).toEqual({ exit: 0, stdout: '' });
    expect(ran.host.text('summary.md')).toContain('nothing to mend');
  });

  it('hands on every input, globs unread, and the exit code', () => {
    const { words, exit } = run(
      {
        paths: 'flows/*.yaml **/x',
        preset: 'strict,security',
        'max-warnings': '0',
        baseline: 'b c.json',
        plugins: 'true',
        sarif: 'o.sarif',
        'fail-on': 'warning',
      },
      1,
    );
    expect(exit).toBe(1);
    expect(words).not.toContain('--no-plugins');
    expect(words.slice(-3)).toEqual(['--', 'flows/*.yaml', '**/x']);
    expect(words).toEqual(expect.arrayContaining(['strict,security', '0', 'b c.json', 'warning']));
    expect(words.find((word) => word.startsWith('pretty,'))).toMatch(/,sarif:o\.sarif$/u);
    expect(unknownOptions(`trackflow ${words.join(' ')}`)).toEqual([]);
  });

  it('takes an input for a word, never for a command', () => {
    const evil = '"; touch evil; $(touch evil) `touch evil`';
    run({ paths: evil, preset: evil, baseline: evil, sarif: evil });
    expect(() => readFileSync(join(folder, 'evil'))).toThrow('ENOENT');
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const hooks = parse(read('.pre-commit-hooks.yaml')) as readonly Readonly<Record<string, string>>[];

  it.each(hooks.map((hook) => [hook['id'] ?? '', hook] as const))('%s', (id, hook) => {
    expect(id).toMatch(/^trackflow-/u);
    expect(hook['name'] && hook['description'] && hook['language']).toBe('node');
    expect(unknownOptions(hook['entry'] ?? '')).toEqual([]);
    expect(new RegExp(hook['files'] ?? '', 'u').test('flows/lead.flow.yaml')).toBe(true);
  });
});

describe.each(['docs/ci.md', 'docs/review.md'])('%s', (page) => {
  const text = read(page);
  const blocks = [...text.matchAll(/```(\w+)\n([\s\S]*?)```/gu)].map(([, language = '', code = '']) => ({
    language,
    code,
  }));

  it('has YAML that is YAML, and names hooks and inputs that exist', () => {
    const yaml = blocks.filter(({ language }) => language === 'yaml');
    expect(yaml.length).toBeGreaterThan(2);
    for (const { code } of yaml) for (const document of parseAllDocuments(code)) expect(document.errors).toEqual([]);
    const ids = (parse(read('.pre-commit-hooks.yaml')) as readonly { readonly id: string }[]).map(({ id }) => id);
    for (const [, id] of text.matchAll(/- id: (\S+)/gu)) expect(ids).toContain(id);
    const known = Object.keys(readAction().inputs);
    const used = [...text.matchAll(/uses: trackflow\/trackflow@\S+\s+with:\n((?: {10}.*\n)+)/gu)].map(
      ([, given = '']) => Object.keys(parse(given) as object),
    );
    expect(used.length).toBeGreaterThan(0);
    for (const inputs of used) expect(inputs.filter((name) => !known.includes(name))).toEqual([]);
    // What stands in a table or a sentence about the action is one of its inputs, too.
    const [, table = ''] = /\n\| input .*\n\| -.*\n((?:\|.*\n)+)/u.exec(text) ?? [];
    const told = Array.from(table.matchAll(/^\| `([a-z-]+)`/gmu), ([, name = '']) => name);
    expect(told.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('names commands and options that exist', () => {
    const lines = [
      ...text.matchAll(/(?:npx )?\btrackflow (?:check|lint|validate|schema|diff|init|log)\b[^\n`]*/gu),
    ].map(([line]) => line);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(unknownOptions(line.replace(/\$\(.*\)/u, '')), line).toEqual([]);
  });
});

describe('the workflows of docs/review.md', () => {
  const workflows = [...read('docs/review.md').matchAll(/```yaml\n# \.github\/[\s\S]*?```/gu)].map(
    ([block]) =>
      parse(block.replace(/^```yaml\n|```$/gu, '')) as {
        readonly name: string;
        readonly on: unknown;
        readonly permissions: unknown;
        readonly jobs: Readonly<
          Record<string, { readonly steps: readonly { readonly uses?: string; readonly with?: object }[] }>
        >;
      },
  );

  it('have the rights that the comment needs, and no more', () => {
    expect(workflows.map(({ permissions }) => permissions)).toEqual([
      { contents: 'read', 'pull-requests': 'write' },
      { contents: 'read', 'pull-requests': 'write' },
    ]);
  });

  it('follow one another, and check out nothing of a fork', () => {
    const [first, second] = workflows;
    expect(second?.on).toEqual({ workflow_run: { workflows: [first?.name], types: ['completed'] } });
    for (const { jobs } of workflows)
      for (const { steps } of Object.values(jobs)) {
        const checkout = steps.find(({ uses }) => uses?.startsWith('actions/checkout@'));
        expect(checkout).toEqual({ uses: 'actions/checkout@v7' });
      }
  });
});

describe('what npm ci installs', () => {
  const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
  const parts = (version: string): readonly number[] =>
    version.split('.').map((part) => Number.parseInt(part, 10) || 0);

  /** Whether the oldest Node that package.json allows is in a range. */
  function takes(range: string): boolean {
    const node = parts(engines.node.replace('>=', ''));
    return range.split('||').some((alternative) => {
      const [, sign, version] = /^\s*(>=|\^|)\s*v?(\d[\d.x*]*)\s*$/u.exec(alternative) ?? [];
      if (version === undefined) throw new Error(`cannot read ${range}`);
      const [major = 0, minor = 0, patch = 0] = parts(version);
      const [ourMajor = 0, ourMinor = 0, ourPatch = 0] = node;
      const isLater = ourMajor - major || ourMinor - minor || ourPatch - patch;
      return isLater >= 0 && (sign === '>=' || major === ourMajor);
    });
  }

  it('runs on the oldest Node that package.json allows, so that npm has nothing to warn of', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Readonly<Record<string, { readonly engines?: { readonly node?: string } }>>;
    };
    const others = Object.entries(packages).flatMap(([path, { engines: { node } = {} }]) =>
      node === undefined || takes(node) ? [] : [`${path}: ${node}`],
    );
    expect(others).toEqual([]);
    expect(['^22 || ^24 || >=26', '20.20', '^18'].filter(takes)).toEqual([]);
  });
});
