/** The flows of a run as jobs for `produce`: each with the names of what will be made of it. */
import { leftOut, plan, type RenderRequest } from '../app/request.js';
import { renderProcess } from '../app/render.js';
import type { Process } from '../model/process.js';
import { UsageError } from './exit.js';
import { havingPart } from './part-options.js';
import type { Batch, Gathered } from './gather.js';
import type { Job } from './produce.js';
import type { Terminal } from './terminal.js';

export async function renderJobs(
  gathered: Gathered,
  terminal: Terminal,
  requestOf: (batch: Batch) => Promise<RenderRequest>,
): Promise<readonly Job[]> {
  const jobs: Job[] = [];
  const ready: { readonly batch: Batch; readonly request: RenderRequest; readonly processes: readonly Process[] }[] =
    [];
  for (const batch of gathered.batches) {
    // Defaults in place of what a project file could not say would write the wrong things to the wrong places.
    if (batch.unsettled) continue;
    const processes = batch.checked.flatMap(({ process }) => (process ? [process] : []));
    ready.push({ batch, request: await requestOf(batch), processes });
  }
  // The command line alone filters: every batch is asked for the same part.
  const fitting = new Set(
    havingPart(
      ready.flatMap(({ processes }) => processes),
      ready[0]?.request.filter,
      terminal,
    ),
  );
  for (const { batch, request: asked, processes: all } of ready) {
    const processes = all.filter((process) => fitting.has(process));
    const request = { ...asked, together: new Map(processes.map((process) => [process.file, process])) };
    for (const process of processes) {
      for (const note of requestNotes(process, request)) terminal.note(note);
      jobs.push({
        process,
        batch,
        names: plan(process, request).map(({ name }) => name),
        make: () => renderProcess(process, request, (picture) => sayLayingOut(picture, terminal)),
      });
    }
  }
  refuseNothing(gathered, jobs);
  return jobs;
}

/** Only libraries were named, perhaps by a glob that is too narrow. */
function refuseNothing({ batches, findings }: Gathered, jobs: readonly Job[]): void {
  if (jobs.length > 0 || findings.length > 0) return;
  const files = batches.flatMap(({ checked }) => checked.map(({ file }) => file)).join(', ');
  throw new UsageError(`There is no flow among ${files}.`, 'Flow files end in .flow.yaml and have nodes.');
}

/** From here on laying out takes long enough to wonder whether anything happens. */
const large = 150;

function sayLayingOut({ nodes }: { readonly nodes: number }, terminal: Terminal): void {
  if (nodes >= large) terminal.progress(`laying out ${String(nodes)} nodes …`);
}

/** What whoever asks for these outputs should know of a flow. */
export function requestNotes(process: Process, request: RenderRequest): readonly string[] {
  const empty = leftOut(process, request).map(
    (view) => `${process.file}: left out the view ${view}, which would have nothing to show`,
  );
  return [...missingLanguages(process, request), ...empty];
}

/** What whoever asks for languages should know of a flow that is not written in all of them. */
function missingLanguages(process: Process, { languages }: RenderRequest): readonly string[] {
  if (languages === undefined || languages === 'all') return [];
  return languages
    .filter((asked) => !process.languages.includes(asked))
    .map((language) => `${process.file} has no title in ${language}; what is not translated stays as it is`);
}
