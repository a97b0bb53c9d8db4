/**
 * The projects of a run as `trackflow build` sees them: their flows, what is remembered of each, and which are due to be made.
 *
 * What must stay true: a flow counts as up to date only if everything that its outputs depend on is what it was, byte for byte, and so are
 * the outputs on the disk.
 */
import { dirname, join, relative } from 'node:path';
import type { Examiner, OpenProject } from '../examine.js';
import type { Found } from '../files/find.js';
import { absolute, tidy } from '../files/paths.js';
import type { Host } from '../host/host.js';
import { contentsOf, editionOf, hashOf } from './content.js';
import { readRecords, type FlowRecord, type OutputRecord, type Records } from './records.js';

export interface BuildProject {
  readonly open: OpenProject;
  /** Those that outputs are made of, in order. */
  readonly flows: readonly Found[];
  readonly settings: string;
  readonly records: Records;
  /** Absolute. */
  readonly out: string;
  /** A file as the memory names it. */
  nameOf(file: string): string;
}

/** Why a flow is made: there is no memory of it, it or something that it depends on has changed, or outputs are not as they were made. */
export type Reason = 'new' | 'changed' | 'spoilt';

/** An output that is not as it was made. */
export interface Spoilt extends OutputRecord {
  readonly reason: 'missing' | 'edited';
}

export interface Standing {
  readonly flow: Found;
  readonly project: BuildProject;
  readonly record: FlowRecord | undefined;
  /** Undefined: it is up to date. */
  readonly reason: Reason | undefined;
  /** Outputs that are not as they were made, where nothing else has changed. */
  readonly spoilt: readonly Spoilt[];
}

/** One for each project whose file lists outputs, or has a site. */
export async function buildProjects(
  host: Host,
  examiner: Examiner,
  found: readonly Found[],
): Promise<readonly BuildProject[]> {
  const flows = new Map<OpenProject, Found[]>();
  for (const each of found) {
    const open = await examiner.open(dirname(each.path));
    flows.set(open, [...(flows.get(open) ?? []), each]);
  }
  const edition = editionOf(host);
  return [...flows].flatMap(([open, own]) =>
    (open.config?.outputs ?? []).length === 0 && open.config?.site === undefined
      ? []
      : [buildProject(host, open, own, edition)],
  );
}

function buildProject(host: Host, open: OpenProject, flows: readonly Found[], edition: string): BuildProject {
  const { project, config, reader } = open;
  const nameOf = (file: string): string => tidy(relative(project.root, absolute(host.cwd, file)));
  const settings = open.settingsFiles.map(contentsOf(reader.load));
  return {
    open,
    flows,
    settings: hashOf([edition, ...settings].join(' ')),
    records: readRecords(project, host),
    out: join(project.root, config?.out ?? 'out'),
    nameOf,
  };
}

/** How each flow stands, in order. */
export function assess(host: Host, project: BuildProject): readonly Standing[] {
  const { open, flows, settings, records, nameOf } = project;
  const contents = contentsOf(open.reader.load);
  const members = new Set(flows.map(({ file }) => nameOf(file)));
  const isAsBefore = (record: FlowRecord): boolean =>
    record.settings === settings &&
    record.inputs.every(
      ({ file, hash, flow }) => contents(join(open.project.root, file)) === hash && members.has(file) === flow,
    );
  return flows.map((flow): Standing => {
    const record = records.flows.get(nameOf(flow.file));
    const of = { flow, project, record };
    if (record === undefined) return { ...of, reason: 'new', spoilt: [] };
    if (!isAsBefore(record)) return { ...of, reason: 'changed', spoilt: [] };
    const spoilt = record.outputs.flatMap((output): readonly Spoilt[] => {
      const standing = onDisk(host, project, output);
      if (standing === output.hash) return [];
      return [{ ...output, reason: standing === undefined ? 'missing' : 'edited' }];
    });
    return { ...of, reason: spoilt.length > 0 ? 'spoilt' : undefined, spoilt };
  });
}

/** What an output holds; undefined if there is no such file. */
export function onDisk(
  { files }: Host,
  { open }: BuildProject,
  { path }: Pick<OutputRecord, 'path'>,
): string | undefined {
  const at = join(open.project.root, path);
  return files.stat(at)?.kind === 'file' ? hashOf(files.read(at)) : undefined;
}
