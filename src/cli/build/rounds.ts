/**
 * Plans flows and makes them, in as many threads as are worth their start.
 *
 * Two rounds, because names and places are settled before anything is drawn; the pictures of a site are a third, for which the threads are
 * warm then.
 */
import type { Found } from '../files/find.js';
import type { Host } from '../host/host.js';
import { threadsFor } from '../threads/jobs.js';
import { recruit } from '../threads/share.js';
import { createMaker, type FlowMade, type FlowPlan } from './maker.js';
import type { Drawing } from '../site/draw.js';
import { answer, type BuildAnswer, type BuildSetup, type BuildTask, type Failure, type FlowAnswer } from './there.js';

export interface Rounds {
  /** By flow. */
  plan(flows: readonly Found[], progress: Progress): Promise<ReadonlyMap<Found, Planned>>;
  make(flows: readonly Found[], told: (flow: Found, made: Made) => void): Promise<void>;
  readonly drawing: Drawing;
  end(): void;
}

export type Planned = { readonly plan: FlowPlan } | { readonly failure: Failure };
export type Made = { readonly made: FlowMade } | { readonly failure: Failure };
export type Progress = (done: number) => void;

/** Without errors; there may be no output of it all the same, if it has no such owner. */
export function isSound(planned: Planned): boolean {
  return 'plan' in planned && planned.plan.checked.sources !== undefined;
}

/** `flows`: all that outputs are made of; `due`: how many of them are to be made. */
export async function openRounds(
  host: Host,
  { flows, due, jobs }: { readonly flows: readonly Found[]; readonly due: number; readonly jobs: number | undefined },
): Promise<Rounds> {
  const maker = await createMaker(host, flows);
  const threads = threadsFor(host, jobs, due, 3);
  const crew = recruit(host, threads, { role: 'build', flows } satisfies BuildSetup);
  const round = (
    what: 'plan' | 'make',
    list: readonly Found[],
    told: (flow: Found, answer: FlowAnswer) => void,
  ): Promise<void> =>
    crew.share<BuildTask, BuildAnswer>({
      tasks: list.map((flow) => ({ what, flow })),
      here: (task) => answer(maker, task),
      told: (at, given) => {
        const flow = list[at];
        if (flow !== undefined && !('picture' in given)) told(flow, given);
      },
    });
  return {
    async plan(list, progress) {
      const plans = new Map<Found, Planned>();
      await round('plan', list, (flow, given) => {
        if (!('made' in given)) plans.set(flow, given);
        progress(plans.size);
      });
      return plans;
    },
    make: (list, told) =>
      round('make', list, (flow, given) => {
        if (!('plan' in given)) told(flow, given);
      }),
    drawing: {
      threads,
      share: (requests, told) =>
        crew.share<BuildTask, BuildAnswer>({
          tasks: requests.map((request) => ({ what: 'draw', request })),
          here: (task) => answer(maker, task),
          told: (at, given) => {
            if ('picture' in given) told(at, given.picture);
          },
        }),
    },
    end: () => {
      crew.dismiss();
    },
  };
}
