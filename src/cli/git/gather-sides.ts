/** Reads and checks both sides of a comparison. That one of them has nothing to read is no mistake: everything was added, or removed. */
import { NothingFound } from '../exit.js';
import { gather, type Gathered } from '../gather.js';
import type { Terminal } from '../terminal.js';
import type { Side, Sides } from './sides.js';

export interface GatheredSides {
  readonly before: Gathered;
  readonly after: Gathered;
}

/** Throws `UsageError` if there is nothing on either side. */
export async function gatherSides(sides: Sides, terminal: Terminal): Promise<GatheredSides> {
  const before = await gatherSide(sides.before, terminal);
  const after = await gatherSide(sides.after, terminal);
  if (before instanceof NothingFound && after instanceof NothingFound) throw after;
  return {
    before: before instanceof NothingFound ? nothing : before,
    after: after instanceof NothingFound ? nothing : after,
  };
}

async function gatherSide({ host, paths }: Side, terminal: Terminal): Promise<Gathered | NothingFound> {
  if (paths?.length === 0) return nothing;
  if (host.files.stat(host.cwd) === undefined) return new NothingFound('This folder is not there.');
  try {
    return await gather(host, terminal, paths ?? [], undefined);
  } catch (error) {
    if (error instanceof NothingFound) return error;
    throw error;
  }
}

const nothing: Gathered = {
  batches: [],
  files: [],
  findings: [],
  lines: () => undefined,
  load: () => ({ kind: 'missing' }),
};
