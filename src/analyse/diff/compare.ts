/**
 * Two processes → their difference: pair what is the same, tell what it says differently.
 *
 * Who is affected and what is risky is found afterwards, from the difference and the two sheets. A flow that exists on one side only is
 * compared with one that says nothing.
 */
import {
  type ChangeKind,
  type Difference,
  type EdgeChange,
  type EdgeStanding,
  type ElementChange,
  type ElementKind,
  type Mark,
  type Named,
  type NodeChange,
  type NodeStanding,
  type OwnerChange,
  type PropertyChange,
  type Side,
  type Standing,
} from '../../model/difference.js';
import type { Edge, Process } from '../../model/process.js';
import { say } from '../../model/text.js';
import { affectedBy } from './affected.js';
import { courseOf } from './course.js';
import { asIs, changeKind, translated, type Reading } from './equal.js';
import { phaseChange, wayChange } from './order.js';
import { pairingOf, type Compared, type Pairing } from './pairing.js';
import { properties } from './properties.js';
import { risksOf, type Verdicts } from './risks.js';
import { sheetOf, type Item, type Said, type Sheet } from './sheet.js';

export interface CompareOptions {
  /** What is unsound about the processes, and where; nothing if it is not known. */
  readonly verdicts?: Verdicts;
}

/** One of the two may be absent: then the whole flow is new, or gone. */
export function compare(
  before: Process | undefined,
  after: Process | undefined,
  options: CompareOptions = {},
): Difference {
  const compared = pair(before, after);
  const changes = changesOf(compared);
  const difference: Difference = {
    ...(before && { before: sideOf(before) }),
    ...(after && { after: sideOf(after) }),
    ...changes,
    course: [],
    affected: [],
    risks: [],
  };
  const course = before && after ? courseOf(difference, compared) : [];
  return {
    ...difference,
    course,
    affected: affectedBy({ ...difference, course }, compared),
    risks: before && after ? risksOf(difference, compared, options.verdicts) : [],
  };
}

function pair(before: Process | undefined, after: Process | undefined): Compared {
  const nothing = (like: Process | undefined): Process => {
    if (like === undefined) throw new Error('there is nothing to compare');
    const { id, file, language, span } = like;
    const none = { owners: [], phases: [], segments: [], stores: [], kpis: [], nodes: [], edges: [], sources: [] };
    return { id, file, title: {}, language, languages: [], span, ...none };
  };
  const sheets = { before: sheetOf(before ?? nothing(after)), after: sheetOf(after ?? nothing(before)) };
  return { ...sheets, pairing: pairingOf(sheets.before, sheets.after) };
}

function sideOf({ id, file, title, language }: Process): Side {
  return { id, file, title, language };
}

function changesOf({
  before,
  after,
  pairing,
}: Compared): Omit<Difference, 'before' | 'after' | 'course' | 'affected' | 'risks'> {
  const readings: Readings = [translated(before.process.language, pairing), asIs(after.process.language)];
  const of = (kind: ElementKind): readonly ElementChange[] => {
    const changeOf = (one: Item | undefined, other: Item | undefined): readonly ElementChange[] =>
      elementChange(kind, one, other, { before, after, pairing }, readings) ?? [];
    return inOrder(before.items[kind], after.items[kind], pairing[kind], changeOf);
  };
  return {
    process: [
      ...says(properties.process, before.says, after.says, readings),
      ...phaseChange({ before, after, pairing }),
    ],
    nodes: of('node') as readonly NodeChange[],
    edges: of('edge') as readonly EdgeChange[],
    owners: of('owner') as readonly OwnerChange[],
    phases: of('phase'),
    segments: of('segment'),
    stores: of('store'),
    groups: of('group'),
    fields: of('field'),
    access: of('access'),
    kpis: of('kpi'),
  };
}

type Readings = readonly [Reading, Reading];

/** As they stand after; what has gone behind what it stood behind. */
function inOrder(
  before: readonly Item[],
  after: readonly Item[],
  pairs: ReadonlyMap<string, string>,
  change: (one: Item | undefined, other: Item | undefined) => readonly ElementChange[],
): readonly ElementChange[] {
  const gone = new Map<string | undefined, Item[]>();
  let behind: string | undefined;
  for (const item of before) {
    const there = pairs.get(item.id);
    if (there === undefined) gone.set(behind, [...(gone.get(behind) ?? []), item]);
    else behind = there;
  }
  const olds = new Map(before.flatMap((item) => [[pairs.get(item.id) ?? '', item] as const]));
  const removed = (id: string | undefined): readonly ElementChange[] =>
    (gone.get(id) ?? []).flatMap((item) => change(item, undefined));
  return [...removed(undefined), ...after.flatMap((item) => [...change(olds.get(item.id), item), ...removed(item.id)])];
}

function elementChange(
  kind: ElementKind,
  one: Item | undefined,
  other: Item | undefined,
  compared: Compared,
  readings: Readings,
): readonly ElementChange[] | undefined {
  const { before, after, pairing } = compared;
  const said = withBorrowedNames(says(properties[kind], one?.says, other?.says, readings), one, other, compared);
  const changes = kind === 'node' && one && other ? [...said, ...wayChange(one.id, other.id, compared)] : said;
  const status = one === undefined ? 'added' : other === undefined ? 'removed' : 'changed';
  const marks = one && other ? marksOf(one, other, changes, pairing) : [];
  if (status === 'changed' && marks.length === 0) return undefined;
  return [
    {
      kind,
      status,
      ...(one && { before: standing(one, before) }),
      ...(other && { after: standing(other, after) }),
      marks,
      changes,
    },
  ];
}

/**
 * A branch that names no condition of its own borrows one: from the segments that it is for, or from the end of the child that it handles.
 * That those are called otherwise is told of them.
 */
function withBorrowedNames(
  changes: readonly PropertyChange[],
  one: Item | undefined,
  other: Item | undefined,
  { before, after }: Compared,
): readonly PropertyChange[] {
  const edges = [one?.edge, other?.edge] as const;
  if (edges[0] === undefined || edges[1] === undefined) return changes;
  const borrowed = isBorrowed(edges[0], before) && isBorrowed(edges[1], after);
  return borrowed
    ? changes.map((change) => (change.path === 'when' ? { ...change, kind: 'wording' } : change))
    : changes;
}

function isBorrowed({ when, childEnd, segments }: Edge, { process, byId }: Sheet): boolean {
  if (childEnd !== undefined) return true;
  const names = segments.map((id) => say(byId.segment.get(id)?.name, process.language));
  const said = say(when, process.language);
  return names.length > 0 && (said === names.join('、') || said === names.join(', '));
}

const moves: ReadonlySet<string> = new Set(['owner', 'phase']);

function marksOf(one: Item, other: Item, changes: readonly PropertyChange[], pairing: Pairing): readonly Mark[] {
  const isStep = one.kind === 'node';
  const label = properties[one.kind].find(({ role }) => role === 'label')?.path;
  const renamed =
    (one.kind !== 'edge' && one.kind !== 'access' && ownId(one) !== ownId(other)) ||
    changes.some(({ path, kind }) => path === label && kind === 'meaning');
  const moved =
    (isStep && changes.some(({ path }) => moves.has(path))) ||
    (one.kind === 'field' && pairing.group.get(one.within?.at(-1)?.id ?? '') !== other.within?.at(-1)?.id);
  const rewired = one.edge !== undefined && pairing.node.get(one.edge.to) !== other.edge?.to;
  const rest = (of: ChangeKind): boolean =>
    changes.some(
      ({ path, kind }) => kind === of && path !== (of === 'meaning' ? label : '') && !(isStep && moves.has(path)),
    );
  return [
    ...(renamed ? (['renamed'] as const) : []),
    ...(moved ? (['moved'] as const) : []),
    ...(rewired ? (['rewired'] as const) : []),
    ...(rest('meaning') ? (['meaning'] as const) : []),
    ...(rest('wording') ? (['wording'] as const) : []),
  ];
}

/** Without the parents, which have a name of their own to change. */
function ownId({ id, within }: Item): string {
  return within === undefined ? id : id.slice(id.lastIndexOf('.') + 1);
}

function says(
  table: (typeof properties)[ElementKind],
  before: ReadonlyMap<string, Said> | undefined,
  after: ReadonlyMap<string, Said> | undefined,
  readings: Readings,
): readonly PropertyChange[] {
  return table.flatMap(({ path, type }) => {
    const one = before?.get(path);
    const other = after?.get(path);
    const kind = changeKind(one, other, readings);
    if (kind === undefined) return [];
    const change = { path, type, kind, ...(one && { before: one.value }), ...(other && { after: other.value }) };
    return [change as PropertyChange];
  });
}

function standing(item: Item, { process, byId }: Sheet): Standing | NodeStanding | EdgeStanding {
  const { id, name, within, place, span, node, edge } = item;
  const base: Standing = { id, name, ...(within && { within }), ...(place !== undefined && { place }), span };
  const named = (kind: ElementKind, of: string): Named => ({ id: of, name: byId[kind].get(of)?.name ?? {} });
  if (node) {
    return {
      ...base,
      type: node.type,
      ...(node.type === 'task' && { task: node.kind }),
      ...(node.type === 'end' && node.outcome !== undefined && { outcome: node.outcome }),
      ...(node.owner !== undefined && { owner: named('owner', node.owner) }),
      ...(node.phase !== undefined && { phase: named('phase', node.phase) }),
    };
  }
  if (edge) {
    return {
      ...base,
      from: named('node', edge.from),
      to: named('node', edge.to),
      way: edge.kind,
      otherwise: edge.otherwise,
      place: place ?? 0,
    };
  }
  const owner = item.kind === 'owner' ? process.owners.find((one) => one.id === id) : undefined;
  return owner === undefined ? base : ({ ...base, ownerKind: owner.kind } as Standing);
}
