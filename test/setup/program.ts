/** Runs the real program in a process of its own, as a user's shell would. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const bin = fileURLToPath(new URL('../../bin/trackflow.js', import.meta.url));

export interface Surroundings {
  readonly cwd?: string;
  /** Added to a bare environment: nothing of the tester's own leaks in. */
  readonly env?: Readonly<Record<string, string>>;
  /** The Node to run it with. */
  readonly node?: string;
  readonly input?: string;
}

export interface Ending {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function trackflow(
  args: readonly string[],
  { cwd = projectRoot, env = {}, node = process.execPath, input = '' }: Surroundings = {},
): Ending {
  return run(node, [bin, ...args], { cwd, env: { ...bareEnvironment(), ...env }, input });
}

export function run(
  command: string,
  args: readonly string[],
  options: { cwd: string; env: Readonly<Record<string, string>>; input?: string },
): Ending {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...options,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}

/** What a process needs to start at all, and nothing that changes what it says. */
export function bareEnvironment(): Record<string, string> {
  const wanted = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot'];
  return Object.fromEntries(
    wanted.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

/** Fails with everything that the program said, which is what one wants to read then. */
export function succeeded(ending: Ending): Ending {
  if (ending.status !== 0) throw new Error(`exit code ${String(ending.status)}\n${ending.stdout}\n${ending.stderr}`);
  return ending;
}
