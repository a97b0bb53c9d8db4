/**
 * YAML nodes to plain data, and the mistakes that only show then: keys given twice, keys that are no words, aliases that lead
 * nowhere, to themselves, or to a thousand million values.
 *
 * Own code rather than the package's `toJS`, which throws at the first of these without a place, and which lets a key `__proto__`
 * reach the prototype. Invariants: anchored parts are shared, never copied; every key is an own property; the same keys win here
 * and in `locate`.
 */
import { isAlias, isMap, isScalar, isSeq, type Alias, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import { oddSpaces } from '../base/wide-signs.js';
import { keyText } from './key-text.js';
import { maxDepth, maxRepeated } from './limits.js';

/** One mistake, at nodes; `words` turns it into a diagnostic. */
export type Mistake =
  | {
      readonly kind: 'duplicate';
      readonly at: ParsedNode;
      readonly first: ParsedNode;
      readonly keys: readonly string[];
      /** The key of the map that they stand in. */
      readonly under: string;
    }
  | { readonly kind: 'colon'; readonly at: ParsedNode; readonly key: string }
  | { readonly kind: 'key' | 'merge' | 'swallowed' | 'wide' | 'odd-space'; readonly at: ParsedNode }
  | {
      readonly kind: 'unused-anchor' | 'unknown-alias' | 'own-alias' | 'deep-alias' | 'bomb';
      readonly at: ParsedNode;
      readonly name: string;
    };

export interface Built {
  readonly data: unknown;
  readonly mistakes: readonly Mistake[];
  readonly targets: ReadonlyMap<Alias, ParsedNode>;
  /** False if parts had to be left out, so that what is missing is no mistake of its own. */
  readonly whole: boolean;
}

interface Anchored {
  readonly node: ParsedNode;
  readonly value: unknown;
  /** How many values it holds, those behind its own aliases included, and how many levels. */
  readonly size: number;
  readonly height: number;
}

const oddStart = new RegExp(`^[${oddSpaces}]`, 'u');

export function build(root: ParsedNode | null, text: string): Built {
  const mistakes: Mistake[] = [];
  const targets = new Map<Alias, ParsedNode>();
  const anchors = new Map<string, Anchored>();
  const open = new Set<string>();
  const unused = new Map<ParsedNode, string>();
  const so = { size: 0, repeated: 0, depth: 0, deepest: 0, whole: true, under: '', oddSpace: false };

  const value = (node: ParsedNode | null): unknown => {
    if (node === null) return null;
    so.size++;
    if (isAlias(node)) return alias(node);
    if (node.anchor === undefined) return content(node);
    const { anchor } = node;
    const before = { size: so.size, deepest: so.deepest };
    so.deepest = so.depth;
    open.add(anchor);
    const result = content(node);
    open.delete(anchor);
    unused.set(node, anchor);
    anchors.set(anchor, { node, value: result, size: so.size - before.size + 1, height: so.deepest - so.depth });
    so.deepest = Math.max(before.deepest, so.deepest);
    return result;
  };

  const content = (node: ParsedNode): unknown => {
    if (isScalar(node)) {
      if (node.type === 'PLAIN' && swallowsItem(text, node.range[0], node.range[1])) {
        mistakes.push({ kind: 'swallowed', at: node });
      }
      return scalar(node, text);
    }
    so.depth++;
    so.deepest = Math.max(so.deepest, so.depth);
    let result: unknown = null;
    if (isMap(node)) result = map(node);
    else if (isSeq(node)) result = (node.items as (ParsedNode | null)[]).map(value);
    so.depth--;
    return result;
  };

  const alias = (node: Alias.Parsed): unknown => {
    const known = anchors.get(node.source);
    if (known === undefined || open.has(node.source)) {
      const kind = open.has(node.source) ? 'own-alias' : 'unknown-alias';
      mistakes.push({ kind, at: node, name: node.source });
      so.whole &&= kind === 'unknown-alias';
      // What the author most likely meant by an unknown alias is a text that starts with a star.
      return kind === 'unknown-alias' ? `*${node.source}` : null;
    }
    so.repeated += known.size;
    if (so.repeated > maxRepeated || so.depth + known.height > maxDepth) {
      if (so.whole)
        mistakes.push({ kind: so.repeated > maxRepeated ? 'bomb' : 'deep-alias', at: node, name: node.source });
      so.whole = false;
      return null;
    }
    so.size += known.size;
    so.deepest = Math.max(so.deepest, so.depth + known.height);
    targets.set(node, known.node);
    unused.delete(known.node);
    return known.value;
  };

  const map = (node: YAMLMap): Record<string, unknown> => {
    const result: Record<string, unknown> = {};
    const first = new Map<string, ParsedNode>();
    const merged: ParsedNode[] = [];
    const { under } = so;
    const again = new Map<string, { readonly at: ParsedNode; readonly first: ParsedNode }>();
    for (const pair of node.items as Pair<ParsedNode, ParsedNode | null>[]) {
      const key = keyText(pair.key);
      const earlier = key === undefined ? undefined : first.get(key);
      if (key === undefined) {
        so.whole = false;
        mistakes.push({ kind: 'key', at: pair.key });
        value(pair.value);
      } else if (pair.value === null && isScalar(pair.key) && pair.key.type === 'PLAIN' && /[:：]/u.test(key)) {
        so.whole = false;
        mistakes.push({ kind: 'colon', at: pair.key, key });
      } else if (isOdd(pair.key, oddStart)) {
        so.whole = false;
        // They come from one paste and stand on each of its lines: one mistake.
        if (!so.oddSpace) mistakes.push({ kind: 'odd-space', at: pair.key });
        so.oddSpace = true;
        value(pair.value);
      } else if (isOdd(pair.key, /^[\p{L}\p{N}_-]+\s*[：，、]/u)) {
        so.whole = false;
        mistakes.push({ kind: 'wide', at: pair.key });
        value(pair.value);
      } else if (isMerge(pair.key)) {
        mistakes.push({ kind: 'merge', at: pair.key });
        if (pair.value !== null) merged.push(pair.value);
      } else if (earlier !== undefined) {
        if (!again.has(key)) again.set(key, { at: pair.key, first: earlier });
        value(pair.value);
      } else {
        first.set(key, pair.key);
        so.under = key;
        own(result, key, value(pair.value));
        so.under = under;
      }
    }
    const [repeated] = again.values();
    if (repeated !== undefined) mistakes.push({ kind: 'duplicate', ...repeated, keys: [...again.keys()], under });
    // Two things have become one: an id is missing, or stands in the wrong column.
    if (again.size > 1) so.whole = false;
    // Merge keys are refused, but merged all the same: what they would have brought must not be reported as missing too.
    for (const part of merged) mergeInto(result, value(part));
    return result;
  };

  const data = value(root);
  if (so.whole) for (const [at, name] of unused) mistakes.push({ kind: 'unused-anchor', at, name });
  return { data, mistakes, targets, whole: so.whole };
}

/** A list item that is indented too deep goes on with the text of the item before. */
function swallowsItem(text: string, from: number, to: number): boolean {
  const newline = text.indexOf('\n', from);
  return newline !== -1 && newline < to && /\n[ \t]*- /u.test(text.slice(from, to));
}

/** Assigning to `__proto__` would change what the object inherits from. */
function own(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}

function mergeInto(target: Record<string, unknown>, source: unknown): void {
  if (Array.isArray(source)) source.forEach((part) => mergeInto(target, part));
  else if (typeof source === 'object' && source !== null) {
    for (const [key, value] of Object.entries(source)) if (!Object.hasOwn(target, key)) own(target, key, value);
  }
}

/** A key without quotes that begins with what no key begins with. */
function isOdd(key: ParsedNode, pattern: RegExp): boolean {
  return isScalar(key) && key.type === 'PLAIN' && pattern.test(key.source);
}

function isMerge(key: ParsedNode): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.source === '<<';
}

function scalar(node: ParsedNode & { readonly value: unknown }, text: string): unknown {
  if (!isScalar(node)) return null;
  const { type, value, tag } = node;
  if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') {
    // `target: >= 20%` is an ill-formed block text to YAML. That is reported; the rest of the file is checked with what was meant.
    const from = text.indexOf(type === 'BLOCK_FOLDED' ? '>' : '|', node.range[0]);
    const header = text.slice(from, endOfLine(text, from)).trimEnd();
    if (!/^[|>][0-9+-]{0,2}(?:[ \t]+#.*)?$/u.test(header)) return header;
  }
  // `name: !important` likewise: a tag and no text.
  if (tag?.startsWith('!') === true && tag !== '!' && node.range[0] === node.range[1]) return tag;
  return value;
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline;
}
