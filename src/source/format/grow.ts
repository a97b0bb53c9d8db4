/**
 * Tokens to tree: gives every comment to the thing that it is about.
 *
 * One at the end of a line is about that line. One with a line of its own is about what follows, unless it is indented deeper than
 * that: then it closes what went before. The tokens are those of the `yaml` package, which keep every character of the text; its nodes
 * drop comments in odd places. Invariant: the comments of the tree, read in its order, are those of the text.
 */
import { CST, Parser } from 'yaml';
import { widthOf } from './lines.js';
import type { BlockText, Collection, Entry, HeadLine, Leaf, Node, Note, Page, Tail } from './tree.js';

/** What cannot be set anew safely; the offset where it stands. */
export interface Odd {
  readonly odd: number;
}

export function grow(text: string): Page | Odd {
  const grower = createGrower(text);
  const page = grower.page([...new Parser().parse(text)]);
  const odd = grower.odd();
  return odd === undefined && page !== undefined ? page : { odd: odd ?? 0 };
}

interface Item {
  readonly start: readonly CST.SourceToken[];
  readonly key?: CST.Token | null | undefined;
  readonly sep?: readonly CST.SourceToken[] | undefined;
  readonly value?: CST.Token | null | undefined;
}

interface Pending {
  readonly text: string;
  readonly offset: number;
  /** Something else stands before it on its line. */
  readonly sameLine: boolean;
  readonly blank: boolean;
}

/** A collection in block style around what was read last, and where it begins on its line. */
interface Level {
  readonly collection: Collection;
  readonly column: number;
}

const styles = {
  scalar: 'plain',
  'single-quoted-scalar': 'single',
  'double-quoted-scalar': 'double',
  alias: 'alias',
} as const;

/** YAML allows 1024 characters before the colon; more is no key. */
const longestKey = 900;

const nothing: Leaf = { kind: 'leaf', props: '', style: 'empty', source: '', value: '', below: false };

function createGrower(text: string) {
  let odd: number | undefined;
  /** Comments since the last word, and line ends since the last word or comment. */
  let pending: Pending[] = [];
  let newlines = 1;
  /** The line of the last word has ended. */
  let isEnded = true;
  /** Takes a comment at the end of the line that was read last. */
  let takeTail: (tail: Tail) => void = () => undefined;
  let levels: Level[] = [];

  const begin = (): void => {
    newlines = 0;
    isEnded = false;
  };
  const strange = (offset: number): void => {
    odd ??= offset;
  };
  const lineStart = (offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
  const columnOf = (offset: number): number => offset - lineStart(offset);

  /** Takes in what is no word; false for a word. */
  const space = (token: CST.Token): boolean => {
    if (token.type === 'newline') {
      newlines += token.source.split('\n').length - 1;
      isEnded = true;
    } else if (token.type === 'comment') {
      const { offset, source } = token;
      pending.push({ text: source.replace(/[ \t]+$/u, ''), offset, sameLine: !isEnded, blank: newlines > 1 });
      newlines = 0;
    } else if (token.type === 'comma') newlines = 0;
    else return token.type === 'space';
    return true;
  };
  const allSpace = (tokens: readonly CST.Token[] | undefined): void => {
    for (const token of tokens ?? []) if (!space(token)) strange(token.offset);
  };

  const noteOf = ({ text: words, blank }: Pending): Note => ({ text: words, blank });
  const tailOf = ({ text: words, offset }: Pending): Tail => {
    const before = text.slice(lineStart(offset), offset);
    const column = widthOf(before);
    const gap = column - widthOf(before.replace(/[ \t]+$/u, ''));
    return before.trim() === '' ? { text: words } : { text: words, column, gap };
  };

  /**
   * Gives away the comments in front of a word: one to the line above, some to the collections that have ended, which are the levels
   * from `into` on, and the rest to the word.
   */
  const settle = (into: number): Pick<Entry, 'lead' | 'blank'> => {
    if (pending[0]?.sameLine === true) {
      takeTail(tailOf(pending[0]));
      pending.shift();
    }
    const outer = levels[into - 1]?.column ?? -1;
    let ended = levels.slice(into);
    const lead: Note[] = [];
    for (const comment of pending) {
      const column = columnOf(comment.offset);
      ended = ended.filter((level) => level.column <= column && column > outer);
      const at = ended.find((level) => level.column === column) ?? ended.at(-1);
      if (at === undefined) lead.push(noteOf(comment));
      else {
        at.collection.end.push(noteOf(comment));
        ended = ended.slice(0, ended.indexOf(at) + 1);
      }
    }
    const blank = newlines > 1;
    pending = [];
    begin();
    levels = levels.slice(0, into);
    return { lead, blank };
  };

  /** The comments up to a word inside of an entry. */
  const inside = (): Tail[] => {
    const found = pending.map(tailOf);
    pending = [];
    begin();
    return found;
  };

  /** Anchors and tags, each with a space behind it; the comments between them go to `inner`. */
  const propsOf = (tokens: readonly CST.SourceToken[], inner: Tail[]): string => {
    let found = '';
    for (const token of tokens) {
      if (space(token)) continue;
      if (token.type === 'anchor' || token.type === 'tag') found += `${token.source} `;
      else if (!['seq-item-ind', 'map-value-ind', 'explicit-key-ind'].includes(token.type)) strange(token.offset);
      inner.push(...inside());
    }
    return found;
  };

  const leaf = (token: CST.FlowScalar, props: string, below: boolean): Leaf => {
    begin();
    const { source } = token;
    const style = source === '' ? 'empty' : styles[token.type];
    const isAlias = token.type === 'alias';
    const value = isAlias ? source : CST.resolveAsScalar(token, true, () => strange(token.offset)).value;
    allSpace(token.end);
    return { kind: 'leaf', props, style, source, value, below };
  };

  const blockText = (token: CST.BlockScalar, props: string): BlockText => {
    let header = '';
    for (const each of token.props) {
      if (each.type === 'block-scalar-header') header = each.source;
      else if (!space(each)) strange(each.offset);
    }
    const all = token.source.split('\n');
    if (all.at(-1) === '') all.pop();
    const indicator = /\d/u.exec(header)?.[0];
    const indents = all.filter((line) => /[^ ]/u.test(line)).map((line) => line.search(/[^ ]/u));
    const indent = indicator === undefined ? (indents[0] ?? Infinity) : Math.max(token.indent, 0) + Number(indicator);
    const chomp = header.includes('+') ? '+' : header.includes('-') ? '-' : '';
    const lines = all.map((line) => line.slice(Math.min(indent, /^ */u.exec(line)?.[0].length ?? 0)));
    newlines = 1;
    isEnded = true;
    while (chomp !== '+' && lines.at(-1) === '') {
      lines.pop();
      newlines++;
    }
    return { kind: 'block', props, sign: header.startsWith('>') ? '>' : '|', chomp, lines };
  };

  const valueOf = (token: CST.Token | null | undefined, props: string, entry: Entry, below: boolean): Node => {
    const toTail = (tail: Tail): void => {
      entry.tail = tail;
    };
    const toInner = (tail: Tail): void => void entry.inner.push(tail);
    switch (token?.type) {
      case undefined:
        takeTail = toTail;
        return { ...nothing, props };
      case 'block-map':
      case 'block-seq':
        takeTail = toInner;
        return block(token, props);
      case 'flow-collection': {
        entry.inner.push(...inside());
        takeTail = toInner;
        const made = flow(token, props);
        takeTail = toTail;
        begin();
        allSpace(token.end.slice(1));
        return made;
      }
      case 'scalar':
      case 'alias':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
      case 'block-scalar':
        entry.inner.push(...inside());
        takeTail = toTail;
        return token.type === 'block-scalar' ? blockText(token, props) : leaf(token, props, below);
      default:
        strange(token?.offset ?? 0);
        return nothing;
    }
  };

  /** A key must do on one line. */
  const keyOf = (token: CST.Token | null | undefined, props: string, at: number): Leaf => {
    switch (token?.type) {
      case 'scalar':
      case 'alias':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar': {
        const key = leaf(token, props, false);
        if (key.value.length > longestKey || (key.source.includes('\n') && key.value.includes('\n')))
          strange(token.offset);
        return key;
      }
      default:
        strange(token?.offset ?? at);
        return nothing;
    }
  };

  /** `start` is where the item begins, for a word about what is odd in it. */
  const entryOf = (kind: 'map' | 'list', item: Item, above: Pick<Entry, 'lead' | 'blank'>, start: number): Entry => {
    const { key, sep = [], value } = item;
    const entry: Entry = { ...above, value: nothing, inner: [] };
    const isPair =
      sep.some(({ type }) => type === 'map-value-ind') || item.start.some(({ type }) => type === 'explicit-key-ind');
    if (kind === 'list' && isPair) {
      // `[a: b]`: a map without brackets of its own.
      const pair = entryOf('map', item, { lead: [], blank: false }, start);
      entry.value = { kind: 'map', props: '', flow: true, entries: [pair], end: [] };
      return entry;
    }
    const props = propsOf(item.start, entry.inner);
    if (kind === 'list') {
      entry.value = valueOf(value ?? key, props, entry, false);
      if (value) allSpace(sep);
      return entry;
    }
    entry.inner.push(...inside());
    // A flow map has what it takes for a value without a key where it is a key without a value.
    const made = keyOf(key ?? (isPair ? undefined : value), props, start);
    const valueProps = propsOf(sep, entry.inner);
    const below = sep.some(({ type }) => type === 'newline');
    Object.assign(entry, { key: made, ...(!isPair && { bare: true }) });
    entry.value = valueOf(key ? value : undefined, valueProps, entry, below);
    return entry;
  };

  /** Without the spaces and comments in front of the first word; undefined if there is none. */
  const begun = (item: Item): (Item & { readonly at: number }) | undefined => {
    const count = item.start.findIndex((token) => !space(token));
    const start = count === -1 ? [] : item.start.slice(count);
    const at = [...start, ...(item.key ? [item.key] : []), ...(item.sep ?? []), ...(item.value ? [item.value] : [])][0];
    return at === undefined ? undefined : { ...item, start, at: at.offset };
  };

  const block = (token: CST.BlockMap | CST.BlockSequence, props: string): Collection => {
    const kind = token.type === 'block-map' ? 'map' : 'list';
    const collection: Collection = { kind, props, flow: false, entries: [], end: [] };
    const depth = levels.length;
    for (const each of token.items) {
      const item = begun(each);
      if (item === undefined) continue;
      const isFirst = collection.entries.length === 0;
      const above = settle(isFirst ? depth : depth + 1);
      if (isFirst) levels.push({ collection, column: columnOf(item.at) });
      collection.entries.push(entryOf(kind, item, above, item.at));
    }
    return collection;
  };

  const flow = (token: CST.FlowCollection, props: string): Collection => {
    const kind = token.start.type === 'flow-map-start' ? 'map' : 'list';
    const collection: Collection = { kind, props, flow: true, entries: [], end: [] };
    begin();
    for (const each of token.items) {
      const item = begun(each);
      if (item === undefined) continue;
      // Between brackets an empty line makes no group.
      const above = { ...settle(levels.length), blank: false };
      collection.entries.push(entryOf(kind, item, above, item.at));
    }
    collection.end.push(...settle(levels.length).lead);
    return collection;
  };

  /** The lines above the content, then those below it. */
  let lines: HeadLine[] = [];
  const line = (words: string): void => {
    const { lead, blank } = settle(0);
    const own = { text: words, blank };
    lines.push(...lead, own);
    takeTail = (tail) => void (own.text += ` ${tail.text}`);
  };

  const rootOf = (token: CST.Token): Collection | undefined => {
    if (token.type === 'block-map' || token.type === 'block-seq') return block(token, '');
    if (token.type !== 'flow-collection') return undefined;
    const { lead, blank } = settle(0);
    takeTail = (tail) => void lead.push({ text: tail.text, blank: false });
    const made = flow(token, '');
    begin();
    takeTail = (tail) => void made.end.push({ text: tail.text, blank: false });
    allSpace(token.end.slice(1));
    const first = made.entries[0];
    if (first === undefined) made.end.unshift(...lead);
    if (first === undefined) return made;
    if (lead.length === 0) first.blank = blank;
    first.lead.unshift(...lead);
    return made;
  };

  const page = (tokens: readonly CST.Token[]): Page | undefined => {
    let root: Collection | undefined;
    let head: readonly HeadLine[] = [];
    let isBelow = false;
    for (const token of tokens) {
      if (token.type === 'document') {
        if (root !== undefined) strange(token.offset);
        // What else stands here is an anchor or a tag of everything.
        for (const each of token.start) {
          if (each.type === 'doc-start') line(each.source);
          else if (!space(each)) strange(each.offset);
        }
        root = token.value && rootOf(token.value);
        head = lines;
        lines = [];
        allSpace(token.end);
      } else if (token.type === 'directive' || token.type === 'doc-end') {
        isBelow ||= token.type === 'doc-end';
        line(token.source.trimEnd());
        if (token.type === 'doc-end') allSpace(token.end);
      } else if (token.type !== 'byte-order-mark' && !space(token)) strange(token.offset);
    }
    const { lead } = settle(0);
    if (isBelow) lines.push(...lead);
    else root?.end.push(...lead);
    return root && { head, root, foot: lines };
  };

  return { page, odd: () => odd };
}
