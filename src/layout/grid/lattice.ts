/**
 * Who runs where on the lattice, and who may.
 *
 * Separate from the search so that the laws that make a valid picture stand in one place. They hold by construction:
 * - no connection passes a cell that holds a node;
 * - a centre line carries one connection at any place, so that nothing runs on top of anything;
 * - the four vertices next to a node are its own: only connections that start or end there may turn onto its centre lines,
 *   hence every side of every node can always be reached.
 * Channels need no law: parallel connections get tracks of their own later.
 */
import { centreOf, everySide, isCentre, isVertical, opposite, stepI, stepJ, type Direction4 } from './lines.js';
import { columnsOf, type Span } from './spans.js';

/** A connection at a vertex: it arrives in one direction and leaves in another (the same if it goes straight). */
export interface Use {
  readonly edge: number;
  readonly kind: 'next' | 'timeout' | 'data';
  readonly source: number;
  readonly target: number;
  readonly arrive: Direction4;
  readonly leave: Direction4;
  /** First or last vertex of its path, where it touches a node. */
  readonly end: 'start' | 'goal' | undefined;
  /** Position in its path. */
  readonly position: number;
}

/** Price of coming in where a connection of the other kind does, in crossings. */
const otherKind = 0.5;

/** The connection that asks. */
export interface Traveller {
  readonly kind: 'next' | 'timeout' | 'data';
  readonly edge: number;
  readonly target: number;
}

/** The lines that a connection runs along at a vertex, as bits, and what is special about the vertex itself. */
const row = 1;
const column = 2;
/** The vertex lies on centre lines: `row` and `column` say on which. */
const centres = row | column;
/** It is one of the four beside a node. */
const owned = 4;
/** It lies in a node, or outside the lattice. */
const closed = 8;

/** The lines that a connection runs along that arrives and leaves like this. */
const linesAlong = (arrive: Direction4, leave: Direction4): number => (2 - (arrive & 1)) | (2 - (leave & 1));

const nobody: readonly Use[] = [];

/** What it costs the connection that asks to share a side of a node with another; Infinity if that cannot be. */
export type Sharing = (other: Use) => number;

export class Lattice {
  readonly width: number;
  readonly height: number;
  /** How many vertices there are by number, with a rim of closed ones around the lattice. */
  readonly vertices: number;
  /** From a vertex to the next one in each direction. */
  private readonly steps: readonly [number, number, number, number];
  private readonly uses: (Use[] | undefined)[];
  /** What is special about each vertex. */
  private readonly marks: Uint8Array;
  /** For each vertex how many go through it level, how many upright, and how many turn there. */
  private readonly passing: Int32Array;

  constructor(columns: number, rows: number, cells: readonly { span: Span; row: number }[]) {
    this.width = 3 * columns;
    this.height = 3 * rows;
    const stride = this.width + 2;
    this.vertices = stride * (this.height + 2);
    this.steps = [-stride, 1, stride, -1];
    this.uses = new Array<Use[] | undefined>(this.vertices);
    this.passing = new Int32Array(3 * this.vertices);
    this.marks = new Uint8Array(this.vertices).fill(closed);
    for (let i = 0; i < this.height; i++) for (let j = 0; j < this.width; j++) this.clear(i, j);
    for (const cell of cells) this.occupy(cell.row, cell.span);
  }

  /** What there is at a vertex that no node stands at or beside. */
  private clear(i: number, j: number): void {
    this.marks[this.vertex(i, j)] = (isCentre(i) ? row : 0) | (isCentre(j) ? column : 0);
  }

  /** A bar is shorter than was thought. */
  shorten(atRow: number, from: Span, to: Span): void {
    for (let i = 3 * atRow; i < 3 * (atRow + 1); i++)
      for (let j = 3 * from.low; j < 3 * (from.high + 1); j++) this.clear(i, j);
    this.occupy(atRow, to);
  }

  /** A node stands here; a bar lies between its cells, too. */
  private occupy(atRow: number, span: Span): void {
    const i = centreOf(atRow);
    for (const at of columnsOf(span)) {
      for (const side of everySide) this.mark(this.beside(atRow, at, side), owned);
      this.mark(this.vertex(i, centreOf(at)), closed);
    }
    for (let j = centreOf(span.low); j < centreOf(span.high); j++) this.mark(this.vertex(i, j), closed);
  }

  private mark(vertex: number, as: number): void {
    this.marks[vertex] = (this.marks[vertex] ?? 0) | as;
  }

  vertex(i: number, j: number): number {
    return (i + 1) * (this.width + 2) + j + 1;
  }

  i(vertex: number): number {
    return Math.floor(vertex / (this.width + 2)) - 1;
  }

  j(vertex: number): number {
    return (vertex % (this.width + 2)) - 1;
  }

  usesAt(vertex: number): readonly Use[] {
    return this.uses[vertex] ?? nobody;
  }

  add(vertex: number, use: Use): void {
    (this.uses[vertex] ??= []).push(use);
    this.tally(vertex, use, 1);
  }

  remove(vertex: number, edge: number): void {
    const list = this.uses[vertex];
    for (let at = (list?.length ?? 0) - 1; at >= 0; at--) {
      const use = list?.[at];
      if (use?.edge !== edge) continue;
      list?.splice(at, 1);
      this.tally(vertex, use, -1);
    }
  }

  private tally(vertex: number, { arrive, leave }: Use, by: 1 | -1): void {
    const at = 3 * vertex + (arrive !== leave ? 2 : isVertical(arrive) ? 1 : 0);
    this.passing[at] = (this.passing[at] ?? 0) + by;
  }

  /** The vertex beside a node on one side. */
  beside(row: number, column: number, side: Direction4): number {
    return this.vertex(centreOf(row) + stepI(side), centreOf(column) + stepJ(side));
  }

  /** The next vertex in a direction, or -1 at the border or before a node. */
  next(vertex: number, direction: Direction4): number {
    const next = vertex + this.steps[direction];
    return ((this.marks[next] ?? closed) & closed) === 0 ? next : -1;
  }

  /**
   * Price of arriving and leaving like this, in crossings (a fraction for a likely one); Infinity where a law forbids it.
   * `following`: it goes the rest of its way as one line with those to the same node that leave likewise. `sharing` says whether this connection may share a node's side with another of its uses there, and at what price.
   */
  price(
    vertex: number,
    arrive: Direction4,
    leave: Direction4,
    self: Traveller,
    end: Use['end'],
    following: boolean,
    sharing: Sharing,
  ): number {
    const marks = this.marks[vertex] ?? 0;
    const own = linesAlong(arrive, leave) & marks & centres;
    if (end === undefined && own !== 0 && (marks & owned) !== 0) return Infinity;
    const uses = this.uses[vertex];
    if (uses === undefined || uses.length === 0) return 0;
    return (marks & centres) === 0 && !following
      ? this.priceInChannels(vertex, arrive, leave)
      : this.priceAmong(uses, marks, arrive, leave, self, end, following, sharing);
  }

  /** Where two channels meet nothing is forbidden, and many may pass: counting them is enough. */
  private priceInChannels(vertex: number, arrive: Direction4, leave: Direction4): number {
    const level = this.passing[3 * vertex] ?? 0;
    const upright = this.passing[3 * vertex + 1] ?? 0;
    const turning = this.passing[3 * vertex + 2] ?? 0;
    if (arrive !== leave) return 0.35 * (level + upright + turning);
    return (isVertical(arrive) ? level : upright) + 0.35 * turning;
  }

  private priceAmong(
    uses: readonly Use[],
    marks: number,
    arrive: Direction4,
    leave: Direction4,
    self: Traveller,
    end: Use['end'],
    following: boolean,
    sharing: Sharing,
  ): number {
    const own = linesAlong(arrive, leave) & marks & centres;
    const inMiddle = (marks & centres) === centres;
    const turns = arrive !== leave;
    let price = 0;
    for (const other of uses) {
      if (other.edge === self.edge) continue;
      if (following && other.target === self.target && other.leave === leave) {
        // Of one kind they end as one line. An escalation beside an ordinary connection wants an end of its own.
        if (other.kind !== self.kind && end === 'goal') price += otherKind;
        continue;
      }
      const otherTurns = other.arrive !== other.leave;
      const clash = (own & linesAlong(other.arrive, other.leave)) !== 0 || (inMiddle && (turns || otherTurns));
      if (clash) {
        if (end === undefined || other.end === undefined) return Infinity;
        // Two that both go straight on here would lie on one line, or, to and fro between neighbours, askew.
        if (!turns && !otherTurns) return Infinity;
        const shared = sharing(other);
        if (shared === Infinity) return Infinity;
        price += shared;
      } else if (!turns && !otherTurns) {
        if (isVertical(arrive) !== isVertical(other.arrive)) price += 1;
      } else {
        price += 0.35;
      }
    }
    return price;
  }

  /** Whether a connection that arrives like this could go on along `other`. */
  static canFollow(other: Use, arrive: Direction4): boolean {
    return other.leave !== opposite(arrive);
  }
}
