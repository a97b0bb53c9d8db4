/**
 * One file set anew: `fmt`, and what `check` says of files that are not.
 *
 * Pure: bytes in, bytes out. A file with mistakes in its YAML is left alone with the findings about it, and so is one of which the result
 * would not say exactly the same; that is checked at every change.
 */
import type { Load } from '../compile/index.js';
import { diagnose } from '../model/codes.js';
import { hasErrors, type Diagnostic } from '../model/diagnostic.js';
import { config, flow, template, theme } from '../schema/generated/outline.js';
import { changed, format, type Style } from '../source/format/index.js';
import { lineTable, readSource, type Source } from '../source/index.js';
import { isThemeFile } from './check.js';
import { usesOf } from './uses.js';

export type Formatted =
  /** `text` is with the byte order mark, if the file has one. */
  | ({
      readonly kind: 'same' | 'changed';
      readonly before: string;
      readonly text: string;
      readonly line: number;
    } & Uses)
  /** `line`: where the first thing stands that is the reason. */
  | ({ readonly kind: 'left'; readonly before: string; readonly reason: string; readonly line?: number } & Uses)
  | { readonly kind: 'faulty'; readonly diagnostics: readonly Diagnostic[] };

interface Uses {
  /** The libraries that it names, as it names them. */
  readonly uses: readonly string[];
}

const shortForms = [
  { shape: 'branch', key: 'to' },
  { shape: 'branches' },
  { shape: 'fieldDetails', key: 'sensitivity' },
  { shape: 'grantDetails', key: 'may' },
  { shape: 'ruleDetails', key: 'level' },
] as const;

const reasons = {
  content: 'its content could not be kept exactly',
  comment: 'a comment could not be kept',
  suppression: 'a trackflow-disable-next-line would hold for something else',
  restless: 'it would look different after each run',
} as const;

const mark = '\uFEFF';

export function formatFile(file: string, bytes: Uint8Array): Formatted {
  const isConfig = /(?:^|\/)trackflow\.config\.yaml$/u.test(file);
  const { value: source, diagnostics } = readSource(file, bytes, { allowEmpty: isConfig });
  if (source === undefined || !source.sound || hasErrors(diagnostics)) return { kind: 'faulty', diagnostics };
  const { text } = source;
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb ? mark : '';
  const shared = { before: bom + text, uses: usesOf(source) };
  const same = { kind: 'same', ...shared, text: bom + text, line: 1 } as const;
  if (isConfig && isEmpty(source)) return same;
  const style = styleOf(file, source);
  const made = format(text, style);
  if (typeof made !== 'string') {
    const { line } = lineTable(text).position(made.odd);
    return { kind: 'left', ...shared, reason: 'it is written in an unusual way', line };
  }
  if (made === text) return same;
  const again = readSource(file, new TextEncoder().encode(made), { allowEmpty: isConfig });
  const loss =
    again.value === undefined || again.diagnostics.length > diagnostics.length
      ? 'content'
      : (changed(source, again.value, style) ?? (format(made, style) === made ? undefined : 'restless'));
  if (loss !== undefined) return { kind: 'left', ...shared, reason: reasons[loss] };
  return { kind: 'changed', ...shared, text: bom + made, line: firstDifference(text, made) };
}

/** What `check` says of a file that is not as `fmt` would set it. */
export function formatFindings(file: string, load: Load): readonly Diagnostic[] {
  const loaded = load(file);
  if (loaded.kind !== 'ok') return [];
  const made = formatFile(file, loaded.bytes);
  return made.kind === 'changed' ? [notFormatted(file, made)] : [];
}

export function notFormatted(file: string, { line }: Formatted & { readonly kind: 'changed' | 'same' }): Diagnostic {
  const start = { line, column: 1, offset: 0 };
  return diagnose(
    'not-formatted',
    'The file is not set as `trackflow fmt` sets it.',
    { file, start, end: start },
    { hint: `Run: trackflow fmt ${/\s/u.test(file) ? JSON.stringify(file) : file}` },
  );
}

/** Nothing but comments. */
function isEmpty({ data }: Source): boolean {
  return typeof data === 'object' && data !== null && Object.keys(data).length === 0;
}

function styleOf(file: string, { data }: Source): Style {
  if (/(?:^|\/)trackflow\.config\.yaml$/u.test(file)) return { outline: config, root: 'root', shortForms };
  if (/\.sop-template\.ya?ml$/iu.test(file)) return { outline: template, root: 'root', shortForms: [] };
  if (isThemeFile(file)) return { outline: theme, root: 'root', shortForms: [] };
  const isFlow =
    /\.flow\.ya?ml$/u.test(file) || (typeof data === 'object' && data !== null && Object.hasOwn(data, 'nodes'));
  return { outline: flow, root: isFlow ? 'root' : 'library', shortForms };
}

function firstDifference(before: string, after: string): number {
  const lines = after.split('\n');
  return before.split('\n').findIndex((line, index) => line !== lines[index]) + 1 || 1;
}
