/**
 * What trackflow has to say about a file: one coded finding at one place.
 *
 * Separate from every stage that makes findings, because all of them do and none of them prints.
 * Invariant: lines and columns are 1-based and columns count code points, so that a caret drawn with
 * display widths stands right under Chinese text.
 */

/** A point in a file. `line` and `column` are 1-based; `column` counts code points; `offset` counts UTF-16 units from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of a file; `end` is exclusive. `file` is the path as the user gave it, with `/` between folders. */
export interface Span {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/**
 * Finds the place of a value in a parsed file: `path` as in `['nodes', 'capture', 'next', 0]`; `part` chooses the key of a
 * map entry or its value. For a path that does not exist, the nearest existing ancestor.
 */
export type Locate = (path: readonly (string | number)[], part?: 'key' | 'value') => Span;

export type Severity = 'error' | 'warning' | 'info';

/** Another place that helps to understand the finding, for example where an id was first defined. */
export interface Related {
  readonly message: string;
  readonly span: Span;
}

/** Replace the text between two UTF-16 offsets (end exclusive) of one file. */
export interface Edit {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A change that mends the finding. `safe` means that the meaning of the process stays what the author plainly meant. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

export interface Diagnostic {
  /** Kebab-case, stable, documented: `trackflow explain <code>`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence in plain English, with the author's own words quoted. */
  readonly message: string;
  /** Where; absent only if there is no such file to point into. */
  readonly span?: Span;
  /** What to do, where the message alone does not say it: "did you mean …", "expected …". */
  readonly hint?: string;
  readonly related?: readonly Related[];
  readonly fix?: Fix;
}

/** The best value a stage could build, and everything it had to say. `value` is undefined when nothing could be built. */
export interface Outcome<T> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** Order for printing: by file, then by place, then as found. Findings without a place come first. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = (d: Diagnostic): [string, number] => [d.span?.file ?? '', d.span?.start.offset ?? -1];
  return diagnostics
    .map((diagnostic, index) => ({ diagnostic, index, at: key(diagnostic) }))
    .sort((a, b) => (a.at[0] < b.at[0] ? -1 : a.at[0] > b.at[0] ? 1 : a.at[1] - b.at[1] || a.index - b.index))
    .map(({ diagnostic }) => diagnostic);
}
