/** Persons in place of roles. */
import { quote } from '../../base/quote.js';
import { isOwn } from '../data-use.js';
import { defineRule } from '../rule.js';

export const personAsOwner = defineRule({
  id: 'person-as-owner',
  group: 'responsibility',
  summary: 'A step that belongs to a person and not to a role',
  severity: 'info',
  level: 'strict',
  why:
    'When Ms Li is on leave or has left, nobody knows whose step it is, the document has to be approved anew, and her name hangs on the wall for years. Write the role, and keep ' +
    'who holds it in the staff list or under contact. Where a person is meant and stays meant, such as the founder, suppress this finding with the reason.',
  bad: `trackflow: 1
title: Complaints
owners:
  li: {name: Ms Li, kind: person} # ✗
nodes:
  start: {type: start, name: Complaint arrives, owner: li, next: answer}
  answer: {name: Answer the complaint, owner: li, next: done}
  done: {type: end, name: Complaint answered, owner: li}
`,
  good: `trackflow: 1
title: Complaints
owners:
  service: {name: Head of service, kind: role, contact: Ms Li}
nodes:
  start: {type: start, name: Complaint arrives, owner: service, next: answer}
  answer: {name: Answer the complaint, owner: service, next: done}
  done: {type: end, name: Complaint answered, owner: service}
`,
  *check({ process, at }) {
    for (const owner of process.owners) {
      if (owner.kind !== 'person' || !isOwn(process, owner)) continue;
      const steps = process.nodes.filter((node) => node.owner === owner.id).length;
      if (steps === 0) continue;
      yield {
        message: `${quote(owner.id)} is a person and owns ${steps === 1 ? 'a step' : `${steps} steps`}: whose are they when that person is away?`,
        at: at(owner),
        hint: 'Name the role, and the person under contact:.',
      };
    }
  },
});
