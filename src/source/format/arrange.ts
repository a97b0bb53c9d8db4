/**
 * Puts properties in the order of the schema, and long spellings into their short forms.
 *
 * Order that means something stays: of ids, of languages, of lists. So does what would change its meaning or its comment's: an alias may
 * not come before its anchor, and behind a dash there is no line for a comment. Comments and empty lines go along with what they
 * are about; groups that empty lines make stay groups.
 */
import { chooseShape, childShape, shapeOf, type Glimpse, type Outline } from '../../model/outline.js';
import { hasComments } from './place.js';
import { isCollection, type Collection, type Entry, type Node, type Note } from './tree.js';
import { isText } from './words.js';

export interface ShortForm {
  /** Of the long spelling. */
  readonly shape: string;
  /** The one key of a map that can be its value instead. Without it, the one item of a list. */
  readonly key?: string;
}

export interface Style {
  readonly outline: Outline;
  /** The shape of the whole file. */
  readonly root: string;
  readonly shortForms: readonly ShortForm[];
}

export const holdsForNextLine = /^#+[ \t]*trackflow-disable-next-line/u;

export function arrange(root: Collection, style: Style): void {
  arrangeIn(root, style.root, style);
  sort(root, style.root, style, { isRoot: true, isBehindDash: false });
}

function arrangeIn(node: Collection, declared: string, style: Style): void {
  const { outline } = style;
  const name = chooseShape(outline, declared, glimpse(node));
  for (const [index, entry] of node.entries.entries()) {
    const child = childShape(outline, name, keyOf(entry) ?? index);
    if (!isCollection(entry.value)) continue;
    arrangeIn(entry.value, child, style);
    const governed = entry.lead.some(({ text }) => holdsForNextLine.test(text));
    const isBehindDash = node.kind === 'list' && entry.value.props === '';
    if (!(governed && isBehindDash)) sort(entry.value, child, style, { isRoot: false, isBehindDash });
    entry.value = shortened(entry.value, child, style);
  }
}

/** The one value of a long spelling in its place, if that is a text and nothing else would get lost. */
export function shortened(node: Collection, declared: string, { outline, shortForms }: Style): Node {
  const name = chooseShape(outline, declared, glimpse(node));
  const form = shortForms.find(({ shape }) => shape === name);
  const [only, second] = node.entries;
  if (form === undefined || only === undefined || second !== undefined || node.props !== '') return node;
  if (hasComments(node) || isCollection(only.value) || only.value.kind === 'block' || !isText(only.value)) return node;
  const isIt = form.key === undefined ? node.kind === 'list' : keyOf(only) === form.key && only.key?.props === '';
  return isIt ? { ...only.value, below: false } : node;
}

interface Where {
  readonly isRoot: boolean;
  readonly isBehindDash: boolean;
}

function sort(node: Collection, declared: string, { outline }: Style, { isRoot, isBehindDash }: Where): void {
  const shape = shapeOf(outline, chooseShape(outline, declared, glimpse(node)));
  if (node.kind !== 'map' || shape?.kind !== 'object') return;
  const rank = new Map(Object.keys(shape.properties).map((key, index) => [key, index]));
  const rankOf = (entry: Entry): number => {
    const key = keyOf(entry) ?? '';
    return key === '<<' ? -1 : (rank.get(key) ?? rank.size);
  };
  const groups = isRoot ? [node.entries] : groupsOf(node.entries);
  const sorted = groups.map((group) => group.toSorted((a, b) => rankOf(a) - rankOf(b)));
  const entries = sorted.flat();
  if (entries.every((entry, index) => entry === node.entries[index])) return;
  if (signsOf(node.entries) !== signsOf(entries)) return;
  const [first, newFirst] = [node.entries[0], entries[0]];
  if (first === undefined || newFirst === undefined) return;
  if (isBehindDash && newFirst !== first && newFirst.lead.length > 0) return;
  for (const [index, group] of groups.entries()) keepAbove(group[0], sorted[index]?.[0], isRoot);
  node.entries = entries;
}

/**
 * What stands above the first entry of a group and is not about it alone stays above the first: the empty line, and comments at the head, which
 * are about all of the group; at the top of a file, about the file.
 */
function keepAbove(first: Entry | undefined, newFirst: Entry | undefined, isRoot: boolean): void {
  if (first === undefined || newFirst === undefined || first === newFirst) return;
  const above = blankAbove(first);
  const head = first.lead.splice(0, isRoot ? countAtTop(first.lead) : countApart(first));
  const below = head.length > 0 ? blankAbove(first) : above;
  setBlankAbove(first, blankAbove(newFirst));
  setBlankAbove(newFirst, below);
  if (head[0]) head[0].blank = above;
  newFirst.lead.unshift(...head);
}

/** All but what switches a rule off for the line below. */
function countAtTop(lead: readonly Note[]): number {
  const at = lead.findIndex(({ text }) => holdsForNextLine.test(text));
  return at === -1 ? lead.length : at;
}

/** Those that an empty line parts from the entry. */
function countApart({ lead, blank }: Entry): number {
  return blank
    ? lead.length
    : Math.max(
        lead.findLastIndex((note) => note.blank),
        0,
      );
}

function groupsOf(entries: readonly Entry[]): Entry[][] {
  const groups: Entry[][] = [];
  for (const entry of entries) {
    const isApart = entry.blank || entry.lead.some(({ blank }) => blank);
    if (groups.length === 0 || isApart) groups.push([entry]);
    else groups.at(-1)?.push(entry);
  }
  return groups;
}

function blankAbove({ lead, blank }: Entry): boolean {
  return lead[0]?.blank ?? blank;
}

function setBlankAbove(entry: Entry, blank: boolean): void {
  if (entry.lead[0]) entry.lead[0].blank = blank;
  else entry.blank = blank;
}

/** Anchors and aliases in their order. */
function signsOf(entries: readonly Entry[]): string {
  return entries.map(({ key, value }) => `${key ? signsIn(key) : ''}${signsIn(value)}`).join('');
}

function signsIn(node: Node): string {
  if (isCollection(node)) return node.props + signsOf(node.entries);
  return node.props + (node.kind === 'leaf' && node.style === 'alias' ? `${node.source} ` : '');
}

function glimpse(node: Collection): Glimpse {
  const find = (key: string): Entry | undefined => node.entries.find((entry) => keyOf(entry) === key);
  return {
    type: node.kind === 'list' ? 'array' : 'object',
    has: (key) => node.kind === 'map' && find(key) !== undefined,
    get(key) {
      const value = node.kind === 'map' ? find(key)?.value : undefined;
      if (value === undefined) return undefined;
      return value.kind === 'leaf' && value.style !== 'alias' ? value.value : null;
    },
  };
}

function keyOf({ key }: Entry): string | undefined {
  return key?.value;
}
