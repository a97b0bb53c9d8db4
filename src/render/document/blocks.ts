/**
 * The few building blocks of which documents are made, as Markdown syntax trees.
 *
 * Author's text only ever becomes a `text` or `inlineCode` node here; what it looks like in Markdown, and what must be escaped for it
 * to stay text, is the serialiser's affair. Headings are not numbered yet and references not filled in: see `numbering.ts`.
 */
import type { Heading, Link, List, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { phrasing } from './phrasing.js';

declare module 'mdast' {
  interface HeadingData {
    /** Names the heading within its document, whatever its words and its number: the anchor in HTML and Word. */
    readonly id?: string;
    readonly unnumbered?: boolean;
    /**
     * Only in forms whose anchors are the words of the heading: the number is not put before these words, but said by this sentence
     * below them, so that the anchor stays when the number changes. `{number}` in it.
     */
    readonly apart?: string;
    /** In all other forms: a line below the heading, in which nothing is left to be filled in. */
    readonly below?: string;
    /** `6.2.1`. Only in a finished document; forms put it before the words. */
    readonly number?: string;
  }
  interface LinkData {
    /** The id of the heading to which this link leads, and which it will name. */
    readonly ref?: string;
  }
}

/** Text within a line: plain, or with links. */
export type Inline = string | readonly PhrasingContent[];

export function inline(content: Inline): PhrasingContent[] {
  return typeof content === 'string' ? phrasing(content) : [...content];
}

export const isEmpty = (content: Inline): boolean => content.length === 0;

/** Several lines: a hard break between them. Blank lines go, and so does space at the ends of a line. */
export function lines(content: string): PhrasingContent[] {
  return content
    .split('\n')
    .map((line) => line.replace(/[ \t]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .flatMap((line, index) => [...(index > 0 ? [{ type: 'break' } as const] : []), ...phrasing(line)]);
}

/** The items with a separator between them; empty ones left out. */
export function joined(items: readonly Inline[], separator: string): Inline {
  return items
    .filter((item) => !isEmpty(item))
    .flatMap((item, index) => [...inline(index > 0 ? separator : ''), ...inline(item)]);
}

/** The first letter as a capital, for words of ours at the beginning of a cell. Chinese has none and stays. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A sentence with `{name}` places filled in. The template is ours, so braces in an author's text mean nothing. */
export function fill(template: string, values: Readonly<Record<string, Inline>>): Inline {
  return template
    .split(/(\{\w+\})/u)
    .flatMap((part) => inline(/^\{\w+\}$/u.test(part) ? (values[part.slice(1, -1)] ?? '') : part));
}

export function heading(depth: Heading['depth'], content: Inline, data: Heading['data'] = {}): Heading {
  return { type: 'heading', depth, children: inline(content), data };
}

export function paragraph(content: Inline): Paragraph[] {
  return isEmpty(content) ? [] : [{ type: 'paragraph', children: inline(content) }];
}

/** What closes a quotation or a bracket, behind whatever ends the sentence in it. */
const closing = /[\p{Pe}\p{Pf}"']+$/u;
/** Sentences, clauses and lists that their author has ended. */
const end = /[.!?:;,…。．！？：；，、—–-]$/u;

/**
 * Authors write a goal or a description without a full stop, as in a table; as a paragraph of a document it gets one. After `85%` or
 * `（试行）` it is missing, after `？` it is not. `stop` is that of the document; a text in the other language gets that of its own.
 */
export function ended(content: string, stop: '.' | '。'): string {
  const bare = content.replace(closing, '');
  const isText = inline(content.split('\n').at(-1) ?? '').at(-1)?.type === 'text';
  return !isText || end.test(bare) || !/[\p{L}\p{N}]/u.test(bare) ? content : content + stopOf(content, stop);
}

/** A Chinese sentence has Latin names in it, and hardly an English one begins and ends in Chinese. */
function stopOf(content: string, usual: '.' | '。'): string {
  const letters = content.match(/\p{L}/gu) ?? [];
  const isHan = (letter = ''): boolean => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter);
  if (usual === '.') return isHan(letters[0]) && isHan(letters.at(-1)) ? '。' : '.';
  return letters.length === 0 || letters.some(isHan) ? '。' : '.';
}

/** Paragraphs between blank lines, hard breaks between lines. */
export function paragraphs(content: string): Paragraph[] {
  return content.split(/\n[ \t]*\n/u).flatMap((block) => paragraph(lines(block)));
}

function list(ordered: boolean, items: readonly Inline[]): List[] {
  const children = items
    .filter((item) => !isEmpty(item))
    .map((item) => ({ type: 'listItem' as const, spread: false, children: paragraph(item) }));
  return children.length === 0
    ? []
    : [{ type: 'list', ordered, spread: false, ...(ordered ? { start: 1 } : {}), children }];
}

/** What is to be done and ticked off. */
export function checklist(items: readonly Inline[]): List[] {
  return bullets(items).map((list) => ({
    ...list,
    children: list.children.map((item) => ({ ...item, checked: false })),
  }));
}

export const bullets = (items: readonly Inline[]): List[] => list(false, items);
export const numbered = (items: readonly Inline[]): List[] => list(true, items);

/** A label on a line of its own, with what it announces; nothing if there is nothing to announce. */
export function labelled(label: Inline, blocks: readonly RootContent[]): RootContent[] {
  return blocks.length === 0 ? [] : [...paragraph(label), ...blocks];
}

/** A table without the columns in which no row says anything; nothing without rows. */
export function table(header: readonly string[], rows: readonly (readonly Inline[])[]): Table[] {
  if (rows.length === 0) return [];
  const kept = header.map((_, column) => rows.some((row) => !isEmpty(row[column] ?? '')));
  const row = (cells: readonly Inline[]): Table['children'][number] => ({
    type: 'tableRow',
    children: cells.filter((_, column) => kept[column]).map((cell) => ({ type: 'tableCell', children: inline(cell) })),
  });
  return [{ type: 'table', align: kept.filter(Boolean).map(() => 'left'), children: [row(header), ...rows.map(row)] }];
}

/**
 * Properties with their values, those without a value left out. A list and not a table: beside a long value the column of labels
 * shrinks to the width of one Chinese character.
 */
export function properties(pairs: readonly (readonly [string, Inline])[], colon: string): List[] {
  const said = pairs.filter(([, value]) => !isEmpty(value));
  return bullets(
    said.map(([label, value]) => [{ type: 'strong', children: inline(label) }, ...inline(colon), ...inline(value)]),
  );
}

/** Properties with short values as a table. The first pair is its head, so that it needs no line that says "property, value". */
export function sheet(pairs: readonly (readonly [string, Inline])[]): Table[] {
  const [head, ...rows] = pairs.filter(([, value]) => !isEmpty(value));
  if (head === undefined) return [];
  const row = (cells: readonly Inline[]): Table['children'][number] => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: inline(cell) })),
  });
  return [{ type: 'table', align: ['left', 'left'], children: [head, ...rows].map(row) }];
}

/** A link that the author gave; one with a scheme that could run something stays text. */
export function externalLink(content: string, url: string | undefined): Inline {
  if (url === undefined || !/^(?:https?:|mailto:|[^:]*$|[^:]*[/?#])/iu.test(url)) return content;
  return [{ type: 'link', url, children: inline(content) }];
}

/** A link to a heading of this document; its number and name come later. */
export function reference(ref: string): Link {
  return { type: 'link', url: '', children: [], data: { ref } };
}

export const code = (content: string): PhrasingContent[] =>
  content === '' ? [] : [{ type: 'inlineCode', value: content }];
