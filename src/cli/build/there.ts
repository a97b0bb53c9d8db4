/** Building in another thread: what it is told, and what it answers. */
import { drawPicture, type PictureRequest } from '../../site/index.js';
import type { Found } from '../files/find.js';
import { UsageError } from '../exit.js';
import { FileError, type Host } from '../host/host.js';
import type { Setup, Work } from '../threads/work.js';
import { createMaker, type FlowMade, type FlowPlan, type Maker } from './maker.js';

export interface BuildSetup extends Setup {
  readonly role: 'build';
  readonly flows: readonly Found[];
}

export type BuildTask =
  | { readonly what: 'plan' | 'make'; readonly flow: Found }
  /** A picture of the site. */
  | { readonly what: 'draw'; readonly request: PictureRequest };

/** One flow that fails must not keep the others from being made. */
export type FlowAnswer = { readonly plan: FlowPlan } | { readonly made: FlowMade } | { readonly failure: Failure };

export type BuildAnswer = FlowAnswer | { readonly picture: string };

/** A fault of trackflow. */
export interface Failure {
  readonly message: string;
  readonly stack?: string;
}

export async function work(host: Host, setup: Setup): Promise<Work> {
  const maker = await createMaker(host, (setup as BuildSetup).flows);
  return (task) => answer(maker, task as BuildTask);
}

export async function answer(maker: Maker, task: BuildTask): Promise<BuildAnswer> {
  // A fault in it is the site's, and ends the run.
  if (task.what === 'draw') return { picture: await drawPicture(task.request) };
  const { what, flow } = task;
  try {
    return what === 'plan' ? { plan: await maker.plan(flow) } : { made: await maker.make(flow) };
  } catch (error) {
    // Not of this flow, but of the machine or of what was asked: to be told once, by the thread that was asked.
    if (error instanceof UsageError || error instanceof FileError) throw error;
    if (!(error instanceof Error)) return { failure: { message: String(error) } };
    return { failure: { message: error.message, ...(error.stack !== undefined && { stack: error.stack }) } };
  }
}
