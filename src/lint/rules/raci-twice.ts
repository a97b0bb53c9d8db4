/** One owner in two parts of the same step. */
import { quote } from '../../base/quote.js';
import type { Change } from '../../model/change.js';
import { defineRule } from '../rule.js';

export const raciTwice = defineRule({
  id: 'raci-twice',
  group: 'responsibility',
  summary: 'The same owner in two parts of one step',
  severity: 'info',
  level: 'recommended',
  why:
    'Whoever does the work need not be told of it, and whoever is asked beforehand hears the result anyway. An owner in two columns of the RACI table leaves open which ' +
    'part is meant, and makes a table that is read in the daily business longer than it need be. Keep the stronger part: does, answers for, is asked, is told.',
  bad: `trackflow: 1
title: Offers
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Need is clear, owner: sales, next: quote}
  quote:
    name: Prepare the quote
    owner: sales
    accountable: sales # ✗
    consulted: [manager]
    informed: [manager] # ✗
    next: done
  done: {type: end, name: Quote sent, owner: sales}
`,
  good: `trackflow: 1
title: Offers
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Need is clear, owner: sales, next: quote}
  quote:
    name: Prepare the quote
    owner: sales
    consulted: [manager]
    next: done
  done: {type: end, name: Quote sent, owner: sales}
`,
  fixable: 'safe',
  *check({ process, at, placeOf }) {
    for (const node of process.nodes) {
      const { file, path } = placeOf(node);
      const parts = new Map<string, string>();
      if (node.owner !== undefined) parts.set(node.owner, 'does it');
      if (node.accountable !== undefined) {
        const before = parts.get(node.accountable);
        if (before === undefined) parts.set(node.accountable, 'answers for it');
        else {
          yield {
            message: `${quote(node.accountable)} does ${quote(node.id)} and is named as accountable too, which goes without saying.`,
            at: at(node, 'accountable'),
            hint: 'Leave accountable: out, or name the one who answers for it instead.',
            fix: {
              title: 'Leave accountable out',
              safe: true,
              changes: [{ kind: 'remove', file, path: [...path, 'accountable'] }],
            },
          };
        }
      }
      for (const part of ['consulted', 'informed'] as const) {
        for (const [index, id] of node[part].entries()) {
          const before = parts.get(id);
          if (before === undefined) {
            parts.set(id, part === 'consulted' ? 'is asked beforehand' : 'is told');
            continue;
          }
          const isAlone = node[part].length === 1;
          const change: Change = { kind: 'remove', file, path: isAlone ? [...path, part] : [...path, part, index] };
          yield {
            message: `At ${quote(node.id)}, ${quote(id)} ${before} and is named under ${part} too.`,
            at: at(node, part, index),
            hint: `Take it out of ${part}:.`,
            fix: { title: `Take ${quote(id)} out of ${part}`, safe: true, changes: [change] },
          };
        }
      }
    }
  },
});
