/** Makes dist/ hold exactly the given files, touching only what differs; a reader never sees half a file. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { root } from './project.mjs';

const dist = join(root, 'dist');

/**
 * @param {Map<string, string | Uint8Array>} files path below dist/ → content
 * @param {{keep: string[]}} options beginnings of paths that are left alone
 */
export function publish(files, { keep }) {
  for (const [path, content] of files) write(join(dist, path), Buffer.from(content));
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(dist, file).split(sep).join('/');
    if (entry.isFile() && !files.has(path) && !keep.some((start) => path.startsWith(start)))
      rmSync(file, { force: true });
  }
}

function write(file, content) {
  if (contentOf(file)?.equals(content)) return;
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${String(process.pid)}.tmp`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

function contentOf(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
