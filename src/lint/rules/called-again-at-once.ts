/** Customers who are rung up until they answer. */
import { quote } from '../../base/quote.js';
import type { Channel, ProcessNode } from '../../model/process.js';
import { say, type Text } from '../../model/text.js';
import { plainLabel } from '../branch-labels.js';
import { isLimited } from '../loops.js';
import { isUnreached } from '../words/subjects.js';
import { defineRule } from '../rule.js';

export const calledAgainAtOnce = defineRule({
  id: 'called-again-at-once',
  group: 'customer',
  summary: 'A customer who is not reached is tried again at once, for ever',
  severity: 'warning',
  level: 'recommended',
  why:
    'The branch for those who do not answer leads straight back to the call: nothing says how long to wait, nor after how many attempts it is enough. So some are rung up ' +
    'five times in a morning and complain, and others never again. Put a wait in between, or name the number of attempts (三次未接通, no answer after three attempts) and ' +
    'lead those elsewhere. The same holds for mails and messages that are sent again as long as nothing comes back.',
  bad: `trackflow: 1
title: 随访
nodes:
  start: {type: start, name: 到随访日, next: call}
  call: {name: 电话随访, via: [phone], next: reached}
  reached:
    type: decision
    name: 是否接通？
    next:
      - {when: 接通, to: note}
      - {when: 未接通, to: call} # ✗
  note: {name: 记录恢复情况, next: done}
  done: {type: end, name: 随访完成}
`,
  good: `trackflow: 1
title: 随访
nodes:
  start: {type: start, name: 到随访日, next: call}
  call: {name: 电话随访, via: [phone], next: reached}
  reached:
    type: decision
    name: 是否接通？
    next:
      - {when: 接通, to: note}
      - {when: 未接通, to: later}
      - {when: 三次未接通, to: message}
  later: {type: wait, name: 隔天再打, duration: 1d, next: call}
  message: {name: 发送随访短信, via: [sms], next: done}
  note: {name: 记录恢复情况, next: done}
  done: {type: end, name: 随访完成}
`,
  *check({ process, facts, at }) {
    for (const edge of process.edges) {
      const when = edge.when ?? (edge.otherwise ? otherwise : undefined);
      const decision = facts.node(edge.from);
      const contact = facts.node(edge.to);
      if (when === undefined || decision?.type !== 'decision' || contact?.type !== 'task') continue;
      if (!isUnreached({ name: when }) && !(isPush(contact) && isNothing(when))) continue;
      if (!facts.out(contact.id).some(({ to }) => to === decision.id)) continue;
      if ([decision, contact].some((node) => isLimited(node, facts.out(node.id)))) continue;
      yield {
        message: `${quote(say(when, process.language))} leads from ${quote(decision.id)} straight back to ${quote(contact.id)}, at once and for ever.`,
        at: at(edge),
        hint: 'Put a wait in between, or say after how many attempts it is enough and where those go.',
        related: [{ message: 'tried again here', span: at(contact) }],
      };
    }
  },
});

/** The default without words of its own. */
const otherwise: Text = { en: 'no' };

/** It goes out, whether the customer looks at it or not. */
function isPush({ via }: ProcessNode): boolean {
  return via.length > 0 && via.every((channel) => pushed.has(channel));
}

const pushed: ReadonlySet<Channel> = new Set(['email', 'sms', 'post', 'app']);

/** Nothing has come back: not that something is to be changed. */
function isNothing(when: Text): boolean {
  return Object.values(when).some((words) =>
    /^(?:no(?:t yet|thing|body)?|still (?:no|not)|false|否|没有?|未|尚未|还没有?|仍未)$|^(?:not yet|still not|尚未|还没|仍未)/u.test(
      plainLabel(words),
    ),
  );
}
