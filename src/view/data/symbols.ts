/**
 * Which symbols of stores and parties the diagram has: a store that everything touches stands in it several times, near its users.
 *
 * Sources stand on one side of the processes, targets on the other. Steps in a row that use the same place share its symbol, as far as
 * it can be drawn as one body beside them: of the places of a step only the first can also be the last of the step before, and no
 * symbol reaches into another phase, or beside more than a few steps.
 */
import type { Place, PlaceFlow } from './flows.js';

export interface Symbol {
  readonly id: string;
  readonly place: Place;
  readonly side: 'in' | 'out';
  /** The same place has other symbols. */
  readonly duplicate: boolean;
  readonly phase?: string;
}

export interface Placing {
  readonly symbols: readonly Symbol[];
  /** Flows in the order in which they stand beside their process, with the symbol they begin or end at. */
  readonly flows: readonly { readonly flow: PlaceFlow; readonly symbol: string }[];
}

export function placeSymbols(
  processes: readonly { readonly id: string; readonly phase?: string }[],
  flows: readonly PlaceFlow[],
): Placing {
  const runs = runsOf(processes);
  const drafts: { readonly place: Place; readonly side: 'in' | 'out'; readonly phase: string | undefined }[] = [];
  const placed: { readonly flow: PlaceFlow; readonly draft: number }[] = [];
  for (const side of ['in', 'out'] as const) {
    const rows = processes.map(({ id }) => flows.filter((flow) => flow.node === id && flow.way === side));
    /** The symbol that the row before ends with. */
    let last: { readonly key: string; readonly draft: number } | undefined;
    let idle = 0;
    rows.forEach((row, index) => {
      const phase = processes[index]?.phase;
      if (runs[index] !== runs[index - 1]) last = undefined;
      // A step without flows on this side lets the symbol pass beside it.
      idle = row.length === 0 ? idle + 1 : 0;
      if (idle > mostIdle) last = undefined;
      if (row.length === 0) return;
      const open = last?.key;
      const first = row.find(({ place }) => keyOf(place) === open);
      const next = runs.findIndex((run, at) => at > index && run !== runs[index]);
      const rest = row.filter((flow) => flow !== first);
      const bottom = longest(rest, rows.slice(index + 1, next === -1 ? undefined : next));
      const inOrder = [
        ...(first ? [first] : []),
        ...rest.filter((flow) => flow !== bottom),
        ...(bottom ? [bottom] : []),
      ];
      for (const flow of inOrder) {
        const shared = flow === first ? last?.draft : undefined;
        const draft = shared ?? drafts.push({ place: flow.place, side, phase }) - 1;
        placed.push({ flow, draft });
        last = { key: keyOf(flow.place), draft };
      }
    });
  }
  const count = new Map<string, number>();
  for (const { place } of drafts) count.set(keyOf(place), (count.get(keyOf(place)) ?? 0) + 1);
  const seen = new Map<string, number>();
  const symbols = drafts.map(({ place, side, phase }): Symbol => {
    const key = keyOf(place);
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return {
      id: number === 1 ? key : `${key}#${String(number)}`,
      place,
      side,
      duplicate: (count.get(key) ?? 0) > 1,
      ...(phase !== undefined && { phase }),
    };
  });
  return { symbols, flows: placed.map(({ flow, draft }) => ({ flow, symbol: symbols[draft]?.id ?? '' })) };
}

/** Ids have no colon: no symbol is called like a step. */
const keyOf = ({ kind, id }: Place): string => `${kind}:${id}`;

/** So many processes that do not use a symbol may stand beside it: by more it would look as if they all did. */
const mostIdle = 1;

/** Beside so many processes one symbol may stand: in longer phases a symbol would hinder any cut into columns. */
const longestRun = 7;

/** Of each process, the number of the run in which symbols are shared: its phase, or an even part of a long one. */
function runsOf(processes: readonly { readonly phase?: string }[]): readonly number[] {
  const runs: number[] = [];
  let run = 0;
  for (let start = 0; start < processes.length;) {
    let end = start + 1;
    while (end < processes.length && processes[end]?.phase === processes[start]?.phase) end++;
    const parts = Math.ceil((end - start) / longestRun);
    for (let at = start; at < end; at++) runs.push(run + Math.floor(((at - start) * parts) / (end - start)));
    run += parts;
    start = end;
  }
  return runs;
}

/** The flow whose place the following rows use longest, if the next one that uses any does. */
function longest(row: readonly PlaceFlow[], following: readonly (readonly PlaceFlow[])[]): PlaceFlow | undefined {
  const gap = following.findIndex((_, at) =>
    following.slice(at, at + mostIdle + 1).every((flows) => flows.length === 0),
  );
  const used = following.slice(0, gap === -1 ? undefined : gap).filter((flows) => flows.length > 0);
  let best: { readonly flow: PlaceFlow; readonly length: number } | undefined;
  for (const flow of row) {
    const key = keyOf(flow.place);
    const end = used.findIndex((flows) => flows.every(({ place }) => keyOf(place) !== key));
    const length = end === -1 ? used.length : end;
    if (length > 0 && (best === undefined || length > best.length)) best = { flow, length };
  }
  return best?.flow;
}
