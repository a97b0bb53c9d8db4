/**
 * Where things stand on the page: ends of entries, indents, dashes, and the comments that a removal must leave.
 *
 * Separate from `index.ts`, which knows what is to change; here is how lines and brackets are opened and closed. Invariant: the
 * comments of the text are there after every edit made here; what cannot promise that gives undefined.
 */
import { isCollection, isMap, isScalar, type Pair, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Edit } from '../../model/diagnostic.js';
import { commentsOf, type Comment } from '../comments.js';

type Collection = YAMLMap.Parsed | YAMLSeq.Parsed;

export type Page = ReturnType<typeof createPage>;

export function createPage(file: string, text: string) {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  let comments: readonly Comment[] | undefined;
  const commentsWithin = (from: number, to: number): readonly Comment[] =>
    (comments ??= commentsOf(text)).filter(({ offset }) => offset >= from && offset < to);

  const edit = (from: number, to: number, put: string): Edit => ({ file, from, to, text: put });
  const lineStart = (offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
  /** In front of the line break, `\r` included. */
  const lineEnd = (offset: number): number => {
    const end = text.indexOf('\n', offset);
    if (end === -1) return text.length;
    return text[end - 1] === '\r' && end > offset ? end - 1 : end;
  };
  const nextLine = (offset: number): number => {
    const end = text.indexOf('\n', offset);
    return end === -1 ? text.length : end + 1;
  };
  const columnOf = (offset: number): number => offset - lineStart(offset);
  const isFirstOnLine = (offset: number): boolean => text.slice(lineStart(offset), offset).trim() === '';
  const ownLines = (kept: readonly Comment[], indent: number): string =>
    kept.map((comment) => `${' '.repeat(indent)}${comment.text.trimEnd()}${newline}`).join('');

  /** Behind the colon that follows a key. */
  const afterColon = (keyEnd: number): number => {
    const colon = /^\s*:/u.exec(text.slice(keyEnd, keyEnd + 200));
    return keyEnd + (colon?.[0].length ?? 0);
  };

  /** Behind the last character of a value; of an entry that has none, behind its key. */
  const endOf = (node: ParsedNode): number => {
    if (isCollection(node)) {
      if (node.flow === true) return node.range[1];
      const last = (node.items as unknown[]).at(-1);
      if (last === undefined) return node.range[1];
      if (!isMap(node)) return endOf(last as ParsedNode);
      const { key, value } = last as Pair<ParsedNode, ParsedNode | null>;
      return endOfEntry(key, value);
    }
    const [from, to] = node.range;
    const isBlock = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
    if (!isBlock) return to;
    // With `|+` the empty lines belong to the text.
    const keeps = /^[|>]\d?\+|^[|>]\+/u.test(text.slice(from, from + 3));
    const content = text.slice(from, to);
    return from + (keeps ? content.replace(/\r?\n$/u, '') : content.trimEnd()).length;
  };
  const endOfEntry = (key: ParsedNode | undefined, value: ParsedNode | null): number => {
    const isWritten = value !== null && (isCollection(value) || value.range[0] !== value.range[1]);
    if (isWritten) return endOf(value);
    return key === undefined ? (value?.range[1] ?? 0) : afterColon(key.range[1]);
  };

  /** The dash in front of an item of a list in block style. */
  const dashBefore = (offset: number): number | undefined => {
    let at = offset;
    for (;;) {
      while (at > 0 && /\s/u.test(text[at - 1] ?? '')) at--;
      if (text[at - 1] === '-' && /^\s/u.test(text[at] ?? '')) return at - 1;
      // An anchor or a tag may stand between the dash and its item.
      const word = /[&!]\S*$/u.exec(text.slice(lineStart(at), at));
      if (word === null) return undefined;
      at -= word[0].length;
    }
  };

  const bounds = (list: Collection): readonly { readonly from: number; readonly to: number }[] =>
    (list.items as unknown[]).map((item) => {
      if (!isMap(list)) return { from: (item as ParsedNode).range[0], to: endOf(item as ParsedNode) };
      const { key, value } = item as Pair<ParsedNode, ParsedNode | null>;
      return { from: key.range[0], to: endOfEntry(key, value) };
    });

  return {
    newline,
    edit,
    columnOf,
    afterColon,
    endOf,
    endOfEntry,
    dashBefore,
    /** There is a block text with `+`. */
    keepsEmptyLines: /[|>]\d?\+/u.test(text),
    hasComments: (from: number, to: number): boolean => commentsWithin(from, to).length > 0,

    /** A new line under the one on which `end` stands. */
    lineAfter(end: number, indent: number, words: string): Edit {
      const at = lineEnd(end);
      return edit(at, at, `${newline}${' '.repeat(indent)}${words}`);
    },

    /** Entry number `index` of what stands between brackets. */
    intoFlow(list: Collection, index: number, words: string): Edit {
      const all = bounds(list);
      const after = all[index];
      if (after !== undefined) return edit(after.from, after.from, `${words}, `);
      const last = all.at(-1);
      const at = last?.to ?? list.range[0] + 1;
      return edit(at, at, last === undefined ? words : `, ${words}`);
    },

    /** Without entry number `index` of what stands between brackets, which has others. */
    outOfFlow(list: Collection, index: number): readonly Edit[] | undefined {
      const all = bounds(list);
      const from = index === 0 ? all[0]?.from : all[index - 1]?.to;
      const to = index === 0 ? all[1]?.from : all[index]?.to;
      if (from === undefined || to === undefined || commentsWithin(from, to).length > 0) return undefined;
      return [edit(from, to, '')];
    },

    /** Without the entry from `start` to `end`, which has others beside it; `next` is where the following one begins. */
    withoutLines(start: number, end: number, next: number | undefined): readonly Edit[] | undefined {
      if (isFirstOnLine(start)) {
        const to = nextLine(end);
        const kept = ownLines(commentsWithin(start, to), columnOf(start));
        // The last line of a file may lack its line break; then the one before it goes.
        if (to < text.length || text.endsWith('\n')) return [edit(lineStart(start), to, kept)];
        const from = Math.max(lineStart(start) - newline.length, 0);
        return [edit(from, to, kept === '' ? '' : newline + kept.trimEnd())];
      }
      // The first entry of a map that begins behind a dash: the next one takes its place.
      if (next === undefined || commentsWithin(start, next).length > 0) return undefined;
      return [edit(start, next, '')];
    },

    /** An empty collection in place of one in block style, from `from` to `end`. */
    emptied(from: number, end: number, brackets: string): readonly Edit[] | undefined {
      if (!isFirstOnLine(from))
        return commentsWithin(from, nextLine(end)).length > 0 ? undefined : [edit(from, end, brackets)];
      const to = lineEnd(end);
      const indent = columnOf(from) + 2;
      const kept = ownLines(commentsWithin(from, to), indent).trimEnd();
      const words = `${' '.repeat(indent)}${brackets}${kept === '' ? '' : `${newline}${kept}`}`;
      return [edit(lineStart(from), to, words)];
    },
  };
}
