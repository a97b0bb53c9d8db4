/**
 * A process and a difference → the process after: the proof that a difference leaves nothing out.
 *
 * What has no meaning stays as it was, so maps may come in another order. What another file says (the child of a subflow) and places are
 * not told by a difference; they are taken over where the element stays.
 */
import {
  elementLists,
  type DataPlace,
  type Difference,
  type EdgeStanding,
  type ElementChange,
  type ElementKind,
  type Named,
  type NamedCadence,
  type PropertyChange,
  type Way,
} from '../../model/difference.js';
import type { Process } from '../../model/process.js';
import { processOf, type Draft, type DraftEdge } from './build.js';
import { properties } from './properties.js';
import { record, sheetOf, type Item, type Said } from './sheet.js';

export function apply(difference: Difference, before: Process): Process {
  const sheet = sheetOf(before);
  const changes = record((kind) => difference[listOf(kind)] as readonly ElementChange[]);
  const ids = translation(changes);
  const drafts = record((kind) => {
    const changed = new Map(changes[kind].map((change) => [change.before?.id, change]));
    const stays = sheet.items[kind].filter(({ id }) => changed.get(id)?.status !== 'removed');
    const kept = stays.map((item) => draftOf(item, changed.get(item.id), ids));
    const added = changes[kind].filter(({ status }) => status === 'added').map(newDraft);
    return [...kept, ...added];
  });
  const says = changed('process', translatedSaid(sheet.says, ids), difference.process);
  const sequence = difference.process.find(({ type }) => type === 'sequence');
  return processOf(before, difference, says, {
    ...drafts,
    phase: inSequence(drafts.phase, (sequence?.after ?? []) as readonly Named[]),
    edge: inTurn(drafts.edge.filter(isEdge), difference),
  });
}

function listOf(kind: ElementKind): (typeof elementLists)[number] {
  const list = elementLists.find((name) => name === kind || name === `${kind}s`);
  if (list === undefined) throw new Error(`no list of ${kind}`);
  return list;
}

const isEdge = (draft: Draft | DraftEdge): draft is DraftEdge => draft.kind === 'edge';

type Translate = (kind: ElementKind, id: string) => string;

/** Ids before → ids after; what lies in a store or group goes with it. */
function translation(changes: Readonly<Record<ElementKind, readonly ElementChange[]>>): Translate {
  const maps = record(
    (kind) => new Map(changes[kind].flatMap(({ before, after }) => (before && after ? [[before.id, after.id]] : []))),
  );
  const translate: Translate = (kind, id) => {
    const known = maps[kind].get(id);
    if (known !== undefined) return known;
    if (kind === 'access') {
      const [store = '', owner = ''] = id.split(':');
      return `${translate('store', store)}:${translate('owner', owner)}`;
    }
    const dot = id.lastIndexOf('.');
    if (dot < 0) return id;
    return `${translate(kind === 'field' ? 'group' : 'store', id.slice(0, dot))}${id.slice(dot)}`;
  };
  return translate;
}

type Says = ReadonlyMap<string, Said>;

function draftOf(item: Item, change: ElementChange | undefined, translate: Translate): Draft | DraftEdge {
  const says = changed(item.kind, translatedSaid(item.says, translate), change?.changes ?? []);
  const standing = change?.after;
  const draft: Draft = {
    kind: item.kind,
    id: translate(item.kind, item.id),
    was: item.id,
    span: standing?.span ?? item.span,
    says,
  };
  if (item.edge === undefined) return draft;
  const { from, to, kind } = item.edge;
  const end = standing as EdgeStanding | undefined;
  return {
    ...draft,
    from: end?.from.id ?? translate('node', from),
    to: end?.to.id ?? translate('node', to),
    way: end?.way ?? kind,
  };
}

function newDraft({ kind, after, changes }: ElementChange): Draft | DraftEdge {
  if (after === undefined) throw new Error('added, and not there');
  const draft: Draft = {
    kind,
    id: after.id,
    span: after.span,
    says: changed(kind, new Map(), changes),
    ...(after.place !== undefined && { place: after.place }),
  };
  if (kind !== 'edge') return draft;
  const { from, to, way } = after as EdgeStanding;
  return { ...draft, from: from.id, to: to.id, way };
}

function changed(kind: ElementKind | 'process', says: Says, changes: readonly PropertyChange[]): Says {
  const result = new Map(says);
  for (const { path, after } of changes) {
    const property = properties[kind].find((one) => one.path === path);
    if (property === undefined || property.type === 'ways' || property.type === 'sequence') continue;
    if (after === undefined) result.delete(path);
    else result.set(path, { property, value: after });
  }
  return result;
}

/** References to what has another id now. */
function translatedSaid(says: Says, translate: Translate): Says {
  return new Map(
    Array.from(says, ([path, { property, value }]) => [
      path,
      { property, value: translated({ property, value }, translate) },
    ]),
  );
}

function translated({ property: { type, refers }, value }: Said, translate: Translate): Said['value'] {
  const named = (one: Named): Named => (refers === undefined ? one : { ...one, id: translate(refers, one.id) });
  switch (type) {
    case 'named':
      return named(value as Named);
    case 'nameds':
      return (value as readonly Named[]).map(named);
    case 'data':
      return (value as readonly DataPlace[]).map((place) => placeIn(place, translate));
    case 'cadence':
      return (value as readonly NamedCadence[]).map(({ segment, ...plan }) => ({
        ...(segment && { segment: named(segment) }),
        ...plan,
      }));
    default:
      return value;
  }
}

function placeIn({ store, group, field, names }: DataPlace, translate: Translate): DataPlace {
  const kind = group === undefined ? 'store' : field === undefined ? 'group' : 'field';
  const parts = [store, group, field].filter((part) => part !== undefined);
  const [first = '', second, third] = translate(kind, parts.join('.')).split('.');
  return {
    store: first,
    ...(second !== undefined && { group: second }),
    ...(third !== undefined && { field: third }),
    names,
  };
}

/** New ones at their places; all in the order after where that has changed. */
function inSequence(phases: readonly Draft[], sequence: readonly Named[]): readonly Draft[] {
  const result = placed(phases);
  const place = (draft: Draft): number => sequence.findIndex(({ id }) => id === draft.id);
  return sequence.length === 0 ? result : result.toSorted((a, b) => place(a) - place(b));
}

function inTurn(edges: readonly DraftEdge[], { nodes }: Difference): readonly DraftEdge[] {
  const sources = [...new Set(edges.map(({ from }) => from))];
  return sources.flatMap((from) => {
    const own = edges.filter((edge) => edge.from === from);
    const change = nodes.find(({ after }) => after?.id === from)?.changes.find(({ type }) => type === 'ways');
    const ways = (change?.after ?? []) as readonly Way[];
    const next = placed(own.filter(({ way }) => way === 'next'));
    const place = ({ was, id }: DraftEdge): number =>
      ways.findIndex(({ edge, twin }) => (was === undefined ? edge === id : twin === was));
    const turned = ways.length === 0 ? next : next.toSorted((a, b) => place(a) - place(b));
    return [...turned, ...own.filter(({ way }) => way === 'timeout')];
  });
}

function placed<D extends Draft>(drafts: readonly D[]): readonly D[] {
  const result = drafts.filter(({ place }) => place === undefined);
  const news = drafts.filter(({ place }) => place !== undefined);
  for (const draft of news.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)))
    result.splice(draft.place ?? 0, 0, draft);
  return result;
}
