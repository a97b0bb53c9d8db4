/** Processes in which every customer buys. */
import { isDormant } from '../words/subjects.js';
import { defineRule } from '../rule.js';

export const lostPathMissing = defineRule({
  id: 'lost-path-missing',
  group: 'customer',
  summary: 'A customer process in which nobody is ever lost',
  severity: 'warning',
  level: 'recommended',
  why:
    'Most leads do not become customers, and in this flow they all do: those who say no, or nothing, are nowhere. In life they stay in the ' +
    'pipeline as open for years, forecasts are wrong, and nobody learns why they left. Draw the way out, with an end of outcome failure or ' +
    'neutral, and note the reason there. Asked of flows with a customer in them and with at least ten steps.',
  bad: `trackflow: 1
title: 销售流程 # ✗
owners:
  customer: {name: 客户, kind: customer}
  sales: {name: 销售}
nodes:
  start: {type: start, name: 收到线索, owner: sales, next: call}
  call: {name: 联系客户, owner: sales, next: need}
  need: {name: 分析需求, owner: sales, next: quote}
  quote: {name: 制定报价, owner: sales, next: accepts}
  accepts:
    type: decision
    name: 客户接受吗？
    owner: customer
    next: [{when: 接受, to: sign}, {otherwise: quote}]
  sign: {name: 签订合同, owner: sales, next: deliver}
  deliver: {name: 交付产品, owner: sales, next: visit}
  visit: {name: 回访客户, owner: sales, next: thank}
  thank: {name: 感谢客户, owner: sales, next: won}
  won: {type: end, name: 客户满意, owner: sales, outcome: success}
`,
  good: `trackflow: 1
title: 销售流程
owners:
  customer: {name: 客户, kind: customer}
  sales: {name: 销售}
nodes:
  start: {type: start, name: 收到线索, owner: sales, next: call}
  call: {name: 联系客户, owner: sales, next: need}
  need: {name: 分析需求, owner: sales, next: quote}
  quote: {name: 制定报价, owner: sales, next: accepts}
  accepts:
    type: decision
    name: 客户接受吗？
    owner: customer
    next: [{when: 接受, to: sign}, {otherwise: lost}]
  sign: {name: 签订合同, owner: sales, next: deliver}
  deliver: {name: 交付产品, owner: sales, next: visit}
  visit: {name: 回访客户, owner: sales, next: won}
  won: {type: end, name: 客户满意, owner: sales, outcome: success}
  lost: {type: end, name: 归档流失原因, owner: sales, outcome: failure}
`,
  options: {
    least: {
      kind: 'number',
      default: 10,
      least: 3,
      summary: 'Steps from which on a flow is expected to have a way out',
    },
  },
  *check({ process, options, at }) {
    const { nodes, owners } = process;
    if (nodes.length < options.least || nodes.some(({ type }) => type === 'subflow')) return;
    if (!owners.some(({ kind }) => kind === 'customer') && nodes.every(({ cadence }) => cadence.length === 0)) return;
    const ends = nodes.filter((node) => node.type === 'end');
    if (!ends.some(({ outcome }) => outcome === 'success') || ends.some(({ outcome }) => outcome !== 'success')) return;
    if (nodes.some((node) => isDormant(node))) return;
    yield {
      message: 'Every customer succeeds in this flow: there is no way out for those who say no, or nothing.',
      at: at(process, 'title'),
      hint: 'Add an end with outcome: failure or neutral, and lead to it where customers are lost.',
    };
  },
});
