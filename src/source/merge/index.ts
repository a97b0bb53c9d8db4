/**
 * Three-way merge of flow files by ids: what git's merge of lines cannot do, because it knows no entries.
 *
 * By pieces where all three texts are sound; the result is checked, and where it would lose a change or a comment of either side, or
 * a text is broken, the lines are merged instead. In the last resort the whole file is one conflict. So nothing is ever lost, and
 * what is told to be merged cleanly is sound YAML that holds the changes of both sides.
 */
import { hasErrors } from '../../model/diagnostic.js';
import { commentsOf } from '../comments.js';
import { readSource } from '../read.js';
import { mergeLines, wholeConflict } from './by-lines.js';
import { keepsChanges } from './check.js';
import { mergeCollections, type Context } from './collections.js';
import { decided, marked, tornLines, type MarkerStyle } from './conflict.js';
import type { Path } from './kinds.js';
import type { Page } from './piece.js';
import { pagesOf } from './pieces.js';
import { renamingsOf, type Renaming } from './renames.js';
import { mergeTrivia } from './trivia.js';

export type { Labels } from './conflict.js';
export type { Path } from './kinds.js';
export type { Renaming } from './renames.js';

export type LineEnds = 'LF' | 'CRLF';

export interface Texts {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface MergeOptions extends MarkerStyle {
  /** Places where a person must decide although the texts could be merged. */
  readonly disputed?: readonly Path[];
}

export interface MergeResult {
  /** With a conflict, git's markers stand in it. */
  readonly text: string;
  readonly conflicts: number;
  /** The text with every conflict decided for one side; the same text where there is none. */
  readonly decided: Readonly<Record<'ours' | 'theirs', string>>;
  /** What could be said of entries was; `lines`: only of lines. */
  readonly by: 'ids' | 'lines' | 'file';
  /** Elements that a side gave another id. */
  readonly renamed: readonly Renaming[];
  /** Of these, those whose old id the other side has in a conflict. */
  readonly renamedInConflict: readonly Renaming[];
  /** What theirs has made of the line ends, where that is not in the text, which has those of ours. */
  readonly lineEndsOfTheirs: LineEnds | undefined;
  /** Anchors that one side has changed, which is why there is a conflict where the other has put something in place of the alias. */
  readonly anchors: readonly string[];
}

/** Whether it is a text that could be merged: no zero byte stands in it, and none of the signs that conflicts are kept with. */
export function isMergeable(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return !/[\u0000\u0001]/u.test(text);
}

/** Of texts that are `isMergeable`. */
export function mergeTexts(given: Texts, options: MergeOptions): MergeResult {
  const newline = lineBreak(given);
  const texts = { base: plain(given.base), ours: plain(given.ours), theirs: plain(given.theirs) };
  const { base, ours, theirs } = texts;
  const untouched = ours === theirs || base === theirs ? ours : base === ours ? theirs : undefined;
  const pages: Pages =
    untouched === undefined ? { base: pagesOf(base), ours: pagesOf(ours), theirs: pagesOf(theirs) } : {};
  const renamed = renamingsIn(pages);
  const finish = (text: string, by: MergeResult['by'], anchors: ReadonlySet<string> = new Set()): MergeResult => {
    const result = marked(text, options);
    const broken = (lines: string): string => (newline === '\n' ? lines : lines.replaceAll('\n', newline));
    return {
      ...result,
      text: broken(result.text),
      decided: { ours: broken(decided(text, 'ours')), theirs: broken(decided(text, 'theirs')) },
      by,
      renamed,
      renamedInConflict: renamed.filter(({ from, side }) => {
        const lines = tornLines(text, side === 'ours' ? 'theirs' : 'ours');
        return lines.some((line) => hasWord(line, from));
      }),
      lineEndsOfTheirs: lostLineEnds(given, newline),
      anchors: [...anchors],
    };
  };
  if (untouched !== undefined) return finish(untouched, 'ids');

  const anchors = new Set<string>();
  const text = byIds(pages, { disputed: options.disputed ?? [], anchors });
  if (text !== undefined) {
    const whole = ours.endsWith('\n') || theirs.endsWith('\n') ? `${text}\n` : text;
    if (isWhole(texts, whole, renamed)) return finish(whole, 'ids', anchors);
  }
  const lines = mergeLines(base, ours, theirs);
  const isSafe = lines !== decided(lines, 'ours') || !allSound(texts) || isWhole(texts, lines, []);
  return isSafe ? finish(lines, 'lines') : finish(wholeConflict(base, ours, theirs), 'file');
}

type Pages = Readonly<Partial<Record<'base' | 'ours' | 'theirs', Page | undefined>>>;

function renamingsIn({ base, ours, theirs }: Pages): readonly Renaming[] {
  if (base === undefined || ours === undefined || theirs === undefined) return [];
  return [...renamingsOf(base.root, ours.root, 'ours'), ...renamingsOf(base.root, theirs.root, 'theirs')];
}

function byIds({ base, ours, theirs }: Pages, context: Context): string | undefined {
  if (base === undefined || ours === undefined || theirs === undefined) return undefined;
  const merged = mergeCollections(context, [], { base: base.root, ours: ours.root, theirs: theirs.root });
  if (merged === undefined) return undefined;
  const header = mergeTrivia(base.header, ours.header, theirs.header);
  const footer = [...merged.left, ...mergeTrivia(base.footer, ours.footer, theirs.footer)];
  return [...header, merged.text, ...footer].join('\n');
}

/** Ids are made of letters, digits, `-` and `_`. */
function hasWord(line: string, id: string): boolean {
  return line.split(/[^\p{L}\p{M}\p{N}_-]+/u).includes(id);
}

/** Whether the result is sound and has every change and every new comment of both sides. */
function isWhole(texts: Texts, text: string, renamed: readonly Renaming[]): boolean {
  const base = dataOf(texts.base);
  const sides = [decided(text, 'ours'), decided(text, 'theirs')] as const;
  const ours = dataOf(sides[0]);
  const theirs = sides[0] === sides[1] ? ours : dataOf(sides[1]);
  return (['ours', 'theirs'] as const).every((side) => {
    const merged = side === 'ours' ? ours : theirs;
    const own = dataOf(texts[side]);
    return (
      base !== undefined &&
      own !== undefined &&
      merged !== undefined &&
      keepsChanges({ base: base.data, side: own.data, merged: merged.data }, renamed) &&
      own.comments.every((comment) => base.comments.includes(comment) || merged.comments.includes(comment))
    );
  });
}

function allSound({ base, ours, theirs }: Texts): boolean {
  return [base, ours, theirs].every((text) => dataOf(text) !== undefined);
}

function dataOf(text: string): { readonly data: unknown; readonly comments: readonly string[] } | undefined {
  const { value, diagnostics } = readSource('', new TextEncoder().encode(text));
  if (!value?.sound || hasErrors(diagnostics)) return undefined;
  return { data: value.data, comments: commentsOf(text).map((comment) => comment.text.trim()) };
}

function plain(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** Ours; if the file has none, theirs. */
function lineBreak({ ours, theirs }: Texts): '\n' | '\r\n' {
  return (ours.includes('\n') ? ours : theirs).includes('\r\n') ? '\r\n' : '\n';
}

function lostLineEnds({ base, theirs }: Texts, newline: '\n' | '\r\n'): LineEnds | undefined {
  const [before, after] = [base, theirs].map((text) => (text.includes('\n') ? text.includes('\r\n') : undefined));
  const isChange = before !== undefined && after !== undefined && before !== after;
  return isChange && after !== (newline === '\r\n') ? (after ? 'CRLF' : 'LF') : undefined;
}
