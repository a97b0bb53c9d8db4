/** Runs one of the project's scripts before a suite, and says which one failed. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export function runScript(name: string, ...args: readonly string[]): void {
  const script = fileURLToPath(new URL(`../../scripts/${name}`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`scripts/${name} failed, and the tests need what it makes:\n${stdout}${stderr}`);
}
