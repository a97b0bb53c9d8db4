/**
 * A flow as text that stays the same while its meaning does: what `git diff` compares in place of the file.
 *
 * One value a line, properties in one order, short forms written out, no comments. From the file alone: git calls it with the versions
 * of a file outside of their folder, where no library can be found. It never fails; what is no sound YAML is shown as it is.
 */
import { readSource } from '../source/index.js';

export function readableText(bytes: Uint8Array): Uint8Array {
  const { value: source } = readSource('flow.yaml', bytes);
  if (!source?.sound || typeof source.data !== 'object' || source.data === null) return bytes;
  const lines: string[] = [];
  for (const [key, value] of Object.entries(source.data)) write(key, value, 0, [key], lines);
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

type Path = readonly string[];

function write(label: string, value: unknown, depth: number, path: Path, lines: string[]): void {
  const indent = '  '.repeat(depth);
  const full = writtenOut(value, path);
  if (Array.isArray(full)) {
    const items = (full as readonly unknown[]).map((item) => inline(item));
    lines.push(
      `${indent}${label}:`,
      ...(inOrder(path) ? items : items.sort(byCodePoint)).map((item) => `${indent}  - ${item}`),
    );
    return;
  }
  if (typeof full !== 'object' || full === null) {
    const [first = '', ...rest] = inline(full).split('\n');
    lines.push(`${indent}${label}: ${first}`.trimEnd(), ...rest.map((line) => `${indent}  ${line}`.trimEnd()));
    return;
  }
  lines.push(`${indent}${label}:`);
  for (const [key, each] of entriesOf(full, path)) write(key, each, depth + 1, [...path, key], lines);
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
  if (path.length === 2 && typeof value === 'object' && value !== null && !Array.isArray(value)) {
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
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).sort(([a], [b]) => branchRank(a) - branchRank(b) || byCodePoint(a, b));
  return entries.map(([key, each]) => `${key}: ${nested(each)}`).join(', ');
}

function nested(value: unknown): string {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? `{${inline(value)}}` : inline(value);
}

function branchRank(key: string): number {
  return !['to', 'otherwise', 'when'].includes(key) ? 3 : ['to', 'otherwise', 'when'].indexOf(key);
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
