/** Inputs that come into being only after the step that needs them. */
import { quote } from '../../base/quote.js';
import type { ProcessNode } from '../../model/process.js';
import type { Text } from '../../model/text.js';
import { walk } from '../facts.js';
import { defineRule } from '../rule.js';
import { waysOf } from '../ways.js';

export const inputMadeLater = defineRule({
  id: 'input-made-later',
  group: 'data',
  summary: 'A step needs an input that only a later step makes',
  severity: 'warning',
  level: 'recommended',
  why:
    'The step says that it needs the signed contract, and the contract is signed three steps further on: nobody can do it as written, so everybody does it in their own way. Change the order, or name the input ' +
    'that is really there, such as the draft. An input that no step makes is taken to come from outside.',
  bad: `trackflow: 1
title: 合同与订单
nodes:
  start: {type: start, name: 方案通过, next: book}
  book:
    name: 登记订单
    inputs: [已签合同] # ✗
    next: sign
  sign: {name: 签订合同, outputs: [已签合同], next: done}
  done: {type: end, name: 订单生效}
`,
  good: `trackflow: 1
title: 合同与订单
nodes:
  start: {type: start, name: 方案通过, next: sign}
  sign: {name: 签订合同, outputs: [已签合同], next: book}
  book:
    name: 登记订单
    inputs: [已签合同]
    next: done
  done: {type: end, name: 订单生效}
`,
  *check({ process, facts, at }) {
    const makers = new Map<string, ProcessNode[]>();
    const make = (text: Text, node: ProcessNode): void => {
      for (const key of keysOf(text)) {
        const list = makers.get(key);
        if (list) list.push(node);
        else makers.set(key, [node]);
      }
    };
    for (const node of process.nodes) for (const text of node.outputs) make(text, node);
    for (const edge of process.edges) {
      const from = facts.node(edge.from);
      if (from) for (const text of edge.carries) make(text, from);
    }
    if (makers.size === 0) return;
    const turn = new Map(waysOf(process).order.map(({ id }, index) => [id, index]));
    // Drawn before it, be it on another branch: that is not what is looked for here.
    const comesFirst = (maker: ProcessNode, node: ProcessNode): boolean =>
      (turn.get(maker.id) ?? 0) <= (turn.get(node.id) ?? 0);
    for (const node of process.nodes) {
      const wanted = node.inputs.map((text) => keysOf(text).flatMap((key) => makers.get(key) ?? []));
      const doubtful = wanted.map((found) => (found.some((maker) => comesFirst(maker, node)) ? [] : found));
      if (doubtful.every((found) => found.length === 0)) continue;
      // By any connection: what a loop brings round is there the second time.
      const before = walk(
        facts.into(node.id).map(({ from }) => from),
        (id) => facts.into(id).map(({ from }) => from),
      );
      for (const [index, found] of doubtful.entries()) {
        const [maker] = found;
        if (maker === undefined || found.some(({ id }) => before.has(id))) continue;
        const name = Object.values(node.inputs[index] ?? {})[0] ?? '';
        yield {
          message: `${quote(node.id)} needs ${quote(name)}, which only ${quote(maker.id)} makes, and that never comes before.`,
          at: at(node, 'inputs', index),
          hint: 'Change the order, or name the input that is really there.',
          related: [{ message: 'made here', span: at(maker, 'outputs') }],
        };
      }
    }
  },
});

function keysOf(text: Text): readonly string[] {
  return Object.entries(text).map(
    ([language, words]) => `${language} ${words.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()}`,
  );
}
