/** A no that the figures count as a yes. */
import { quote } from '../../base/quote.js';
import { say } from '../../model/text.js';
import { plainLabel } from '../branch-labels.js';
import { defineRule } from '../rule.js';

const refusal =
  /^(?:(?:客户|对方)?(?:明确)?拒绝|驳回|否决|不通过|未通过|审批不通过|不合格|流失|丢单|输单|放弃|不签约|未成交|reject(?:ed|s)?|declin(?:ed|es)|refus(?:ed|es)|lost|not approved|not accepted|not qualified|disqualified|churn(?:ed|s)?)$/u;

export const refusalSucceeds = defineRule({
  id: 'refusal-succeeds',
  group: 'customer',
  summary: 'A branch for a refusal that leads straight to a success, or a loss that is one',
  severity: 'warning',
  level: 'recommended',
  why:
    'The refused and the lost come to the same end as those who were won, mostly because it was the only end at hand. Every figure that is counted there ' +
    'is too good, and nobody writes the refusal or learns its reason. Give them an end of their own, with outcome failure or neutral. ' +
    'An end that is named for a loss (流失, lost, churned, lapsed) is no success either.',
  bad: `trackflow: 1
title: Dealer check
nodes:
  start: {type: start, name: Dealer applies, next: check}
  check: {name: Check the application, next: accepted}
  accepted:
    type: decision
    name: Accepted?
    next:
      - {when: Accepted, to: contract}
      - {when: Rejected, to: done} # ✗
  contract: {name: Sign the contract, next: done}
  done: {type: end, name: Dealer onboarded, outcome: success}
`,
  good: `trackflow: 1
title: Dealer check
nodes:
  start: {type: start, name: Dealer applies, next: check}
  check: {name: Check the application, next: accepted}
  accepted:
    type: decision
    name: Accepted?
    next:
      - {when: Accepted, to: contract}
      - {when: Rejected, to: reply}
  contract: {name: Sign the contract, next: done}
  reply: {name: Write to the dealer with the reason, next: refused}
  done: {type: end, name: Dealer onboarded, outcome: success}
  refused: {type: end, name: Dealer refused, outcome: failure}
`,
  *check({ process, facts, at }) {
    for (const edge of process.edges) {
      const end = facts.node(edge.to);
      if (edge.when === undefined || end?.type !== 'end' || end.outcome !== 'success') continue;
      if (!Object.values(edge.when).some((words) => refusal.test(plainLabel(words)))) continue;
      yield {
        message: `${quote(say(edge.when, process.language))} leads from ${quote(edge.from)} straight to ${quote(end.id)}, a success.`,
        at: at(edge),
        hint: 'Lead it to an end of its own, with outcome: failure or neutral.',
        related: [{ message: 'counted as a success here', span: at(end) }],
      };
    }
    for (const node of process.nodes) {
      if (node.type !== 'end' || node.outcome !== 'success') continue;
      const name = Object.values(node.name).find((words) => isLoss(plainLabel(words)));
      if (name === undefined) continue;
      yield {
        message: `${quote(node.id)} is named ${quote(name)} and counted as a success.`,
        at: at(node, 'outcome'),
        hint: 'Write outcome: failure, or name the end for what was won.',
      };
    }
  },
});

/** At the end of the name: 流失挽回 and "Lost customer won back" are none. */
function isLoss(name: string): boolean {
  return (
    (/(?:流失|丢单|输单|战败)$/u.test(name) ||
      (/\b(?:lost|lapsed|churned)$/u.test(name) && name.split(' ').length <= 5)) &&
    !/[未无不没防避]|\b(?:not|no|never|nobody|nothing|none|neither)\b/u.test(name)
  );
}
