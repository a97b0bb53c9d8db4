/** A text cut into pieces. What the cut cannot show exactly (keys that are no words, brackets over lines with comments) gives undefined or a leaf. */
import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import { hasErrors } from '../../model/diagnostic.js';
import { commentsOf } from '../comments.js';
import { createPage } from '../edit/page.js';
import { keyText } from '../key-text.js';
import { parse } from '../parse.js';
import { readSource } from '../read.js';
import { identify } from './identity.js';
import type { Collection, Page, Part, Piece } from './piece.js';

/** Undefined if it is no sound YAML, or no map. Lines end in `\n`. */
export function pagesOf(text: string): Page | undefined {
  const { value: source, diagnostics } = readSource('', new TextEncoder().encode(text));
  const { root } = parse(text);
  // A key that stands twice is in the data once.
  if (
    !source?.sound ||
    hasErrors(diagnostics) ||
    source.text !== text ||
    root === null ||
    !isMap(root) ||
    root.flow === true
  )
    return undefined;
  const cut = cutter(text);
  const whole = cut.block(root, source.data, false);
  const first = whole?.parts[0];
  if (whole === undefined || first === undefined) return undefined;
  // What an empty line parts from the first entry is about the file.
  const above = text.slice(0, cut.lineStart(root.range[0])).split('\n').slice(0, -1);
  const parting = above.findLastIndex((line) => line.trim() === '') + 1;
  const below = text.slice(cut.end(root)).replace(/^\n/u, '');
  return {
    header: above.slice(0, parting),
    root: { ...whole, parts: [{ ...first, lead: above.slice(parting) }, ...whole.parts.slice(1)] },
    footer: below === '' ? [] : below.replace(/\n$/u, '').split('\n'),
  };
}

function cutter(text: string) {
  const page = createPage('', text);
  const comments = commentsOf(text);
  const lineStart = (offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = (offset: number): number => {
    const end = text.indexOf('\n', offset);
    return end === -1 ? text.length : end;
  };

  /** To the end of the line on which a block ends. */
  const end = (node: ParsedNode): number => lineEnd(page.endOf(node));

  const piece = (node: ParsedNode | null, data: unknown, column: number, from: number): Piece => {
    if (node === null || isAlias(node) || isScalar(node)) {
      const written =
        node === null || node.range[0] === node.range[1] ? '' : text.slice(node.range[0], page.endOf(node));
      return { kind: 'leaf', text: written, data };
    }
    if (node.flow === true) return brackets(node, data, column);
    const below = text.slice(from, node.range[0]).includes('\n');
    return block(node, data, below) ?? { kind: 'leaf', text: text.slice(node.range[0], end(node)), data };
  };

  const block = (node: YAMLMap.Parsed | YAMLSeq.Parsed, data: unknown, below: boolean): Collection | undefined => {
    const entries = entriesOf(node, data);
    const parts: Part[] = [];
    let lineBefore: number | undefined;
    for (const { key, value, data: each, name } of entries) {
      const start = key === undefined ? page.dashBefore(value?.range[0] ?? 0) : key.range[0];
      if (start === undefined) return undefined;
      const nameEnd = key === undefined ? start + 1 : key.range[1];
      const column = page.columnOf(start);
      const ownLine = text.slice(lineStart(start), start).trim() === '';
      const { head, inner } = headOf(nameEnd, value, each, column);
      const blockBelow = inner.kind !== 'leaf' && !inner.flow;
      const valueEnd = isWritten(value) ? (blockBelow ? end(value) : page.endOf(value)) : nameEnd + head.length;
      const tail = text.slice(valueEnd, lineEnd(valueEnd));
      const above =
        lineBefore === undefined ? (below ? belowHead(start) : '') : text.slice(lineBefore, lineStart(start));
      const lead = above === '' ? [] : above.replace(/\n$/u, '').split('\n');
      if (tail.trim() !== '' && !tail.trim().startsWith('#')) return undefined;
      parts.push({
        id: '',
        key: name,
        lead,
        column,
        ownLine,
        name: text.slice(start, nameEnd),
        head,
        value: inner,
        tail,
      });
      lineBefore = Math.min(lineEnd(valueEnd) + 1, text.length);
    }
    if (parts.length === 0) return undefined;
    const kind = isMap(node) ? 'map' : 'list';
    const first = parts[0];
    const from = entries[0]?.key?.range[0] ?? page.dashBefore(entries[0]?.value?.range[0] ?? 0) ?? node.range[0];
    const begin =
      below && first ? lineStart(from) - first.lead.reduce((sum, line) => sum + line.length + 1, 0) - 1 : from;
    return { kind, flow: false, below, parts: identify(kind, parts), text: text.slice(begin, end(node)), data };
  };

  /** The lines between the line of a key and the first entry under it. */
  const belowHead = (start: number): string => {
    const stop = lineStart(start);
    let from = stop;
    while (from > 0) {
      const previous = lineStart(from - 1);
      const line = text.slice(previous, from);
      if (line.trim() !== '' && !line.trim().startsWith('#')) break;
      from = previous;
    }
    return text.slice(from, stop);
  };

  const headOf = (nameEnd: number, value: ParsedNode | null, data: unknown, column: number) => {
    const inner = piece(value, data, column, nameEnd);
    if (!isWritten(value)) {
      const colon = /^\s*:/u.exec(text.slice(nameEnd, nameEnd + 200))?.[0] ?? '';
      return { head: colon, inner };
    }
    const blockBelow = inner.kind !== 'leaf' && inner.below;
    const stop = blockBelow ? lineEnd(nameEnd) : value.range[0];
    return { head: text.slice(nameEnd, stop), inner };
  };

  const brackets = (node: YAMLMap.Parsed | YAMLSeq.Parsed, data: unknown, column: number): Piece => {
    const [from, to] = [node.range[0], page.endOf(node)];
    const leaf: Piece = { kind: 'leaf', text: text.slice(from, to), data };
    if (comments.some(({ offset }) => offset >= from && offset < to)) return leaf;
    const parts: Part[] = [];
    for (const { key, value, data: each, name } of entriesOf(node, data)) {
      const start = key?.range[0] ?? value?.range[0];
      // `{owner}` has a key and no colon, `[a: 1]` a map without brackets.
      if (start === undefined || (key !== undefined && !isWritten(value))) return leaf;
      if (key === undefined && isMap(value) && value.flow === true && text[value.range[0]] !== '{') return leaf;
      const nameEnd = key?.range[1] ?? start;
      const inner = piece(value, each, column, nameEnd);
      const head = text.slice(nameEnd, value?.range[0] ?? nameEnd);
      const common = { id: '', key: name, lead: [], column, ownLine: false, tail: '' };
      parts.push({ ...common, name: text.slice(start, nameEnd), head, value: inner });
    }
    const kind = isMap(node) ? 'map' : 'list';
    return { kind, flow: true, below: false, parts: identify(kind, parts), text: leaf.text, data };
  };

  return { block, end, lineStart };
}

interface Entry {
  readonly key: ParsedNode | undefined;
  readonly value: ParsedNode | null;
  readonly name: string | number;
  readonly data: unknown;
}

function entriesOf(node: YAMLMap.Parsed | YAMLSeq.Parsed, data: unknown): readonly Entry[] {
  if (isSeq(node)) {
    const list = Array.isArray(data) ? (data as readonly unknown[]) : [];
    return node.items.map((value, index) => ({ key: undefined, value, name: index, data: list[index] }));
  }
  const map = data as Readonly<Record<string, unknown>>;
  return node.items.map(({ key, value }) => {
    const name = keyText(key) ?? '';
    return { key, value, name, data: map[name] };
  });
}

function isWritten(value: ParsedNode | null): value is ParsedNode {
  return value !== null && (!isScalar(value) || value.range[0] !== value.range[1]);
}
