/** The licences of the packages whose code is in dist/: bundling a package doesn't end the duty to hand on its licence. */
import { readdirSync, readFileSync } from 'node:fs';
import { root } from './project.mjs';

/** @param {string[]} inputs what esbuild bundled, as paths below the root */
export function licences(inputs) {
  const folders = new Set(
    inputs.map((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+\//u.exec(path)?.[0]).filter(Boolean),
  );
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${root}${folder}package.json`, 'utf8'));
    const file = readdirSync(`${root}${folder}`).find((entry) => /^licen[cs]e/iu.test(entry));
    if (file === undefined)
      throw new Error(`${name} is bundled, but has no licence file to hand on: keep it outside (dependencies)`);
    return `${name} ${version} (${license})\n\n${readFileSync(`${root}${folder}${file}`, 'utf8').trim()}\n`;
  });
  return ['trackflow contains code of these packages.\n', ...texts].join(`\n${'-'.repeat(80)}\n\n`);
}
