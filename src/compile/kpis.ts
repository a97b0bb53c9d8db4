/** KPIs: what is measured between which nodes, and what it must reach. */
import type { Kpi, Measure, Target } from '../model/process.js';
import type { KpiDefinition } from '../schema/index.js';
import { complain, nameOf, optionalText, type Context } from './context.js';
import type { Entry } from './entries.js';
import { optionalDuration, target } from './quantities.js';
import { resolve } from './references.js';

/** What sorts of target fit a measure; a custom figure may be anything. */
const units: Readonly<Record<Measure, readonly Target['unit'][]>> = {
  conversion: ['ratio'],
  // The share of cases that come again, or how often a case passes.
  rework: ['ratio', 'number'],
  duration: ['duration'],
  volume: ['number'],
  custom: ['ratio', 'duration', 'number'],
};
const nouns: Readonly<Record<Target['unit'], string>> = {
  ratio: 'a percentage',
  duration: 'a duration',
  number: 'a number',
};
const examples: Readonly<Record<Target['unit'], string>> = { ratio: "'>= 20%'", duration: '<= 4h', number: "'>= 100'" };

export function compileKpis(context: Context): readonly Kpi[] {
  return [...context.sections.kpis.values()].flatMap((entry) => {
    const { id, definition, home, path, span } = entry;
    if (isElsewhere(context, entry)) return [];
    const from = resolve(context, 'node', definition.from, home, [...path, 'from']);
    const to = resolve(context, 'node', definition.to, home, [...path, 'to']);
    const owner = resolve(context, 'owner', definition.owner, home, [...path, 'owner']);
    const goal = targetOf(context, entry);
    return {
      id,
      span,
      name: nameOf(context, home, id, definition.name),
      measure: definition.measure,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(goal && { target: goal }),
      ...optionalText(context, home, 'description', definition.description),
      ...(owner !== undefined && { owner }),
      ...optionalDuration('every', definition.every),
    };
  });
}

/** A library's KPI holds for the flows that have its nodes, and says nothing about the others. */
function isElsewhere({ file, nodes }: Context, { definition, home }: Entry<KpiDefinition>): boolean {
  return home.file !== file && [definition.from, definition.to].some((id) => id !== undefined && !nodes.has(id));
}

function targetOf(context: Context, { definition, home, path }: Entry<KpiDefinition>): Target | undefined {
  if (definition.target === undefined) return undefined;
  const goal = target(definition.target);
  const fitting = units[definition.measure];
  if (goal === undefined || fitting.includes(goal.unit)) return goal;
  const wanted = fitting.map((unit) => nouns[unit]).join(' or ');
  const message = `A KPI that measures "${definition.measure}" has ${wanted} as its target, not ${nouns[goal.unit]}.`;
  const hint = `For example ${fitting.map((unit) => examples[unit]).join(' or ')}.`;
  complain(context, home, 'kpi-target', message, [...path, 'target'], { hint });
  return undefined;
}
