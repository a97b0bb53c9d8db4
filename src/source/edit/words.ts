/** Plain values as YAML of one line, quoted where the place needs it. */
import { stringify } from 'yaml';
import type { PlainValue } from '../../model/change.js';

/** Between brackets, where `,` and `]` end a plain text. Collections are written in brackets. */
export function inFlow(value: PlainValue): string {
  const words = stringify([value], { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trimEnd();
  return onOneLine(words.slice(1, -1).trim(), value);
}

/** As the value of an entry with a line of its own. */
export function inBlock(value: PlainValue): string {
  return typeof value === 'object' ? inFlow(value) : onOneLine(stringify(value, { lineWidth: 0 }).trimEnd(), value);
}

export function keyOf(key: string, flow: boolean): string {
  return flow ? inFlow(key) : inBlock(key);
}

/** JSON is YAML, and never has a line break in it. */
function onOneLine(words: string, value: PlainValue): string {
  return words.includes('\n') ? JSON.stringify(value) : words;
}
