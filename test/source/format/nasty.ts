/**
 * Writes data as YAML that nobody would write: comments wherever a comment may stand, every style of text, brackets over many lines,
 * anchors, explicit keys, tabs, odd indentation, Chinese, both line ends.
 *
 * Each comment has a number of its own, so that a test can follow it. What is written is YAML of one document; most of it is sound.
 */

export type Random = () => number;

/** Mulberry32: the same numbers on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

const words = [
  '客户是否有明确意向？',
  '签订合同',
  'won',
  'a b',
  "both sides' time",
  'say "hi"',
  'x#y',
  '# no comment',
  'a: b',
  'a, b',
  '[x]',
  '{y}',
  '- z',
  '4h',
  '>= 20%',
  '2026-11-22',
  '1.10',
  'no',
  'true',
  '',
  ' padded ',
  '👩‍💻 你好',
  'C:\\x',
  'line\nbreak',
  'two\n\nparagraphs\n',
  '  indented\nless\n',
  'ends: ',
  'x:',
  '*star',
  '&and',
  '!bang',
  '%',
  '@at',
  '`tick`',
  '12',
  '0x1F',
  '~',
  'null',
  'tab\there',
  '全角：冒号',
  '“引号”',
  '很长的一行'.repeat(20),
  'long words '.repeat(14).trim(),
  'trailing\n\n\n',
  '? q',
  '---',
  '...',
  'it\'s "both"',
  '\u00a0nbsp',
  '1,000 employees',
  '09:30',
  '<<',
  '=',
  '|',
  '>',
  'a #b',
  'e\u0301',
];
const keys = [
  'a',
  'name',
  'next',
  '名称',
  'e-f',
  'q k',
  'type',
  'x.y',
  'no',
  '12',
  'to',
  'when',
  'via',
  '负责人',
  'z_9',
  'a: b',
  '# k',
];

export function randomText(random: Random): string {
  return pick(random, words);
}

/** As a document has at its top: a map, sometimes a list. */
export function randomRoot(random: Random): object {
  const shared: unknown[] = [];
  const list = Array.from({ length: 1 + Math.floor(random() * 4) }, () => randomValue(random, 4, shared));
  return random() < 0.15 ? list : Object.fromEntries(list.map((value) => [pick(random, keys), value]));
}

/** Maps, lists and scalars; some of the parts are the same object twice. */
export function randomValue(random: Random, depth: number, shared: unknown[] = []): unknown {
  const roll = random();
  if (shared.length > 0 && roll < 0.06) return pick(random, shared);
  let value: unknown;
  if (depth <= 0 || roll < 0.4)
    return random() < 0.8 ? randomText(random) : pick(random, [1, 0.35, true, false, null, -7]);
  if (roll < 0.7) {
    const map: Record<string, unknown> = {};
    for (let count = Math.floor(random() * 4); count >= 0; count--)
      map[pick(random, keys)] = randomValue(random, depth - 1, shared);
    value = random() < 0.05 ? {} : map;
  } else {
    value = Array.from({ length: Math.floor(random() * 4) }, () => randomValue(random, depth - 1, shared));
  }
  if (random() < 0.2) shared.push(value);
  return value;
}

export interface Nasty {
  readonly text: string;
  /** How many comments there are: `#c0 …`, `#c1 …`. */
  readonly comments: number;
}

export function nasty(root: unknown, random: Random, anchors = true): Nasty {
  let comments = 0;
  const names = new Map<object, string>();
  const often = new Map<unknown, number>();
  const chance = (share: number): boolean => random() < share;
  const busy = pick(random, [0, 0.05, 0.15, 0.35]);
  const comment = (): string =>
    `#c${String(comments++)} ${pick(random, ['why', '备注: a, b] }', '"quoted', '- x', 'key: value', ''])}`.trimEnd();
  const spaces = (): string => pick(random, [' ', ' ', ' ', '  ', '\t', ' '.repeat(12)]);
  const endOfLine = (): string => (chance(busy) ? spaces() + comment() : chance(0.05) ? '  ' : '');
  const ownLines = (indent: number): string => {
    let made = '';
    while (chance(busy * 0.7)) {
      if (chance(0.3)) made += '\n'.repeat(1 + Math.floor(random() * 3));
      const at = chance(0.7) ? indent : Math.floor(random() * (indent + 3));
      made += `${' '.repeat(at)}${comment()}\n`;
    }
    return chance(0.1) ? `${made}\n${chance(0.3) ? '\n\n' : ''}` : made;
  };

  const count = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const seen = often.get(value) ?? 0;
    often.set(value, seen + 1);
    if (seen === 0) Object.values(value).forEach(count);
  };
  count(root);

  /** An anchor for what comes again; an alias for what has come. */
  const sign = (value: unknown): { readonly alias?: string; readonly anchor: string } => {
    if (!anchors || typeof value !== 'object' || value === null || (often.get(value) ?? 0) < 2) return { anchor: '' };
    const known = names.get(value);
    if (known !== undefined) return { alias: `*${known}`, anchor: '' };
    const name = `anchor${String(names.size)}`;
    names.set(value, name);
    return { anchor: `&${name} ` };
  };

  const double = (text: string): string => JSON.stringify(text);
  const isPlain = (text: string, flow: boolean): boolean =>
    /^[\p{L}\p{N}“👩]/u.test(text) &&
    !/[\n\t]|: |:$| #|\s$/u.test(text) &&
    !(flow && /[,[\]{}]/u.test(text)) &&
    !/^(?:true|false|null|~|[-+.\dxXa-fA-F]+)$/u.test(text);

  const scalar = (value: unknown, indent: number, flow: boolean, key = false): string => {
    if (typeof value !== 'string')
      return value === null ? (key || flow ? 'null' : pick(random, ['null', '~', ''])) : JSON.stringify(value);
    const roll = random();
    if (isPlain(value, flow) && roll < 0.6) {
      // Over several lines, at a space between two words.
      if (!key && chance(0.3) && /^\S+ \p{L}/u.test(value))
        return value.replace(/ (?=\p{L})/u, `\n${' '.repeat(indent + 1 + Math.floor(random() * 3))}`);
      return value;
    }
    if (/[\n\t]/u.test(value) ? false : roll < 0.8) {
      const single = `'${value.replaceAll("'", "''")}'`;
      if (!key && chance(0.15) && /\S \S/u.test(value))
        return single.replace(/(\S) (?=\S)/u, `$1  \n${' '.repeat(indent + 1)}`);
      return single;
    }
    const made = double(value);
    if (!key && chance(0.15) && /[^\\ ] [^ ]/u.test(made))
      return made.replace(/([^\\ ]) (?=[^ ])/u, `$1 \\\n${' '.repeat(indent + 2)}`);
    return made;
  };

  const blockText = (text: string, indent: number): string | undefined => {
    if (text.trim() === '' || /[\t\u00a0]/u.test(text)) return undefined;
    const chomp = !text.endsWith('\n') ? '-' : text.endsWith('\n\n') ? '+' : '';
    const deep = 1 + Math.floor(random() * 4);
    const lines = (chomp === '-' ? text : text.slice(0, -1)).split('\n');
    const needs = lines[0]?.startsWith(' ') === true;
    const indicator = needs || chance(0.1) ? String(deep) : '';
    const body = lines.map((line) => (line === '' ? '' : ' '.repeat(indent + deep) + line)).join('\n');
    const header = `|${chance(0.5) ? chomp + indicator : indicator + chomp}`;
    const after = chomp !== '+' && chance(0.2) ? '\n\n' : '';
    return `${header}${chance(busy) ? ` ${comment()}` : ''}\n${body}${after}`;
  };

  /** Something that may be a space, a line break or a comment, between brackets. */
  const gap = (indent: number): string => {
    if (chance(busy)) return ` ${comment()}\n${' '.repeat(indent + 1)}`;
    if (chance(0.1)) return `\n${' '.repeat(indent + 1)}`;
    return chance(0.3) ? ' ' : '';
  };

  const flow = (value: unknown, indent: number): string => {
    const { alias, anchor } = sign(value);
    if (alias !== undefined) return `${alias} `;
    if (typeof value !== 'object' || value === null) return scalar(value, indent, true);
    const isList = Array.isArray(value);
    const parts = Object.entries(value).map(([key, each]) => {
      if (isList) return flow(each, indent + 1);
      const before = chance(0.1) ? '? ' : '';
      // The order of these calls is the order of the comments.
      const name = scalar(key, indent, true, true) + (chance(0.1) ? ' ' : '');
      const between = before === '' ? ' ' : gap(indent) || ' ';
      return `${before}${name}${before === '' ? '' : gapless(between)}:${gap(indent) || ' '}${flow(each, indent + 1)}`;
    });
    let made = anchor + (isList ? '[' : '{') + gap(indent);
    // Parts are made before, so their comments have lower numbers than those between them: numbers tell nothing of the order.
    parts.forEach((part, index) => {
      made += part + gap(indent) + (index < parts.length - 1 || chance(0.1) ? `,${gap(indent) || ' '}` : '');
    });
    return made + (isList ? ']' : '}');
  };
  const gapless = (between: string): string => (between.includes('\n') ? between : '');

  /** What follows a key with its colon or a dash: on the same line or below, with the line break behind it. */
  const after = (value: unknown, indent: number, isItem: boolean): string => {
    const { alias, anchor } = sign(value);
    const low = (): string => ownLines(indent + 2);
    if (alias !== undefined) return `${spaces()}${alias}${endOfLine()}\n`;
    if (typeof value === 'string' && chance(0.3)) {
      const block = blockText(value, indent);
      if (block !== undefined) return ` ${block}\n`;
    }
    if (typeof value !== 'object' || value === null) {
      const tag = typeof value === 'string' && chance(0.04) ? '!!str ' : '';
      const made = scalar(value, indent, false);
      if (made === '') return `${endOfLine()}\n`;
      const isQuoted = tag !== '' && !/^["']/u.test(made) ? double(value as string) : made;
      if (chance(0.1))
        return `${endOfLine()}\n${low()}${' '.repeat(indent + 1 + Math.floor(random() * 3))}${tag}${isQuoted}${endOfLine()}\n`;
      return ` ${tag}${isQuoted}${endOfLine()}\n`;
    }
    if (Object.keys(value).length === 0 || chance(0.35)) {
      const before = chance(0.1) ? `${endOfLine()}\n${low()}${' '.repeat(indent + 1)}` : ' ';
      return `${before}${anchor}${flowOf(value, indent)}${endOfLine()}\n`;
    }
    const deeper = indent + pick(random, [1, 2, 2, 2, 4, 7]);
    if (Array.isArray(value) && !isItem && chance(0.3))
      return `${anchor === '' ? '' : ` ${anchor.trimEnd()}`}${endOfLine()}\n${block(value, indent)}`;
    if (isItem && anchor === '' && chance(0.6)) {
      const made = block(value, indent + 2, true);
      return ` ${made}`;
    }
    return `${anchor === '' ? '' : ` ${anchor.trimEnd()}`}${endOfLine()}\n${block(value, deeper)}`;
  };
  /** The anchor of the value itself is written already. */
  const flowOf = (value: object, indent: number): string => {
    const before = often.get(value) ?? 0;
    often.set(value, 1);
    const made = flow(value, indent);
    often.set(value, before);
    return made;
  };

  /** `compact`: it begins in the middle of a line, behind a dash. */
  const block = (value: object, indent: number, compact = false): string => {
    let made = '';
    const isList = Array.isArray(value);
    Object.entries(value).forEach(([key, each], index) => {
      if (!(compact && index === 0)) made += ownLines(indent) + ' '.repeat(indent);
      if (isList) {
        made += `-${after(each, indent, true)}`;
        return;
      }
      const name = scalar(key, indent, false, true);
      if (chance(0.06)) {
        made += `? ${name}${endOfLine()}\n`;
        if (chance(busy)) made += `${' '.repeat(indent)}${comment()}\n`;
        made += `${' '.repeat(indent)}:${after(each, indent, false)}`;
      } else made += `${name}${chance(0.05) ? ' ' : ''}:${after(each, indent, false)}`;
    });
    return chance(busy * 0.5) ? made + `${' '.repeat(indent)}${comment()}\n` : made;
  };

  let text = '';
  if (chance(0.05)) text += `%YAML 1.2\n${chance(0.5) ? `${comment()}\n` : ''}---${endOfLine()}\n`;
  else if (chance(0.1)) text += `${ownLines(0)}---${endOfLine()}\n`;
  text += ownLines(0);
  text +=
    typeof root === 'object' && root !== null && chance(0.9) ? block(root, 0) : `${flow(root, 0)}${endOfLine()}\n`;
  text += ownLines(0);
  if (chance(0.05)) text += `...${endOfLine()}\n${ownLines(0)}`;
  if (chance(0.1)) text = text.replace(/\n+$/u, '');
  return { text: chance(0.25) ? text.replaceAll('\n', '\r\n') : text, comments };
}
