/**
 * Changes to the data of a file, written as edits of its text: everything that a change does not name stays as the author wrote
 * it, and no comment is ever lost, not even that of an entry that is taken away.
 *
 * Edits of the text rather than a new text from the `yaml` package, which would set the whole file anew. What cannot be done
 * without touching something else is not done at all: an entry behind an alias, a part that others repeat by its anchor.
 */
import { isAlias, isMap, isScalar, isSeq, visit, type Pair, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Change, PathStep, PlainValue } from '../../model/change.js';
import type { Edit } from '../../model/diagnostic.js';
import { keyText } from '../key-text.js';
import { parse } from '../parse.js';
import { createPage, type Page } from './page.js';
import { inBlock, inFlow, keyOf } from './words.js';

type Collection = YAMLMap.Parsed | YAMLSeq.Parsed;

interface Found {
  readonly parent: Collection;
  /** Number of the entry in its parent. */
  readonly index: number;
  readonly key: ParsedNode | undefined;
  readonly value: ParsedNode | null;
}

/**
 * The edits that make all the changes, in the order of the text; undefined if one of them cannot be made, or if two of them meet.
 * The changes are of one file, and each is of the text as it is now.
 */
export function editsOf(file: string, text: string, changes: readonly Change[]): readonly Edit[] | undefined {
  const { root, errors } = parse(text);
  if (root === null || errors.length > 0) return undefined;
  const page = createPage(file, text);
  const repeated = anchorsInUse(root);
  const edits: Edit[] = [];
  for (const change of changes) {
    const made = change.file === file ? editsOfChange(page, root, repeated, change) : undefined;
    if (made === undefined) return undefined;
    edits.push(...made);
  }
  edits.sort((a, b) => a.from - b.from || a.to - b.to);
  const meet = edits.some(({ from }, index) => index > 0 && from < (edits[index - 1]?.to ?? 0));
  return meet ? undefined : edits;
}

/** The text with the edits made. They must not meet. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, text: put } of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    result += text.slice(at, from) + put;
    at = to;
  }
  return result + text.slice(at);
}

function editsOfChange(
  page: Page,
  root: ParsedNode,
  repeated: ReadonlySet<string>,
  change: Change,
): readonly Edit[] | undefined {
  if (change.kind === 'insert') {
    const list = change.path.length === 0 ? root : find(root, repeated, change.path)?.value;
    return isSeq(list) && !isRepeated(list, repeated) ? insert(page, list, change.index, change.value) : undefined;
  }
  const found = find(root, repeated, change.path);
  if (found === undefined)
    return change.kind === 'set' ? add(page, root, repeated, change.path, change.value) : undefined;
  switch (change.kind) {
    case 'remove':
      return remove(page, found);
    case 'rename': {
      if (found.key === undefined) return undefined;
      const [from, to] = found.key.range;
      return [page.edit(from, to, keyOf(change.key, isInFlow(found.parent)))];
    }
    case 'set':
      return replace(page, found, change.value);
  }
}

/**
 * The entry at a path. One branch may be written without a list, so item 0 of what is no list is the thing itself.
 * Undefined if there is none, or if it is also something else by an anchor.
 */
function find(root: ParsedNode, repeated: ReadonlySet<string>, path: readonly PathStep[]): Found | undefined {
  let found: Found | undefined;
  let here: ParsedNode | null = root;
  for (const step of path) {
    if (here === null || isAlias(here) || isRepeated(here, repeated)) return undefined;
    if (step === 0 && !isSeq(here) && found !== undefined) continue;
    found = entry(here, step);
    if (found === undefined) return undefined;
    here = found.value;
  }
  if (here !== null && (isAlias(here) || isRepeated(here, repeated))) return undefined;
  return found;
}

function entry(parent: ParsedNode, step: PathStep): Found | undefined {
  if (isMap(parent)) {
    const map = parent;
    const index = map.items.findIndex(({ key }) => keyText(key) === String(step));
    const pair = map.items[index];
    return pair && { parent: map, index, key: pair.key, value: pair.value };
  }
  if (!isSeq(parent) || typeof step !== 'number') return undefined;
  const list = parent;
  const value = list.items[step];
  return value === undefined ? undefined : { parent: list, index: step, key: undefined, value };
}

function replace(page: Page, { parent, key, value }: Found, put: PlainValue): readonly Edit[] | undefined {
  const flow = isInFlow(parent);
  if (value === null || (isScalar(value) && value.range[0] === value.range[1])) {
    // `owner:` with nothing after it: the value goes behind the colon, in front of a comment.
    if (key === undefined) return undefined;
    const at = page.endOfEntry(key, value);
    return [page.edit(at, at, ` ${inFlow(put)}`)];
  }
  const from = value.range[0];
  const to = page.endOf(value);
  const single = !(isScalar(value) && value.type === 'QUOTE_DOUBLE');
  const words = flow ? inFlow(put, single) : inBlock(put, single);
  return page.hasComments(from, to) ? undefined : [page.edit(from, to, words)];
}

/** A new entry, the last of the map that the path leads to but for its last step. */
function add(
  page: Page,
  root: ParsedNode,
  repeated: ReadonlySet<string>,
  path: readonly PathStep[],
  value: PlainValue,
): readonly Edit[] | undefined {
  const key = path.at(-1);
  if (typeof key !== 'string') return undefined;
  const parent = path.length === 1 ? root : find(root, repeated, path.slice(0, -1))?.value;
  if (parent === undefined || !isMap(parent)) return undefined;
  const map = parent;
  if (entry(map, key) !== undefined || isRepeated(map, repeated)) return undefined;
  if (isInFlow(map)) return [page.intoFlow(map, map.items.length, `${keyOf(key, true)}: ${inFlow(value)}`)];
  const [first, last] = [map.items[0], map.items.at(-1)] as (Pair<ParsedNode, ParsedNode | null> | undefined)[];
  if (first === undefined || last === undefined) return undefined;
  const words = `${keyOf(key, false)}: ${typeof value === 'object' ? inFlow(value) : inBlock(value)}`;
  return [page.lineAfter(page.endOfEntry(last.key, last.value), page.columnOf(first.key.range[0]), words)];
}

function insert(page: Page, list: YAMLSeq.Parsed, index: number, value: PlainValue): readonly Edit[] | undefined {
  if (index < 0 || index > list.items.length) return undefined;
  if (isInFlow(list)) return [page.intoFlow(list, index, inFlow(value))];
  const first = list.items[0];
  const last = list.items.at(-1);
  const at = list.items[index];
  const dash = first && page.dashBefore(first.range[0]);
  if (dash === undefined || last === undefined) return undefined;
  const indent = page.columnOf(dash);
  const words = `- ${inFlow(value)}`;
  if (at === undefined) return [page.lineAfter(page.endOf(last), indent, words)];
  const before = page.dashBefore(at.range[0]);
  return before === undefined ? undefined : [page.edit(before, before, `${words}${page.newline}${' '.repeat(indent)}`)];
}

function remove(page: Page, { parent, index, key, value }: Found): readonly Edit[] | undefined {
  if (parent.items.length === 1) {
    const empty = isMap(parent) ? '{}' : '[]';
    const from = parent.range[0];
    const to = page.endOf(parent);
    if (!isInFlow(parent)) return page.emptied(from, to, empty);
    return page.hasComments(from, to) ? undefined : [page.edit(from, to, empty)];
  }
  if (isInFlow(parent)) return page.outOfFlow(parent, index);
  // After `|+` every empty line is text, and would come to hold those that stood behind the entry.
  if (page.keepsEmptyLines) return undefined;
  const begin = (key ?? value)?.range[0];
  const start = begin === undefined || isMap(parent) ? begin : page.dashBefore(begin);
  if (start === undefined) return undefined;
  const follower = isMap(parent) ? (parent.items[index + 1] as Pair<ParsedNode> | undefined)?.key.range[0] : undefined;
  return page.withoutLines(start, page.endOfEntry(key, value), follower);
}

/** Whether an entry stands between brackets. */
function isInFlow(parent: Collection): boolean {
  return parent.flow === true;
}

function isRepeated(node: ParsedNode, repeated: ReadonlySet<string>): boolean {
  return !isAlias(node) && node.anchor !== undefined && repeated.has(node.anchor);
}

function anchorsInUse(root: ParsedNode): ReadonlySet<string> {
  const used = new Set<string>();
  visit(root, { Alias: (_, { source }) => void used.add(source) });
  return used;
}
