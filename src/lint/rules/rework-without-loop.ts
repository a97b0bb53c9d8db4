/** Rework that the flow does not know. */
import { quote } from '../../base/quote.js';
import { walk } from '../facts.js';
import { defineRule } from '../rule.js';

export const reworkWithoutLoop = defineRule({
  id: 'rework-without-loop',
  group: 'time',
  summary: 'A rework KPI at nodes that no case passes twice',
  severity: 'warning',
  level: 'recommended',
  why:
    'Rework is the share of cases that come again, and in this flow none can: no loop leads through the nodes of the figure, so that it is ' +
    'zero for ever while everybody knows that quotes are written twice. Draw the way back that exists in life, or measure where there is ' +
    'one.',
  bad: `trackflow: 1
title: 报价
kpis:
  quote-rework:
    name: 报价返工率
    measure: rework
    from: quote # ✗
    to: accepts
    target: '<= 20%'
nodes:
  start: {type: start, name: 需求明确, next: quote}
  quote: {name: 制定报价, next: accepts}
  accepts:
    type: decision
    name: 客户接受吗？
    next: [{when: 接受, to: won}, {when: 要求修改, to: lost}, {otherwise: lost}]
  won: {type: end, name: 成交, outcome: success}
  lost: {type: end, name: 未成交, outcome: failure}
`,
  good: `trackflow: 1
title: 报价
kpis:
  quote-rework:
    name: 报价返工率
    measure: rework
    from: quote
    to: accepts
    target: '<= 20%'
nodes:
  start: {type: start, name: 需求明确, next: quote}
  quote: {name: 制定报价, next: accepts}
  accepts:
    type: decision
    name: 客户接受吗？
    next: [{when: 接受, to: won}, {when: 要求修改, to: quote}, {otherwise: lost}]
  won: {type: end, name: 成交, outcome: success}
  lost: {type: end, name: 未成交, outcome: failure}
`,
  *check({ process, facts, at }) {
    for (const kpi of process.kpis) {
      if (kpi.measure !== 'rework') continue;
      const nodes = [kpi.from, kpi.to].flatMap((id) => id ?? []);
      const next = (id: string): readonly string[] => facts.out(id).map(({ to }) => to);
      if (nodes.length === 0 || nodes.some((id) => walk(next(id), next).has(id))) continue;
      yield {
        message: `${quote(kpi.id)} measures rework, but no case passes ${nodes.map((id) => quote(id)).join(' or ')} twice.`,
        at: at(kpi, kpi.from === undefined ? 'to' : 'from'),
        hint: 'Draw the way back that exists in life, or name nodes through which a loop leads.',
      };
    }
  },
});
