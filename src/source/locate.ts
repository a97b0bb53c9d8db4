/**
 * Where a value stands, by its path: the bridge from plain data back to the text.
 *
 * Separate from building the data so that nothing is located before somebody asks; each map is indexed when the first path leads
 * into it, so that asking for every node of a large flow stays linear.
 */
import { isMap, isScalar, isSeq, type Alias, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import type { Locate, Span } from '../model/diagnostic.js';
import { keyText } from './key-text.js';
import type { LineTable } from './line-table.js';

interface Place {
  /** The key, or for a list item nothing. */
  readonly key: ParsedNode | undefined;
  readonly value: ParsedNode | null;
}

export interface LocateInput {
  readonly file: string;
  readonly text: string;
  readonly table: LineTable;
  readonly root: ParsedNode | null;
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Alias, ParsedNode>;
}

export function createLocate({ file, text, table, root, targets }: LocateInput): Locate {
  const entriesOf = new WeakMap<YAMLMap, ReadonlyMap<string, Place>>();

  const child = (parent: ParsedNode | null, step: string | number): Place | undefined => {
    const target = resolve(parent, targets);
    if (isMap(target)) {
      let entries = entriesOf.get(target);
      if (entries === undefined) {
        entries = index(target);
        entriesOf.set(target, entries);
      }
      return entries.get(String(step));
    }
    if (!isSeq(target) || typeof step !== 'number' || step < 0 || step >= target.items.length) return undefined;
    return { key: undefined, value: target.items[step] as ParsedNode | null };
  };

  const span = (from: number, to: number): Span => ({
    file,
    start: table.position(from),
    end: table.position(Math.max(from, to)),
  });

  const spanOf = (node: ParsedNode): Span => {
    const [from, to] = node.range;
    // A block text ends with the line break after it; a caret under the next line would mislead.
    return span(from, from + text.slice(from, to).trimEnd().length);
  };

  return (path, part = 'value') => {
    let here: Place = { key: undefined, value: root };
    for (const step of path) {
      const next = child(here.value, step);
      if (next === undefined) return ancestor(here);
      here = next;
    }
    if (part === 'key') return ancestor(here);
    return here.value !== null && !isEmpty(here.value) ? spanOf(here.value) : ancestor(here);
  };

  /** The key says "the whole entry" in a word; for the root and for list items, the place where they begin. */
  function ancestor({ key, value }: Place): Span {
    if (key !== undefined) return spanOf(key);
    if (value === null) return span(0, 0);
    return isScalar(value) ? spanOf(value) : span(value.range[0], endOfLine(value.range[0], value.range[1]));
  }

  function endOfLine(from: number, to: number): number {
    const newline = text.indexOf('\n', from);
    const line = text.slice(from, newline === -1 || newline > to ? to : newline);
    return from + line.trimEnd().length;
  }
}

function index(map: YAMLMap): ReadonlyMap<string, Place> {
  const entries = new Map<string, Place>();
  for (const pair of map.items as Pair<ParsedNode, ParsedNode | null>[]) {
    const key = keyText(pair.key);
    // Of two equal keys the first counts, as in the data.
    if (key !== undefined && !entries.has(key)) entries.set(key, { key: pair.key, value: pair.value });
  }
  return entries;
}

function resolve(node: ParsedNode | null, targets: ReadonlyMap<Alias, ParsedNode>): ParsedNode | null | undefined {
  return node !== null && targets.has(node as Alias) ? targets.get(node as Alias) : node;
}

/** `owner:` with nothing after it has a value node without characters. */
function isEmpty(node: ParsedNode): boolean {
  return isScalar(node) && node.range[0] === node.range[1];
}
