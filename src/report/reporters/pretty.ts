/**
 * Findings for people: place, severity, code, message, the piece of source with carets under it, what to do, related places.
 *
 * The only place besides the command line that colours text; its chalk instance is its own, with an explicit level, so that
 * neither the environment nor another caller changes what comes out.
 */
import { Chalk, type ChalkInstance } from 'chalk';
import { visible } from '../../base/cells.js';
import type { Diagnostic, Severity, Span } from '../../model/diagnostic.js';
import { frame, type FrameLine, type FramePart } from '../frame.js';
import type { Reporter, ReporterOptions } from '../reporter.js';
import { summarise } from '../tally.js';

/** One file rarely deserves more; the count of the rest is told, and `--format json` has them all. */
const MOST_PER_FILE = 200;

const severityWord: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

export const pretty: Reporter = {
  id: 'pretty',
  readers: 'people',
  summary: 'For people: the place, the source line with carets under it, and what to do.',
  report({ diagnostics }, options) {
    if (diagnostics.length === 0) return '';
    const paint = new Chalk({ level: options.color ? 1 : 0 });
    const seen = new Map<string, number>();
    const blocks: string[] = [];
    for (const diagnostic of diagnostics) {
      const file = diagnostic.span?.file ?? '';
      const count = (seen.get(file) ?? 0) + 1;
      seen.set(file, count);
      if (count <= MOST_PER_FILE) blocks.push(block(diagnostic, paint, options));
    }
    for (const [file, count] of seen) {
      const rest = count - MOST_PER_FILE;
      if (rest > 0) blocks.push(`${visible(file)}: ${rest} more, not shown; --format json prints all of them.\n`);
    }
    return `${blocks.join('\n')}\n${paint.bold(summarise(diagnostics))}\n`;
  },
};

function block(diagnostic: Diagnostic, paint: ChalkInstance, options: ReporterOptions): string {
  const { span, severity, code, message, hint, related = [] } = diagnostic;
  const heading = [
    ...(span ? [paint.cyan(place(span))] : []),
    severityPaint(paint, severity).bold(severityWord[severity]),
    paint.dim(code),
    paint.bold(visible(message)),
  ];
  const lines = [heading.join('  ')];
  if (span) lines.push(...drawn(span, true, severityPaint(paint, severity), paint, options));
  if (hint !== undefined) lines.push(`  ${paint.green('hint:')} ${visible(hint)}`);
  for (const other of related.slice(0, relatedShown)) {
    lines.push(`  ${paint.cyan(place(other.span))}  ${visible(other.message)}`);
    lines.push(...drawn(other.span, false, paint.cyan, paint, options));
  }
  const more = related.length - relatedShown;
  if (more > 0) lines.push(`  and ${String(more)} more ${more === 1 ? 'place' : 'places'}`);
  return `${lines.join('\n')}\n`;
}

/** So many related places are drawn; programs read them all in the json report. */
const relatedShown = 6;

function drawn(
  span: Span,
  context: boolean,
  accent: ChalkInstance,
  paint: ChalkInstance,
  { lines, width }: ReporterOptions,
): string[] {
  const source = lines(span.file);
  if (source === undefined) return [];
  const asItIs = (text: string): string => text;
  const painters: Readonly<Record<FramePart['role'], (text: string) => string>> = {
    gutter: paint.dim,
    context: paint.dim,
    before: asItIs,
    marked: paint.bold,
    after: asItIs,
    caret: accent,
  };
  const draw = (line: FrameLine): string => line.map(({ role, text }) => painters[role](text)).join('');
  return frame(source, span, { width, context }).map((line) => draw(line).trimEnd());
}

function severityPaint(paint: ChalkInstance, severity: Severity): ChalkInstance {
  return severity === 'error' ? paint.red : severity === 'warning' ? paint.yellow : paint.blue;
}

function place({ file, start }: Span): string {
  return `${visible(file)}:${start.line}:${start.column}`;
}
