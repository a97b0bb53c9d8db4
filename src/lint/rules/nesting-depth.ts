/** Branches within branches within branches. */
import { quote } from '../../base/quote.js';
import type { ProcessNode } from '../../model/process.js';
import { defineRule } from '../rule.js';
import { meetingsOf, waysOf } from '../ways.js';

interface Open {
  readonly split: ProcessNode;
  readonly closes: string;
  readonly depth: number;
  readonly around: Open | undefined;
}

export const nestingDepth = defineRule({
  id: 'nesting-depth',
  group: 'complexity',
  summary: 'Branches nested too deep',
  severity: 'warning',
  level: 'recommended',
  why:
    'To know whether the innermost step is done, one has to hold all the questions around it in mind. At four levels people start to guess. Decide the ' +
    'special cases first and let them leave the main path, or move the inner part into a subflow. Branches that end or lead back are not counted; only ' +
    'those that come together again are.',
  given: { options: { most: 1 } },
  bad: `trackflow: 1
title: Orders
nodes:
  start: {type: start, name: Order arrives, next: new}
  new:
    type: decision
    name: New customer?
    next: [{when: New, to: credit}, {otherwise: book}]
  credit: # ✗
    type: decision
    name: Is the amount high?
    next: [{when: High, to: prepay}, {otherwise: account}]
  prepay: {name: Ask for a deposit, next: file}
  account: {name: Open an account, next: file}
  file: {name: File the papers, next: book}
  book: {name: Book the order, next: done}
  done: {type: end, name: Order booked}
`,
  good: `trackflow: 1
title: Orders
nodes:
  start: {type: start, name: Order arrives, next: new}
  new:
    type: decision
    name: New customer?
    next: [{when: New and a high amount, to: prepay}, {when: New, to: account}, {otherwise: book}]
  prepay: {name: Ask for a deposit, next: book}
  account: {name: Open an account, next: book}
  book: {name: Book the order, next: done}
  done: {type: end, name: Order booked}
`,
  options: { most: { kind: 'number', default: 4, least: 1, summary: 'Branchings within each other' } },
  *check({ process, options, at }) {
    const meets = meetingsOf(process);
    const { order, out, into } = waysOf(process);
    const within = new Map<string, Open | undefined>();
    for (const node of order) {
      let open: Open | undefined;
      for (const { from } of into(node.id)) {
        const here = within.get(from);
        if ((here?.depth ?? 0) > (open?.depth ?? 0)) open = here;
      }
      while (open?.closes === node.id) open = open.around;
      const closes = meets.get(node.id);
      const targets = new Set(out(node.id).map(({ to }) => to));
      if ((node.type === 'decision' || node.type === 'fork') && targets.size > 1 && closes !== undefined) {
        open = { split: node, closes, depth: (open?.depth ?? 0) + 1, around: open };
        // Deeper ones are reported with this one's cure.
        if (open.depth === options.most + 1) {
          const around: ProcessNode[] = [];
          for (let outer = open.around; outer !== undefined; outer = outer.around) around.unshift(outer.split);
          yield {
            message: `${quote(node.id)} branches within ${around.map(({ id }) => quote(id)).join(' within ')}: ${open.depth} levels, and more than ${options.most} are hard to follow.`,
            at: at(node),
            hint: 'Decide special cases first and let them leave the main path, or move the inner part into a subflow.',
            related: around.map((split) => ({ message: 'branches around it', span: at(split) })),
          };
        }
      }
      within.set(node.id, open);
    }
  },
});
