/** Two processes in one file. */
import { quote, quoteSome } from '../../base/quote.js';
import { walk } from '../facts.js';
import { defineRule } from '../rule.js';

export const disconnectedPart = defineRule({
  id: 'disconnected-part',
  group: 'structure',
  summary: 'A part with a start of its own and no connection to the rest',
  severity: 'warning',
  level: 'recommended',
  why:
    'A file is one process: one picture, one version, one owner, one set of figures. A part that nothing leads into or out of is ' +
    'another process that happens to stand in the same file, or a connection between the two was forgotten. Connect them, or give the ' +
    'part a file of its own; a flow can name it as a subflow.',
  bad: `trackflow: 1
title: Sales
nodes:
  start: {type: start, name: Inquiry arrives, next: record}
  record: {name: Record the lead, next: won}
  won: {type: end, name: Order signed}
  complaint: # ✗
    type: start
    name: Complaint arrives
    next: settle
  settle: {name: Settle the complaint, next: settled}
  settled: {type: end, name: Complaint closed}
`,
  good: `trackflow: 1
title: Sales
nodes:
  start: {type: start, name: Inquiry arrives, next: record}
  referral:
    type: start
    name: A partner refers a customer
    next: record
  record: {name: Record the lead, next: won}
  won: {type: end, name: Order signed}
`,
  *check({ process, facts, at }) {
    const starts = process.nodes.filter(({ type }) => type === 'start');
    const partOf = (id: string): ReadonlySet<string> =>
      walk([id], (each) => [...facts.out(each).map(({ to }) => to), ...facts.into(each).map(({ from }) => from)]);
    const known = new Set<string>();
    for (const [index, start] of starts.entries()) {
      if (known.has(start.id)) continue;
      const part = partOf(start.id);
      for (const id of part) known.add(id);
      if (index === 0) continue;
      const names = process.nodes.map(({ id }) => id).filter((id) => part.has(id) && id !== start.id);
      yield {
        message: `${quote(start.id)} begins a process of its own: nothing connects ${names.length > 0 ? quoteSome(names) : 'it'} with the rest of the flow.`,
        at: at(start),
        hint: 'Connect the two, or move this part into a file of its own.',
      };
    }
  },
});
