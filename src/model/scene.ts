/**
 * Scene: where everything sits, in CSS pixels, origin top left, y down. Measured text runs, boxes, polylines.
 *
 * No rules of the domain are left here: every back end (SVG now, PNG, PDF, draw.io later) draws the same Scene, and
 * `layout/quality` measures it.
 */
import type { AnyViewId, Mark, MatrixSubject } from './matrix.js';
import type { Badge, ChangeLook, LegendEntry, View, ViewNode, ViewNodeType } from './view.js';
import type { DocumentStatus, EndOutcome, TaskKind } from './process.js';
import type { Language } from './text.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type FontWeight = 400 | 700;
export type TextRole =
  | 'title'
  | 'subtitle'
  | 'status'
  | 'lane'
  | 'group'
  | 'phase'
  | 'node'
  | 'caption'
  | 'note'
  | 'badge'
  | 'edge'
  | 'legend'
  | 'panel'
  | 'alert';

/** One line of text. `x` is the anchor point, `y` the baseline, `width` the measured width. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly weight: FontWeight;
  readonly width: number;
  readonly role: TextRole;
}

export interface SceneBadge {
  readonly kind: Badge['kind'];
  readonly box: Box;
  readonly runs: readonly TextRun[];
  readonly title: string;
}

/** A sign that something wants to be looked at twice, with the numbers of the sentences that say what. */
export interface SceneAlert {
  readonly box: Box;
  readonly run: TextRun;
}

/** A frame with lines of text beside the picture: what the whole picture wants to say. */
export interface ScenePanel {
  readonly box: Box;
  readonly tone: 'alarm' | 'plain';
  readonly runs: readonly TextRun[];
  /** Beside the sentences that have numbers. */
  readonly alerts: readonly SceneAlert[];
  /** Beside the sentences that say what has become of something. */
  readonly signs: readonly (Point & { readonly look: ChangeLook; readonly radius: number })[];
}

export interface SceneNode {
  readonly id: string;
  readonly type: ViewNodeType;
  readonly kind?: TaskKind;
  readonly outcome?: EndOutcome;
  readonly hue?: number;
  /** The drawn outline's bounding box. */
  readonly box: Box;
  readonly runs: readonly TextRun[];
  readonly badges: readonly SceneBadge[];
  /** The part of the box below a line, where the data stands that the step reads and writes. */
  readonly compartment?: Box;
  /** A clock on the border where a timeout leaves: its centre. */
  readonly clock?: Point;
  readonly lane?: string;
  readonly phase?: string;
  readonly tip: string;
  /** For screen readers. Absent: the tip. */
  readonly label?: string;
  readonly href?: string;
  readonly duplicate?: true;
  readonly dimmed?: true;
  readonly change?: ChangeLook;
  /** Where the sign of its change stands: its middle. */
  readonly sign?: Point;
  readonly ghost?: true;
  readonly alerts?: readonly number[];
  readonly alert?: SceneAlert;
  /** Of a connector: the one that it leads to, and the page, from 1, on which that stands. */
  readonly partner?: ViewNode['partner'];
}

export interface SceneLabel {
  readonly box: Box;
  readonly runs: readonly TextRun[];
  /** Before the first line. */
  readonly marks?: readonly SceneBadge[];
  readonly full: string;
}

export interface SceneEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: 'next' | 'timeout' | 'data';
  readonly main: boolean;
  readonly otherwise: boolean;
  /** Runs against the flow. */
  readonly back: boolean;
  /** Orthogonal polyline from outline to outline, at least two points, no repeated or collinear middle points. */
  readonly points: readonly Point[];
  readonly label?: SceneLabel;
  readonly dimmed?: true;
  readonly change?: ChangeLook;
  /** Where the sign of its change stands, and its radius; absent where it would cover the line. */
  readonly sign?: Point & { readonly radius: number };
  readonly ghost?: true;
  /** Of what is gone and could only end on a living line: the part that is its own. It has no arrowhead then. */
  readonly own?: readonly Point[];
}

/** A lane, a group of lanes or a phase: its whole band and its header cell. */
export interface SceneBand {
  readonly id: string;
  readonly kind: 'lane' | 'group' | 'phase';
  readonly hue?: number;
  readonly external?: boolean;
  readonly unassigned?: true;
  readonly box: Box;
  readonly header: Box;
  readonly runs: readonly TextRun[];
  readonly full: string;
}

export interface SceneLegendItem {
  readonly entry: LegendEntry;
  readonly swatch: Box;
  readonly run: TextRun;
}

export interface SceneMark extends Mark {
  readonly box: Box;
  /** May be cut short; `text` is not. */
  readonly run: TextRun;
}

/**
 * `span`: a heading over several columns. `header`: of a column. `band`: a heading over rows, as wide as the table. `head`: names its
 * row. Runs whose role is `caption` stand back.
 */
export interface SceneCell {
  readonly kind: 'span' | 'header' | 'band' | 'head' | 'cell';
  readonly box: Box;
  readonly runs: readonly TextRun[];
  readonly marks: readonly SceneMark[];
  readonly hue?: number;
  /** All that it says, for screen readers. */
  readonly label: string;
  readonly title?: string;
  readonly subject?: MatrixSubject;
  readonly href?: string;
}

/** A matrix, drawn. */
export interface SceneTable {
  readonly frame: Box;
  /** Headers too. A cell over several rows stands in the first. */
  readonly rows: readonly (readonly SceneCell[])[];
  readonly legend: readonly { readonly mark: SceneMark; readonly run: TextRun }[];
  readonly notes: readonly TextRun[];
}

export interface Scene {
  readonly view: AnyViewId;
  readonly processId: string;
  readonly language: Language;
  readonly direction: 'right' | 'down';
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  /** Who answers for the process, for formats that can say it beside the picture. */
  readonly author?: string;
  /** Title block. */
  readonly heading: readonly TextRun[];
  /** A small sign beside the title. */
  readonly status?: { readonly id: DocumentStatus; readonly box: Box; readonly run: TextRun };
  /** The rectangles that lanes and phases fill: one, or one for each column; none without lanes and phases. */
  readonly frames: readonly Box[];
  /** In drawing order: groups, lanes, phases. A phase that goes on in the next column has a band in each. */
  readonly bands: readonly SceneBand[];
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly legend: readonly SceneLegendItem[];
  /** Under the title, in reading order. */
  readonly panels?: readonly ScenePanel[];
  /** In pictures of matrices, which have nothing of the above but a heading. */
  readonly table?: SceneTable;
  /** Set if this is one of the pages of a picture that was cut for paper. */
  readonly page?: ScenePage;
}

export interface ScenePage extends NonNullable<View['page']> {
  /** What stands on it in a few words, for lists of pages. */
  readonly name: string;
  /** Of the paper, and what stays free of its border, in points, 72 to the inch. */
  readonly paper: { readonly width: number; readonly height: number; readonly margin: number };
  /** Points on paper for each pixel, the same on all pages of a picture. */
  readonly scale: number;
}
