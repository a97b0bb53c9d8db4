/** Losses from which nobody learns. */
import { quote } from '../../base/quote.js';
import type { Process } from '../../model/process.js';
import { walk, type Facts } from '../facts.js';
import { defineRule } from '../rule.js';
import { asksWhy } from '../words/subjects.js';
import { workBefore } from '../ways.js';

export const lossWithoutReason = defineRule({
  id: 'loss-without-reason',
  group: 'customer',
  summary: 'A failure that is reached without noting why',
  severity: 'info',
  level: 'strict',
  why:
    'A loss that teaches nothing costs twice. If the flow goes from the no straight to the end, the reason stays in one head, and the ' +
    "quarter's report says price, because that is what people tick when they are asked later. Put a short step before the end that notes the " +
    "main reason, or say in the end's description or data where it is noted. A step before the question that asks why will do.",
  bad: `trackflow: 1
title: Offers
nodes:
  start: {type: start, name: Quote is sent, next: accepts}
  accepts:
    type: decision
    name: Does the customer accept?
    next: [{when: 'yes', to: won}, {otherwise: lost}]
  won: {type: end, name: Order won, outcome: success}
  lost: # ✗
    type: end
    name: Order lost
    outcome: failure
`,
  good: `trackflow: 1
title: Offers
nodes:
  start: {type: start, name: Quote is sent, next: accepts}
  accepts:
    type: decision
    name: Does the customer accept?
    next: [{when: 'yes', to: won}, {otherwise: lost}]
  won: {type: end, name: Order won, outcome: success}
  lost:
    type: end
    name: Order lost
    outcome: failure
    description: The main reason is noted in the CRM
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'end' || node.outcome !== 'failure') continue;
      if (node.description || node.writes.length + node.outputs.length + node.inputs.length > 0) continue;
      const from = facts.into(node.id).flatMap((edge) => facts.node(edge.from) ?? []);
      const silent = from.find(
        (each) =>
          each.type === 'decision' &&
          each.writes.length === 0 &&
          !workBefore(process, each.id).some(asksWhy) &&
          isReachedWithout(process, facts, each.id),
      );
      if (silent === undefined) continue;
      yield {
        message: `A case fails at ${quote(node.id)} straight after ${quote(silent.id)}, and nobody notes why.`,
        at: at(node),
        hint: 'Put a step before it that notes the main reason, or say in its description where it is noted.',
      };
    }
  },
});

/** Some way comes here on which no earlier step asks why. What every success passes too asks something else, such as why they call. */
function isReachedWithout(process: Process, facts: Facts, id: string): boolean {
  const starts = process.nodes.filter(({ type }) => type === 'start').map((start) => start.id);
  const won = process.nodes.filter((node) => node.type === 'end' && node.outcome === 'success').map((end) => end.id);
  const without = (left: ReadonlySet<string>): ReadonlySet<string> =>
    walk(starts, (from) => (left.has(from) ? [] : facts.out(from).map(({ to }) => to)));
  const asking = process.nodes.filter((node) => node.type === 'task' && asksWhy(node)).map((node) => node.id);
  const ofLosses = asking.filter((step) => {
    const reached = without(new Set([step]));
    return won.some((end) => reached.has(end));
  });
  return without(new Set(ofLosses)).has(id);
}
