/**
 * The options of `sop` that ask for more than one flow says: handbooks of roles, child flows as part of the document, the history.
 *
 * Separate from the command, which says what there is to be asked.
 */
import { everyone, handbookOwners, knownOwners } from '../app/handbooks.js';
import { createChecker } from '../app/check.js';
import type { RenderRequest } from '../app/request.js';
import { suggest } from '../base/suggest.js';
import type { Process } from '../model/process.js';
import { UsageError } from './exit.js';
import { tidy } from './files/paths.js';
import type { Batch, Gathered } from './gather.js';
import type { Host } from './host/host.js';
import type { Terminal } from './terminal.js';

const processesOf = ({ batches }: Gathered): readonly Process[] =>
  batches.flatMap(({ checked }) => checked.flatMap(({ process }) => (process ? [process] : [])));

/** Says which flows have no such role, and refuses if none has. */
export function expectOwner(gathered: Gathered, whom: string | undefined, terminal: Terminal): void {
  const processes = processesOf(gathered);
  if (whom === undefined || processes.length === 0) return;
  const without = processes.filter((process) => handbookOwners(process, whom).length === 0);
  const reason = whom === everyone ? 'nobody has a step of their own' : `it has no owner "${whom}"`;
  if (without.length < processes.length) {
    for (const { file } of without) terminal.note(`skipped ${file}: ${reason}`);
    return;
  }
  const [only] = processes;
  const where = processes.length === 1 ? (only?.file ?? '') : `None of the ${processes.length} flows`;
  if (whom === everyone)
    throw new UsageError(
      `${processes.length === 1 ? `${where} has no` : `${where} has an`} owner with steps of their own.`,
      'Give steps an owner, or name one: --for sales',
    );
  const known = [...new Set(processes.flatMap(knownOwners))];
  const near = suggest(whom, known);
  const list =
    known.length === 0 ? 'There are no owners to choose from.' : `Known: ${known.join(', ')}, and ${everyone}.`;
  throw new UsageError(
    processes.length === 1 ? `${where} has no owner "${whom}".` : `${where} has an owner "${whom}".`,
    near === undefined ? list : `Did you mean ${near}? ${list}`,
  );
}

/** The child flows of a batch, and theirs, by file. One that has errors is told of by its parent, and stays a link. */
export function childrenOf({ checked, project, config }: Batch, { load }: Gathered): RenderRequest['inline'] & object {
  const language = config?.language;
  const check = createChecker({ load, root: tidy(project.root), ...(language !== undefined && { language }) });
  const found = new Map<string, Process>();
  const waiting = checked.flatMap(({ process }) => (process ? [process] : []));
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    for (const node of at.nodes) {
      const file = node.type === 'subflow' ? node.child?.file : undefined;
      if (file === undefined || found.has(file)) continue;
      const child = check(file).process;
      if (child === undefined) continue;
      found.set(file, child);
      waiting.push(child);
    }
  }
  return found;
}

/** Says of which flows git knows nothing. */
export async function gitHistory(
  host: Host,
  gathered: Gathered,
  terminal: Terminal,
): Promise<RenderRequest['history'] & object> {
  const { historyOf } = await import('./history.js');
  const history = historyOf(host, processesOf(gathered));
  for (const [file, revisions] of history)
    if (revisions.length === 0) terminal.note(`${file} has no history in git: it is not committed`);
  return history;
}
