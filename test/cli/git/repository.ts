/** A real git repository in a temporary folder, made by a test: no configuration of the machine counts, and dates are fixed. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nodeHost } from '../../../src/cli/host/node.js';
import { runGit } from '../../../src/cli/host/git.js';
import { run } from '../../../src/cli/program.js';
import { memoryHost } from '../memory-host.js';
import { home } from '../cli.js';

/** A machine without git skips these tests, and says so. */
export const hasGit = runGit(tmpdir(), ['--version']) !== undefined;

export interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface TestRepository {
  readonly top: string;
  git(...args: readonly string[]): string;
  /** Path below the top → text; undefined removes the file. */
  write(files: Readonly<Record<string, string | undefined>>): void;
  move(from: string, to: string): void;
  /** Everything there is; each commit is a day later than the one before. */
  commit(subject: string, files?: Readonly<Record<string, string | undefined>>): string;
  /** Runs trackflow's sources on this machine, in a folder of the repository. */
  trackflow(args: readonly string[], options?: { readonly folder?: string; readonly tty?: boolean }): Promise<Ran>;
  remove(): void;
}

const real = nodeHost();
const none = process.platform === 'win32' ? 'NUL' : '/dev/null';

export function testRepository(): TestRepository {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'trackflow-git-')));
  let day = 0;
  const git = (...args: readonly string[]): string => gitIn(top, args, day);
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', '王芳');
  git('config', 'user.email', 'fang@example.com');
  return at(top, git, () => ++day);
}

/** A clone with so many commits. */
export function shallowClone(of: TestRepository, depth: number, ...args: readonly string[]): TestRepository {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'trackflow-clone-')));
  gitIn(top, ['clone', '-q', `--depth=${String(depth)}`, ...args, `file://${of.top}`, '.'], 0);
  return at(
    top,
    (...more) => gitIn(top, more, 0),
    () => 0,
  );
}

function at(top: string, git: TestRepository['git'], tick: () => number): TestRepository {
  const write: TestRepository['write'] = (files) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(top, path)), { recursive: true });
      if (text === undefined) rmSync(join(top, path));
      else writeFileSync(join(top, path), text);
    }
  };
  return {
    top,
    git,
    write,
    move(from, to) {
      mkdirSync(dirname(join(top, to)), { recursive: true });
      renameSync(join(top, from), join(top, to));
    },
    commit(subject, files = {}) {
      write(files);
      tick();
      git('add', '-A');
      git('commit', '-q', '--allow-empty', '-m', subject);
      return git('rev-parse', 'HEAD').trim();
    },
    async trackflow(args, { folder = '.', tty = false } = {}) {
      const screen = memoryHost({ tty });
      const { stdout, stderr } = screen;
      const exit = await run(args, { ...real, home, cwd: join(top, folder), stdout, stderr, env: {} });
      return { exit, ...screen.printed };
    },
    remove() {
      rmSync(top, { recursive: true, force: true });
    },
  };
}

function gitIn(folder: string, args: readonly string[], day: number): string {
  const date = `2026-03-${String(1 + (day % 28)).padStart(2, '0')}T09:00:00+08:00`;
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      GIT_CONFIG_GLOBAL: none,
      GIT_CONFIG_SYSTEM: none,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
      LC_ALL: 'C',
    },
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}${stdout}`);
  return stdout;
}
