/**
 * A flow as text that stays the same while its meaning does: what `git diff` compares in place of the file.
 *
 * One value a line, properties in one order, short forms written out, no comments. From the file alone: git calls it with the versions
 * of a file outside of their folder, where no library can be found. It never fails; of a text that is no sound YAML, the entries that are
 * broken are shown as they are, so that a comparison with a sound version does not show every line of the file.
 */
import { oneLine } from '../base/printable.js';
import { readSource, type Source } from '../source/index.js';

export function readableText(bytes: Uint8Array): Uint8Array {
  const { value: source, diagnostics } = readSource('flow.yaml', bytes);
  if (source === undefined) return bytes;
  const fault = source.sound ? undefined : diagnostics.find(({ severity }) => severity === 'error');
  const lines = fault === undefined ? linesOf(source) : brokenLines(source.text);
  if (lines === undefined) return bytes;
  const { message = '', span } = fault ?? {};
  const where = span === undefined ? '' : `, line ${String(span.start.line)}`;
  const title = `# No valid YAML${where}: ${oneLine(message)} What cannot be read stands here as it is written.`;
  return new TextEncoder().encode(`${[...(fault === undefined ? [] : [title]), ...lines].join('\n')}\n`);
}

function linesOf(source: Source): readonly string[] | undefined {
  if (!source.sound || typeof source.data !== 'object' || source.data === null || Array.isArray(source.data))
    return undefined;
  const lines: string[] = [];
  for (const [key, value] of Object.entries(source.data)) write(key, value, 0, [key], lines);
  return lines;
}

/** Each entry of the file on its own: first its sections, and of a section that is broken its elements. */
function brokenLines(text: string): readonly string[] | undefined {
  const sections = cutAt(text.replace(/\r?\n$/u, '').split(/\r?\n/u), 0);
  if (sections.length < 2) return undefined;
  return sections.flatMap((section) => {
    const whole = readable(section);
    if (whole !== undefined) return whole;
    const [title = '', ...below] = section;
    const column = below.find((line) => /^\s*[^\s#]/u.test(line))?.search(/\S/u) ?? 0;
    if (!/^[\p{L}\p{N}_-]+:\s*(?:#.*)?$/u.test(title) || column === 0) return section;
    return [title, ...cutAt(below, column).flatMap((entry) => readable([title, ...entry])?.slice(1) ?? entry)];
  });
}

/** Before each key that stands in this column; comments above it go with it. */
function cutAt(lines: readonly string[], column: number): readonly (readonly string[])[] {
  const cut: string[][] = [];
  let above: string[] = [];
  for (const line of lines) {
    if (/^\s*(?:#.*)?$/u.test(line)) above.push(line);
    else if (line.search(/\S/u) === column && /^\s*[^\s:#-][^:]*:(?:\s|$)/u.test(line)) {
      cut.push([line]);
      above = [];
    } else {
      const last = cut.at(-1);
      if (last === undefined) cut.push([...above, line]);
      else last.push(...above, line);
      above = [];
    }
  }
  return cut;
}

function readable(lines: readonly string[]): readonly string[] | undefined {
  const { value } = readSource('flow.yaml', new TextEncoder().encode(`${lines.join('\n')}\n`));
  return value && linesOf(value);
}

type Path = readonly string[];

function write(label: string, value: unknown, depth: number, path: Path, lines: string[]): void {
  const indent = '  '.repeat(depth);
  const full = writtenOut(value, path);
  if (Array.isArray(full)) {
    const items = (full as readonly unknown[]).map((item) => ({ item, key: inline(item) }));
    if (!inOrder(path)) items.sort((a, b) => byCodePoint(a.key, b.key));
    lines.push(`${indent}${label}:`, ...items.flatMap(({ item }) => itemLines(item, depth + 1, path)));
    return;
  }
  if (typeof full !== 'object' || full === null) {
    lines.push(...inPlace(`${indent}${label}: `, inline(full), `${indent}  `));
    return;
  }
  lines.push(`${indent}${label}:`);
  for (const [key, each] of entriesOf(full, path)) write(key, each, depth + 1, [...path, key], lines);
}

/** A map has its first property behind the dash, the others below it. */
function itemLines(item: unknown, depth: number, path: Path): readonly string[] {
  const indent = '  '.repeat(depth);
  if (!isMap(item) || Object.keys(item).length === 0) return inPlace(`${indent}- `, inline(item), `${indent}  `);
  const lines: string[] = [];
  for (const [key, each] of itemEntries(item)) write(key, each, depth + 1, [...path, key], lines);
  const [first = '', ...rest] = lines;
  return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
}

/** A text with its further lines under the first. */
function inPlace(before: string, text: string, indent: string): readonly string[] {
  const [first = '', ...rest] = text.replace(/\n+$/u, '').split('\n');
  return [`${before}${first}`.trimEnd(), ...rest.map((line) => `${indent}${line}`.trimEnd())];
}

/** Elements follow each other as the author has put them; their properties in an order of ours. */
function entriesOf(map: object, path: Path): readonly (readonly [string, unknown])[] {
  const entries = Object.entries(map);
  return path.length === 1 && sections.has(path[0] ?? '')
    ? entries
    : entries.sort(([a], [b]) => rank(a) - rank(b) || byCodePoint(a, b));
}

const sections: ReadonlySet<string> = new Set(['owners', 'phases', 'segments', 'stores', 'kpis', 'nodes']);

/** The first thing to be said of an element; then the rest, and where it leads. */
const first = ['type', 'kind', 'name', 'title', 'description', 'owner', 'phase'];
const last = ['timeout', 'next'];

function rank(key: string): number {
  if (first.includes(key)) return first.indexOf(key) - first.length;
  return last.includes(key) ? 1 + last.indexOf(key) : 0;
}

/** `next: won` and `next: [{to: won}]` say the same; a node without a type is a task. */
function writtenOut(value: unknown, path: Path): unknown {
  const [section] = path;
  if (section !== 'nodes') return value;
  if (path.length === 2 && isMap(value)) {
    return { type: 'task', ...value };
  }
  if (path.length !== 3 || path[2] !== 'next') return value;
  const branches = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return branches.map((branch) => (typeof branch === 'string' ? { to: branch } : branch));
}

/** Other lists are sets. */
function inOrder(path: Path): boolean {
  return ['next', 'steps', 'history', 'related', 'exit'].includes(path.at(-1) ?? '');
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${(value as readonly unknown[]).map(inline).join(', ')}]`;
  if (!isMap(value)) return String(value);
  return itemEntries(value)
    .map(([key, each]) => `${key}: ${nested(each)}`)
    .join(', ');
}

function itemEntries(map: object): readonly (readonly [string, unknown])[] {
  return Object.entries(map).sort(([a], [b]) => tellingRank(a) - tellingRank(b) || byCodePoint(a, b));
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nested(value: unknown): string {
  return isMap(value) ? `{${inline(value)}}` : inline(value);
}

/** What an item is known by, so that it keeps its place in a set when the rest of it changes: where a branch leads, for whom a contact is. */
const telling = ['to', 'otherwise', 'when', 'for', 'problem', 'name'];

function tellingRank(key: string): number {
  return telling.includes(key) ? telling.indexOf(key) : telling.length;
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
