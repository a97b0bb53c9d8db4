/**
 * What `trackflow build` remembers of a project from one run to the next: of each flow what its outputs were made from and what they
 * were; and of every file that it has written the bytes, so that it knows what is its own to remove.
 *
 * It is a memory and no source: without it everything is made again, and so it is if it cannot be understood. It lies where caches of a
 * project usually lie. Paths in it are relative to the project, with `/`.
 */
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../model/diagnostic.js';
import { leavesProject, type Project } from '../files/project.js';
import { FileError, type Host } from '../host/host.js';

/** A file that a flow's outputs depend on. */
export interface InputRecord {
  readonly file: string;
  readonly hash: string;
  /** It is itself one of the flows that outputs are made of, so that they can link to its pictures. */
  readonly flow: boolean;
}

export interface OutputRecord {
  readonly path: string;
  readonly hash: string;
}

export interface FlowRecord {
  /** Of everything that all flows of the project depend on. */
  readonly settings: string;
  readonly inputs: readonly InputRecord[];
  readonly outputs: readonly OutputRecord[];
  /** What is to be told of the flow; none is an error. */
  readonly findings: readonly Diagnostic[];
}

export interface Records {
  readonly flows: ReadonlyMap<string, FlowRecord>;
  /** Path of an output → hash of what was last written there. */
  readonly written: ReadonlyMap<string, string>;
  /** What the site was made from. */
  readonly site?: string;
}

/** Raised when the form changes: older ones are then passed over. */
const edition = 1;

/**
 * Where a cache of the project lies; undefined if a link would lead it out of the project, where nothing may be written. A `node_modules`
 * that lies elsewhere is common, and the cache is then kept in the project.
 */
export function cacheFile(project: Project, { files }: Host, name: string): string | undefined {
  const folders =
    files.stat(join(project.root, 'node_modules'))?.kind === 'folder' ? ['node_modules/.cache/trackflow'] : [];
  return [...folders, '.trackflow/cache']
    .map((folder) => join(project.root, folder, name))
    .find((path) => !leavesProject(project, path, files));
}

export function readRecords(project: Project, host: Host): Records {
  const path = cacheFile(project, host, 'build.json');
  try {
    if (path === undefined || host.files.stat(path)?.kind !== 'file') return nothing;
    return parse(JSON.parse(new TextDecoder().decode(host.files.read(path))), project, host);
  } catch (error) {
    if (error instanceof FileError || error instanceof SyntaxError) return nothing;
    throw error;
  }
}

/** A project that cannot be written to is built all the same. */
export function writeRecords(project: Project, host: Host, { flows, written, site }: Records): void {
  const path = cacheFile(project, host, 'build.json');
  if (path === undefined) return;
  const text = JSON.stringify({
    edition,
    flows: Object.fromEntries(flows),
    written: Object.fromEntries(written),
    site,
  });
  const encode = (content: string): Uint8Array => new TextEncoder().encode(content);
  try {
    const ignore = join(dirname(path), '.gitignore');
    if (host.files.stat(ignore) === undefined) host.files.write(ignore, encode('*\n'));
    host.files.write(path, encode(text));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
}

const nothing: Records = { flows: new Map(), written: new Map() };

/** Whoever can write the memory must not be able to have files outside of the project removed. */
function parse(data: unknown, project: Project, { files }: Host): Records {
  if (!isObject(data) || data['edition'] !== edition || !isObject(data['flows']) || !isObject(data['written']))
    return nothing;
  const written = Object.entries(data['written']).filter((entry): entry is [string, string] => {
    const [path, hash] = entry;
    return typeof hash === 'string' && !leavesProject(project, join(project.root, path), files);
  });
  const flows = Object.entries(data['flows']).filter((entry): entry is [string, FlowRecord] => isFlowRecord(entry[1]));
  const { site } = data;
  return { flows: new Map(flows), written: new Map(written), ...(typeof site === 'string' && { site }) };
}

function isFlowRecord(value: unknown): value is FlowRecord {
  return (
    isObject(value) &&
    typeof value['settings'] === 'string' &&
    isListOf(value['inputs'], ['file', 'hash']) &&
    isListOf(value['outputs'], ['path', 'hash']) &&
    isListOf(value['findings'], ['code', 'severity', 'message'])
  );
}

function isListOf(value: unknown, texts: readonly string[]): boolean {
  return (
    Array.isArray(value) &&
    value.every((entry) => isObject(entry) && texts.every((name) => typeof entry[name] === 'string'))
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
