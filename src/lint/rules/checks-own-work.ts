/** A second look by the first eyes. */
import { quote } from '../../base/quote.js';
import type { Owner, ProcessNode } from '../../model/process.js';
import { overlap } from '../data-use.js';
import { defineRule } from '../rule.js';
import { workBefore } from '../ways.js';

export const checksOwnWork = defineRule({
  id: 'checks-own-work',
  group: 'responsibility',
  summary: 'A second check by the same person who did the work',
  severity: 'info',
  level: 'strict',
  presets: ['security'],
  why:
    'A second look finds what the first has missed because it is somebody else who looks. Where the step is by its name such a look (复核, 复检, 验收, second check, four-eyes), and the same role has just ' +
    'done what is looked at, the record says "checked" and nothing was. Let another role check, or call the step what it is: a look over of one’s own work. Teams and departments are left in ' +
    'peace, where a colleague may do it; approvals are those of self-approval.',
  bad: `trackflow: 1
title: 维修
owners: {worker: {name: 维修工, kind: role}, lead: {name: 班组长, kind: role}}
stores: {erp: {name: 工单系统, fields: {job: {结果: internal}}, access: {worker: cru, lead: ru}}}
nodes:
  start: {type: start, name: 车辆到店, owner: lead, next: mend}
  mend: {name: 更换零件, owner: worker, writes: [erp.job], next: check}
  check:
    name: 复核维修结果
    owner: worker # ✗
    reads: [erp.job]
    next: done
  done: {type: end, name: 维修完成, owner: lead}
`,
  good: `trackflow: 1
title: 维修
owners: {worker: {name: 维修工, kind: role}, lead: {name: 班组长, kind: role}}
stores: {erp: {name: 工单系统, fields: {job: {结果: internal}}, access: {worker: cru, lead: ru}}}
nodes:
  start: {type: start, name: 车辆到店, owner: lead, next: mend}
  mend: {name: 更换零件, owner: worker, writes: [erp.job], next: check}
  check:
    name: 复核维修结果
    owner: lead
    reads: [erp.job]
    next: done
  done: {type: end, name: 维修完成, owner: lead}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'task' || node.kind === 'approval' || !isSecondLook(node)) continue;
      if (node.owner === undefined || !isOne(facts.owner(node.owner))) continue;
      const own = workBefore(process, node.id).find(
        (work) => work.owner === node.owner && !isSecondLook(work) && isSeen(work, node),
      );
      if (own === undefined) continue;
      yield {
        message: `${quote(node.owner)} checks at ${quote(node.id)} what ${quote(node.owner)} did at ${quote(own.id)}.`,
        at: at(node, 'owner'),
        hint: 'Let another owner check.',
        related: [{ message: 'done here', span: at(own) }],
      };
    }
  },
});

const secondLook =
  /复核|复检|复审|复验|验收|会审|二次审|\b(?:second|double|four-?eyes|peer)[- ](?:check|look|review)|\bdouble-check|\bproof-?read/iu;
/** One's own, said so. */
const ownLook = /自检|自查|\bself-?(?:check|review)/iu;

function isSecondLook({ name }: ProcessNode): boolean {
  const words = Object.values(name);
  return words.some((said) => secondLook.test(said)) && !words.some((said) => ownLook.test(said));
}

function isOne(owner: Owner | undefined): boolean {
  return owner?.kind === 'role' || owner?.kind === 'person' || owner?.kind === 'partner';
}

/** What the first has written or made is what the second looks at. */
function isSeen(work: ProcessNode, check: ProcessNode): boolean {
  if (work.writes.some((write) => check.reads.some((read) => overlap(read, write)))) return true;
  const made = new Set(work.outputs.flatMap((text) => Object.values(text)));
  return check.inputs.some((text) => Object.values(text).some((words) => made.has(words)));
}
