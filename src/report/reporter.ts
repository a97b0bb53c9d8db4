/**
 * What a reporter is: one descriptor, one file in `reporters/`, one line in its `index.ts`.
 *
 * A reporter turns findings into text. It reads no file and writes to no stream: the lines of the sources and the width of
 * the terminal come in as options, so that the same findings always give the same bytes.
 */
import type { Descriptor } from '../base/registry.js';
import type { Diagnostic, Severity } from '../model/diagnostic.js';

export interface Findings {
  /** The files that were looked at, those without findings included, as findings name them. */
  readonly files: readonly string[];
  /** In the order in which they are to be printed. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface ReporterOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** The lines of a source file without their line ends; undefined when there is no such file to show. */
  readonly lines: (file: string) => readonly string[] | undefined;
  /** Of trackflow. */
  readonly version: string;
  /** What is known of a code; undefined for none that was ever documented. */
  readonly about: (code: string) => About | undefined;
  /** The same for the same finding next week, whatever was written above it. */
  readonly fingerprint: (diagnostic: Diagnostic) => string;
  /** The path as seen from the top of the repository, for those who read a report there. */
  readonly inRepository: (file: string) => string;
}

export interface About {
  readonly summary: string;
  readonly why: string;
  readonly severity: Severity;
  readonly group?: string;
}

export interface Reporter extends Descriptor {
  /** A report for programs must be the only thing on its stream, and stands there also if nothing was found. */
  readonly readers: 'people' | 'programs';
  /** The whole report with its last line end; the empty string if there is nothing to say. */
  report(findings: Findings, options: ReporterOptions): string;
}
