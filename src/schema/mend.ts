/**
 * The right way to write a quantity, date or name that was written as people write it: `2 days`, `2天`, `2026/10/1`, `≥ 20%`.
 *
 * Separate so that the language itself stays strict, with one obvious way, while the message already holds the way. Each function
 * answers only when there is no doubt what was meant; what it answers always fits the schema (a test holds them to it).
 */

import { suggest } from '../base/suggest.js';

const units: readonly (readonly [unit: string, minutes: number, names: RegExp])[] = [
  ['y', 525_600, /^(?:y|yr|yrs|years?|年)$/u],
  ['mo', 43_200, /^(?:mo|mon|mons|mth|months?|个?月)$/u],
  ['w', 10_080, /^(?:w|wk|wks|weeks?|周|个?星期|个?礼拜)$/u],
  ['d', 1440, /^(?:d|days?|天|日)$/u],
  ['h', 60, /^(?:h|hr|hrs|hours?|个?小时|个?钟头)$/u],
  ['m', 1, /^(?:m|min|mins|minutes?|分|分钟)$/u],
];

const rhythms: Readonly<Record<string, string>> = {
  hourly: '1h',
  daily: '1d',
  weekly: '1w',
  fortnightly: '2w',
  biweekly: '2w',
  monthly: '1mo',
  quarterly: '3mo',
  yearly: '1y',
  annually: '1y',
  quarter: '3mo',
  每小时: '1h',
  每天: '1d',
  每日: '1d',
  每周: '1w',
  每月: '1mo',
  每季度: '3mo',
  每季: '3mo',
  季度: '3mo',
  每半年: '6mo',
  每年: '1y',
  半小时: '30m',
  半天: '12h',
  半个月: '15d',
  半年: '6mo',
};

export function duration(written: string): string | undefined {
  const text = plain(written).replace(/^(?:every|within|每隔?)\s*(?=\d)/u, '');
  if (Object.hasOwn(rhythms, text)) return rhythms[text];
  const parts = new Map<string, number>();
  const rest = text.replace(
    /(\d{1,6}(?:\.\d{1,3})?)\s*([a-z]+|[\u4e00-\u9fff]+)[\s,]*/gu,
    (all, count: string, name: string) => {
      const unit = units.find(([, , names]) => names.test(name));
      if (unit === undefined || parts.has(unit[0])) return all;
      parts.set(unit[0], Number(count));
      return '';
    },
  );
  if (rest !== '' || parts.size === 0) return undefined;
  return inWholeUnits(parts);
}

/** The largest unit first; `1.5h` as `1h30m`. A half month or year has no length of its own. */
function inWholeUnits(parts: ReadonlyMap<string, number>): string | undefined {
  const whole = new Map<string, number>();
  for (const [unit, minutes] of units) {
    const count = parts.get(unit) ?? 0;
    let left = Math.round((count - Math.floor(count)) * minutes);
    if (left > 0 && minutes > 10_080) return undefined;
    add(whole, unit, Math.floor(count));
    for (const [smaller, length] of units) {
      if (length >= minutes || left === 0) continue;
      add(whole, smaller, Math.floor(left / length));
      left %= length;
    }
  }
  const text = units.map(([unit]) => (whole.get(unit) ? `${whole.get(unit) ?? ''}${unit}` : '')).join('');
  return text === '' ? undefined : text;
}

function add(counts: Map<string, number>, unit: string, count: number): void {
  if (count > 0) counts.set(unit, (counts.get(unit) ?? 0) + count);
}

/** Weekends and holidays are nobody's business here, so that working days cannot be counted. */
export function workingDays(written: string): string | undefined {
  const found = /^(?:(\d{1,4})\s*)?.{0,3}?(?:工作日|(?:working|business|work)[\s-]*days?)/u.exec(plain(written));
  if (found === null) return undefined;
  const days = Math.ceil((Number(found[1] ?? 5) * 7) / 5);
  return `Working days are not known; a duration counts every day. Write it with the weekends: ${days}d for ${found[1] ?? 5} working ${found[1] === '1' ? 'day' : 'days'}.`;
}

/** More than all. */
export function overWhole(written: string | number): string | undefined {
  const [, number, sign] = /^(\d{1,9}(?:\.\d{1,6})?)\s*(%?)$/u.exec(plain(String(written))) ?? [];
  if (number === undefined || Number(number) <= 100) return undefined;
  return `A share is at most 100%${sign === '' ? '. Write 35%, or 0.35 for the same' : ''}.`;
}

export function ratio(written: string | number): string | undefined {
  if (typeof written === 'number') return written > 1 && written <= 100 ? `${written}%` : undefined;
  const text = plain(written).replace(/^百分之/u, '');
  const match = /^(\d{1,3}(?:\.\d{1,6})?)\s*(%|percent)?$/u.exec(text);
  if (match === null) return undefined;
  const number = Number(match[1]);
  const isShare = match[2] === undefined && number <= 1 && !written.startsWith('百分之');
  return number > 100 ? undefined : `${isShare ? Number((number * 100).toFixed(4)) : number}%`;
}

export function date(written: string | number): string | undefined {
  const match = /^(\d{4})\s*(?:[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?|(\d{2})(\d{2}))$/u.exec(
    plain(String(written)),
  );
  if (match === null) return undefined;
  const [, year = '', longMonth, longDay, shortMonth, shortDay] = match;
  const month = Number(longMonth ?? shortMonth);
  const day = Number(longDay ?? shortDay);
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const comparisons: readonly (readonly [sign: string, words: RegExp])[] = [
  ['>=', /^(?:>=|=>|≥|⩾|at least|min|不低于|不少于|至少|大于等于)/u],
  ['<=', /^(?:<=|=<|≤|⩽|at most|max|within|不超过|不高于|不多于|至多|小于等于)/u],
  ['>', /^(?:>|more than|over|大于|高于|超过)/u],
  ['<', /^(?:<|less than|under|小于|低于|少于)/u],
  ['=', /^(?:==?|equals?|等于)/u],
];

export function target(written: string): string | undefined {
  const text = plain(written);
  const comparison = comparisons.find(([, words]) => words.test(text));
  if (comparison === undefined) return undefined;
  const [sign, words] = comparison;
  const amount = text.replace(words, '').trim();
  if (/^\d{1,12}(?:\.\d{1,6})?\s*%?$/u.test(amount)) return `${sign} ${amount.replace(/\s/gu, '')}`;
  const length = duration(amount);
  return length === undefined ? undefined : `${sign} ${length}`;
}

const rightWords: readonly (readonly [words: RegExp, letter: string])[] = [
  [/^(?:全部|所有|完全)(?:权限)?$/u, 'crud'],
  [/新增|增加|新建|创建|添加|录入|增/gu, 'c'],
  [/查看|查询|读取|只读|查|读/gu, 'r'],
  [/修改|更改|更新|编辑|改/gu, 'u'],
  [/删除|删/gu, 'd'],
  [/[、和及]/gu, ' '],
];

export function rights(written: string): string | undefined {
  const text = rightWords.reduce((rest, [words, letter]) => rest.replace(words, letter), plain(written));
  if (text === 'all' || text === 'full') return 'crud';
  const letters = /^[crud\s,+/|-]+$/u.test(text)
    ? text
    : Array.from(text.matchAll(/create|read|update|delete/gu), ([word]) => word.slice(0, 1)).join('');
  const leftover = text.replace(/create|read|update|delete|[crud\s,+/|-]/gu, '');
  const sorted = Array.from('crud')
    .filter((letter) => letters.includes(letter))
    .join('');
  return sorted === '' || leftover !== '' ? undefined : sorted;
}

const languages: Readonly<Record<string, string>> = {
  chinese: 'zh',
  中文: 'zh',
  汉语: 'zh',
  cn: 'zh',
  english: 'en',
  英文: 'en',
  英语: 'en',
  japanese: 'ja',
  日文: 'ja',
  日语: 'ja',
  jp: 'ja',
};

export function language(written: string): string | undefined {
  const text = written.normalize('NFKC').trim().replaceAll('_', '-');
  const lower = text.toLowerCase();
  if (Object.hasOwn(languages, lower)) return languages[lower];
  const [base = '', ...rest] = text.split('-');
  const tag = [base.toLowerCase(), ...rest].join('-');
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u.test(tag) ? tag : undefined;
}

const idPattern = /^(?!__proto__$)(?=.*\p{L})[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u;

export function boolean(written: string): string | undefined {
  const text = plain(written);
  if (/^(?:true|yes|y|on|是|有)$/u.test(text)) return 'true';
  return /^(?:false|no|n|off|否|无|没有)$/u.test(text) ? 'false' : undefined;
}

/** Spaces and other signs become `-`. */
export function id(written: string): string | undefined {
  const text = written
    .normalize('NFC')
    .slice(0, 60)
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '');
  return idPattern.test(text) ? text : undefined;
}

export function dataPlace(written: string): string | undefined {
  const parts = written.split(/\s*[./:>\\]\s*/u).map(id);
  return parts.length <= 3 && parts.every((part) => part !== undefined) ? parts.join('.') : undefined;
}

/** With `/` between folders and the ending that is due. */
export function path(written: string, ending: '.flow.yaml' | '.yaml'): string | undefined {
  const text = written
    .trim()
    .replaceAll('\\', '/')
    .replace(/\.flow\.yml$|(?:\.flow)?\.yaml$|\.yml$/u, '');
  return /^(?![^/]*:)[^/\p{Cc}][^\p{Cc}]*[^/\p{Cc}]$/u.test(text) ? `${text}${ending}` : undefined;
}

/** Full-width letters, digits and signs as the narrow ones; small letters. */
function plain(written: string): string {
  return written.slice(0, 80).normalize('NFKC').trim().toLowerCase();
}

/** A theme by its name; paths are not guessed at. */
export function theme(text: string): string | undefined {
  return suggest(text, ['auto', 'light', 'dark', 'mono', 'paper']);
}

const colourNames: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000' };

/** `1b2433`, `rgb(27, 36, 51)`, `white`. Other names of colours mean too many things. */
export function colour(value: string | number): string | undefined {
  const text = String(value).trim().toLowerCase();
  if (/^#?(?:[0-9a-f]{3}|[0-9a-f]{6})$/u.test(text)) return `#${text.replace('#', '')}`;
  const parts = /^rgb\((\d{1,3}), ?(\d{1,3}), ?(\d{1,3})\)$/u.exec(text)?.slice(1).map(Number);
  if (parts?.every((part) => part < 256)) return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  return Object.hasOwn(colourNames, text) ? colourNames[text] : undefined;
}
