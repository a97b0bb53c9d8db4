/** Two processes → their difference, with what soundness says of both; and which flow of one set is which of another. */
import { compare, type Verdict } from '../analyse/diff/index.js';
import { textLikeness } from '../analyse/diff/likeness.js';
import { soundnessOf } from '../lint/soundness/index.js';
import type { Difference } from '../model/difference.js';
import type { Process } from '../model/process.js';
import { say } from '../model/text.js';

/** One of the two may be absent: then the whole flow is new, or gone. */
export function differenceOf(before: Process | undefined, after: Process | undefined): Difference {
  const verdicts = before && after && { before: verdictsOf(before), after: verdictsOf(after) };
  return compare(before, after, verdicts && { verdicts });
}

function verdictsOf(process: Process): readonly Verdict[] {
  const { deadlocks, meetings, circles, endings } = soundnessOf(process);
  return [
    ...deadlocks.map(({ join }): Verdict => ({ problem: 'waits-for-ever', node: join })),
    ...meetings.map(({ node }): Verdict => ({ problem: 'under-way-twice', node })),
    ...circles.flatMap(({ nodes: [node] }): readonly Verdict[] =>
      node === undefined ? [] : [{ problem: 'goes-round-for-ever', node }],
    ),
    ...endings.slice(0, 1).map(({ ends: [node] }): Verdict => ({ problem: 'ends-twice', node })),
  ];
}

/** A flow under the name by which it finds its other side. */
export interface KeyedFlow {
  readonly key: string;
  readonly process: Process;
}

export interface FlowPair {
  readonly before?: Process;
  readonly after?: Process;
}

/**
 * Pairs flows by their keys, then by how alike they are, as after a file was renamed. In the order of the flows after, those that are
 * gone last. `renamed`: keys after → keys before.
 */
export function pairFlows(
  before: readonly KeyedFlow[],
  after: readonly KeyedFlow[],
  renamed: ReadonlyMap<string, string> = new Map(),
): readonly FlowPair[] {
  const olds = new Map(before.map((flow) => [flow.key, flow.process]));
  const pairs = new Map<Process, Process>();
  const take = (process: Process, key: string): void => {
    const old = olds.get(key);
    if (old === undefined) return;
    pairs.set(process, old);
    olds.delete(key);
  };
  for (const { key, process } of after) take(process, key);
  for (const { key, process } of after) if (!pairs.has(process)) take(process, renamed.get(key) ?? '\0');
  const alike = after
    .filter(({ process }) => !pairs.has(process))
    .flatMap(({ process }) => Array.from(olds, ([key, old]) => ({ process, key, score: flowLikeness(old, process) })))
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score);
  for (const { process, key } of alike) if (!pairs.has(process)) take(process, key);
  return [
    ...after.map(({ process }): FlowPair => {
      const old = pairs.get(process);
      return { ...(old && { before: old }), after: process };
    }),
    ...Array.from(olds.values(), (old): FlowPair => ({ before: old })),
  ];
}

/** How many of the steps have a step of the same id or name on the other side; the title counts as some. */
function flowLikeness(before: Process, after: Process): number {
  const keys = ({ nodes, language }: Process): ReadonlySet<string> =>
    new Set(nodes.map(({ id, name }) => `${id} ${say(name, language)}`));
  const [old, now] = [keys(before), keys(after)];
  const shared = [...old].filter((key) => now.has(key)).length;
  const steps = (2 * shared) / (old.size + now.size);
  return 0.8 * steps + 0.2 * textLikeness(say(before.title, before.language), say(after.title, after.language));
}
