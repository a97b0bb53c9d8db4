/**
 * From the arguments of `validate`, `render` and `sop` to checked files: find them, find their projects, read, check.
 *
 * One file for the three commands, so that they cannot differ in which files they see or in what they find wrong with them.
 */
import { dirname, join } from 'node:path';
import type { Checked } from '../app/check.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { ConfigDefinition } from '../schema/index.js';
import { UsageError } from './exit.js';
import { findByGlobs, findInputs, type Found } from './files/find.js';
import { createReader, type Reader } from './files/load.js';
import { absolute, tidy } from './files/paths.js';
import { findProject, leavesProject, pathsFor, type Project } from './files/project.js';
import type { Host } from './host/host.js';
import type { Terminal } from './terminal.js';

/** The files of one project, its settings, and what is to be said about them. */
export interface Batch {
  readonly project: Project;
  /** Absent without a project file, or with one that has errors. */
  readonly config?: ConfigDefinition;
  /** The project file has errors: what should be made, and where, is not known. */
  readonly unsettled?: boolean;
  readonly checked: readonly Checked[];
}

export interface Gathered {
  readonly batches: readonly Batch[];
  /** How many files were looked at. */
  readonly files: number;
  readonly findings: readonly Diagnostic[];
  /** A text from stdin is all there is. */
  readonly streamed?: boolean;
  lines(file: string): readonly string[] | undefined;
}

interface Open extends Batch {
  readonly reader: Reader;
  readonly check: (file: string) => Checked;
  readonly checked: Checked[];
}

export async function gather(
  host: Host,
  terminal: Terminal,
  paths: readonly string[],
  stdinFile: string | undefined,
): Promise<Gathered> {
  const stdin = await readStdin(host, paths, stdinFile);
  const { checkConfig, createChecker, findingsOf } = await import('../app/check.js');
  const batches = new Map<string, Open>();
  const roots = new Map<string, Project>();
  const shown = pathsFor(host);

  const open = (folder: string): Open => {
    const project = roots.get(folder) ?? findProject(folder, host.cwd, host.files);
    roots.set(folder, project);
    const before = batches.get(project.root);
    if (before) return before;
    const reader = createReader({ cwd: host.cwd, files: host.files, root: project.root, ...(stdin && { stdin }) });
    const settings =
      project.config === undefined
        ? undefined
        : checkConfig(shown(project.config), reader.load, (folder) =>
            leavesProject(project, join(project.root, folder), host.files),
          );
    const config = settings?.config;
    const language = config?.language;
    const check = createChecker({
      load: reader.load,
      root: tidy(project.root),
      ...(language !== undefined && { language }),
    });
    const batch: Open = {
      project,
      ...(config && { config }),
      unsettled: settings !== undefined && config === undefined,
      reader,
      check,
      checked: settings ? [settings] : [],
    };
    batches.set(project.root, batch);
    return batch;
  };

  const found = await findAll(host, paths, stdin?.path, shown, () => open(host.cwd));
  for (const [index, { file, path }] of found.entries()) {
    if (found.length > 1) terminal.progress(`checking ${String(index + 1)}/${String(found.length)} ${file}`);
    const batch = open(dirname(path));
    if (path !== batch.project.config) batch.checked.push(batch.check(file));
  }
  const checked = [...batches.values()].flatMap((batch) => batch.checked);
  return {
    batches: [...batches.values()],
    files: checked.length,
    findings: findingsOf(checked),
    streamed: paths.length > 0 && paths.every((path) => path === '-'),
    lines: (file) => [...batches.values()].map(({ reader }) => reader.lines(file)).find((lines) => lines !== undefined),
  };
}

/** The files that are named; without any, those of the project file here; without that, those of the working folder. */
async function findAll(
  host: Host,
  paths: readonly string[],
  stdin: string | undefined,
  shown: (path: string) => string,
  here: () => Open,
): Promise<readonly Found[]> {
  const search = { cwd: host.cwd, files: host.files };
  if (paths.length > 0) {
    const streamed = stdin === undefined ? [] : [{ file: shown(stdin), path: stdin }];
    return [
      ...streamed,
      ...(await findInputs(
        paths.filter((path) => path !== '-'),
        search,
      )),
    ];
  }
  const { project, config, unsettled } = here();
  if (unsettled) return []; // it would tell which
  if (project.config === undefined || config?.flows === undefined) return findInputs(['.'], search);
  const found = await findByGlobs(config.flows, dirname(project.config), search, shown);
  if (found.length > 0) return found;
  throw new UsageError(`No flow file matches the flows of ${shown(project.config)}: ${config.flows.join(', ')}.`);
}

async function readStdin(
  host: Host,
  paths: readonly string[],
  stdinFile: string | undefined,
): Promise<{ path: string; bytes: Uint8Array } | undefined> {
  if (!paths.includes('-')) {
    if (stdinFile === undefined) return undefined;
    throw new UsageError('--stdin-filepath tells the name of a text from stdin, but - is not among the paths.');
  }
  if (host.stdinIsTTY)
    throw new UsageError(
      'Nothing is piped in, but - is among the paths.',
      'For example: trackflow validate - < lead.flow.yaml',
    );
  const { maxBytes } = await import('../source/limits.js');
  const path = absolute(host.cwd, stdinFile ?? 'stdin.flow.yaml');
  return { path, bytes: await host.readStdin(maxBytes) };
}
