/**
 * What a form of differences is: one descriptor, one file in `differences/`, one line in its `index.ts`.
 *
 * It gets the processes along with their difference, because a picture needs what stayed the same, too. It reads no file and writes to no
 * stream; a form that loads something heavy does so inside `report`.
 */
import type { Descriptor } from '../base/registry.js';
import type { Difference } from '../model/difference.js';
import type { Process } from '../model/process.js';
import type { Language } from '../model/text.js';

/** One flow on both sides. */
export interface ComparedFlow {
  /** As people name the file: after, or before if it is gone. */
  readonly file: string;
  /** What it was called before, if it was called otherwise. */
  readonly oldFile?: string;
  readonly difference: Difference;
  readonly before?: Process;
  readonly after?: Process;
}

export interface Comparison {
  /** What is compared: `HEAD`, `the working tree`, a path. */
  readonly before: string;
  readonly after: string;
  /** Flows that are the same on both sides are counted only. */
  readonly flows: readonly ComparedFlow[];
  readonly unchanged: number;
  /** Files of flows that have errors on one side, and could not be compared. */
  readonly skipped: readonly string[];
}

export interface DifferenceOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Of the words and texts; absent: each flow's own, and English for the words on a terminal. */
  readonly language?: Language;
  /** Tell changes of wording one by one. */
  readonly wording: boolean;
  /** The path as seen from the top of the repository, for those who read a report there. */
  readonly inRepository: (file: string) => string;
}

export interface DifferenceReporter extends Descriptor {
  /** Of its files, for example `.html`: what `-o FILE` means without a format. */
  readonly extension?: string;
  /** A report for programs must be the only thing on its stream. */
  readonly readers: 'people' | 'programs';
  /** The whole report with its last line end; also if nothing has changed. */
  report(comparison: Comparison, options: DifferenceOptions): string | Promise<string | Uint8Array>;
}
