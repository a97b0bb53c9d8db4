/**
 * Makes the outputs of checked flows and puts them where they belong: what `render` and `sop` have in common.
 *
 * Names and places are settled before anything is drawn; one flow's files are written when all of them are made, so that a
 * flow that fails leaves nothing; and it fails alone, the others go on.
 */
import { dirname, join } from 'node:path';
import type { Artifact } from '../model/artifact.js';
import type { Process } from '../model/process.js';
import { exitCodes, UsageError, type ExitCode } from './exit.js';
import { placesFor, refuseLinkOut, targetOf, writeOutput, type Target } from './files/output.js';
import { absolute } from './files/paths.js';
import { pathsFor } from './files/project.js';
import { isForPrograms, report } from './findings.js';
import type { Batch, Gathered } from './gather.js';
import { FileError, type Host } from './host/host.js';
import { reportBug, type Terminal } from './terminal.js';

/** What is made of one flow. */
export interface Job {
  readonly process: Process;
  readonly batch: Batch;
  /** The names of the artifacts, in the order in which `make` gives them. */
  readonly names: readonly string[];
  make(): Promise<readonly Artifact[]>;
}

export interface Production {
  /** `-o` as given. */
  readonly out: string | undefined;
  readonly gathered: Gathered;
  readonly jobs: readonly Job[];
  /** Of the artifacts of a flow, how many are what was asked for; the rest goes along with it (the picture of an SOP). */
  readonly main: (job: Job) => number;
}

/** Says what the files have to say, makes everything, and returns the exit code. */
export async function produce(host: Host, terminal: Terminal, production: Production): Promise<ExitCode> {
  const { gathered, jobs } = production;
  const shown = pathsFor(host);
  const out = production.out ?? (isFilter(production) ? '-' : undefined);
  // Data goes to stdout; where artifacts are the data, findings stand back.
  const channel = isForPrograms(terminal) && out !== '-' ? terminal.out : terminal.err;
  const findings = await report(gathered, host, terminal, channel);
  if (!isForPrograms(terminal)) sayWhatIsLeftOut(gathered, terminal, shown);
  const given = out === undefined ? undefined : targetOf(out, host.cwd, host.files);
  const places = settle(host, { ...production, out }, shown);
  let exit: ExitCode = findings;
  for (const [index, job] of jobs.entries()) {
    if (jobs.length > 1) terminal.progress(`rendering ${String(index + 1)}/${String(jobs.length)} ${job.process.file}`);
    try {
      const artifacts = await job.make();
      const targets = places.get(job);
      for (const { name, content, pageOf, notes = [] } of artifacts) {
        if (pageOf !== undefined)
          refuseOnePlace(
            artifacts.filter((other) => other.pageOf === pageOf),
            given,
          );
        const planned = targets?.[job.names.indexOf(pageOf ?? name)];
        const path = planned === undefined || pageOf === undefined ? planned : join(dirname(planned), name);
        if (path !== undefined && pageOf !== undefined)
          refuseLinkOut(path, [dirname(path), job.batch.project.root], host.files, shown(path));
        if (path === undefined) terminal.out.write(content);
        else terminal.note(`${writeOutput(path, content, host.files)} ${shown(path)}`);
        for (const note of notes) terminal.note(`${path === undefined ? name : shown(path)}: ${note}`);
      }
    } catch (error) {
      if (error instanceof UsageError || error instanceof FileError) throw error;
      reportBug(error, terminal, `${job.process.file}: `);
      exit = exitCodes.internal;
    }
  }
  return exit;
}

/** One text in by stdin, one out: like any filter, unless a place is named. */
function isFilter({ gathered, jobs }: Production): boolean {
  return gathered.streamed === true && jobs.flatMap(({ names }) => names).length === 1;
}

/** The paths for the artifacts of each job; none for a job that goes to stdout. */
function settle(
  host: Host,
  { out, gathered, jobs, main }: Production,
  shown: (path: string) => string,
): ReadonlyMap<Job, readonly string[]> {
  const { cwd, files } = host;
  const given = out === undefined ? undefined : targetOf(out, cwd, files);
  const asked = jobs.flatMap((job) => job.names.slice(0, main(job)));
  if (given !== undefined && given.kind !== 'folder' && asked.length > 1) throw tooMany(out ?? '', asked);
  if (given?.kind === 'stdout') return new Map();

  const sources = gathered.batches.flatMap(({ project, checked }) => [
    ...(project.config === undefined ? [] : [project.config]),
    ...checked.flatMap(({ file, process }) => [file, ...(process?.sources ?? [])]).map((file) => absolute(cwd, file)),
  ]);
  const placed = jobs.flatMap((job) =>
    job.names.map((name, index) => ({
      job,
      name,
      from: job.process.file,
      target: place(host, job, index < main(job), given),
    })),
  );
  const paths = placesFor(placed, { files, sources, shown });
  return new Map(jobs.map((job) => [job, paths.filter((_, index) => placed[index]?.job === job)]));
}

/** The file that was named, for what was asked for; its folder for what goes along; else the folder named, or the project's. */
function place(
  { cwd }: Host,
  { batch }: Job,
  asked: boolean,
  given: Target | undefined,
): Exclude<Target, { kind: 'stdout' }> {
  const { root } = batch.project;
  if (given?.kind === 'file') {
    const folder = dirname(given.path);
    return asked ? given : { kind: 'folder', path: folder, within: [folder, root] };
  }
  // Only the command line may name a folder outside the project.
  if (given?.kind === 'folder') return { ...given, within: [given.path, root] };
  const base = batch.project.config === undefined ? cwd : root;
  return { kind: 'folder', path: join(base, batch.config?.out ?? 'out'), within: [root] };
}

/** Pages that are a file each need a folder, and how many there are is known only when they are laid out. */
function refuseOnePlace(pages: readonly Artifact[], given: Target | undefined): void {
  if (given === undefined || given.kind === 'folder') return;
  throw new UsageError(
    `The picture has ${String(pages.length)} pages, and there is one place for them: ${given.kind === 'file' ? given.path : 'stdout'}.`,
    'Name a folder, or ask for -f pdf, which holds them all.',
  );
}

function tooMany(out: string, names: readonly string[]): UsageError {
  const some = names.slice(0, 4).join(', ') + (names.length > 4 ? ' …' : '');
  return new UsageError(
    `-o ${out} takes one output, but ${String(names.length)} were asked for: ${some}`,
    out === '-'
      ? 'Name one flow, one format and one view.'
      : `Name a folder (${out}/), or one flow, one format and one view.`,
  );
}

export function sayWhatIsLeftOut({ batches }: Gathered, terminal: Terminal, shown: (path: string) => string): void {
  for (const { project, unsettled } of batches) {
    if (unsettled && project.config !== undefined)
      terminal.note(
        `made nothing: ${shown(project.config)} has errors, so that outputs and their folder are not known`,
      );
  }
  for (const { file, kind, process } of batches.flatMap(({ checked }) => checked)) {
    if (kind === 'library') terminal.note(`${file} is a library: it has no nodes of its own to draw.`);
    if (kind === 'flow' && process === undefined) terminal.note(`skipped ${file}: it has errors`);
  }
}
