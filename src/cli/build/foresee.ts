/**
 * What a build would write, output by output and why: for `--dry-run`.
 *
 * What must stay true: it is what the build then does. A flow that has changed may leave most of its outputs as they are, so its outputs
 * are made, in memory, and compared; only where nothing stands yet is there nothing to compare with.
 */
import { join, relative } from 'node:path';
import type { Found } from '../files/find.js';
import { tidy } from '../files/paths.js';
import type { Host } from '../host/host.js';
import { hashOf } from './content.js';
import { onDisk, type BuildProject, type Standing } from './project.js';
import { isSound, type Planned, type Rounds } from './rounds.js';
import type { Failure } from './there.js';

/** Why an output is written, in words that follow the name of its flow. */
export const reasons = {
  new: 'not made yet',
  changed: 'it has changed, or something that it depends on',
  missing: 'the file is not there',
  edited: 'the file was changed by something else',
  other: 'the file is not what would be made now',
} as const;

export interface Foreseen {
  /** Absolute. */
  readonly path: string;
  readonly reason: keyof typeof reasons;
}

type Flow = Standing & { readonly planned: Planned | undefined };

/** By flow; those that are up to date or have errors have none. */
export async function foresee(
  host: Host,
  rounds: Pick<Rounds, 'make'>,
  flows: readonly Flow[],
  told: {
    readonly failed: (flow: Found, failure: Failure) => void;
    readonly progress: (done: number, of: number) => void;
  },
): Promise<ReadonlyMap<Found, readonly Foreseen[]>> {
  const foreseen = new Map<Found, readonly Foreseen[]>();
  const unknown = new Map<Found, Flow>();
  for (const each of flows) {
    const { flow, project, reason, spoilt, planned } = each;
    if (reason === undefined || planned === undefined || !isSound(planned)) continue;
    const names = 'plan' in planned ? planned.plan.names : [];
    if (reason === 'spoilt')
      foreseen.set(
        flow,
        spoilt.map((output) => ({ path: join(project.open.project.root, output.path), reason: output.reason })),
      );
    else if (isCertain(host, project, names))
      foreseen.set(
        flow,
        names.flatMap((name) => whyWritten(host, each, join(project.out, name), undefined)),
      );
    else unknown.set(flow, each);
  }
  let done = 0;
  await rounds.make([...unknown.keys()], (found, made) => {
    told.progress(++done, unknown.size);
    const flow = unknown.get(found);
    if (flow === undefined) return;
    if ('failure' in made) {
      told.failed(found, made.failure);
      return;
    }
    const outputs = made.made.artifacts.flatMap(({ name, content }) =>
      whyWritten(host, flow, join(flow.project.out, name), hashOf(content)),
    );
    foreseen.set(found, outputs);
  });
  return foreseen;
}

/** Every output will be written under just these names: none is there, and none may come to be several pages. */
function isCertain(host: Host, project: BuildProject, names: readonly string[]): boolean {
  const isPaged = (project.open.config?.outputs ?? []).some(({ pages }) => pages !== undefined);
  return !isPaged && names.every((name) => host.files.stat(join(project.out, name)) === undefined);
}

/** None if it already holds what would be written. */
function whyWritten(
  host: Host,
  { project, record }: Flow,
  path: string,
  hash: string | undefined,
): readonly Foreseen[] {
  const name = tidy(relative(project.open.project.root, path));
  const standing = onDisk(host, project, { path: name });
  if (standing !== undefined && standing === hash) return [];
  const before = project.records.written.get(name);
  if (standing === undefined) return [{ path, reason: before === undefined ? 'new' : 'missing' }];
  if (before !== undefined && before !== standing) return [{ path, reason: 'edited' }];
  return [{ path, reason: record === undefined ? 'other' : 'changed' }];
}
