/**
 * What stands beside each process of a data-flow diagram, and how much room it needs along the flow.
 *
 * Every connection of a process with a store or a party has a slot: a straight line of its own from the process to the symbol, and the
 * room of its label. Connections between processes that are no neighbours have a slot at either end and run beside the processes.
 * Separate from placing, because nothing has a coordinate yet.
 */
import type { View, ViewEdge } from '../../model/view.js';
import { measureLabel, type Label } from '../label.js';
import { measureShapes, type Shape } from '../shapes.js';

export type Way = 'right' | 'down';
export type Side = 'in' | 'out';

export interface Slot {
  readonly edge: ViewEdge;
  readonly label: Label | undefined;
  /** The symbol at its other end; absent where a connection with another process leaves or comes in. */
  readonly symbol?: Shape;
  /** Of a connection with another process: it begins here. */
  readonly leaving?: boolean;
  /** Room along the flow before and after its line. */
  readonly before: number;
  readonly after: number;
}

export interface Row {
  readonly shape: Shape;
  readonly in: readonly Slot[];
  readonly out: readonly Slot[];
  /** From this process to the next one. */
  readonly onward?: { readonly edge: ViewEdge; readonly label: Label | undefined };
  /** Index into the phases of the view. */
  readonly phase: number;
}

/** Between the slots of one process. */
export const slotGap = 10;
/** What a symbol reaches beyond its first and last line, at least. */
const overhang = 18;
const labelAir = 5;

export function planRows(view: View, way: Way): readonly Row[] {
  const shapes = measureShapes(view.nodes, way, () => 1);
  const symbols = new Map(shapes.filter(({ node }) => node.side !== undefined).map((shape) => [shape.node.id, shape]));
  const processes = shapes.filter(({ node }) => node.side === undefined);
  const position = new Map(processes.map(({ node }, index) => [node.id, index]));
  const users = new Map<string, number>();
  for (const { from, to } of view.edges)
    for (const id of [from, to]) if (symbols.has(id)) users.set(id, (users.get(id) ?? 0) + 1);

  const placeSlot = (edge: ViewEdge, symbol: Shape): Slot => {
    const label = measureLabel(edge, { width: way === 'down' ? 132 : 96, lines: way === 'down' ? 4 : 5 });
    const length = way === 'down' ? symbol.height : symbol.width;
    // Every further line gives the symbol two labels' room, so that its ends need less.
    const half = Math.max(overhang, length / 2 - (way === 'down' ? 15 : 30) * ((users.get(symbol.node.id) ?? 1) - 1));
    const [before, after] =
      way === 'down' ? [(label?.height ?? 0) + labelAir, labelAir] : [labelAir, (label?.width ?? 0) + 2 * labelAir];
    return { edge, label, symbol, before: Math.max(before, half), after: Math.max(after, half) };
  };
  const passSlot = (edge: ViewEdge, leaving: boolean): Slot => {
    const label = leaving ? measureLabel(edge, { width: 96 }) : undefined;
    const half = Math.max(overhang, (way === 'down' ? (label?.height ?? 0) : (label?.width ?? 0)) / 2 + 2);
    return { edge, label, leaving, before: half, after: half };
  };

  let phase = 0;
  return processes.map((shape, index): Row => {
    const { id } = shape.node;
    const own = view.phases.findIndex((one) => one.id === shape.node.phase);
    phase = own === -1 ? phase : own;
    const sources = view.edges.flatMap((edge) => {
      const symbol = edge.to === id ? symbols.get(edge.from) : undefined;
      return symbol ? [placeSlot(edge, symbol)] : [];
    });
    const targets = view.edges.flatMap((edge) => {
      const symbol = edge.from === id ? symbols.get(edge.to) : undefined;
      return symbol ? [placeSlot(edge, symbol)] : [];
    });
    /** Connections with other processes: what leads back stands before the targets, what leads on behind them. */
    const passes = view.edges.flatMap((edge) => {
      const [from, to] = [position.get(edge.from), position.get(edge.to)];
      if (from === undefined || to === undefined || to === from + 1 || (from !== index && to !== index)) return [];
      const other = from === index ? to : from;
      return [{ slot: passSlot(edge, from === index), back: other < index }];
    });
    const next = processes[index + 1];
    // Below its process, not below what runs beside it.
    const onwardWidth = way === 'down' ? shape.width - 50 : 118;
    const onward = view.edges.find((edge) => edge.from === id && edge.to === next?.node.id);
    return {
      shape,
      in: sources,
      out: [
        ...passes.filter(({ back }) => back).map(({ slot }) => slot),
        ...targets,
        ...passes.filter(({ back }) => !back).map(({ slot }) => slot),
      ],
      ...(onward && { onward: { edge: onward, label: measureLabel(onward, { width: onwardWidth }) } }),
      phase,
    };
  });
}
