/**
 * Nodes: what every step says of itself. Where it leads is in `edges`.
 *
 * The schema has made sure that each type has only its own properties; read loosely, all of them are handled alike.
 */
import { quote } from '../base/quote.js';
import type { Cadence, ProcessNode, Risk, Timeout } from '../model/process.js';
import type { NodeDefinition } from '../schema/index.js';
import type { Children } from './children.js';
import { complain, nameOf, optionalText, textOf, textsOf, type Context } from './context.js';
import { dataPlaces } from './data-places.js';
import { documents } from './document.js';
import type { Entry, Home, Path } from './entries.js';
import { duration, optionalDuration } from './quantities.js';
import { resolve, resolveAll } from './references.js';

type Keys<T> = T extends unknown ? keyof T : never;
type Value<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;
/** A node of any type: every property that some type has. */
type LooseNode = { readonly [K in Exclude<Keys<NodeDefinition>, 'type'>]?: Value<NodeDefinition, K> };

export function compileNodes(context: Context, children: Children): readonly ProcessNode[] {
  return Array.from(context.nodes.values(), (entry) => compileNode(context, entry, children));
}

function compileNode(context: Context, entry: Entry<NodeDefinition>, children: Children): ProcessNode {
  const base = common(context, entry);
  const { definition, home } = entry;
  switch (definition.type) {
    case 'start':
      return { ...base, type: 'start', ...optionalText(context, home, 'trigger', definition.trigger) };
    case 'end':
      return { ...base, type: 'end', ...(definition.outcome && { outcome: definition.outcome }) };
    case 'wait':
      return {
        ...base,
        type: 'wait',
        ...optionalDuration('duration', definition.duration),
        ...optionalText(context, home, 'until', definition.until),
      };
    case 'subflow': {
      const child = children.get(entry.id)?.child;
      return { ...base, type: 'subflow', flow: definition.flow, ...(child && { child }) };
    }
    case 'decision':
    case 'fork':
    case 'join':
      return { ...base, type: definition.type };
    default:
      return { ...base, type: 'task', kind: definition.kind ?? 'manual' };
  }
}

function common(context: Context, { id, definition, home, path, span }: Entry<NodeDefinition>) {
  const said: LooseNode = definition;
  const owner = resolve(context, 'owner', said.owner, home, [...path, 'owner']);
  const accountable = resolve(context, 'owner', said.accountable, home, [...path, 'accountable']);
  const phase = resolve(context, 'phase', said.phase, home, [...path, 'phase']);
  const timeout = timeoutOf(context, id, said, home, path);
  return {
    id,
    span,
    name: nameOf(context, home, id, said.name),
    ...optionalText(context, home, 'description', said.description),
    ...(owner !== undefined && { owner }),
    ...(accountable !== undefined && { accountable }),
    consulted: resolveAll(context, 'owner', said.consulted, home, [...path, 'consulted']),
    informed: resolveAll(context, 'owner', said.informed, home, [...path, 'informed']),
    ...(phase !== undefined && { phase }),
    inputs: textsOf(context, home, said.inputs),
    outputs: textsOf(context, home, said.outputs),
    steps: textsOf(context, home, said.steps),
    tools: textsOf(context, home, said.tools),
    via: said.via ?? [],
    ...optionalDuration('sla', said.sla),
    ...optionalDuration('effort', said.effort),
    reads: dataPlaces(context, home, said.reads, [...path, 'reads']),
    writes: dataPlaces(context, home, said.writes, [...path, 'writes']),
    risks: risks(context, home, said.risks),
    cadence: cadence(context, home, said.cadence, [...path, 'cadence']),
    ...(timeout && { timeout }),
    links: documents(context, home, said.links),
  };
}

function timeoutOf(context: Context, id: string, { timeout }: LooseNode, home: Home, path: Path): Timeout | undefined {
  if (timeout === undefined) return undefined;
  const at = [...path, 'timeout', 'to'];
  const after = duration(timeout.after);
  if (timeout.to === id) {
    const message = `The timeout of ${quote(id)} leads back to itself.`;
    complain(context, home, 'timeout-to-itself', message, at, {
      hint: 'Name the node where the case goes when the time is over.',
    });
    return undefined;
  }
  const to = resolve(context, 'node', timeout.to, home, at);
  return after && to !== undefined ? { after, to } : undefined;
}

function risks(context: Context, home: Home, written: LooseNode['risks']): readonly Risk[] {
  return (written ?? []).map(({ problem, remedy, severity }) => ({
    problem: textOf(context, home, problem),
    ...optionalText(context, home, 'remedy', remedy),
    ...(severity && { severity }),
  }));
}

function cadence(context: Context, home: Home, written: LooseNode['cadence'], path: Path): readonly Cadence[] {
  return (written ?? []).flatMap((line, index) => {
    const every = duration(line.every);
    const segment = resolve(context, 'segment', line.for, home, [...path, index, 'for']);
    if (every === undefined) return [];
    return {
      ...(segment !== undefined && { segment }),
      every,
      via: line.via ?? [],
      ...optionalText(context, home, 'about', line.about),
    };
  });
}
