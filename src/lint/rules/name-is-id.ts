/** Steps that show their id to the reader. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';
import { isUnnamed } from '../texts.js';

export const nameIsId = defineRule({
  id: 'name-is-id',
  group: 'naming',
  summary: 'A step without a name, so that readers see its id',
  severity: 'warning',
  level: 'strict',
  why:
    'Ids are for the file: short, stable and often in another language than that of the readers. Without a name, the picture and the SOP show ' +
    '"fu_2nd-call" to people who have never seen the file. Give every step a name. An id in Chinese reads like a name and is left alone.',
  bad: `trackflow: 1
title: Lead intake
nodes:
  start: {type: start, name: Inquiry arrives, next: fu_2nd-call}
  fu_2nd-call: # ✗
    next: done
  done: {type: end, name: Lead recorded}
`,
  good: `trackflow: 1
title: Lead intake
nodes:
  start: {type: start, name: Inquiry arrives, next: fu_2nd-call}
  fu_2nd-call:
    name: Call the lead again
    next: done
  done: {type: end, name: Lead recorded}
`,
  *check({ process, at }) {
    for (const node of process.nodes) {
      if (node.type === 'fork' || node.type === 'join') continue; // bars show no words
      if (!isUnnamed(node) || /\p{Script=Han}/u.test(node.id)) continue;
      yield {
        message: `${quote(node.id)} has no name: readers of the picture and of the SOP see its id.`,
        at: at(node),
        hint: 'Give it a name.',
      };
    }
  },
});
