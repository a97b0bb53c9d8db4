/**
 * Texts on one line, with as few quotes as the place allows, and single ones where there is a choice.
 *
 * Quotes are taken off only where every reader of YAML, also one of the older edition, still sees a text: `'no'`, `'2026-10-01'` and
 * `'1.10'` keep them. They are never put on: what had none needs none.
 */
import type { Leaf } from './tree.js';

/** On one line; undefined if it has line breaks of its own. */
export function oneLine({ props, style, source, value }: Leaf, place: Place): string | undefined {
  const broken = source.includes('\n');
  if (broken && (value.includes('\n') || props.includes('!'))) return undefined;
  if (style === 'empty') return props.trimEnd();
  const isQuoted = style === 'single' || style === 'double';
  if (!isQuoted) return props + (broken ? value : source);
  return props + (props.includes('!') ? source : quoted(style, source, value, place));
}

export type Place = 'block' | 'flow' | 'key';

function quoted(style: 'single' | 'double', source: string, value: string, place: Place): string {
  const broken = source.includes('\n');
  // Escapes other than of signs that need one were written with a purpose.
  const isPlainSpoken = !unusual.test(value) && (style === 'single' || broken || !/\\[^"\\/]/u.test(source));
  if (!isPlainSpoken) return broken ? JSON.stringify(value) : source;
  if (canBePlain(value, place)) return value;
  if (!value.includes("'")) return `'${value}'`;
  if (!/["\\]/u.test(value)) return `"${value}"`;
  return style === 'double' && !broken ? source : `'${value.replaceAll("'", "''")}'`;
}

/** What cannot be seen, or not be told from a space. */
const unusual =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001F\u007F-\u00A0\u00AD\u061C\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\uFEFF\p{Co}\p{Cs}]/u;

const begins = /^[\p{L}\p{N}_(（《「『【/]/u;
const keyLike = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_ .-]*[\p{L}\p{M}\p{N}_])?$/u;

function canBePlain(value: string, place: Place): boolean {
  if (value.length > 1000 || !begins.test(value) || /\s$|:$|[\\]|:\s|\s#/u.test(value)) return false;
  if (place === 'flow' && /[,[\]{}]/u.test(value)) return false;
  if (place === 'key' && !keyLike.test(value)) return false;
  return !isAmbiguous(value);
}

/** Whether some reader takes it for a number, a day, a truth value or nothing. */
export function isAmbiguous(value: string): boolean {
  return (
    /^(?:~|null|true|false|yes|no|on|off|y|n|nan|inf)$/iu.test(value) ||
    /^[-+.]?\d[\d_.,:]*(?:e[-+]?\d*)?$/iu.test(value) ||
    /^[-+]?0[xob]/iu.test(value) ||
    /^\d{4}-\d/u.test(value)
  );
}

/** Whether a leaf is a text in the edition that we read. */
export function isText({ style, source, props }: Leaf): boolean {
  if (props !== '') return false;
  if (style !== 'plain') return style === 'single' || style === 'double';
  return !/^(?:~|null|true|false|[-+]?(?:\d+|\.\d+|\d+\.\d*)(?:e[-+]?\d+)?|0x[\da-f]+|0o[0-7]+|[-+]?\.inf|\.nan)$/iu.test(
    source,
  );
}
