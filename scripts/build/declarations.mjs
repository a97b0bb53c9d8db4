/**
 * The declarations of the public API: what src/index.ts reaches in types.
 *
 * tsc writes one for every source that the implementation touches; a user of the library needs, and should be able to
 * import, only those that the API speaks of.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { runNode } from './project.mjs';

/** Path below dist/types/ → text. */
export function declarations() {
  const folder = mkdtempSync(join(tmpdir(), 'trackflow-types-'));
  try {
    runNode('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', folder);
    const found = new Map();
    const visit = (path) => {
      if (found.has(path)) return;
      const text = readFileSync(join(folder, path), 'utf8');
      found.set(path, text);
      for (const { fileName: specifier } of ts.preProcessFile(text, true, true).importedFiles) {
        if (!specifier.startsWith('.'))
          throw new Error(`The public API shows a type of ${specifier} (${path}): its users may not have that package`);
        visit(posix.join(posix.dirname(path), specifier.replace(/\.js$/u, '.d.ts')));
      }
    };
    visit('index.d.ts');
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
