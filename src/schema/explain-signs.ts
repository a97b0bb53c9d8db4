/**
 * Values that are wrong only because of signs that a Chinese keyboard types: `[phone，wechat]`, `【phone，wechat】`, `‘>= 35%’`.
 *
 * Separate from the wording of other values because here the value itself is right, and its signs are told and mended.
 */
import { ordinary, isInWideBrackets, wideSigns, withoutCurlyQuotes } from '../base/wide-signs.js';
import { diagnose } from '../model/codes.js';
import type { Diagnostic, Fix, Span } from '../model/diagnostic.js';
import { explainCutText } from './cut-text.js';
import type { Expectation } from './expectations.js';
import { nearestValue } from './nearest.js';
import { bare, replace, scalar, type Ground } from './phrases.js';
import { pathOf, type Shape, type Step } from './shape.js';

export function wrongSigns(
  steps: readonly Step[],
  wanted: Expectation,
  shape: Shape | undefined,
  message: string,
  ground: Ground,
): Diagnostic | undefined {
  const here = steps.at(-1);
  const value = here?.value;
  if (here === undefined || typeof value !== 'string') return undefined;
  const span = ground.locate(pathOf(steps));
  const inner = withoutCurlyQuotes(value);
  if (inner !== undefined && inner !== '') {
    const right = meant(inner, wanted, here, shape);
    const signs = `${value.trim().slice(0, 1)} and ${value.trim().slice(-1)} are no quotes to YAML, but part of the text.`;
    const hint = `${signs} ${right === undefined ? (wanted.how ?? '') : `Write ${bare(right)}.`}`.trim();
    const fix: { fix?: Fix } = right === undefined ? {} : { fix: replace(span, right, false) };
    return diagnose(wanted.code ?? (shape?.kind === 'choice' ? 'schema-enum' : 'schema-type'), message, span, {
      hint,
      ...fix,
    });
  }
  if (isInWideBrackets(value)) {
    const right = ordinary(value).trim();
    const hint = `${value.trim().slice(0, 1)} and ${value.trim().slice(-1)} are no brackets to YAML. Write ${bare(right)}.`;
    return diagnose('schema-type', message, span, { hint, fix: replace(span, right, false) });
  }
  return explainCutText(steps.slice(0, -1), String(here.key), ground) ?? wideComma(steps, value, span, ground);
}

/** In a list in brackets, and where the next key of a map in braces begins. */
function wideComma(steps: readonly Step[], value: string, span: Span, ground: Ground): Diagnostic | undefined {
  const inList = typeof steps.at(-1)?.key === 'number' && isInBrackets(steps, span, ground);
  if (!inList && !/[，、]\s*[a-z-]+\s*：/u.test(value)) return undefined;
  const wide = wideSigns(value);
  // In quotes or over several lines it does not stand in the file as it is read.
  const { offset, line, column } = span.start;
  if (wide === undefined || span.end.offset - offset !== value.length || line !== span.end.line) return undefined;
  const before = value.slice(0, wide.first);
  const point = (further: number): Span['start'] => ({
    line,
    column: column + Array.from(before).length + further,
    offset: offset + wide.first + further,
  });
  const edits = wide.edits.map(({ from, to, text }) => ({
    file: span.file,
    from: offset + from,
    to: offset + to,
    text,
  }));
  return diagnose(
    'yaml-comma',
    wide.message,
    { file: span.file, start: point(0), end: point(1) },
    {
      hint: inList ? `Write an ordinary comma and a space: [${bare(ordinary(value))}].` : wide.hint,
      fix: { title: 'Write ordinary signs', safe: false, edits },
    },
  );
}

/** A list with brackets ends after its last item, one without them with it. */
function isInBrackets(steps: readonly Step[], item: Span, { locate }: Ground): boolean {
  const list = steps.at(-2)?.value;
  if (!Array.isArray(list)) return false;
  const path = pathOf(steps).slice(0, -1);
  const start = locate(path).start.offset;
  const first = locate([...path, 0]).start;
  return (
    first.offset <= item.start.offset &&
    locate([...path, list.length - 1]).end.offset < locate(path).end.offset &&
    start < first.offset
  );
}

function meant(
  inner: string,
  wanted: Expectation,
  { shape: name }: Step,
  shape: Shape | undefined,
): string | undefined {
  if (shape?.kind === 'choice') return shape.values.includes(inner) ? inner : nearestValue(inner, name, shape.values);
  if (wanted.must === 'a text') return `'${inner.replaceAll("'", "''")}'`;
  if (wanted.mend === undefined) return undefined;
  const mended = wanted.mend(inner);
  return mended === undefined ? undefined : scalar(mended);
}
