/**
 * Matrix: what one table says of a process, in one language, as plain data: responsibilities, access to data, indicators and so on.
 *
 * Separate from `View`, which is a graph: a table needs no placing to be read, so Markdown, CSV and HTML take it as it is, and only
 * pictures lay it out. All texts are single lines of plain text, whatever the author wrote; what they mean to a syntax is the affair of
 * whoever writes that syntax. Every row has a cell for each column.
 */
import type { DocumentStatus } from './process.js';
import type { Language } from './text.js';
import { viewIds, type ViewId } from './view.js';

export const matrixIds = ['raci', 'crud', 'kpi', 'cadence', 'controls', 'data-dictionary', 'handoffs'] as const;
export type MatrixId = (typeof matrixIds)[number];

/** Whatever can be asked for as a view: the pictures of graphs, then the matrices. */
export const allViewIds = [...viewIds, ...matrixIds] as const;
export type AnyViewId = ViewId | MatrixId;

export function isMatrixId(id: AnyViewId): id is MatrixId {
  return matrixIds.some((known) => known === id);
}

/** What a heading, row or cell is about, for those who can link to it. */
export interface MatrixSubject {
  readonly kind: 'node' | 'owner' | 'store' | 'segment' | 'phase' | 'kpi';
  readonly id: string;
}

/**
 * How a mark is drawn, beside the text that it always has: for who works, answers, is asked and is told; for rights that are used,
 * lie idle or are missing; and for what is good, worth a look, wrong, or none of these.
 */
export const markTones = [
  'responsible',
  'accountable',
  'consulted',
  'informed',
  'used',
  'idle',
  'missing',
  'good',
  'warning',
  'bad',
  'neutral',
] as const;
export type MarkTone = (typeof markTones)[number];

/** A letter or a few words on a small ground of their own: `R`, `(D)`, `personal`. The tone repeats what the text says. */
export interface Mark {
  readonly text: string;
  readonly tone: MarkTone;
  /** What it stands for, in full. */
  readonly title: string;
}

export interface MatrixCell {
  /** Stand before the lines. */
  readonly marks: readonly Mark[];
  /** None for an empty cell. */
  readonly lines: readonly string[];
  /** Beyond what is seen: for tool tips. */
  readonly title?: string;
  readonly subject?: MatrixSubject;
  /** Says that there is nothing to say, and may stand back: `not set`. */
  readonly quiet?: true;
}

/**
 * `head`: names its row. `mark`: marks or a word or two, narrow and centred. `text`: a sentence or a list. `short`: a quantity or a
 * few words.
 */
export type ColumnKind = 'head' | 'mark' | 'short' | 'text';

export interface MatrixColumn {
  readonly id: string;
  readonly header: string;
  readonly kind: ColumnKind;
  readonly align: 'start' | 'middle' | 'end';
  /** A heading over several neighbouring columns: the department of roles. */
  readonly group?: string;
  /** Of an owner: index into the palette of owner hues. */
  readonly hue?: number;
  readonly subject?: MatrixSubject;
  /** Neighbours in a group of rows that say the same may be shown as one cell over several rows. */
  readonly merges?: true;
}

export interface MatrixRow {
  readonly id: string;
  readonly cells: readonly MatrixCell[];
  readonly subject?: MatrixSubject;
}

/** Rows under a common heading: the steps of a phase. */
export interface MatrixGroup {
  /** Empty where rows stand under none. */
  readonly heading: string;
  /** A sentence beside the heading; empty for none. */
  readonly detail: string;
  readonly subject?: MatrixSubject;
  readonly rows: readonly MatrixRow[];
}

export interface MatrixLegendEntry {
  readonly mark: Mark;
  readonly text: string;
}

export interface Matrix {
  readonly id: MatrixId;
  readonly processId: string;
  readonly language: Language;
  /** What kind of matrix it is: `RACI matrix`. */
  readonly name: string;
  /** The process and the name: stands above the table where nothing else says which process it is. */
  readonly title: string;
  /** Document number, version, dates and owner in words; empty if there is no document control. */
  readonly subtitle: string;
  readonly status?: { readonly id: DocumentStatus; readonly text: string };
  /** One sentence: what rows and columns are. */
  readonly description: string;
  /** Name of the owner of the document. */
  readonly author?: string;
  readonly columns: readonly MatrixColumn[];
  /** What groups of rows are, for forms that have them as a column: `Phase`. Empty where rows stand under no headings. */
  readonly groupHeader: string;
  /** None with rows: then `empty` says what is missing. */
  readonly groups: readonly MatrixGroup[];
  /** Instead of a table without rows; absent where there are any. */
  readonly empty?: string;
  /** What its marks mean, as far as they occur. */
  readonly legend: readonly MatrixLegendEntry[];
  /** What a reader should know: gaps, and how something was derived. */
  readonly notes: readonly string[];
}
