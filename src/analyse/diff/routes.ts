/**
 * What sends cases elsewhere than before: branches that have changed places, a refusal that goes on, an end that counts otherwise, and
 * words that say the opposite.
 *
 * Each is one small edit of the text, and turns round what becomes of people; told at the decision, the end or the connection itself.
 */
import {
  changeOf,
  elementChanges,
  type Difference,
  type EdgeStanding,
  type ElementChange,
  type Named,
  type PropertyChange,
  type RiskFlag,
  type Way,
} from '../../model/difference.js';
import type { EndOutcome, Process } from '../../model/process.js';
import type { Text } from '../../model/text.js';
import { likeness } from './likeness.js';
import { opposite } from './opposites.js';
import type { Compared } from './pairing.js';
import { reachedFrom } from './reach.js';

export function* turnedRoutes(difference: Difference, compared: Compared): Iterable<RiskFlag> {
  yield* branches(difference, compared);
  yield* ends(difference);
  yield* words(difference, compared);
}

/** A way that leads elsewhere, of a step that is still there. */
interface Led {
  readonly old: EdgeStanding;
  readonly now: EdgeStanding;
  /** Where it led, by the id after; undefined if that is gone. */
  readonly there: string | undefined;
}

function* branches({ edges }: Difference, compared: Compared): Iterable<RiskFlag> {
  const { before, after, pairing } = compared;
  const ways = new Map<string, Led[]>();
  for (const { before: old, after: now, marks } of edges) {
    if (old === undefined || now?.way !== 'next' || !marks.includes('rewired')) continue;
    const led = { old, now, there: pairing.node.get(old.to.id) };
    ways.set(now.from.id, [...(ways.get(now.from.id) ?? []), led]);
  }
  for (const [id, led] of ways) {
    const node = after.byId.node.get(id);
    if (node?.node?.type !== 'decision' && node?.node?.type !== 'subflow') continue;
    const at = { kind: 'node', side: 'after', element: { id, name: node.name }, span: node.span } as const;
    const targets = new Set(led.map(({ now }) => now.to.id));
    const swapped = led.filter(
      ({ there, now }) => targets.has(there ?? '') && led.some((other) => other.there === now.to.id),
    );
    if (swapped.length > 1) yield { risk: 'branches-swapped', ...at, change: waysOf(swapped) };
    for (const one of led) {
      if (swapped.includes(one)) continue;
      const couldSucceed = outcomes(before.process, one.old.to.id).has('success');
      if (couldSucceed && onlyFails(after.process, one.now.to.id)) {
        yield { risk: 'success-blocked', ...at, to: one.now.to, change: waysOf([one]) };
        continue;
      }
      if (!onlyFails(before.process, one.old.to.id) || !outcomes(after.process, one.now.to.id).has('success')) continue;
      yield { risk: 'refusal-continues', ...at, to: one.now.to, change: waysOf([one]) };
    }
  }
}

function waysOf(led: readonly Led[]): PropertyChange {
  const way = ({ id, to, name, otherwise }: EdgeStanding, twin: string): Way => ({
    edge: id,
    twin,
    to,
    ...(Object.keys(name).length > 0 && { when: name }),
    otherwise,
  });
  return {
    path: 'branches',
    type: 'ways',
    kind: 'meaning',
    before: led.map(({ old, now }) => way(old, now.id)),
    after: led.map(({ old, now }) => way(now, old.id)),
  };
}

function outcomes(process: Process, from: string): ReadonlySet<EndOutcome | undefined> {
  const reached = reachedFrom(process, [from]);
  return new Set(process.nodes.flatMap((node) => (node.type === 'end' && reached.has(node.id) ? [node.outcome] : [])));
}

const onlyFails = (process: Process, from: string): boolean => {
  const found = outcomes(process, from);
  return found.size === 1 && found.has('failure');
};

function* ends({ nodes }: Difference): Iterable<RiskFlag> {
  for (const change of nodes) {
    const said = changeOf(change, 'outcome');
    if (change.after === undefined || change.status !== 'changed' || said === undefined) continue;
    const sides = [said.before, said.after];
    if (sides.includes('success') && sides.includes('failure')) yield ofElement('outcome-reversed', change, said);
  }
}

/** What decides where a case goes or how a step is done, and says the opposite now. */
const deciding: Readonly<Partial<Record<ElementChange['kind'], readonly string[]>>> = {
  node: ['name', 'until', 'trigger', 'steps'],
  edge: ['when'],
  phase: ['entry', 'exit'],
  segment: ['rule'],
};

function* words(difference: Difference, { before, after }: Compared): Iterable<RiskFlag> {
  const languages = [before.process.language, after.process.language] as const;
  const isOpposite = (old: Text, now: Text, kind: ElementChange['kind']): boolean =>
    // A condition is often one word alone, and is known by its way.
    (kind === 'edge' || likeness(old, now, languages) >= alike) &&
    Object.keys(old).some((language) => opposite(old[language] ?? '', now[language] ?? old[language] ?? ''));
  for (const change of elementChanges(difference)) {
    if (change.status !== 'changed') continue;
    for (const path of deciding[change.kind] ?? []) {
      const said = changeOf(change, path);
      if (said?.kind !== 'meaning' || said.before === undefined || said.after === undefined) continue;
      const [gone, come] = [textsOf(said.before), textsOf(said.after)];
      const pair = gone.flatMap((old) => {
        const now = come.find((text) => !gone.some((other) => same(other, text)) && isOpposite(old, text, change.kind));
        return now === undefined || come.some((text) => same(old, text)) ? [] : [[old, now] as const];
      })[0];
      if (pair === undefined) continue;
      const [old, now] = pair;
      yield ofElement('meaning-reversed', change, { path, type: 'text', kind: 'meaning', before: old, after: now });
      break;
    }
  }
}

/** Two sentences about other things are no opposites. */
const alike = 0.3;

const textsOf = (value: NonNullable<PropertyChange['before']>): readonly Text[] =>
  Array.isArray(value) ? (value as readonly Text[]) : [value as Text];

const same = (one: Text, other: Text): boolean =>
  Object.keys({ ...one, ...other }).every((language) => one[language] === other[language]);

function ofElement(risk: RiskFlag['risk'], { kind, after, before }: ElementChange, change: PropertyChange): RiskFlag {
  const standing = after ?? before;
  if (standing === undefined) throw new Error('a change of nothing');
  const from: Named | undefined = 'from' in standing ? (standing as EdgeStanding).from : undefined;
  const { id, name, span } = standing;
  return { risk, kind, side: 'after', element: from ?? { id, name }, span, change };
}
