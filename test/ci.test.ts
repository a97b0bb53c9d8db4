/** What others run in their CI: the action, the hooks and the snippets of docs/ci.md name commands and options that exist. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { commands } from '../src/cli/commands/index.js';
import { commonOptions } from '../src/cli/program.js';
import { cli, home } from './cli/cli.js';
import { clean } from './cli/flows.js';

const read = (file: string): string => readFileSync(join(home, file), 'utf8');

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly [{ readonly env: Readonly<Record<string, string>>; readonly run: string }];
  };
}

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
  const action = parse(read('action.yml')) as Action;
  const [step] = action.runs.steps;
  const folder = mkdtempSync(join(tmpdir(), 'trackflow-action-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('says of each input what it is, and hands each to its step through the environment', () => {
    expect(action.runs.using).toBe('composite');
    for (const [name, input] of Object.entries(action.inputs)) {
      expect(input.description, name).toMatch(/^[A-Z].*\.$/u);
      expect(typeof input.default, name).toBe('string');
      if (name === 'working-directory') continue;
      expect(step.env[name.toUpperCase().replaceAll('-', '_')]).toBe(`\${{ inputs.${name} }}`);
    }
    expect(step.run).not.toContain('${{');
  });

  /** The words after `npx`, as the step would run it with these inputs; and what the job would show. */
  const run = (
    inputs: Readonly<Record<string, string>>,
    exit = 0,
  ): { words: readonly string[]; summary: string; exit: number } => {
    writeFileSync(
      join(folder, 'npx'),
      `#!/bin/sh\nprintf '%s\\n' "$@" > "$WORDS"\nprintf '# hi' > "$RUNNER_TEMP/trackflow-summary.md"\nexit ${exit}\n`,
    );
    chmodSync(join(folder, 'npx'), 0o755);
    const words = join(folder, 'words');
    const summary = join(folder, 'summary');
    writeFileSync(summary, '');
    const given = Object.entries(action.inputs).map(([name, input]) => [
      name.toUpperCase().replaceAll('-', '_'),
      inputs[name] ?? input.default,
    ]);
    const { status } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step.run], {
      cwd: folder,
      env: {
        ...(Object.fromEntries(given) as Readonly<Record<string, string>>),
        PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
        RUNNER_TEMP: folder,
        GITHUB_STEP_SUMMARY: summary,
        WORDS: words,
      },
    });
    return {
      words: readFileSync(words, 'utf8').trimEnd().split('\n'),
      summary: readFileSync(summary, 'utf8'),
      exit: status ?? -1,
    };
  };

  it('runs check with what the inputs say, and nothing that they do not', async () => {
    const { words, summary, exit } = run({});
    expect(words.slice(0, 3)).toEqual(['--yes', 'trackflow', 'check']);
    expect({ summary, exit }).toEqual({ summary: '# hi', exit: 0 });
    expect(words).toContain('--no-plugins');
    expect(unknownOptions(words.join(' '))).toEqual([]);
    const given = words.slice(2).map((word) => word.replace(folder, '/project'));
    const ran = await cli(given.map((word) => `'${word}'`).join(' '), { files: { 'a.flow.yaml': clean } });
    expect({ exit: ran.exit, stdout: ran.stdout }).toEqual({ exit: 0, stdout: '' });
    expect(ran.host.text('trackflow-summary.md')).toContain('nothing to mend');
  });

  it('hands on every input, globs unread, and the exit code', () => {
    const { words, exit } = run(
      {
        paths: 'flows/*.yaml **/x',
        version: '0.1.0',
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
    expect(words[1]).toBe('trackflow@0.1.0');
    const asked = words.join(' ').replace('@0.1.0', '');
    expect(words).not.toContain('--no-plugins');
    expect(words.slice(-3)).toEqual(['--', 'flows/*.yaml', '**/x']);
    expect(words).toEqual(expect.arrayContaining(['strict,security', '0', 'b c.json', 'warning']));
    expect(words.find((word) => word.startsWith('pretty,'))).toMatch(/,sarif:o\.sarif$/u);
    expect(unknownOptions(asked)).toEqual([]);
  });

  it('takes an input for a word, never for a command', () => {
    const evil = '"; touch evil; $(touch evil) `touch evil`';
    run({ paths: evil, preset: evil, baseline: evil, version: evil, sarif: evil });
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

describe('docs/ci.md', () => {
  const text = read('docs/ci.md');
  const blocks = [...text.matchAll(/```(\w+)\n([\s\S]*?)```/gu)].map(([, language = '', code = '']) => ({
    language,
    code,
  }));

  it('has YAML that is YAML, and names hooks and inputs that exist', () => {
    for (const { code } of blocks.filter(({ language }) => language === 'yaml'))
      for (const document of parseAllDocuments(code)) expect(document.errors).toEqual([]);
    const ids = (parse(read('.pre-commit-hooks.yaml')) as readonly { readonly id: string }[]).map(({ id }) => id);
    for (const [, id] of text.matchAll(/- id: (\S+)/gu)) expect(ids).toContain(id);
    const used = /uses: trackflow\/trackflow@\S+\s+with:\n((?: {10}.*\n)+)/u.exec(text)?.[1] ?? '';
    const action = parse(read('action.yml')) as Action;
    const inputs = Object.keys(parse(used) as object);
    expect(inputs.length).toBeGreaterThan(2);
    expect(inputs.filter((name) => !(name in action.inputs))).toEqual([]);
  });

  it('names commands and options that exist', () => {
    const lines = [...text.matchAll(/(?:npx )?trackflow (?:check|lint|validate|schema)\b[^\n`]*/gu)].map(
      ([line]) => line,
    );
    expect(lines.length).toBeGreaterThan(6);
    for (const line of lines) expect(unknownOptions(line.replace(/\$\(.*\)/u, '')), line).toEqual([]);
  });
});
