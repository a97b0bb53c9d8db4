/**
 * Lanes, groups of lanes and phases: what their headers need, and the bands themselves once the graph is placed.
 *
 * Headers set least sizes for the bands, which placing must know before it starts.
 */
import { measure } from '../base/text/measure.js';
import { wrap } from '../base/text/wrap.js';
import type { Box, FontWeight, Point, SceneBand, TextRole, TextRun } from '../model/scene.js';
import type { View } from '../model/view.js';

const headerSize = 14;
const headerLine = 20;
const groupRow = 28;
const groupSize = 12;
const groupLine = 17;

/** How wide the text of headers may be, px: `usual`, and up to `most`, some steps more, where a word would be torn otherwise. */
const headerWidths = {
  lane: { down: { usual: 150, most: 182 }, right: { usual: 104, most: 152 } },
  phase: { down: { usual: 72, most: 136 }, right: { usual: 180, most: 180 } },
  group: { down: { usual: 76, most: 76 }, right: { usual: 76, most: 140 } },
} as const;
const step = 8;
/** Of a bad line end, in steps for each square of an em: a torn word is worth going to the limit, a guess half the way. */
const hurtPrice = 0.7;
/** Below this no word is torn, and a line may as well end there. */
const leastHurt = 5;
const cutPrice = 100;

/** Borders of lanes across the flow and of phases along it, from 0; and the extent of what lies between. */
interface Banded {
  readonly width: number;
  readonly height: number;
  readonly laneBorders?: readonly number[];
  readonly phaseBorders?: readonly number[];
  readonly phaseColumns?: readonly PhaseColumn[];
}

/** Phases of a picture without lanes that goes on in columns: those of one column. A phase may go on in the next. */
export interface PhaseColumn {
  /** Index of its first phase. */
  readonly first: number;
  /** Where its phases begin along the flow, and where the last ends. */
  readonly borders: readonly number[];
  /** Across the flow, without the headers, which stand before it. */
  readonly from: number;
  readonly to: number;
}

interface HeaderText {
  readonly lines: readonly string[];
  readonly width: number;
}

export interface Headers {
  readonly lanes: readonly HeaderText[];
  readonly phases: readonly HeaderText[];
  /** Depth of the header cells: across the top for lanes in a downward view, along the left for phases, and vice versa. */
  readonly laneDepth: number;
  readonly phaseDepth: number;
  readonly groupDepth: number;
  readonly minimum: { readonly lane: readonly number[]; readonly phase: readonly number[] };
}

/** A word in a header that is no wider than this, px, is never torn. */
export const widestHeaderWord = (kind: SceneBand['kind'], direction: 'right' | 'down'): number =>
  headerWidths[kind][direction].most;

/** The texts of all headers of a kind, in the least width that spares their words. */
function fitHeaders(
  names: readonly string[],
  { usual, most }: { readonly usual: number; readonly most: number },
  [size, maxLines]: readonly [number, number] = [headerSize, 3],
): readonly HeaderText[] {
  let choice: readonly HeaderText[] = [];
  let least = Infinity;
  for (let maxWidth: number = usual; maxWidth <= most; maxWidth += step) {
    const fitted = names.map((name) => wrap(name, { size, weight: 700, maxWidth, maxLines }));
    const harm = fitted.reduce(
      (sum, { hurt, truncated }) => sum + (hurt < leastHurt ? 0 : hurt * hurtPrice) + (truncated ? cutPrice : 0),
      0,
    );
    const price = harm + (maxWidth - usual) / step;
    if (price < least) [choice, least] = [fitted, price];
    if (harm === 0) break;
  }
  return choice;
}

export function measureHeaders(view: View, direction: 'right' | 'down'): Headers {
  const down = direction === 'down';
  const lanes = fitHeaders(namesOf(view.lanes), headerWidths.lane[direction]);
  const phases = fitHeaders(namesOf(view.phases), headerWidths.phase[direction]);
  const widest = (list: readonly HeaderText[]): number => list.reduce((width, text) => Math.max(width, text.width), 0);
  const tallest = (list: readonly HeaderText[]): number =>
    list.reduce((height, text) => Math.max(height, text.lines.length * headerLine), 0);
  const groups = view.lanes.flatMap(({ group }) => (group === undefined ? [] : [group]));
  const groupWidth = Math.ceil(widest(fitHeaders(namesOf(groups), headerWidths.group[direction], [groupSize, 4])));
  const across = (text: HeaderText): number => Math.ceil(text.width) + 28;
  const along = (text: HeaderText): number => text.lines.length * headerLine + 20;
  return {
    lanes,
    phases,
    laneDepth: lanes.length === 0 ? 0 : down ? tallest(lanes) + 18 : Math.ceil(widest(lanes)) + 28,
    phaseDepth: phases.length === 0 ? 0 : down ? Math.ceil(widest(phases)) + 24 : tallest(phases) + 14,
    groupDepth: groups.length > 0 ? (down ? groupRow : groupWidth + 20) : 0,
    minimum: { lane: lanes.map(down ? across : along), phase: phases.map(down ? along : across) },
  };
}

const namesOf = (named: readonly { readonly name: string }[]): readonly string[] => named.map(({ name }) => name);

function centred(
  lines: readonly string[],
  box: Box,
  role: TextRole,
  size: number,
  weight: FontWeight,
  lineHeight: number,
): TextRun[] {
  const top = box.y + (box.height - lines.length * lineHeight) / 2;
  return lines.map((text, line) => ({
    text,
    x: box.x + box.width / 2,
    y: Math.round(top + line * lineHeight + lineHeight / 2 + size * 0.36),
    anchor: 'middle',
    size,
    weight,
    width: measure(text, size, weight),
    role,
  }));
}

/** The lines of a header for another name, in the cell that there is. */
export function headerRuns({ kind, header: cell }: Pick<SceneBand, 'kind' | 'header'>, name: string): TextRun[] {
  const [size, line] = kind === 'group' ? [groupSize, groupLine] : [headerSize, headerLine];
  const maxLines = Math.max(1, Math.floor(cell.height / line));
  const { lines } = wrap(name, { size, weight: 700, maxWidth: cell.width - 10, maxLines });
  return name === '' ? [] : centred(lines, cell, kind, size, 700, line);
}

/** A box given in flow terms, in picture terms. */
function oriented(down: boolean, u: number, v: number, du: number, dv: number): Box {
  return down ? { x: u, y: v, width: du, height: dv } : { x: v, y: u, width: dv, height: du };
}

export function makeBands(view: View, graph: Banded, headers: Headers, down: boolean, origin: Point): SceneBand[] {
  const { laneBorders = [], phaseBorders = [], phaseColumns } = graph;
  const [u0, v0] = down ? [origin.x, origin.y] : [origin.y, origin.x];
  const headDepth = headers.groupDepth + headers.laneDepth;
  const vEnd = v0 + headDepth + (phaseBorders.at(-1) ?? (down ? graph.height : graph.width));
  const uEnd = u0 + headers.phaseDepth + (laneBorders.at(-1) ?? (down ? graph.width : graph.height));
  const laneU = (border: number): number => u0 + headers.phaseDepth + border;
  const bands: SceneBand[] = [];
  for (let first = 0; first < view.lanes.length;) {
    const group = view.lanes[first]?.group;
    let end = first + 1;
    while (group !== undefined && view.lanes[end]?.group?.id === group.id) end++;
    if (group !== undefined) {
      const u = laneU(laneBorders[first] ?? 0);
      const du = laneU(laneBorders[end] ?? 0) - u;
      const cell = oriented(down, u, v0, du, headers.groupDepth);
      const lines = wrap(group.name, {
        size: groupSize,
        weight: 700,
        maxWidth: cell.width - 12,
        maxLines: down ? 1 : 4,
      }).lines;
      const hue = view.lanes[first]?.hue;
      bands.push({
        id: group.id,
        kind: 'group',
        ...(hue === undefined ? {} : { hue }),
        box: oriented(down, u, v0, du, vEnd - v0),
        header: cell,
        runs: centred(lines, cell, 'group', groupSize, 700, groupLine),
        full: group.name,
      });
    }
    first = end;
  }
  view.lanes.forEach((lane, index) => {
    const u = laneU(laneBorders[index] ?? 0);
    const du = laneU(laneBorders[index + 1] ?? 0) - u;
    const top = lane.group === undefined ? v0 : v0 + headers.groupDepth;
    const cell = oriented(down, u, top, du, v0 + headDepth - top);
    bands.push({
      id: lane.id,
      kind: 'lane',
      hue: lane.hue,
      external: lane.external,
      ...(lane.unassigned === undefined ? {} : { unassigned: lane.unassigned }),
      box: oriented(down, u, top, du, vEnd - top),
      header: cell,
      runs: centred(headers.lanes[index]?.lines ?? [], cell, 'lane', headerSize, 700, headerLine),
      full: lane.name,
    });
  });
  const whole: PhaseColumn = { first: 0, borders: phaseBorders, from: 0, to: uEnd - u0 - headers.phaseDepth };
  for (const { first, borders, from, to } of phaseColumns ?? [whole]) {
    view.phases.slice(first, phaseColumns && first + borders.length - 1).forEach((phase, index) => {
      const v = v0 + headDepth + (borders[index] ?? 0);
      const dv = v0 + headDepth + (borders[index + 1] ?? 0) - v;
      const cell = oriented(down, u0 + from, v, headers.phaseDepth, dv);
      bands.push({
        id: phase.id,
        kind: 'phase',
        box: oriented(down, u0 + from, v, headers.phaseDepth + to - from, dv),
        header: cell,
        runs: centred(headers.phases[first + index]?.lines ?? [], cell, 'phase', headerSize, 700, headerLine),
        full: phase.name,
      });
    });
  }
  return bands;
}
