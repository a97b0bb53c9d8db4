/** Flows with several ends that do not say which of them is the wished one. */
import { defineRule } from '../rule.js';
import { quote } from '../../base/quote.js';

export const outcomeMissing = defineRule({
  id: 'outcome-missing',
  group: 'structure',
  summary: 'Several ends, and none says how the case went',
  severity: 'warning',
  level: 'strict',
  why:
    'A conversion rate is the share of cases that leave by the right end, and only the author knows which one that is. With outcome: ' +
    'success, failure or neutral at each end, pictures mark lost cases, figures can be counted, and a parent flow sees what it has to handle.',
  bad: `trackflow: 1
title: 线索筛选
nodes:
  start: {type: start, name: 收到线索, next: fits}
  fits:
    type: decision
    name: 是否符合目标客户？
    next: [{when: 是, to: won}, {when: 否, to: lost}]
  won: # ✗
    type: end
    name: 转入商机
  lost: # ✗
    type: end
    name: 线索归档
`,
  good: `trackflow: 1
title: 线索筛选
nodes:
  start: {type: start, name: 收到线索, next: fits}
  fits:
    type: decision
    name: 是否符合目标客户？
    next: [{when: 是, to: won}, {when: 否, to: lost}]
  won:
    type: end
    name: 转入商机
    outcome: success
  lost:
    type: end
    name: 线索归档
    outcome: failure
`,
  *check({ process, at }) {
    const ends = process.nodes.filter((node) => node.type === 'end');
    // Where only some say it, outcome-incomplete speaks.
    if (ends.length < 2 || ends.some(({ outcome }) => outcome !== undefined)) return;
    for (const end of ends) {
      yield {
        message: `The end ${quote(end.id)} does not say how the case went.`,
        at: at(end),
        hint: 'Add outcome: success, failure or neutral.',
      };
    }
  },
});
