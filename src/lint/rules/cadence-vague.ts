/** Plans that say only how often. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const cadenceVague = defineRule({
  id: 'cadence-vague',
  group: 'customer',
  summary: 'A line of a follow-up plan without a channel or a subject',
  severity: 'info',
  level: 'strict',
  why:
    'Monthly contact turns into a monthly call that asks whether everything is all right, and after the third one nobody picks up. A plan ' +
    'that is kept says how the customer is reached and what useful thing is brought each time: a tip, a report, an offer that fits.',
  bad: `trackflow: 1
title: Customer care
nodes:
  start: {type: start, name: Delivery is accepted, next: care}
  care:
    name: Keep in touch
    cadence:
      - {every: 1mo} # ✗
    next: done
  done: {type: end, name: Customer content}
`,
  good: `trackflow: 1
title: Customer care
nodes:
  start: {type: start, name: Delivery is accepted, next: care}
  care:
    name: Keep in touch
    cadence:
      - {every: 1mo, via: [phone], about: Operating report and tips}
    next: done
  done: {type: end, name: Customer content}
`,
  *check({ process, at }) {
    for (const node of process.nodes) {
      for (const [index, { via, about }] of node.cadence.entries()) {
        const missing = [
          via.length === 0 && node.via.length === 0 ? 'how' : '',
          about === undefined ? 'with what' : '',
        ].filter((word) => word !== '');
        if (missing.length === 0) continue;
        yield {
          message: `The plan at ${quote(node.id)} does not say ${missing.join(' and ')} the customer is contacted.`,
          at: at(node, 'cadence', index),
          hint: 'Add via: and about:.',
        };
      }
    }
  },
});
