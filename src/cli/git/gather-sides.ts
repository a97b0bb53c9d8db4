/**
 * Reads and checks both sides of a comparison. That one of them has nothing to read is no mistake: everything was added, or removed. So a
 * glob may stand for nothing on one of them.
 */
import { NothingFound } from '../exit.js';
import { findInputs } from '../files/find.js';
import { absolute } from '../files/paths.js';
import { gather, type Gathered } from '../gather.js';
import type { Terminal } from '../terminal.js';
import { isGlob, type Side, type Sides } from './sides.js';
import { throughLibraries } from './through-libraries.js';

export interface GatheredSides {
  readonly before: Gathered;
  readonly after: Gathered;
}

/** Throws `UsageError` if there is nothing on either side. */
export async function gatherSides(asked: Sides, terminal: Terminal): Promise<GatheredSides> {
  const sides = await throughLibraries(asked);
  const globs = { before: await emptyGlobs(sides.before), after: await emptyGlobs(sides.after) };
  const lost = [...globs.before].find((glob) => globs.after.has(glob));
  if (lost !== undefined) {
    const { before, after } = sides;
    throw new NothingFound(`No YAML file matches ${lost}, neither in ${before.label} nor in ${after.label}.`);
  }
  const before = await gatherSide(without(sides.before, globs.before), terminal);
  const after = await gatherSide(without(sides.after, globs.after), terminal);
  if (before instanceof NothingFound && after instanceof NothingFound) throw after;
  return {
    before: before instanceof NothingFound ? nothing : before,
    after: after instanceof NothingFound ? nothing : after,
  };
}

/** Those that stand for no file there. */
async function emptyGlobs({ host, paths = [] }: Side): Promise<ReadonlySet<string>> {
  const empty = new Set<string>();
  for (const path of paths) {
    if (!isGlob(path) || host.files.stat(absolute(host.cwd, path)) !== undefined) continue;
    try {
      await findInputs([path], { cwd: host.cwd, files: host.files });
    } catch (error) {
      if (!(error instanceof NothingFound)) throw error;
      empty.add(path);
    }
  }
  return empty;
}

function without({ paths, ...side }: Side, left: ReadonlySet<string>): Side {
  return { ...side, paths: paths?.filter((path) => !left.has(path)) };
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
