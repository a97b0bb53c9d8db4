/** Beside the processes of a data-flow diagram: a track for each connection between two that are no neighbours, short ones inside. */
import type { ViewEdge } from '../../model/view.js';
import type { Label } from '../label.js';
import type { Slot } from './plan.js';

export interface Track {
  readonly edge: ViewEdge;
  readonly label: Label | undefined;
  /** Where it leaves its process and enters the other, along the flow. */
  readonly from: number;
  readonly to: number;
  readonly track: number;
}

export function tracksOf(lines: readonly { readonly slot: Slot; readonly a: number; readonly side: string }[]): {
  readonly passes: readonly Track[];
  readonly count: number;
} {
  const found = new Map<string, { edge: ViewEdge; label: Label | undefined; ends: number[]; from: number }>();
  for (const { slot, a } of lines) {
    if (slot.symbol !== undefined) continue;
    const known = found.get(slot.edge.id) ?? { edge: slot.edge, label: undefined, ends: [], from: a };
    known.ends.push(a);
    if (slot.leaving === true) {
      known.label = slot.label;
      known.from = a;
    }
    found.set(slot.edge.id, known);
  }
  const taken: { low: number; high: number }[][] = [];
  const passes = [...found.values()]
    .map((pass) => ({ ...pass, low: Math.min(...pass.ends), high: Math.max(...pass.ends) }))
    .sort((a, b) => a.high - a.low - (b.high - b.low) || a.low - b.low)
    .map(({ edge, label, from, low, high }): Track => {
      let track = 0;
      while (taken[track]?.some((other) => low < other.high + 6 && other.low - 6 < high) === true) track++;
      (taken[track] ??= []).push({ low, high });
      return { edge, label, from, to: from === low ? high : low, track };
    });
  return { passes, count: taken.length };
}
