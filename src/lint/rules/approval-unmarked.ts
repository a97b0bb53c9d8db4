/** Approvals that only their name calls so. */
import { quote } from '../../base/quote.js';
import { say } from '../../model/text.js';
import { isApproval } from '../words/subjects.js';
import { defineRule } from '../rule.js';

export const approvalUnmarked = defineRule({
  id: 'approval-unmarked',
  group: 'decisions',
  summary: 'A task that by its name is an approval, and has no kind that says so',
  severity: 'info',
  level: 'recommended',
  why:
    'Whether an approval can be refused, how long it may take and who may give it is only looked at where the flow says that it is one: by kind: approval. A name tells it to people, ' +
    'and the reader of the SOP finds no approval in its list. Only names that plainly say it are told (审批报价, Approve the discount), not those that ask for one (提交审批).',
  bad: `trackflow: 1
title: 报价审批
owners: {sales: {name: 销售}, manager: {name: 经理}}
nodes:
  start: {type: start, name: 客户询价, owner: sales, next: quote}
  quote: {name: 编制报价, owner: sales, next: approve}
  approve: {name: 审批报价, owner: manager, next: done} # ✗
  done: {type: end, name: 报价已批, owner: sales}
`,
  good: `trackflow: 1
title: 报价审批
owners: {sales: {name: 销售}, manager: {name: 经理}}
nodes:
  start: {type: start, name: 客户询价, owner: sales, next: quote}
  quote: {name: 编制报价, owner: sales, next: approve}
  approve: {kind: approval, name: 审批报价, owner: manager, next: done}
  done: {type: end, name: 报价已批, owner: sales}
`,
  fixable: 'unsafe',
  *check({ process, at, placeOf }) {
    for (const node of process.nodes) {
      if (node.type !== 'task' || node.kind !== 'manual' || !isApproval(node)) continue;
      const { file, path } = placeOf(node);
      yield {
        message: `${quote(say(node.name, process.language))} is an approval by its name only.`,
        at: at(node),
        hint: 'Add kind: approval.',
        fix: {
          title: 'Add kind: approval',
          safe: false,
          changes: [{ kind: 'set', file, path: [...path, 'kind'], value: 'approval' }],
        },
      };
    }
  },
});
