/**
 * Where findings stand in the files on disk, of which the mended texts were never written.
 *
 * Separate from mending because only `--dry-run` asks it. What was there before and is still there afterwards is told as it was before;
 * what only comes up by a fix is told at the line that the fix has changed, or that the place comes from.
 */
import { diffLines } from 'diff';
import type { Diagnostic, Span } from '../model/diagnostic.js';

/** The texts of a file on disk and as it would be. */
export interface Versions {
  readonly before: string;
  readonly after: string;
}

export function placedBefore(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  versions: ReadonlyMap<string, Versions>,
): readonly Diagnostic[] {
  const known = new Map<string, Diagnostic[]>();
  for (const finding of before) {
    const list = known.get(keyOf(finding));
    if (list) list.push(finding);
    else known.set(keyOf(finding), [finding]);
  }
  return after.map((finding) => known.get(keyOf(finding))?.shift() ?? moved(finding, versions));
}

function keyOf({ code, message, span }: Diagnostic): string {
  return JSON.stringify([code, message, span?.file]);
}

function moved(finding: Diagnostic, versions: ReadonlyMap<string, Versions>): Diagnostic {
  const back = (span: Span): Span => {
    const both = versions.get(span.file);
    return both === undefined ? span : backTo(both, span);
  };
  const { code, severity, message, span, hint, related } = finding;
  return {
    code,
    severity,
    message,
    ...(span && { span: back(span) }),
    ...(hint !== undefined && { hint }),
    ...(related && { related: related.map((each) => ({ ...each, span: back(each.span) })) }),
  };
}

function backTo({ before, after }: Versions, span: Span): Span {
  let line = 1;
  let there = 1;
  let offset = 0;
  let offsetThere = 0;
  for (const { value, count, added, removed } of diffLines(before, after)) {
    if (!added && !removed && span.start.line < there + count && span.end.line <= there + count) {
      const lines = line - there;
      const letters = offset - offsetThere;
      const shift = ({ start, end }: Span): Pick<Span, 'start' | 'end'> => ({
        start: { ...start, line: start.line + lines, offset: start.offset + letters },
        end: { ...end, line: end.line + lines, offset: end.offset + letters },
      });
      return { file: span.file, ...shift(span) };
    }
    if (added && span.start.line < there + count) break;
    if (!added) [line, offset] = [line + count, offset + value.length];
    if (!removed) [there, offsetThere] = [there + count, offsetThere + value.length];
  }
  // Of a changed line only the beginning is sure; a removed one has been counted already.
  const lines = before.split('\n');
  const at = Math.max(1, Math.min(line - (line > 1 ? 1 : 0), lines.length));
  const begin = lines.slice(0, at - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const position = { line: at, column: 1, offset: begin };
  return { file: span.file, start: position, end: position };
}
