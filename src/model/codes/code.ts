/** What is known of a diagnostic code; one entry is one page of `trackflow explain`. */
import type { Severity } from '../diagnostic.js';

export interface CodeEntry {
  readonly severity: Severity;
  /** One line. */
  readonly summary: string;
  /** Why it is reported and what to do about it, in a few sentences. */
  readonly why: string;
  /** YAML that gives exactly this finding, and the same mended. */
  readonly bad?: string;
  readonly good?: string;
}
