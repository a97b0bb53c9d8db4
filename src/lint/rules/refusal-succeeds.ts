/** A no that the figures count as a yes. */
import { quote } from '../../base/quote.js';
import type { Edge } from '../../model/process.js';
import { say, type Text } from '../../model/text.js';
import { plainLabel } from '../branch-labels.js';
import { walk } from '../facts.js';
import { defineRule } from '../rule.js';

const refusal =
  /^(?:(?:客户|对方)?(?:明确)?拒绝|驳回|否决|不通过|未通过|审批不通过|不合格|流失|丢单|输单|放弃|不签约|未签约|未成交|未中标|不续约|reject(?:ed|s)?|declin(?:ed|es)|refus(?:ed|es)|lost|not approved|not accepted|not qualified|disqualified|churn(?:ed|s)?)$/u;

export const refusalSucceeds = defineRule({
  id: 'refusal-succeeds',
  group: 'customer',
  summary: 'A branch for a refusal that leads straight to a success, or a loss that is one',
  severity: 'warning',
  level: 'recommended',
  why:
    'The refused and the lost come to the same end as those who were won, mostly because it was the only end at hand. Every figure that is counted there ' +
    'is too good, and nobody writes the refusal or learns its reason. Give them an end of their own, with outcome failure or neutral. ' +
    'An end that is named for a loss (流失, 未签约, lost, churned, application declined) is no success either.',
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
      if (!isRefusal(edge.when)) continue;
      yield {
        message: `${quote(say(edge.when, process.language))} leads from ${quote(edge.from)} straight to ${quote(end.id)}, a success.`,
        at: at(edge),
        hint: 'Lead it to an end of its own, with outcome: failure or neutral.',
        related: [{ message: 'counted as a success here', span: at(end) }],
      };
    }
    for (const edge of process.edges) {
      if (edge.when === undefined || facts.node(edge.from)?.type !== 'decision' || !isRefusal(edge.when)) continue;
      const rivals = facts.out(edge.from).filter((each) => each !== edge && each.kind === 'next');
      const same = rivals.find(({ to, when }) => to === edge.to && (when === undefined || !isRefusal(when)));
      // All the same, or straight to an end: that is told otherwise.
      if (same === undefined || rivals.every(({ to }) => to === edge.to) || facts.node(edge.to)?.type === 'end')
        continue;
      const ahead = walk([edge.to], (id) => (id === edge.from ? [] : facts.out(id).map(({ to }) => to)));
      const ends = process.nodes.filter((node) => node.type === 'end' && ahead.has(node.id));
      if (ahead.has(edge.from) || ends.length === 0) continue;
      if (!ends.every((end) => end.type === 'end' && end.outcome === 'success')) continue;
      yield {
        message: `${quote(say(edge.when, process.language))} leads from ${quote(edge.from)} to ${quote(edge.to)} as ${told(same, process.language)} does, and from there to success alone.`,
        at: at(edge),
        hint: 'Lead it to a step of its own, and to an end with outcome: failure or neutral.',
        related: [{ message: 'the other branch', span: at(same) }],
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

function isRefusal(when: Text): boolean {
  return Object.values(when).some((words) => refusal.test(plainLabel(words)));
}

function told({ when }: Edge, language: string): string {
  return when === undefined ? 'the default' : quote(say(when, language));
}

/** At the end of the name: 流失挽回 and "Lost customer won back" are none. */
function isLoss(name: string): boolean {
  if (notWon.test(name)) return true;
  return (
    (/(?:流失|丢单|输单|战败)$/u.test(name) ||
      (/\b(?:lost|lapsed|churned)$/u.test(name) && name.split(' ').length <= 5)) &&
    !/[未无不没防避]|\b(?:not|no|never|nobody|nothing|none|neither)\b/u.test(name)
  );
}
/** Who was to be won, or what was asked for, and the no to it: 客户未签约, "Application declined". */
const notWon =
  /^(?:客户|业主|招标方|对方|项目|申请|订单|线索|商机)?(?:最终|已|被|明确)*(?:未签约|未成交|未中标|未续约|未购买|未下单|拒绝签约|拒绝购买|放弃购买|放弃签约|拒赔|拒赔结案)$|^(?:the )?(?:application|applicant|offer|quote|quotation|proposal|bid|tender|deal|order|lead|customer|client|dealer|contract|renewal|claim)s? (?:is |was |has been )?(?:declined|rejected|refused|lapsed|lost|not (?:won|signed|renewed))$/u;
