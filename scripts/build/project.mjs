/** Where the project is, what its package.json says, and how the scripts start each other. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** With a closing separator. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/** Runs a Node program from the project's root; ends this one with the same code if it fails. */
export function runNode(program, ...args) {
  const { status, error } = spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit' });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
