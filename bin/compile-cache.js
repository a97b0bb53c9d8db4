/**
 * Runs the program with the code that V8 compiled in an earlier run: `module.enableCompileCache` for Node 20, which has not got
 * it. It halves the time of drawing a flowchart, most of which goes into compiling elkjs anew.
 *
 * What must stay true: without a cache, with a stale one or with garbage in its place, the program runs as ever. So an entry
 * counts only for the very file it was made from (path, inode, size, times) and this Node, V8 itself refuses what another V8
 * made, and an entry is written whole or not at all. It lies beside the program, where only those write who could change the
 * program too, and goes with it when it is replaced. NODE_DISABLE_COMPILE_CACHE and NODE_COMPILE_CACHE work as in newer Nodes.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { threadId } from 'node:worker_threads';

/** Smaller files compile faster than a cache entry is looked up. */
const worthwhile = 256 * 1024;

const folder = cacheFolder();

/** Runs a CommonJS file, and with it whatever it requires, the large ones from the cache. */
export function runCached(file) {
  // On the first line, so that a stack trace tells the right one.
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`;
  const entry = folder === undefined ? undefined : entryFor(file);
  const cachedData = entry && read(entry);
  const script = new Script(source, { filename: file, ...(cachedData && { cachedData }) });
  if (entry && script.cachedDataRejected !== false) process.once('exit', (code) => code < 2 && write(entry, script));

  const module = { exports: {} };
  script.runInThisContext().call(module.exports, module.exports, requireFrom(file), module, file, dirname(file));
  return module.exports;
}

function requireFrom(file) {
  const plain = createRequire(file);
  const loaded = new Map();
  return Object.assign((id) => {
    const path = id.startsWith('node:') ? id : plain.resolve(id);
    if (!path.endsWith('.js') || statSync(path).size < worthwhile) return plain(id);
    if (!loaded.has(path)) loaded.set(path, runCached(path));
    return loaded.get(path);
  }, plain);
}

/** One entry for each command: V8 compiles a function when it first runs, and a cache has those that ran. */
function entryFor(file) {
  const { ino, size, mtimeMs, ctimeMs } = statSync(file);
  const command = /^[a-z]{1,12}$/u.exec(process.argv[2] ?? '')?.[0] ?? 'none';
  const key = Buffer.from(`${JSON.stringify([file, ino, size, mtimeMs, ctimeMs, process.version, process.arch])}\n`);
  return { path: join(folder, `${basename(file)}-${command}.bin`), key };
}

function read({ path, key }) {
  const bytes = quietly(() => readFileSync(path));
  return bytes?.subarray(0, key.length).equals(key) ? bytes.subarray(key.length) : undefined;
}

/** A full disk or a read-only home is no reason to fail: the next run compiles again. */
function write({ path, key }, script) {
  const draft = `${path}.${String(process.pid)}-${String(threadId)}`;
  quietly(() => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, Buffer.concat([key, script.createCachedData()]));
    renameSync(draft, path);
  });
  quietly(() => rmSync(draft, { force: true }));
}

function quietly(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

function cacheFolder() {
  const { NODE_DISABLE_COMPILE_CACHE, NODE_V8_COVERAGE, NODE_COMPILE_CACHE } = process.env;
  if (NODE_DISABLE_COMPILE_CACHE || NODE_V8_COVERAGE) return undefined;
  return NODE_COMPILE_CACHE ? resolve(NODE_COMPILE_CACHE) : fileURLToPath(new URL('../.cache', import.meta.url));
}
