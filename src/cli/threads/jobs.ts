/** `--jobs`: how many threads share the work. Apart from sharing it, because the list of commands loads at every start. */
import type { CommandInput, OptionSpec } from '../command.js';
import { UsageError } from '../exit.js';
import type { Host } from '../host/host.js';

export const jobsOption: OptionSpec = {
  flags: '--jobs <number>',
  summary: 'so many files at the same time (default: one for each core)',
};

/** Undefined: as many as there are cores. Throws `UsageError`. */
export function jobsOf({ jobs }: CommandInput['options']): number | undefined {
  if (typeof jobs !== 'string') return undefined;
  if (/^[1-9]\d{0,2}$/u.test(jobs)) return Number(jobs);
  throw new UsageError(`--jobs is "${jobs}".`, 'A whole number from 1, for example 4; 1: one file after the other.');
}

/** More take up memory and no less time. */
const most = 16;

/**
 * How many threads are worth their start for so many files. `each`: how many files one of them should have to do, at the least;
 * whoever says `--jobs` is taken at their word.
 */
export function threadsFor({ files, threads }: Host, asked: number | undefined, count: number, each: number): number {
  if (threads?.files !== files) return 1;
  if (asked !== undefined) return Math.min(asked, Math.max(1, count));
  return Math.max(1, Math.min(threads.cores, most, Math.floor(count / each)));
}
