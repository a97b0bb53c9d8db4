/**
 * Whether a text that was set anew still says the same, and what was lost if not: the promise of `fmt`, kept at every run.
 *
 * Separate from setting, of which it knows nothing but the order of keys and the short forms that the language has: it reads both
 * texts as any other command would.
 */
import { chooseShape, childShape, shapeOf, type Glimpse } from '../../model/outline.js';
import { commentsOf } from '../comments.js';
import type { Source } from '../source.js';
import { holdsForNextLine, type Style } from './arrange.js';

export type Loss = 'content' | 'comment' | 'suppression';

export function changed(before: Source, after: Source, style: Style): Loss | undefined {
  if (!same(before.data, after.data, style.root, style)) return 'content';
  if (commentsIn(before) !== commentsIn(after)) return 'comment';
  return suppressedIn(before) === suppressedIn(after) ? undefined : 'suppression';
}

function same(before: unknown, after: unknown, declared: string, style: Style): boolean {
  if (Object.is(before, after)) return true;
  if (typeof before !== 'object' || before === null) return false;
  const { outline, shortForms } = style;
  const name = chooseShape(outline, declared, glimpse(before));
  if (typeof after === 'string') {
    const form = shortForms.find(({ shape }) => shape === name);
    if (form === undefined) return false;
    const [[key, only] = [], ...more] = Object.entries(before);
    const isIt = more.length === 0 && (Array.isArray(before) ? form.key === undefined : form.key === key);
    return isIt && same(only, after, Array.isArray(before) ? childShape(outline, name, 0) : 'unknown', style);
  }
  if (typeof after !== 'object' || after === null || Array.isArray(before) !== Array.isArray(after)) return false;
  const keys = Object.keys(before);
  const keysAfter = Object.keys(after);
  const isFree = !Array.isArray(before) && shapeOf(outline, name)?.kind === 'object';
  return (
    keys.length === keysAfter.length &&
    keys.every((key, index) => {
      if (isFree ? !Object.hasOwn(after, key) : key !== keysAfter[index]) return false;
      return same(valueOf(before, key), valueOf(after, key), childShape(outline, name, key), style);
    })
  );
}

function commentsIn({ text }: Source): string {
  const all = commentsOf(text).map((comment) => comment.text.trimEnd());
  return all.sort().join('\n');
}

/** For each comment that holds for the next line, what stands there. */
function suppressedIn({ text, data, locate }: Source): string {
  if (!/#[ \t]*trackflow-disable-next-line/u.test(text)) return '';
  const lines = text.split('\n');
  const comments = commentsOf(text);
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
  const isSaid = (index: number): boolean => {
    const line = lines[index]?.trim() ?? '';
    return line !== '' && !line.startsWith('#');
  };
  const held = new Map<number, string[]>();
  const all: (readonly [comment: string, paths: string[]])[] = [];
  for (const { offset, text: words } of comments) {
    if (!holdsForNextLine.test(words)) continue;
    let line = lineOf(offset) + 1;
    while (line < lines.length && !isSaid(line)) line++;
    const paths = held.get(line) ?? [];
    held.set(line, paths);
    all.push([words.trimEnd(), paths]);
  }
  const walk = (value: unknown, path: readonly (string | number)[]): void => {
    if (path.length > 0) held.get(locate(path, 'key').start.line - 1)?.push(JSON.stringify(path));
    if (typeof value !== 'object' || value === null) {
      held.get(locate(path).start.line - 1)?.push(JSON.stringify(path));
      return;
    }
    for (const key of Object.keys(value))
      walk(valueOf(value, key), [...path, Array.isArray(value) ? Number(key) : key]);
  };
  walk(data, []);
  return all
    .map(([comment, paths]) => `${comment} ${[...new Set(paths)].sort().join(' ')}`)
    .sort()
    .join('\n');
}

function valueOf(map: object, key: string): unknown {
  return (map as Readonly<Record<string, unknown>>)[key];
}

function glimpse(value: object): Glimpse {
  const isMap = !Array.isArray(value);
  return {
    type: isMap ? 'object' : 'array',
    has: (key) => isMap && Object.hasOwn(value, key),
    get: (key) => (isMap && Object.hasOwn(value, key) ? valueOf(value, key) : undefined),
  };
}
