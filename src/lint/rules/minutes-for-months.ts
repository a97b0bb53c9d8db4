/** `2m` where two months were meant. */
import { quote } from '../../base/quote.js';
import type { Duration } from '../../model/quantity.js';
import type { Placed } from '../places.js';
import { defineRule, type Finding } from '../rule.js';
import { writeDuration } from '../times.js';

interface Period {
  readonly what: string;
  readonly element: Placed;
  readonly steps: readonly (string | number)[];
  readonly value: Duration | undefined;
}

export const minutesForMonths = defineRule({
  id: 'minutes-for-months',
  group: 'time',
  summary: 'A period of a few minutes where only days or months make sense',
  severity: 'warning',
  level: 'recommended',
  why:
    'The m stands for minutes, months are mo. A follow-up plan with every: 2m contacts the customer thirty times an hour, and records with retention: 6m are gone before the call is over; nobody ' +
    'notices, because everybody reads what was meant, until a calendar or a program takes it at its word. Looked at are periods that nobody means in minutes: of follow-up plans, indicators, ' +
    'reviews, restore tests and retention.',
  bad: `trackflow: 1
title: 老客户维护
nodes:
  start: {type: start, name: 客户已签约, next: care}
  care:
    name: 维护老客户
    cadence:
      - {every: 2m, via: [phone], about: 使用情况} # ✗
    next: done
  done: {type: end, name: 进入复购}
`,
  good: `trackflow: 1
title: 老客户维护
nodes:
  start: {type: start, name: 客户已签约, next: care}
  care:
    name: 维护老客户
    cadence:
      - {every: 2mo, via: [phone], about: 使用情况}
    next: done
  done: {type: end, name: 进入复购}
`,
  fixable: 'unsafe',
  *check({ process, at, placeOf }): Iterable<Finding> {
    const { document, kpis, nodes, stores } = process;
    const periods: readonly Period[] = [
      ...nodes.flatMap((node) =>
        node.cadence.map(({ every }, index) => ({
          what: `The follow-up plan of ${quote(node.id)}`,
          element: node,
          steps: ['cadence', index, 'every'],
          value: every,
        })),
      ),
      ...kpis.map((kpi) => ({
        what: `The period of ${quote(kpi.id)}`,
        element: kpi,
        steps: ['every'],
        value: kpi.every,
      })),
      ...stores.flatMap((store) => [
        {
          what: `The retention of ${quote(store.id)}`,
          element: store,
          steps: ['protection', 'retention'],
          value: store.protection?.retention,
        },
        {
          what: `The restore test of ${quote(store.id)}`,
          element: store,
          steps: ['protection', 'backup', 'restore-test'],
          value: store.protection?.backup?.restoreTest,
        },
      ]),
      {
        what: 'The review of the document',
        element: process,
        steps: ['document', 'review', 'every'],
        value: document?.review?.every,
      },
    ];
    for (const { what, element, steps, value } of periods) {
      // Whoever contacts every half hour, or writes hours beside, may mean it.
      if (value === undefined || value.totalMinutes !== value.minutes || value.minutes >= 30) continue;
      const { file, path } = placeOf(element);
      const months = writeDuration({ ...value, months: value.minutes, minutes: 0 });
      yield {
        message: `${what} is ${writeDuration(value)}, which is minutes.`,
        at: at(element, ...steps),
        hint: `Months are mo: ${months}.`,
        fix: {
          title: `Write ${quote(months)}`,
          safe: false,
          changes: [{ kind: 'set', file, path: [...path, ...steps], value: months }],
        },
      };
    }
  },
});
