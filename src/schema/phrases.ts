/**
 * Words that messages about keys and messages about values share, and what both look at.
 */
import { quote } from '../base/quote.js';
import type { Fix, Locate, Span } from '../model/diagnostic.js';
import type { Contract } from './faults.js';

export interface Ground {
  readonly contract: Contract;
  readonly locate: Locate;
  readonly data: unknown;
}

/** What a file of this contract is called. */
export function fileNoun({ outline, root }: Contract): string {
  if (root === 'library') return 'a library';
  if (Object.hasOwn(outline, 'baseTheme')) return 'a theme file';
  if (Object.hasOwn(outline, 'chapterDetails')) return 'an SOP template';
  if (Object.hasOwn(outline, 'baselineFinding')) return 'a baseline';
  return Object.hasOwn(outline, 'node') ? 'a flow' : 'a project file';
}

/** A value as one would point at it. */
export function found(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return quote(value);
  return typeof value === 'number' ? `the number ${value}` : value === true ? 'true' : 'false';
}

export function replace(span: Span, text: string, safe: boolean): Fix {
  const edits = [{ file: span.file, from: span.start.offset, to: span.end.offset, text }];
  return { title: `Write ${bare(text)}`, safe, edits };
}

/** The author's words as they would stand in the file: without quotes, but on one line and not too long. */
export function bare(words: string): string {
  return quote(words).slice(1, -1);
}

/** As it stands in YAML: a target and a colour begin with signs that need quotes. */
export function scalar(text: string): string {
  return /^[>=<#]/u.test(text) ? `'${text}'` : text;
}

/** `"a", "b" and "c"`. */
export function list(words: readonly string[], conjunction = 'and'): string {
  const quoted = words.map((word) => `"${word}"`);
  const last = quoted.pop();
  return quoted.length === 0 ? (last ?? '') : `${quoted.join(', ')} ${conjunction} ${last ?? ''}`;
}
