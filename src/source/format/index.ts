/**
 * Sets a text of YAML anew: the same things, the same comments, one look.
 *
 * The text must be sound YAML of one document. What cannot be set safely is refused with its place; whether the result says the same is for
 * the caller to check with `changed`.
 */
import { arrange, type Style } from './arrange.js';
import { grow, type Odd } from './grow.js';
import { place } from './place.js';
import { print } from './print.js';

export type { ShortForm, Style } from './arrange.js';
export { changed } from './changed.js';

export function format(text: string, style: Style): string | Odd {
  const ends = text.includes('\r\n') && 2 * count(text, '\r\n') >= count(text, '\n');
  const page = grow(text.replaceAll('\r\n', '\n'));
  if ('odd' in page) return page;
  place(page.root);
  arrange(page.root, style);
  const result = print(page);
  return ends ? result.replaceAll('\n', '\r\n') : result;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
