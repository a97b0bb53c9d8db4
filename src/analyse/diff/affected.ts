/**
 * Difference → who is affected by it: who gets work or loses it, reads data for the first time, has less time, gets other rights.
 *
 * Starts, ends, forks and joins are nobody's work. A step that has another owner is lost and gained; one that stays changes.
 */
import {
  changeOf,
  type Affected,
  type CourseId,
  type DataPlace,
  type Difference,
  type Effect,
  type Named,
  type NodeChange,
  type PropertyChange,
} from '../../model/difference.js';
import type { NodeType, Target } from '../../model/process.js';
import type { Duration } from '../../model/quantity.js';
import type { Text } from '../../model/text.js';
import { dataKey, asIs, translated, type Reading } from './equal.js';
import type { Compared } from './pairing.js';
import { newRights, type Sheet } from './sheet.js';

const work: ReadonlySet<NodeType> = new Set(['task', 'decision', 'wait', 'subflow']);
/** Told by effects of their own, or no change of what is done. */
const apart: ReadonlySet<string> = new Set(
  'name description owner phase accountable consulted informed reads writes sla'.split(' '),
);

export function affectedBy(difference: Difference, compared: Compared): readonly Affected[] {
  const { before, after, pairing } = compared;
  const effects = new Map<string, Effect[]>();
  /** By the id after; by the id before, marked, if there is none after. */
  const add = (owner: string | undefined, effect: Effect): void => {
    if (owner === undefined) return;
    effects.set(owner, [...(effects.get(owner) ?? []), effect]);
  };
  const oldOwner = (id: string | undefined): string | undefined =>
    id === undefined ? undefined : (pairing.owner.get(id) ?? `-${id}`);

  for (const change of difference.nodes) {
    for (const [owner, effect] of workEffects(change))
      add(owner.side === 'before' ? oldOwner(owner.id) : owner.id, effect);
  }
  for (const [owner, effect] of courseEffects(difference, compared)) add(owner, effect);
  for (const [owner, effect] of limitEffects(difference, compared)) add(owner, effect);
  for (const [owner, effect] of dataEffects(compared)) add(owner, effect);
  for (const { before: old, after: now, changes } of difference.access) {
    const rights = changes.find(({ path }) => path === 'rights');
    const only = changes.some(({ path, kind }) => path === 'only' && kind === 'meaning');
    const [store, owner] = (now ?? old)?.within ?? [];
    if (store === undefined || owner === undefined || (rights === undefined && !only)) continue;
    const said = (sheet: Sheet, id: string | undefined): string =>
      (sheet.byId.access.get(id ?? '')?.says.get('rights')?.value as string | undefined) ?? '';
    const [left, right] = [said(before, old?.id), said(after, now?.id)];
    add(now === undefined ? oldOwner(owner.id) : owner.id, rightsEffect(store, left, right, changes));
  }
  for (const change of difference.kpis) {
    const sheet = change.after === undefined ? before : after;
    const kpi = sheet.process.kpis.find(({ id }) => id === (change.after ?? change.before)?.id);
    const nodeOwner = (id: string | undefined): string | undefined => sheet.byId.node.get(id ?? '')?.node?.owner;
    const owner = kpi?.owner ?? nodeOwner(kpi?.to) ?? nodeOwner(kpi?.from);
    const target = changeOf(change, 'target');
    const effect = change.status === 'changed' && target === undefined ? undefined : kpiEffect(change.status, target);
    if (kpi === undefined || effect === undefined) continue;
    add(change.after === undefined ? oldOwner(owner) : owner, { ...effect, kpi: { id: kpi.id, name: kpi.name } });
  }

  return [
    ...after.process.owners.map((owner) => ({ owner, key: owner.id })),
    ...before.process.owners
      .filter(({ id }) => !pairing.owner.has(id))
      .map((owner) => ({ owner, key: `-${owner.id}` })),
  ].flatMap(({ owner: { id, name, kind }, key }) => {
    const own = effects.get(key);
    return own === undefined
      ? []
      : [{ owner: { id, name }, external: kind === 'customer' || kind === 'partner', effects: own }];
  });
}

interface OwnerAt {
  readonly side: 'before' | 'after';
  readonly id: string;
}

function* workEffects(change: NodeChange): Iterable<readonly [OwnerAt, Effect]> {
  const { before, after, changes } = change;
  const step = after ?? before;
  if (step === undefined) return;
  const node: Named = { id: step.id, name: step.name };
  const isWork = work.has(step.type);
  const owner = changeOf(change, 'owner');
  const [old, now] = [before?.owner, after?.owner];
  if (isWork && (change.status !== 'changed' || owner !== undefined)) {
    if (old) {
      const earlier = before ? { id: before.id, name: before.name } : node;
      yield [
        { side: 'before', id: old.id },
        { effect: 'loses-work', node: earlier, ...(now && { other: now }) },
      ];
    }
    if (now)
      yield [
        { side: 'after', id: now.id },
        { effect: 'gains-work', node, ...(old && { other: old }) },
      ];
  } else if (isWork && now) {
    const paths = changes.filter(({ path, kind }) => kind === 'meaning' && !apart.has(path)).map(({ path }) => path);
    if (paths.length > 0)
      yield [
        { side: 'after', id: now.id },
        { effect: 'work-changes', node, paths },
      ];
  }
  for (const part of ['accountable', 'consulted', 'informed'] as const) {
    const said = changeOf(change, part);
    if (said === undefined) continue;
    const [left, right] = [namedIn(said.before), namedIn(said.after)];
    for (const { id } of left.filter((one) => !right.some((other) => other.id === one.id))) {
      yield [
        { side: 'before', id },
        { effect: 'loses-part', part, node },
      ];
    }
    for (const { id } of right.filter((one) => !left.some((other) => other.id === one.id))) {
      yield [
        { side: 'after', id },
        { effect: 'gains-part', part, node },
      ];
    }
  }
}

function namedIn(value: PropertyChange['before']): readonly Named[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Named[]) : [value as Named];
}

/** Of steps that stay with whoever does them: what comes before or after now, and which cases come. */
function* courseEffects(
  { course, edges, nodes }: Difference,
  { after, pairing }: Compared,
): Iterable<readonly [string | undefined, Effect]> {
  const anew = new Set(nodes.flatMap((change) => (changeOf(change, 'owner') ? [change.after?.id] : [])));
  const owner = (id: string): string | undefined => (anew.has(id) ? undefined : after.byId.node.get(id)?.node?.owner);
  for (const { course: what, node, other } of course) {
    const effects = turned[what];
    if (effects === undefined) continue;
    const [one, two] = effects;
    yield [owner(node.id), { effect: one, node, other }];
    yield [owner(other.id), { effect: two, node: other, other: node }];
  }
  const stays = new Set(pairing.node.values());
  for (const { before: old, after: now, marks } of edges) {
    if (old === undefined || now === undefined || !marks.includes('rewired')) continue;
    const types = [now.from, now.to].map(({ id }) => after.byId.node.get(id)?.node?.type);
    if (types[0] !== 'decision' || types[1] === undefined || !work.has(types[1])) continue;
    // What leads on past a step that is gone, or by one that is new, leads where it led.
    if (!pairing.node.has(old.to.id) || !stays.has(now.to.id)) continue;
    yield [owner(now.to.id), { effect: 'other-cases', node: now.to, other: now.from }];
  }
}

type CourseEffect = 'now-before' | 'now-after' | 'at-once';
const turned: Readonly<Partial<Record<CourseId, readonly [CourseEffect, CourseEffect]>>> = {
  'now-before': ['now-before', 'now-after'],
  'now-after': ['now-after', 'now-before'],
  'at-once': ['at-once', 'at-once'],
  'one-after-another': ['now-before', 'now-after'],
};

/** Of steps that stay with whoever does them. */
function* limitEffects(difference: Difference, { after }: Compared): Iterable<readonly [string | undefined, Effect]> {
  for (const change of difference.nodes) {
    const sla = changeOf(change, 'sla');
    if (change.status !== 'changed' || sla === undefined || change.after === undefined) continue;
    const { id, name, owner } = change.after;
    const effect = limitEffect({ id, name }, 'sla', sla);
    if (effect) yield [owner?.id, effect];
  }
  for (const change of difference.edges) {
    const { status, before: old, after: now } = change;
    const at = now ?? old;
    const limit = changeOf(change, 'after');
    if (at?.way !== 'timeout' || limit === undefined) continue;
    const node = after.byId.node.get(at.from.id)?.node;
    // A step that is new or gone is told as work; here it is the time of what stays.
    const stays = difference.nodes.every(
      (one) => one.status === 'changed' || (one.after ?? one.before)?.id !== at.from.id,
    );
    if (node === undefined || (status !== 'changed' && !stays)) continue;
    const effect = limitEffect({ id: node.id, name: node.name }, 'timeout', limit);
    if (effect) yield [node.owner, effect];
  }
}

function limitEffect(node: Named, path: 'sla' | 'timeout', change: PropertyChange): Effect | undefined {
  const [before, after] = [change.before, change.after] as readonly [Duration | undefined, Duration | undefined];
  const [old, now] = [before?.totalMinutes ?? Infinity, after?.totalMinutes ?? Infinity];
  if (old === now) return undefined;
  const effect = now < old ? 'tighter' : 'looser';
  return { effect, node, path, ...(before && { before }), ...(after && { after }) };
}

/** Per owner and way of use: what is used after that was not before, and the other way round. */
function* dataEffects({ before, after, pairing }: Compared): Iterable<readonly [string, Effect]> {
  const readings = [translated(before.process.language, pairing), asIs(after.process.language)] as const;
  for (const use of ['reads', 'writes'] as const) {
    const old = usesOf(before, use, readings[0], (id) => pairing.owner.get(id) ?? `-${id}`);
    const now = usesOf(after, use, readings[1], (id) => id);
    for (const [owner, places] of now) {
      for (const [key, at] of places) {
        if (!covers(old.get(owner), key)) yield [owner, { effect: `newly-${use}`, ...at }];
      }
    }
    for (const [owner, places] of old) {
      for (const [key, at] of places) {
        if (!overlaps(now.get(owner), key)) yield [owner, { effect: `no-longer-${use}`, ...at }];
      }
    }
  }
}

type Uses = ReadonlyMap<string, { readonly data: DataPlace; readonly node: Named }>;

function usesOf(
  { process, byId }: Sheet,
  use: 'reads' | 'writes',
  reading: Reading,
  ownerId: (id: string) => string,
): ReadonlyMap<string, Uses> {
  const found = new Map<string, Map<string, { data: DataPlace; node: Named }>>();
  for (const { id, name, owner } of process.nodes) {
    if (owner === undefined) continue;
    const places = (byId.node.get(id)?.says.get(use)?.value ?? []) as readonly DataPlace[];
    const own = found.get(ownerId(owner)) ?? new Map<string, { data: DataPlace; node: Named }>();
    for (const data of places) {
      const key = dataKey(data, reading);
      if (!own.has(key)) own.set(key, { data, node: { id, name } });
    }
    if (places.length > 0) found.set(ownerId(owner), own);
  }
  return found;
}

/** Whoever has used the whole store, has used its fields. */
function covers(uses: Uses | undefined, key: string): boolean {
  if (uses === undefined) return false;
  const parts = key.split('.');
  return parts.some((_, index) => uses.has(parts.slice(0, index + 1).join('.')));
}

/** Whoever still uses a field, still uses the store. */
function overlaps(uses: Uses | undefined, key: string): boolean {
  return covers(uses, key) || (uses !== undefined && [...uses.keys()].some((other) => other.startsWith(`${key}.`)));
}

function rightsEffect(store: Named, old: string, now: string, changes: readonly PropertyChange[]): Effect {
  const only = changes.find(({ path }) => path === 'only');
  const [before, after] = [only?.before, only?.after] as readonly [Text | undefined, Text | undefined];
  const more = newRights(old, now) !== '';
  const less = newRights(now, old) !== '';
  // With the same rights: on all records now, or no longer on all.
  const wider = more || (!less && before !== undefined && after === undefined);
  const narrower = less || (!more && before === undefined && after !== undefined);
  return {
    effect: wider === narrower ? 'other-access' : wider ? 'more-access' : 'less-access',
    store,
    before: old,
    after: now,
    ...(only && { only: { ...(before && { before }), ...(after && { after }) } }),
  };
}

function kpiEffect(
  status: NodeChange['status'],
  target: PropertyChange | undefined,
): Omit<Extract<Effect, { readonly kpi: Named }>, 'kpi'> {
  const [before, after] = [target?.before, target?.after] as readonly [Target | undefined, Target | undefined];
  const values = { ...(before && { before }), ...(after && { after }) };
  if (status !== 'changed') return { effect: status === 'added' ? 'kpi-added' : 'kpi-removed', ...values };
  const way = before && after ? harder(before, after) : after ? 1 : -1;
  return { effect: way > 0 ? 'kpi-harder' : way < 0 ? 'kpi-easier' : 'kpi-other', ...values };
}

/** 1 if the second is harder to reach, -1 if it is easier, 0 if they can't be compared. */
export function harder(before: Target, after: Target): number {
  const up = (target: Target): number =>
    target.comparator.startsWith('>') ? 1 : target.comparator.startsWith('<') ? -1 : 0;
  if (before.unit !== after.unit || up(before) !== up(after)) return 0;
  return Math.sign(after.value - before.value) * up(before);
}
