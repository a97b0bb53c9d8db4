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
import { cellOf, centreOf, isCentre, isVertical, opposite, stepI, stepJ, type Direction4 } from './lines.js';
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

export class Lattice {
  readonly width: number;
  readonly height: number;
  private readonly uses: (Use[] | undefined)[];
  private readonly occupant: Int32Array;
  /** For each vertex how many go through it level, how many upright, and how many turn there. */
  private readonly passing: Int32Array;
  private readonly rowLine: Int32Array;
  private readonly columnLine: Int32Array;

  constructor(
    readonly columns: number,
    readonly rows: number,
    cells: readonly { span: Span; row: number }[],
  ) {
    this.width = 3 * columns;
    this.height = 3 * rows;
    this.uses = new Array<Use[] | undefined>(this.width * this.height);
    this.rowLine = Int32Array.from({ length: this.uses.length }, (_, vertex) => Math.floor(vertex / this.width));
    this.columnLine = Int32Array.from({ length: this.uses.length }, (_, vertex) => vertex % this.width);
    this.passing = new Int32Array(3 * this.width * this.height);
    this.occupant = new Int32Array(columns * rows).fill(-1);
    cells.forEach(({ span, row }, node) => {
      for (const column of columnsOf(span)) this.occupant[row * columns + column] = node;
    });
  }

  vertex(i: number, j: number): number {
    return i * this.width + j;
  }

  i(vertex: number): number {
    return this.rowLine[vertex] ?? 0;
  }

  j(vertex: number): number {
    return this.columnLine[vertex] ?? 0;
  }

  nodeAt(row: number, column: number): number {
    return this.occupant[row * this.columns + column] ?? -1;
  }

  usesAt(vertex: number): readonly Use[] {
    return this.uses[vertex] ?? [];
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
    const i = this.i(vertex) + stepI(direction);
    const j = this.j(vertex) + stepJ(direction);
    if (i < 0 || j < 0 || i >= this.height || j >= this.width) return -1;
    if (isCentre(i) && this.inNode(i, j)) return -1;
    return this.vertex(i, j);
  }

  /** Whether a vertex of a centre row lies in a node, or in a bar between two of its cells. */
  private inNode(i: number, j: number): boolean {
    const node = this.nodeAt(cellOf(i), cellOf(j));
    return node >= 0 && (isCentre(j) || (j % 3 !== 1 && node === this.nodeAt(cellOf(i), cellOf(j) + (j % 3) - 1)));
  }

  /** The node whose own vertex this is, if the connection would use that node's centre line here; else -1. */
  private ownerOfLine(i: number, j: number, usesRow: boolean, usesColumn: boolean): number {
    if (isCentre(i) !== isCentre(j) && (isCentre(i) ? usesRow : usesColumn)) return this.nodeAt(cellOf(i), cellOf(j));
    return -1;
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
    sharing: (other: Use) => number,
  ): number {
    const i = this.i(vertex);
    const j = this.j(vertex);
    const rowCentre = isCentre(i);
    const columnCentre = isCentre(j);
    const usesColumn = isVertical(arrive) || isVertical(leave);
    const usesRow = !isVertical(arrive) || !isVertical(leave);
    const turns = arrive !== leave;
    if (end === undefined && this.ownerOfLine(i, j, usesRow, usesColumn) >= 0) return Infinity;
    let price = 0;
    const uses = this.uses[vertex];
    if (uses === undefined || uses.length === 0) return 0;
    if (!rowCentre && !columnCentre && !following) {
      // Where two channels meet nothing is forbidden, and many may pass: counting them is enough.
      const level = this.passing[3 * vertex] ?? 0;
      const upright = this.passing[3 * vertex + 1] ?? 0;
      const turning = this.passing[3 * vertex + 2] ?? 0;
      return turns ? 0.35 * (level + upright + turning) : (isVertical(arrive) ? level : upright) + 0.35 * turning;
    }
    for (const other of uses) {
      if (other.edge === self.edge) continue;
      if (following && other.target === self.target && other.leave === leave) {
        // Of one kind they end as one line. An escalation beside an ordinary connection wants an end of its own.
        if (other.kind !== self.kind && end === 'goal') price += otherKind;
        continue;
      }
      const otherTurns = other.arrive !== other.leave;
      const otherColumn = isVertical(other.arrive) || isVertical(other.leave);
      const otherRow = !isVertical(other.arrive) || !isVertical(other.leave);
      const clash =
        (rowCentre && usesRow && otherRow) ||
        (columnCentre && usesColumn && otherColumn) ||
        (rowCentre && columnCentre && (turns || otherTurns));
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
