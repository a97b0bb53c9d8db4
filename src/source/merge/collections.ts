/**
 * Three versions of a map or a list to the text of the merged one, in our text's style: what one side has changed is taken, down to
 * the smallest value; what both have changed becomes a conflict around the smallest entry that has lines of its own.
 *
 * A function that gives undefined could not keep the two apart in its place: whoever called it makes the conflict. Invariant: no
 * branch drops what a side has changed; `check.ts` looks whether that is so.
 */
import { arrange, type Row } from './arrange.js';
import { conflictLines } from './conflict.js';
import { same } from './data.js';
import { holdsElements, isOrdered, type Path } from './kinds.js';
import { bodyFor, columnOf, commentsIn, detached, leadFor, linesFor, newComments, valueFor } from './part-text.js';
import { bodyOf, shifted, wordsOf, type Collection, type Part } from './piece.js';
import { renamesOf, rewritten, type Renames } from './renames.js';
import { mergeTrivia } from './trivia.js';

export interface Context {
  /** Places where a person must decide although the texts could be merged. */
  readonly disputed: readonly Path[];
  /** Filled on the way: anchors that one side has changed, where the other has put something in place of their alias. */
  readonly anchors: Set<string>;
}

export interface Three<T> {
  readonly base: T | undefined;
  readonly ours: T;
  readonly theirs: T;
}

interface Chunk {
  readonly kind: 'part' | 'conflict';
  readonly lead: readonly string[];
  /** Of a part, from its name on; of a conflict, its lines. */
  readonly body: string;
  readonly key?: string | number;
}

const dropped = { lead: [] as readonly string[] };

export function mergeCollections(context: Context, path: Path, three: Three<Collection>): Merged | undefined {
  const { base, ours, theirs } = three;
  if (ours.kind !== theirs.kind || (base !== undefined && base.kind !== ours.kind)) return undefined;
  const renamed = {
    ours: renames(path, base, ours),
    theirs: renames(path, base, theirs),
  };
  const parts = { base: base?.parts ?? [], ours: ours.parts, theirs: theirs.parts };
  const rows = arrange(parts, { ordered: isOrdered(path, ours.kind), renamed });
  if (rows === undefined) return undefined;
  const chunks: Chunk[] = [];
  let left: readonly string[] = [];
  const settler = createSettler(context, path, three);
  for (const row of rows) {
    const chunk = settler(row);
    if (chunk === undefined) return undefined;
    if ('kind' in chunk) {
      chunks.push({ ...chunk, lead: [...left, ...chunk.lead] });
      left = [];
    } else left = [...left, ...chunk.lead];
  }
  const keys = chunks.flatMap(({ key }) => (typeof key === 'string' ? [key] : []));
  if (new Set(keys).size < keys.length) return undefined;
  const text = ours.flow ? inBrackets(ours, chunks) : inLines(ours, chunks);
  return text === undefined ? undefined : { text, left };
}

export interface Merged {
  readonly text: string;
  /** Comments of entries that are gone, with no entry behind them to stand above. */
  readonly left: readonly string[];
}

function renames(path: Path, base: Collection | undefined, side: Collection): Renames {
  if (base === undefined) return new Map();
  if (side.kind === 'list') return rewritten(base.parts, side.parts);
  return holdsElements(path) ? renamesOf(base.parts, side.parts) : new Map<string, string>();
}

type Settled = Chunk | typeof dropped;

function createSettler(context: Context, path: Path, { ours, theirs, base }: Three<Collection>) {
  const column = columnOf(ours, columnOf(theirs));
  const lines = (part: Part | undefined, from: Collection | undefined): readonly string[] =>
    part === undefined ? [] : linesFor(part, ours, column, from?.flow === true);
  const decide = (sides: Partial<Three<Part>>, lead: readonly string[] = []): Chunk | undefined => {
    if (ours.flow) return undefined;
    // What both have above the entry is not in question: at least the empty lines.
    const above = lead.length > 0 ? lead : sharedLead(sides.ours, sides.theirs);
    const bare = (part: Part | undefined): Part | undefined =>
      part && { ...part, lead: part.lead.slice(lead.length > 0 ? part.lead.length : above.length) };
    const conflict = conflictLines({
      base: lines(bare(sides.base), base),
      ours: lines(bare(sides.ours), ours),
      theirs: lines(bare(sides.theirs), theirs),
    });
    return { kind: 'conflict', lead: above, body: conflict.join('\n') };
  };
  const asOurs = (part: Part, more: readonly string[] = []): Chunk => ({
    kind: 'part',
    lead: [...part.lead, ...more.map((comment) => ' '.repeat(column) + comment)],
    body: ours.flow ? `${part.name}${part.head}${part.value.text}` : bodyOf(part),
    key: part.key,
  });
  const asTheirs = (part: Part): Chunk => ({
    kind: 'part',
    lead: theirs.flow ? [] : leadFor(part, column),
    body: bodyFor(part, theirs.flow, ours, column),
    key: part.key,
  });
  const isDisputed = (here: Path): boolean =>
    context.disputed.some((each) => here.every((step, index) => step === each[index]));

  const both = (here: Path, three: Three<Part>): Settled | undefined => {
    const { base: b, ours: o, theirs: t } = three;
    const disputed = isDisputed(here) && wordsOf(o) !== wordsOf(t);
    if (!disputed) {
      if (b && wordsOf(t) === wordsOf(b) && lostAliases(b, t, o).length === 0) return asOurs(o);
      if (b && wordsOf(o) === wordsOf(b) && lostAliases(b, o, t).length === 0) return asTheirs(t);
      if (wordsOf(o) === wordsOf(t)) return asOurs(o);
    }
    const lead = mergeTrivia(
      b?.lead ?? [],
      o.lead,
      t.lead.map((line) => leadShift(line, t, column)),
    );
    const renamed = o.key !== b?.key && t.key !== b?.key && o.key !== t.key && ours.kind === 'map';
    const name = ours.kind === 'list' || t.key === b?.key ? o : t;
    const value = renamed ? undefined : mergeValues(context, here, { base: b, ours: o, theirs: t }, { ours, theirs });
    if (value === undefined) return decide({ ...(b && { base: b }), ours: o, theirs: t }, lead);
    const tail = tailOf(o, t, b);
    const merged = `${nameIn(name, ours)}${value}${ours.flow || endsInLines(value, o) ? '' : tail}`;
    const known = [...lead, merged].join('\n');
    const missing = [...new Set([...newComments(o, b), ...newComments(t, b)])].filter((each) => !known.includes(each));
    return {
      kind: 'part',
      lead: [...lead, ...missing.map((comment) => ' '.repeat(column) + comment)],
      body: merged,
      key: name.key,
    };
  };

  return (row: Row): Settled | undefined => {
    const { base: b, ours: o, theirs: t, clash } = row;
    if (clash !== undefined) {
      if (ours.flow) return undefined;
      const all = (parts: readonly Part[], from: Collection): readonly string[] =>
        parts.flatMap((part) => lines(part, from));
      const conflict = conflictLines({ base: [], ours: all(clash.ours, ours), theirs: all(clash.theirs, theirs) });
      return { kind: 'conflict', lead: [], body: conflict.join('\n') };
    }
    const here = [...path, (o ?? t ?? b)?.key ?? ''];
    if (o && t) {
      if (b) return both(here, { base: b, ours: o, theirs: t });
      if (same(o.value.data, t.value.data)) return asOurs(o, newComments(t, o));
      return holdsElements(here) ? both(here, { base: undefined, ours: o, theirs: t }) : decide({ ours: o, theirs: t });
    }
    if (b === undefined) {
      if (o) return isDisputed(here) ? decide({ ours: o }) : asOurs(o);
      return t ? (isDisputed(here) ? decide({ theirs: t }) : asTheirs(t)) : dropped;
    }
    const side = o ?? t;
    if (side === undefined) return dropped;
    const untouched = side.key === b.key && same(side.value.data, b.value.data) && newComments(side, b).length === 0;
    if (untouched) return { lead: o && !ours.flow ? detached(o) : [] };
    return decide({ base: b, ...(o && { ours: o }), ...(t && { theirs: t }) });
  };
}

/** Theirs only if it says something else now: laid out anew, an entry may have the comment inside. */
function tailOf(ours: Part, theirs: Part, base: Part | undefined): string {
  const before = base?.tail.trim();
  if (before === undefined || ours.tail.trim() !== before || theirs.tail.trim() === before) return ours.tail;
  return theirs.tail.trim() === '' && commentsIn(theirs).includes(before) ? ours.tail : theirs.tail;
}

function sharedLead(ours: Part | undefined, theirs: Part | undefined): readonly string[] {
  if (ours === undefined || theirs === undefined) return [];
  const end = ours.lead.findIndex((line, index) => line.trim() !== theirs.lead[index]?.trim());
  return end === -1 ? ours.lead : ours.lead.slice(0, end);
}

function leadShift(line: string, from: Part, column: number): string {
  return line.trim() === ''
    ? line
    : ' '.repeat(Math.max(0, line.search(/\S/u) + column - from.column)) + line.trimStart();
}

function nameIn(part: Part, { flow, kind }: Collection): string {
  return kind === 'list' ? (flow ? '' : '-') : part.name;
}

/** A block goes to the end of its lines and has the comments there in itself. */
function endsInLines(value: string, ours: Part): boolean {
  return ours.tail === '' && value.includes('\n');
}

/** From behind the name on. */
function mergeValues(
  context: Context,
  path: Path,
  { base, ours, theirs }: Three<Part>,
  around: { readonly ours: Collection; readonly theirs: Collection },
): string | undefined {
  const [b, o, t] = [base?.value, ours.value, theirs.value];
  const taken = (): string => valueFor(theirs, around.theirs.flow, around.ours, ours.column);
  const kept = ours.head + o.text;
  const inside = context.disputed.filter((each) => path.every((step, index) => step === each[index]));
  if (inside.some((each) => each.length === path.length)) return same(o.data, t.data) ? kept : undefined;
  if (base !== undefined && inside.length === 0) {
    const lost = [...lostAliases(base, ours, theirs), ...lostAliases(base, theirs, ours)];
    if (lost.length === 0 && valueWords(ours) === valueWords(base)) return taken();
    if (lost.length === 0 && valueWords(theirs) === valueWords(base)) return kept;
    if (o.kind === 'leaf' || t.kind === 'leaf') for (const anchor of lost) context.anchors.add(anchor);
  }
  if (o.kind !== 'leaf' && t.kind !== 'leaf' && o.kind === t.kind) {
    const before = b?.kind === o.kind ? b : undefined;
    const merged =
      before === undefined && !holdsElements(path)
        ? undefined
        : mergeCollections(context, path, { base: before, ours: o, theirs: t });
    // Comments without an entry under them would have to stand outside.
    if (merged?.left.length === 0) return ours.head + merged.text;
    return undefined;
  }
  if (inside.length > 0) return undefined;
  if (same(o.data, t.data) || (b !== undefined && same(t.data, b.data))) return kept;
  return b !== undefined && same(o.data, b.data) ? taken() : undefined;
}

/**
 * A part that says the same words as before, and yet something else, because an alias in it stands for what has changed elsewhere. If the
 * other side has no such alias there any more, its words alone would drop that change.
 */
function lostAliases(base: Part, still: Part, other: Part): readonly string[] {
  const names = aliasesIn(base);
  if (names.length === 0 || same(still.value.data, base.value.data) || valueWords(still) !== valueWords(base))
    return [];
  const kept = aliasesIn(other);
  return names.filter((name) => !kept.includes(name));
}

function aliasesIn({ value: { text } }: Part): readonly string[] {
  return [...text.matchAll(/(?:^|[\s,[{:])\*([^\s,[\]{}]+)/gu)].map(([, name = '']) => name);
}

function valueWords({ head, value, column }: Part): string {
  return shifted(head + value.text, -column);
}

function inLines(ours: Collection, chunks: readonly Chunk[]): string | undefined {
  if (chunks.length === 0) return ours.kind === 'map' ? ' {}' : ' []';
  const column = columnOf(ours);
  const inline = ours.parts[0]?.ownLine === false;
  const [first] = chunks;
  const titled = first?.lead.some((line) => line.trim() !== '');
  if (inline && (first?.kind === 'conflict' || titled)) return undefined;
  const lines = chunks.flatMap(({ kind, lead, body }, index) => {
    if (inline && index === 0) return [body];
    return [...lead, kind === 'conflict' ? body : ' '.repeat(column) + body];
  });
  return `${ours.below ? '\n' : ''}${lines.join('\n')}`;
}

/** In the style of our brackets: all on one line, or each entry on a line of its own. */
function inBrackets(ours: Collection, chunks: readonly Chunk[]): string | undefined {
  const [open, close] = ours.kind === 'map' ? ['{', '}'] : ['[', ']'];
  const words = chunks.map(({ body }) => body);
  if (words.length === 0) return `${open}${close}`;
  const [before = ''] = /^\s*/u.exec(ours.text.slice(1)) ?? [];
  const [after = ''] = /,?\s*$/u.exec(ours.text.slice(1, -1)) ?? [];
  const between = /,\s*\n\s*/u.exec(ours.text)?.[0] ?? ', ';
  return `${open}${before}${words.join(between)}${ours.parts.length === 0 ? '' : after}${close}`;
}
