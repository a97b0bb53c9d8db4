/** Customers who fell asleep for good. */
import { quote } from '../../base/quote.js';
import type { ProcessNode } from '../../model/process.js';
import { walk, type Facts } from '../facts.js';
import { isDormant } from '../words/subjects.js';
import { defineRule } from '../rule.js';

export const dormantWithoutReturn = defineRule({
  id: 'dormant-without-return',
  group: 'customer',
  summary: 'Dormant customers have no way back',
  severity: 'info',
  level: 'strict',
  why:
    'Not now is not never: many who buy said no the first time. Where dormant customers end in an archive, nobody comes back to them, and ' +
    'the competitor calls on the day their contract ends. Let them wait (a wait with a duration) and ask again, or say in the description ' +
    'of the end what brings them back. Where a step before has tried to win them back (named so, or a contact between two waits), nothing is reported.',
  bad: `trackflow: 1
title: Leads
nodes:
  start: {type: start, name: Lead arrives, next: call}
  call: {name: Call the lead, next: now}
  now:
    type: decision
    name: Is there a project now?
    next: [{when: 'yes', to: won}, {otherwise: dormant}]
  dormant: {type: end, name: Dormant, outcome: neutral} # ✗
  won: {type: end, name: Opportunity opened, outcome: success}
`,
  good: `trackflow: 1
title: Leads
nodes:
  start: {type: start, name: Lead arrives, next: call}
  call: {name: Call the lead, next: now}
  now:
    type: decision
    name: Is there a project now?
    next: [{when: 'yes', to: won}, {otherwise: dormant}]
  dormant: {type: wait, name: Dormant, duration: 3mo, next: call}
  won: {type: end, name: Opportunity opened, outcome: success}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'end' || !isDormant(node)) continue;
      if (Object.values(node.description ?? {}).some((words) => comesBack.test(words))) continue;
      if (wasTried(facts, node.id)) continue;
      yield {
        message: `At ${quote(node.id)} customers are dormant, and nothing ever wakes them.`,
        at: at(node),
        hint: 'Make it a wait that leads back, or say in its description what brings them back.',
      };
    }
  },
});

const comesBack = /再次|重新|回到|唤醒|激活|下次|恢复|again|afresh|back|return|re-?activ|wake|new visit|resume/iu;

const winsBack = /唤醒|激活|挽回|挽留|召回|捞回|赢回|\bwin(?:s|ning)?[- ]?back\b|\bwake\b|\bre-?activat|\bre-?engag/iu;

/** On some way to the end somebody has come back to the customer: by name, or by a contact with a wait before and behind it. */
function wasTried(facts: Facts, end: string): boolean {
  const before = walk([end], (id) => facts.into(id).map(({ from }) => from));
  const isWait = (id: string): boolean => facts.node(id)?.type === 'wait';
  const wakes = ({ id, type, name, via }: ProcessNode): boolean =>
    type === 'task' &&
    (Object.values(name).some((words) => winsBack.test(words)) ||
      (via.length > 0 &&
        facts.into(id).some(({ from }) => isWait(from)) &&
        facts.out(id).some(({ to }) => isWait(to))));
  return [...before].some((id) => {
    const node = facts.node(id);
    return node !== undefined && wakes(node);
  });
}
