/** Customers who go back a stage on the main path. */
import { quote } from '../../base/quote.js';
import { mainPath } from '../../model/graph.js';
import type { ProcessNode } from '../../model/process.js';
import { defineRule } from '../rule.js';

export const phaseBackwards = defineRule({
  id: 'phase-backwards',
  group: 'customer',
  summary: 'A step of the main path that stands in an earlier phase than the step before',
  severity: 'warning',
  level: 'recommended',
  why:
    'Phases follow each other like the stages of a pipeline, and on its normal way a customer does not go from negotiation back to lead. If ' +
    'the main path does, a step has the wrong phase, or the phases are in the wrong order, and conversion per phase cannot be counted. Ways ' +
    'back, such as rework, may lead to any phase.',
  bad: `trackflow: 1
title: 客户流程
phases: {attract: {name: 获客}, convert: {name: 转化}}
nodes:
  start: {type: start, name: 收到咨询, phase: attract, next: record}
  record: {name: 登记线索, phase: attract, next: offer}
  offer: {name: 发送方案, phase: convert, next: call}
  call:
    name: 电话确认
    phase: attract # ✗
    next: done
  done: {type: end, name: 已确认, phase: convert}
`,
  good: `trackflow: 1
title: 客户流程
phases: {attract: {name: 获客}, convert: {name: 转化}}
nodes:
  start: {type: start, name: 收到咨询, phase: attract, next: record}
  record: {name: 登记线索, phase: attract, next: offer}
  offer: {name: 发送方案, phase: convert, next: call}
  call:
    name: 电话确认
    phase: convert
    next: done
  done: {type: end, name: 已确认, phase: convert}
`,
  *check({ process, facts, at }) {
    const place = new Map(process.phases.map(({ id }, index) => [id, index]));
    let last: ProcessNode | undefined;
    for (const id of mainPath(process.nodes, process.edges)) {
      const node = facts.node(id);
      const index = place.get(node?.phase ?? '');
      if (node?.phase === undefined || index === undefined) continue;
      if (last?.phase !== undefined && index < (place.get(last.phase) ?? 0)) {
        yield {
          message: `On the main path ${quote(node.id)}, in the phase ${quote(node.phase)}, follows ${quote(last.id)}, in the later phase ${quote(last.phase)}.`,
          at: at(node, 'phase'),
          hint: 'Give it the phase in which it is done, or put the phases into their order.',
          related: [{ message: 'the step before', span: at(last, 'phase') }],
        };
      }
      last = node;
    }
  },
});
