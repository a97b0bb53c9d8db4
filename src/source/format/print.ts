/**
 * Tree to text: two spaces a level, one empty line at most, brackets only around what fits on a line.
 *
 * What does not fit between brackets, or has comments inside, gets a line for each entry. Nothing is ever put into brackets: whether a
 * short map stands on one line is the author's choice.
 */
import { widthOf, withTails, type Line } from './lines.js';
import { hasComments } from './place.js';
import {
  isCollection,
  type BlockText,
  type Collection,
  type Entry,
  type HeadLine,
  type Leaf,
  type Node,
  type Page,
  type Tail,
} from './tree.js';
import { oneLine } from './words.js';

/** In cells of a terminal, so that a Chinese character counts as two. */
const widest = 120;
const step = 2;

export function print({ head, root, foot }: Page): string {
  const printer = createPrinter();
  printer.plain(head);
  printer.collection(root, 0, head.length > 0);
  printer.plain(foot);
  return `${printer.lines().join('\n')}\n`;
}

function createPrinter() {
  const lines: Line[] = [];
  /** Behind `|+` an empty line would be text. */
  let sealed = false;

  const put = (indent: number, text: string, tail?: Tail): void => {
    lines.push({ text: text === '' ? '' : ' '.repeat(indent) + text, ...(tail && { tail }) });
    sealed = false;
  };
  const empty = (): void => {
    if (!sealed && lines.length > 0 && lines.at(-1)?.text !== '') put(0, '');
  };

  const collection = (made: Collection, indent: number, below = false): void => {
    let isFirst = !below;
    const above = (blank: boolean): void => {
      if (blank && !isFirst) empty();
      isFirst = false;
    };
    if (made.entries.length === 0) put(indent, made.kind === 'map' ? '{}' : '[]');
    const opens = made.kind === 'list' && made.entries.some(({ value }) => isTooWide(value, indent));
    for (const each of made.entries) {
      for (const { text, blank } of each.lead) {
        above(blank);
        put(indent, text);
      }
      above(each.blank);
      if (made.kind === 'map') entry(each, indent);
      else item(each, indent, opens);
    }
    for (const { text, blank } of made.end) {
      above(blank);
      put(indent, text);
    }
  };

  const entry = ({ key, value, tail }: Entry, indent: number): void => {
    const words = `${keyWords(key)}:`;
    if (!isCollection(value)) {
      leaf(words, value, indent, tail);
      return;
    }
    const flow = flowWords(value);
    const line = `${words} ${flow ?? ''}`;
    if (flow !== undefined && (value.entries.length === 0 || fits(line, indent))) {
      put(indent, line, tail);
      return;
    }
    put(indent, `${words} ${value.props}`.trimEnd(), tail);
    collection(value, indent + step);
  };

  /** `opens`: one of the maps of the list does not fit between brackets, and they are to look alike. */
  const item = ({ value, tail }: Entry, indent: number, opens: boolean): void => {
    if (!isCollection(value)) {
      leaf('-', value, indent, tail);
      return;
    }
    const flow = flowWords(value);
    const stays = value.entries.length === 0 || (fits(`- ${flow ?? ''}`, indent) && !(opens && value.kind === 'map'));
    if (flow !== undefined && stays) {
      put(indent, `- ${flow}`, tail);
      return;
    }
    if (value.props !== '') {
      put(indent, `- ${value.props}`.trimEnd(), tail);
      collection(value, indent + step);
      return;
    }
    // Only brackets that were too wide have a comment behind them.
    if (tail) put(indent, tail.text);
    const from = lines.length;
    collection(value, indent + step);
    // Behind a dash there is no room for comments that brackets inside have just lost.
    let at = from;
    for (; lines[at]?.text.trimStart().startsWith('#') === true; at++) move(lines[at], indent, '');
    move(lines[at], indent, '- ');
  };

  const move = (line: Line | undefined, indent: number, sign: string): void => {
    if (line) line.text = ' '.repeat(indent) + sign + line.text.trimStart();
  };

  /** Behind a key with its colon, or a dash. */
  const leaf = (before: string, value: Leaf | BlockText, indent: number, tail: Tail | undefined): void => {
    if (value.kind === 'block') {
      blockText(before, value, indent, tail);
      return;
    }
    const words = oneLine(value, 'block');
    const isBroken = value.source.includes('\n');
    if (words !== undefined && (!isBroken || fits(`${before} ${words}`, indent))) {
      const line = words === '' ? before : `${before} ${words}`;
      if (value.below && !fits(line, indent)) {
        put(indent, before);
        put(indent + step, words, tail);
      } else put(indent, line, tail);
      return;
    }
    const [first = '', ...rest] = linesOf(value);
    if (value.below) put(indent, before);
    const all = [value.below ? value.props + first : `${before} ${value.props}${first}`, ...rest];
    for (const [index, line] of all.entries()) {
      const isOnKeyLine = index === 0 && !value.below;
      put(isOnKeyLine ? indent : indent + step, line, index === all.length - 1 ? tail : undefined);
    }
  };

  const blockText = (
    before: string,
    { props, sign, chomp, lines: own }: BlockText,
    indent: number,
    tail?: Tail,
  ): void => {
    const first = own.find((line) => line !== '');
    const indicator = first !== undefined && /^[ \t]/u.test(first) ? String(step) : '';
    put(indent, `${before} ${props}${sign}${indicator}${chomp}`, tail);
    for (const line of own) put(indent + step, line);
    sealed = chomp === '+';
  };

  return {
    collection,
    plain(own: readonly HeadLine[]): void {
      for (const { text, blank } of own) {
        if (blank) empty();
        put(0, text);
      }
    },
    lines: () => withTails(lines),
  };
}

function fits(text: string, indent: number): boolean {
  return indent + widthOf(text) <= widest;
}

/** Of a map between brackets in a list: whether it must do without them. */
function isTooWide(value: Node, indent: number): boolean {
  if (value.kind !== 'map' || !value.flow || value.entries.length === 0) return false;
  const flow = flowWords(value);
  return flow === undefined || !fits(`- ${flow}`, indent);
}

function keyWords(key: Leaf | undefined): string {
  if (key === undefined) return '';
  const words = oneLine(key, 'key') ?? '';
  // `*a:` would be an alias of another name.
  return key.style === 'alias' ? `${words} ` : words;
}

/** Between brackets on one line; undefined if that cannot be, or if the author has not put it so. */
function flowWords(value: Node): string | undefined {
  if (value.kind === 'block') return undefined;
  if (!isCollection(value)) return oneLine(value, 'flow');
  if ((!value.flow && value.entries.length > 0) || hasComments(value)) return undefined;
  const all: string[] = [];
  for (const { key, bare, value: own } of value.entries) {
    const words = flowWords(own);
    if (words === undefined) return undefined;
    if (value.kind === 'list') all.push(words);
    else all.push(bare === true ? keyWords(key) : `${keyWords(key)}: ${words}`.trimEnd());
  }
  const [open, close] = value.kind === 'map' ? '{}' : '[]';
  return `${value.props}${open ?? ''}${all.join(', ')}${close ?? ''}`;
}

/** A text with line breaks of its own keeps them; how far its lines are indented says nothing. */
function linesOf({ source, style }: Leaf): readonly string[] {
  const all = source.split('\n');
  return all.map((line, index) => {
    const begun = index === 0 ? line : line.replace(/^[ \t]+/u, '');
    if (index === all.length - 1) return begun;
    const ended = begun.replace(/[ \t]+$/u, '');
    // A space behind a backslash is text.
    return style === 'double' && /(?:^|[^\\])(?:\\\\)*\\$/u.test(ended) && ended !== begun ? `${ended} ` : ended;
  });
}
