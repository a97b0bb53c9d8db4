/**
 * Texts that a comma has cut: in braces `name: 预算 5,000 元` is a name and a second entry, `000 元`, with nothing behind it.
 *
 * Separate because the same slip shows as an unknown property, as an impossible language and, with brackets of a Chinese keyboard, as a
 * wrong value: `via: 【phone, wechat】`. All three must tell it once, at the same place, in the same words.
 */
import { quote } from '../base/quote.js';
import { isInWideBrackets, ordinary } from '../base/wide-signs.js';
import { diagnose } from '../model/codes.js';
import type { Diagnostic, Fix, Span } from '../model/diagnostic.js';
import { childShape } from '../model/outline.js';
import { expectation } from './expectations.js';
import { bare, replace, type Ground } from './phrases.js';
import { isMap, pathOf, type Step } from './shape.js';

interface CutText {
  /** The property it belongs to. */
  readonly key: string;
  /** Up to the first comma. */
  readonly first: string;
  /** As it stands in the file. */
  readonly whole: string;
  readonly span: Span;
  readonly comma: Span;
  /** Without quotes in the file. */
  readonly isPlain: boolean;
}

/** What to say of a map's entry `key` if it is a part of a text that a comma has cut, or the beginning of one. */
export function explainCutText(steps: readonly Step[], key: string, ground: Ground): Diagnostic | undefined {
  const cut = cutText(steps, key, ground);
  if (cut === undefined) return undefined;
  const { outline } = ground.contract;
  const isText = expectation(childShape(outline, steps.at(-1)?.shape ?? '', cut.key))?.must === 'a text';
  if (isInWideBrackets(cut.whole) && !isText) {
    const right = ordinary(cut.whole);
    const message = `The brackets ${cut.whole.slice(0, 1)} and ${cut.whole.slice(-1)} are none to YAML.`;
    const hint = `Write ${bare(right)}.`;
    return diagnose('schema-type', message, cut.span, { hint, fix: replace(cut.span, right, false) });
  }
  // The beginning of such a text is right by itself.
  if (cut.key === key) return undefined;
  const message = `The comma after ${quote(cut.first)} ends the text: inside {…} commas separate entries.`;
  const right = `'${cut.whole.replaceAll("'", "''")}'`;
  const hint = cut.isPlain
    ? `Put the whole text in quotes: ${quote(right, 60).slice(1, -1)}.`
    : 'Put the whole text in quotes.';
  const fix: { fix?: Fix } = cut.isPlain ? { fix: replace(cut.span, right, false) } : {};
  return diagnose('yaml-quotes-needed', message, cut.comma, { hint, ...fix });
}

interface Entry {
  readonly name: string;
  readonly value: unknown;
  readonly at: Span;
}

/** In the order of the file. A map may have thousands, and each of them be asked for. */
const entriesOf = new WeakMap<object, readonly Entry[]>();

function inOrder(
  map: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
  ground: Ground,
): readonly Entry[] {
  const known = entriesOf.get(map);
  if (known !== undefined) return known;
  const entries = Object.keys(map)
    .map((name) => ({ name, value: map[name], at: ground.locate([...path, name], 'key') }))
    .sort((a, b) => a.at.start.offset - b.at.start.offset);
  entriesOf.set(map, entries);
  return entries;
}

/** More commas than these stand in no text. */
const mostParts = 8;

function cutText(steps: readonly Step[], key: string, ground: Ground): CutText | undefined {
  const map = steps.at(-1)?.value;
  if (!isMap(map)) return undefined;
  const path = pathOf(steps);
  const entries = inOrder(map, path, ground);
  const asked = entries.findIndex(({ name }) => name === key);
  let start = asked;
  while (entries[start]?.value === null && asked - start < mostParts) start--;
  const begin = entries[start];
  if (begin === undefined || (typeof begin.value !== 'string' && typeof begin.value !== 'number')) return undefined;
  const first = String(begin.value);
  const value = ground.locate([...path, begin.name]);
  let whole = first;
  let { end } = value;
  let comma: Span | undefined;
  let last = start;
  for (const { name, value: nothing, at } of entries.slice(start + 1, start + 1 + mostParts)) {
    const gap = at.start.offset - end.offset;
    // What is written without braces stands on lines of its own.
    if (nothing !== null || at.start.line !== end.line || gap < 1 || gap > 2) break;
    comma ??= { file: at.file, start: end, end: { ...end, column: end.column + 1, offset: end.offset + 1 } };
    whole += `,${' '.repeat(gap - 1)}${name}`;
    end = at.end;
    last++;
  }
  if (comma === undefined || last < asked) return undefined;
  return {
    ...{ key: begin.name, first, whole, comma },
    span: { file: value.file, start: value.start, end },
    isPlain: end.offset - value.start.offset === whole.length,
  };
}
