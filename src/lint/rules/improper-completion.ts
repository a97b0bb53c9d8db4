/** Cases that end twice. */
import { quote } from '../../base/quote.js';
import type { EndNode, ProcessNode } from '../../model/process.js';
import { defineRule } from '../rule.js';
import { soundnessOf } from '../soundness/index.js';

export const improperCompletion = defineRule({
  id: 'improper-completion',
  group: 'soundness',
  summary: 'A case that comes to the same end twice, or to a success and a failure at once',
  severity: 'warning',
  level: 'recommended',
  why:
    'Parallel branches may have ends of their own: a notice is sent, and that is that. But if two branches lead to the same end, it is ' +
    'reached once by each, and whoever counts closed cases counts twice; and if one branch ends in a success while another ends in a ' +
    'failure, nobody can say how the case went, and a parent flow cannot know which way to go on. Put a join in front of the end, or ' +
    'let one branch decide. With the option any, every pair of ends that one case reaches both is reported.',
  bad: `trackflow: 1
title: Order handling
nodes:
  start: {type: start, name: Order received, next: prepare}
  prepare: {type: fork, next: [pack, invoice]}
  pack: {name: Pack the goods, next: done}
  invoice: {name: Write the invoice, next: done}
  done: # ✗
    type: end
    name: Order shipped
`,
  good: `trackflow: 1
title: Order handling
nodes:
  start: {type: start, name: Order received, next: prepare}
  prepare: {type: fork, next: [pack, invoice, thank]}
  pack: {name: Pack the goods, next: ready}
  invoice: {name: Write the invoice, next: ready}
  ready: {type: join, next: done}
  done: {type: end, name: Order shipped}
  thank: {name: Thank the customer, next: thanked}
  thanked: {type: end, name: Customer thanked}
`,
  options: {
    any: {
      kind: 'boolean',
      summary: 'Report also different ends whose outcomes do not contradict each other',
      default: false,
    },
  },
  *check({ process, facts, at, options }) {
    const { endings, meetings } = soundnessOf(process);
    // What is done twice ends twice.
    if (meetings.length > 0) return;
    const told = new Set<string>();
    for (const { ends, how } of endings) {
      const [one, other] = ends.map((id) => facts.node(id));
      if (!isEnd(one) || !isEnd(other) || told.has(other.id)) continue;
      const isSame = one === other;
      if (!isSame && !options.any && !contradict(one, other)) continue;
      told.add(other.id);
      const { fork: forkId, witness } = how();
      const fork = forkId === undefined ? undefined : facts.node(forkId);
      // One join mends all ends of the branches.
      if (forkId !== undefined && told.has(forkId)) continue;
      if (forkId !== undefined) told.add(forkId);
      yield {
        message: isSame
          ? `One case can come to the end ${quote(one.id)} twice: ${witness}.`
          : `One case can end both at ${quote(one.id)}${outcome(one)} and at ${quote(other.id)}${outcome(other)}: ${witness}.`,
        at: at(other),
        hint: isSame
          ? 'Let the branches come together in a join (type: join) before the end.'
          : 'Let a join (type: join) bring the branches together, and a decision after it say how the case ends.',
        related: [
          ...(fork ? [{ message: 'the branches part here', span: at(fork) }] : []),
          ...(isSame ? [] : [{ message: 'the other end', span: at(one) }]),
        ],
      };
    }
  },
});

function isEnd(node: ProcessNode | undefined): node is EndNode {
  return node?.type === 'end';
}

function contradict(one: EndNode, other: EndNode): boolean {
  const outcomes = [one.outcome, other.outcome];
  return outcomes.includes('success') && outcomes.includes('failure');
}

function outcome({ outcome: said }: EndNode): string {
  return said === undefined ? '' : ` (${said})`;
}
