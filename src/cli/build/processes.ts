/**
 * Flows as they were understood the last time, for the site: each of its pages may need any flow, and most flows are what they were.
 *
 * A memory like that of what was built (`records.ts`), beside it: without it, and where it cannot be understood, flows are read anew.
 */
import type { Process } from '../../model/process.js';
import type { Project } from '../files/project.js';
import { FileError, type Host } from '../host/host.js';
import { hashOf } from './content.js';
import { cacheFile } from './records.js';

export interface KnownProcess {
  readonly process: Process;
  /** A short name for it: the same name, the same process. */
  readonly version: string;
}

/** `key`: of all that the flow depends on; `file`: as this run calls it, which stands in the process. */
export interface ProcessAsk {
  readonly name: string;
  readonly file: string;
  readonly key: string;
  readonly remember: boolean;
}

/**
 * Asks `compile`, which answers with the process or with the JSON of it, where there is no memory; undefined for a flow with errors.
 * `remember: false`: and writes nothing.
 */
export function processOf(
  host: Host,
  project: Project,
  { name, file, key, remember }: ProcessAsk,
  compile: () => Process | string | undefined,
): KnownProcess | undefined {
  const path = cacheFile(project, host, `processes/${hashOf(name)}.json`);
  const head = JSON.stringify([key, file]);
  const before = path === undefined ? undefined : remembered(host, path, head);
  if (before !== undefined) return before;
  const compiled = compile();
  if (compiled === undefined) return undefined;
  const text = typeof compiled === 'string' ? compiled : JSON.stringify(compiled);
  const process = typeof compiled === 'string' ? (JSON.parse(text) as Process) : compiled;
  const known = { process, version: hashOf(text) };
  if (!remember || path === undefined) return known;
  try {
    host.files.write(path, new TextEncoder().encode(`${head}\n${known.version}\n${text}`));
  } catch (error) {
    if (!(error instanceof FileError)) throw error; // a project that cannot be written to is built all the same
  }
  return known;
}

function remembered(host: Host, path: string, head: string): KnownProcess | undefined {
  try {
    if (host.files.stat(path)?.kind !== 'file') return undefined;
    const [said, version = '', text = ''] = new TextDecoder().decode(host.files.read(path)).split('\n');
    // What has been changed by hand, or was cut short, is no process.
    if (said !== head || version !== hashOf(text)) return undefined;
    return { process: JSON.parse(text) as Process, version };
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}
