/**
 * Where order is meaning: the branches of a decision or subflow, of which the first is the main path, and the phases.
 *
 * Of a fork all branches are taken, and the order says nothing. What was added or removed changes no order: its own place says all;
 * but a new first branch pushes back the main path.
 */
import type { Named, PropertyChange, Way } from '../../model/difference.js';
import type { Edge } from '../../model/process.js';
import type { Pairs } from './match.js';
import type { Compared } from './pairing.js';
import type { Sheet } from './sheet.js';

const ordered: ReadonlySet<string> = new Set(['decision', 'subflow']);

export function wayChange(
  before: string,
  after: string,
  { before: old, after: now, pairing }: Compared,
): readonly PropertyChange[] {
  if (!ordered.has(now.byId.node.get(after)?.node?.type ?? '')) return [];
  const left = old.ways.get(before) ?? [];
  const right = now.ways.get(after) ?? [];
  const first = pairing.edge.get(left[0]?.id ?? '');
  const pushedBack = right.findIndex(({ id }) => id === first) > 0;
  if (inTurn(left, right, pairing.edge) && !pushedBack) return [];
  const back = new Map([...pairing.edge].map(([from, to]) => [to, from]));
  return [
    {
      path: 'branches',
      type: 'ways',
      kind: 'meaning',
      before: left.map((edge) => way(edge, old, pairing.edge.get(edge.id))),
      after: right.map((edge) => way(edge, now, back.get(edge.id))),
    },
  ];
}

export function phaseChange({ before, after, pairing }: Compared): readonly PropertyChange[] {
  const [left, right] = [before.process.phases, after.process.phases];
  if (inTurn(left, right, pairing.phase)) return [];
  const named = ({ id, name }: Named): Named => ({ id, name });
  return [{ path: 'phases', type: 'sequence', kind: 'meaning', before: left.map(named), after: right.map(named) }];
}

/** Whether what is on both sides stands in the same order. */
function inTurn(
  left: readonly { readonly id: string }[],
  right: readonly { readonly id: string }[],
  pairs: Pairs,
): boolean {
  const there = new Set(right.map(({ id }) => id));
  const kept = left.map(({ id }) => pairs.get(id) ?? '').filter((id) => there.has(id));
  const known = new Set(kept);
  return right.filter(({ id }) => known.has(id)).every(({ id }, index) => kept[index] === id);
}

function way({ id, to, when, otherwise }: Edge, { byId }: Sheet, twin: string | undefined): Way {
  return {
    edge: id,
    ...(twin !== undefined && { twin }),
    to: { id: to, name: byId.node.get(to)?.name ?? {} },
    ...(when && { when }),
    otherwise,
  };
}
