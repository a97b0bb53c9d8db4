/**
 * Same input, same bytes: every example in every format and view, on other versions of Node, under other locales and time
 * zones, and from another folder.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot, run, bareEnvironment, succeeded, trackflow, type Surroundings } from '../setup/program.js';

const chinese = { LC_ALL: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN', TZ: 'Asia/Shanghai' };
const plain = { LC_ALL: 'C', LANG: 'C', TZ: 'UTC' };
const german = { LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8', TZ: 'America/New_York' };

const folder = mkdtempSync(join(tmpdir(), 'trackflow-matrix-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Output path → digest, of all examples in all formats and views. */
type Outputs = ReadonlyMap<string, string>;

function render(surroundings: Surroundings, place = 'here'): Outputs {
  const cwd = join(folder, place);
  mkdirSync(cwd, { recursive: true });
  cpSync(join(projectRoot, 'examples'), join(cwd, 'examples'), { recursive: true });
  const out = mkdtempSync(join(cwd, 'out-'));
  succeeded(
    trackflow(['render', 'examples', '--formats', 'all', '--view', 'all', '--out', out], { ...surroundings, cwd }),
  );
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((file) => join(file.parentPath, file.name))
      .sort()
      .map((path) => [path.slice(out.length), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

const otherNode = (version: string): string =>
  execFileSync(process.execPath, [join(projectRoot, 'scripts/other-node.mjs'), version], { encoding: 'utf8' }).trim();

let expected: Outputs;
beforeAll(() => {
  expected = render({ env: plain });
});

it('renders every example', () => {
  const examples = readdirSync(join(projectRoot, 'examples'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(examples.length).toBeGreaterThanOrEqual(6);
  // Two views in svg and mermaid each, the resolved process and the SOP: at least six files a flow.
  expect(expected.size).toBeGreaterThanOrEqual(examples.length * 6);
});

describe('the surroundings really differ', () => {
  const told = (env: Readonly<Record<string, string>>): string =>
    run(
      process.execPath,
      ['-p', 'const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions(); `${locale} ${timeZone}`'],
      {
        cwd: folder,
        env: { ...bareEnvironment(), ...env },
      },
    ).stdout.trim();

  it.each([
    [plain, 'en-US UTC'],
    [chinese, 'zh-CN Asia/Shanghai'],
    [german, 'de-DE America/New_York'],
  ])('%o', (env, words) => {
    expect(told(env)).toBe(words);
  });
});

describe('same bytes', () => {
  it('in Chinese surroundings, from a folder with another name', () => {
    expect(render({ env: chinese }, 'über 客户 & co')).toEqual(expected);
  });

  it('in German surroundings and another time zone', () => {
    expect(render({ env: german })).toEqual(expected);
  });

  it.each(['22.23.3', '24.21.0'])('on Node %s', (version) => {
    expect(render({ env: plain, node: otherNode(version) })).toEqual(expected);
  });
});
