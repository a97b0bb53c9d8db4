/** Two things with one name. */
import { quote } from '../../base/quote.js';
import type { Element } from '../../model/process.js';
import type { Text } from '../../model/text.js';
import { defineRule } from '../rule.js';
import { isUnnamed } from '../texts.js';

export const duplicateName = defineRule({
  id: 'duplicate-name',
  group: 'naming',
  summary: 'Two steps, owners, stores or phases with the same name',
  severity: 'warning',
  level: 'recommended',
  why:
    'In the meeting somebody says "at Check the order", and half of the room looks at the wrong box. Two lanes named Sales, or two stores ' +
    'named CRM, are worse: figures of both get mixed. If it is the same thing, draw it once; if not, say in the name what differs. ' +
    'Ends, forks and joins may share a name.',
  bad: `trackflow: 1
title: Orders
nodes:
  start: {type: start, name: Order arrives, next: check}
  check: {name: Check the order, next: send}
  send: {name: Send the confirmation, next: again}
  again:
    name: check the order # ✗
    next: done
  done: {type: end, name: Order confirmed}
`,
  good: `trackflow: 1
title: Orders
nodes:
  start: {type: start, name: Order arrives, next: check}
  check: {name: Check the order, next: send}
  send: {name: Send the confirmation, next: again}
  again:
    name: Check the customer's answer
    next: done
  done: {type: end, name: Order confirmed}
`,
  *check({ process, at }) {
    const nodes = process.nodes.filter(({ type }) => ['task', 'decision', 'wait', 'subflow'].includes(type));
    const { owners, phases, segments, stores, kpis } = process;
    const sections: readonly (readonly [string, readonly Named[]])[] = [
      ['owners', owners],
      ['phases', phases],
      ['segments', segments],
      ['stores', stores],
      ['KPIs', kpis],
      ['steps', nodes],
    ];
    for (const [kind, elements] of sections) {
      const first = new Map<string, Named>();
      for (const element of elements) {
        if (isUnnamed(element)) continue;
        // One finding, whatever the number of languages in which the names are the same.
        const keys = Object.entries(element.name).map(([language, name]) => `${language} ${normal(name)}`);
        const other = keys.map((key) => first.get(key)).find((found) => found !== undefined);
        for (const key of keys) if (!first.has(key)) first.set(key, element);
        if (other === undefined) continue;
        const language = keys.find((key) => first.get(key) === other)?.split(' ')[0] ?? process.language;
        yield {
          message: `The ${kind} ${quote(other.id)} and ${quote(element.id)} have the same name: ${quote(element.name[language] ?? '')}.`,
          at: at(element, 'name'),
          hint: 'Say in the name what differs; if nothing does, keep one of the two.',
          related: [{ message: 'the other one', span: at(other, 'name') }],
        };
      }
    }
  },
});

type Named = Element & { readonly name: Text };

/** Case, spaces and signs at the end make no other name. */
function normal(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}
