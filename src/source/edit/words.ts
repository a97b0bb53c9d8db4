/** Plain values as YAML of one line, quoted where the place needs it: with '…', as `fmt` does, or as what stood there before. */
import { stringify } from 'yaml';
import type { PlainValue } from '../../model/change.js';

/** Between brackets, where `,` and `]` end a plain text. Collections are written in brackets. */
export function inFlow(value: PlainValue, singleQuote = true): string {
  const style = { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0, singleQuote } as const;
  const words = stringify([value], style).trimEnd();
  return onOneLine(words.slice(1, -1).trim(), value);
}

/** As the value of an entry with a line of its own. */
export function inBlock(value: PlainValue, singleQuote = true): string {
  return typeof value === 'object'
    ? inFlow(value, singleQuote)
    : onOneLine(stringify(value, { lineWidth: 0, singleQuote }).trimEnd(), value);
}

export function keyOf(key: string, flow: boolean): string {
  return flow ? inFlow(key) : inBlock(key);
}

/** JSON is YAML, and never has a line break in it. */
function onOneLine(words: string, value: PlainValue): string {
  return words.includes('\n') ? JSON.stringify(value) : words;
}
