/**
 * Where a reviewer finds a risk in the version after: that is the text in front of him.
 *
 * What is gone has no place there any more. It is told at what stands there in its stead: the next that stood behind it and is still there,
 * else the one before it, else the title.
 */
import type { Span } from '../../model/diagnostic.js';
import type { ElementChange, RiskFlag } from '../../model/difference.js';
import type { ComparedFlow } from '../difference-reporter.js';

interface Placed {
  readonly id: string;
  readonly span: Span;
}

/** Undefined where the whole flow is gone. */
export function placeAfter(
  { side, kind, element, span }: RiskFlag,
  { before, after, difference }: ComparedFlow,
): Span | undefined {
  if (after === undefined || side === 'after') return after && span;
  if (kind === 'node') return closest(before?.nodes, after.nodes, difference.nodes, element.id) ?? after.span;
  if (kind === 'kpi') return closest(before?.kpis, after.kpis, difference.kpis, element.id) ?? after.span;
  return after.span;
}

function closest(
  before: readonly Placed[] = [],
  after: readonly Placed[],
  changes: readonly ElementChange[],
  id: string,
): Span | undefined {
  const renamed = new Map(changes.flatMap((change) => (change.before ? [[change.before.id, change.after?.id]] : [])));
  const at = before.findIndex((one) => one.id === id);
  const here = before[at];
  // Those of a library stand elsewhere.
  const beside = before.filter((one) => one.span.file === here?.span.file);
  const place = beside.findIndex((one) => one.id === id);
  const inOrder = [...beside.slice(place + 1), ...beside.slice(0, place).reverse()];
  const stays = inOrder
    .map((one) => (renamed.has(one.id) ? renamed.get(one.id) : one.id))
    .map((now) => after.find((one) => one.id === now))
    .find((one) => one !== undefined);
  return stays?.span;
}
