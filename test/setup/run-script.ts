/** Runs one of the project's scripts before a suite, and says which one failed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export function runScript(name: string, ...args: readonly string[]): void {
  const script = fileURLToPath(new URL(`../../scripts/${name}`, import.meta.url));
  if (!existsSync(script)) return; // TODO(tooling): goes when every script exists
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`scripts/${name} failed, and the tests need what it makes:\n${stdout}${stderr}`);
}
