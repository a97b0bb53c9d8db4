/** What a form of a flow's history is: one descriptor, one file in `histories/`, one line in its `index.ts`. */
import type { Descriptor } from '../base/registry.js';
import type { Difference } from '../model/difference.js';
import type { Language } from '../model/text.js';

/** One commit that has touched the flow. */
export interface Revision {
  /** The whole hash. */
  readonly commit: string;
  readonly author: string;
  /** Of the author, as `2026-11-22T10:00:00+08:00`. */
  readonly date: string;
  readonly subject: string;
  /** What the file was called then. */
  readonly file: string;
  readonly oldFile?: string;
  readonly change:
    | { readonly kind: 'changed'; readonly difference: Difference }
    /** The text is another, the process is not. */
    | { readonly kind: 'same' }
    /** Here the history of a shallow clone begins: what this commit has changed is not known. */
    | { readonly kind: 'cut' }
    /** It had errors on one side; the first of them. */
    | { readonly kind: 'unreadable'; readonly message: string };
}

export interface History {
  readonly file: string;
  /** The newest first. */
  readonly revisions: readonly Revision[];
}

export interface HistoryOptions {
  readonly color: boolean;
  readonly width: number;
  /** Absent: English words on a terminal, the flow's own language elsewhere. */
  readonly language?: Language;
}

export interface HistoryReporter extends Descriptor {
  report(history: History, options: HistoryOptions): string;
}
