/** Customers who are called again after they have asked not to be. */
import { quote } from '../../base/quote.js';
import { say } from '../../model/text.js';
import { isContactRefusal, isFarewell } from '../words/subjects.js';
import { walk } from '../facts.js';
import { defineRule } from '../rule.js';

export const contactAfterRefusal = defineRule({
  id: 'contact-after-refusal',
  group: 'customer',
  summary: 'A branch for customers who want no more contact that leads back to the contact',
  severity: 'warning',
  level: 'recommended',
  why:
    'Whoever says "do not call me again" and is called again writes to the data protection authority, and is right: consent that is ' +
    'withdrawn holds at once. Lead the branch to a step that notes it and closes the case. Looked at are branches whose words say so, and ' +
    'that come, over waits or straight, to a step with a channel that lies before the question, or to one with a follow-up plan.',
  bad: `trackflow: 1
title: Recall
nodes:
  start: {type: start, name: Recall is due, next: phone}
  phone: {name: Phone the patient, via: [phone], outputs: [Note of the call], next: reached}
  reached:
    type: decision
    name: What does the patient say?
    next:
      - {when: Books, to: won}
      - {when: Wants no more recalls, to: later} # ✗
      - {otherwise: lost}
  later: {type: wait, name: Try another time, duration: 2d, next: phone}
  won: {type: end, name: Appointment booked, outcome: success}
  lost: {type: end, name: Recall closed, outcome: failure}
`,
  good: `trackflow: 1
title: Recall
nodes:
  start: {type: start, name: Recall is due, next: phone}
  phone: {name: Phone the patient, via: [phone], outputs: [Note of the call], next: reached}
  reached:
    type: decision
    name: What does the patient say?
    next:
      - {when: Books, to: won}
      - {when: Cannot talk now, to: later}
      - {when: Wants no more recalls, to: stop}
      - {otherwise: lost}
  later: {type: wait, name: Try another time, duration: 2d, next: phone}
  stop: {name: Withdraw the consent, next: lost}
  won: {type: end, name: Appointment booked, outcome: success}
  lost: {type: end, name: Recall closed, outcome: failure}
`,
  *check({ process, facts, at }) {
    for (const edge of process.edges) {
      const said = edge.when;
      if (said === undefined || !isContactRefusal({ name: said })) continue;
      // By any connection but this one: it may be what closes the loop.
      const before = walk([edge.from], (id) => facts.into(id).flatMap((each) => (each === edge ? [] : [each.from])));
      // Over waits alone: a question on the way may part those who may be called from those who may not.
      const ahead = walk([edge.to], (id) => (facts.node(id)?.type === 'wait' ? facts.out(id).map(({ to }) => to) : []));
      const next = [...ahead].flatMap((id) => facts.node(id) ?? []);
      const planned = next.find(({ cadence }) => cadence.length > 0);
      const again = next.find(
        (each) => each.type === 'task' && each.via.length > 0 && before.has(each.id) && !isFarewell(each),
      );
      if (planned !== undefined) {
        yield {
          message: `${quote(say(said, process.language))} leads from ${quote(edge.from)} to ${quote(planned.id)}, whose follow-up plan makes contact again.`,
          at: at(edge),
          hint: 'Lead it to a step that notes the wish and closes the case.',
          related: [{ message: 'contact again here', span: at(planned, 'cadence') }],
        };
        continue;
      }
      if (again === undefined) continue;
      yield {
        message: `${quote(say(said, process.language))} leads from ${quote(edge.from)} back to ${quote(again.id)}, which makes contact again.`,
        at: at(edge),
        hint: 'Lead it to a step that notes the wish and closes the case.',
        related: [{ message: 'contact again here', span: at(again) }],
      };
    }
  },
});
