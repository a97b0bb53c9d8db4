/** Customers who are not reached, and are tried for years. */
import { quote } from '../../base/quote.js';
import type { Edge, ProcessNode } from '../../model/process.js';
import { say } from '../../model/text.js';
import { plainLabel } from '../branch-labels.js';
import { defineRule } from '../rule.js';
import { shortestWay } from '../ways.js';
import { asksWhetherReached, isUnreached } from '../words/subjects.js';

export const attemptsWithoutLimit = defineRule({
  id: 'attempts-without-limit',
  group: 'customer',
  summary: 'A customer who is not reached is tried again after a pause, and no number of attempts is named',
  severity: 'warning',
  level: 'strict',
  why:
    'The number is no longer in use, and the flow has it called every week until somebody loses patience: who, and after how many times, differs from desk to desk. The list of open ' +
    'cases grows, and the share of customers reached is counted over people whom nobody can reach. Say after how many attempts or how long it is enough, as a branch (third attempt), in the steps ' +
    'or by a timeout of the wait, and where the case goes then. Of tries without a pause called-again-at-once speaks.',
  bad: `trackflow: 1
title: Recall
nodes:
  start: {type: start, name: Check-up is due, next: phone}
  phone: {name: Phone the patient, via: [phone], outputs: [Note of the call], next: reached}
  reached:
    type: decision
    name: What does the patient say?
    next:
      - {when: Books a date, to: booked}
      - {when: Not reached, to: later} # ✗
      - {otherwise: closed}
  later: {type: wait, name: Try another day, duration: 1w, next: phone}
  booked: {type: end, name: Date booked, outcome: success}
  closed: {type: end, name: Recall closed, outcome: failure}
`,
  good: `trackflow: 1
title: Recall
nodes:
  start: {type: start, name: Check-up is due, next: phone}
  phone: {name: Phone the patient, via: [phone], outputs: [Note of the call], next: reached}
  reached:
    type: decision
    name: What does the patient say?
    next:
      - {when: Books a date, to: booked}
      - {when: Not reached, to: tried}
      - {otherwise: closed}
  tried: {type: decision, name: Was that the third attempt?, next: [{when: 'yes', to: closed}, {when: 'no', to: later}]}
  later: {type: wait, name: Try another day, duration: 1w, next: phone}
  booked: {type: end, name: Date booked, outcome: success}
  closed: {type: end, name: Recall closed, outcome: failure}
`,
  *check({ process, facts, at }) {
    const next = (id: string): readonly Edge[] => facts.out(id).filter(({ kind }) => kind === 'next');
    for (const edge of process.edges) {
      const decision = facts.node(edge.from);
      if (decision?.type !== 'decision' || !isNoAnswer(edge, decision, next(decision.id))) continue;
      const back = shortestWay(
        [edge.to],
        (id) => next(id).map(({ to }) => to),
        (id) => id === decision.id,
      );
      const round = back?.flatMap((id) => facts.node(id) ?? []);
      const contact = round?.find(({ type, via }) => type === 'task' && via.length > 0);
      if (round === undefined || contact === undefined || !round.some(({ type }) => type === 'wait')) continue;
      if (round.some((node) => isGivenUp(node, next(node.id)))) continue;
      const said = edge.when === undefined ? 'The default branch' : quote(say(edge.when, process.language));
      yield {
        message: `${said} leads from ${quote(decision.id)} back to ${quote(contact.id)}, and nothing says after how many attempts it is enough.`,
        at: at(edge),
        hint: 'Name the number of attempts, and lead the rest elsewhere.',
        related: [{ message: 'tried again here', span: at(contact) }],
      };
    }
  },
});

function isNoAnswer(edge: Edge, decision: ProcessNode, branches: readonly Edge[]): boolean {
  if (edge.kind !== 'next') return false;
  if (edge.when !== undefined && isUnreached({ name: edge.when })) return true;
  if (branches.length !== 2 || !asksWhetherReached(decision)) return false;
  return edge.when === undefined
    ? edge.otherwise
    : Object.values(edge.when).some((words) => /^(?:no|否|未|没有|没|不)$/u.test(plainLabel(words)));
}

/** A number of attempts, or of days; what a wait is called tells how long it waits, not how often. */
function isGivenUp(node: ProcessNode, out: readonly Edge[]): boolean {
  if (node.timeout !== undefined || node.cadence.length > 0) return true;
  const texts = [
    ...(node.type === 'wait' ? [] : [node.name, ...node.steps]),
    node.description,
    ...out.map(({ when }) => when),
  ];
  return texts.some((text) => Object.values(text ?? {}).some((words) => enough.test(words)));
}

const enough =
  /次数|[\d一二两三四五六七八九十几半]\s*(?:次|轮|遍|回|个?月|周|天|日|年)|上限|最多|至多|不超过|超过|\b(?:attempts?|tries|retries|rounds?|twice|at most|up to|limit|maximum)\b|\b(?:\d+|two|three|four|five|six|ten) (?:times|days|weeks|months|years)\b/iu;
