/**
 * Process → sheet: every element as the list of what it says, each value with its type, each reference with its name.
 *
 * Comparing, building again, and finding out who is affected all read this one form, so that they cannot disagree about what an element
 * says. What says nothing (an empty list, an absent property) is not in it.
 */
import {
  elementKinds,
  type DataPlace,
  type ElementKind,
  type Named,
  type ValueType,
  type Values,
} from '../../model/difference.js';
import type { AccessGrant, DataRef, Edge, Process, ProcessNode } from '../../model/process.js';
import type { Text } from '../../model/text.js';
import type { Span } from '../../model/diagnostic.js';
import { properties, type Property } from './properties.js';

export interface Said {
  readonly property: Property;
  readonly value: Values[ValueType];
}

export interface Item {
  readonly kind: ElementKind;
  /** Unique among its kind. */
  readonly id: string;
  readonly name: Text;
  readonly within?: readonly Named[];
  readonly span: Span;
  readonly says: ReadonlyMap<string, Said>;
  readonly node?: ProcessNode;
  readonly edge?: Edge;
  /** Of phases and edges, whose order is meaning: which one among its siblings, from 0. */
  readonly place?: number;
}

export interface Sheet {
  readonly process: Process;
  readonly says: ReadonlyMap<string, Said>;
  readonly items: Readonly<Record<ElementKind, readonly Item[]>>;
  readonly byId: Readonly<Record<ElementKind, ReadonlyMap<string, Item>>>;
  /** By node, the ways out of it that are no timeouts. */
  readonly ways: ReadonlyMap<string, readonly Edge[]>;
}

export function sheetOf(process: Process): Sheet {
  const reader = readerOf(process);
  const items = itemsOf(process, reader);
  const byId = record((kind): ReadonlyMap<string, Item> => new Map(items[kind].map((item) => [item.id, item])));
  const ways = new Map<string, Edge[]>();
  for (const edge of process.edges) {
    if (edge.kind === 'next') ways.set(edge.from, [...(ways.get(edge.from) ?? []), edge]);
  }
  return { process, says: reader.says('process', process), items, byId, ways };
}

export function record<V>(value: (kind: ElementKind) => V): Record<ElementKind, V> {
  return Object.fromEntries(elementKinds.map((kind) => [kind, value(kind)])) as Record<ElementKind, V>;
}

interface Reader {
  says(kind: ElementKind | 'process', element: object): ReadonlyMap<string, Said>;
}

function itemsOf(process: Process, { says }: Reader): Readonly<Record<ElementKind, readonly Item[]>> {
  const plain = (
    kind: ElementKind,
    elements: readonly { readonly id: string; readonly name: Text; readonly span: Span }[],
  ): readonly Item[] =>
    elements.map((element) => ({
      kind,
      id: element.id,
      name: element.name,
      span: element.span,
      says: says(kind, element),
    }));
  const named = ({ id, name }: Named): Named => ({ id, name });
  const places = new Map<string, number>();
  const nextPlace = (key: string): number => {
    const place = places.get(key) ?? 0;
    places.set(key, place + 1);
    return place;
  };
  const ownerName = new Map(process.owners.map(({ id, name }) => [id, name]));
  const groups = process.stores.flatMap((store) =>
    store.groups.map((group) => ({ store, group, item: groupNamed(store.id, group, process) })),
  );
  return {
    node: process.nodes.map((node) => ({
      kind: 'node',
      id: node.id,
      name: node.name,
      span: node.span,
      says: says('node', node),
      node,
    })),
    edge: process.edges.map((edge) => ({
      kind: 'edge',
      id: edge.id,
      name: edge.when ?? {},
      span: edge.span,
      says: says('edge', edge),
      edge,
      place: nextPlace(`${edge.kind} ${edge.from}`),
    })),
    owner: plain('owner', process.owners),
    phase: plain('phase', process.phases).map((item, place) => ({ ...item, place })),
    segment: plain('segment', process.segments),
    store: plain('store', process.stores),
    group: groups.map(({ store, group, item }) => ({
      kind: 'group',
      ...item,
      within: [named(store)],
      span: group.span,
      says: says('group', group),
    })),
    field: groups.flatMap(({ store, group, item }) =>
      group.fields.map((field) => ({
        kind: 'field' as const,
        id: `${item.id}.${field.id}`,
        name: field.name ?? { [process.language]: field.id },
        within: [named(store), item],
        span: field.span,
        says: says('field', field),
      })),
    ),
    access: process.stores.flatMap((store) =>
      store.access.map((grant) => ({
        kind: 'access' as const,
        id: `${store.id}:${grant.owner}`,
        name: ownerName.get(grant.owner) ?? {},
        within: [named(store), { id: grant.owner, name: ownerName.get(grant.owner) ?? {} }],
        span: grant.span,
        says: says('access', { rights: rightsOf(grant), only: grant.only }),
      })),
    ),
    kpi: plain('kpi', process.kpis),
  };
}

function groupNamed(store: string, group: { readonly id: string; readonly name?: Text }, process: Process): Named {
  return { id: `${store}.${group.id}`, name: group.name ?? { [process.language]: group.id } };
}

/** As an author writes them: `cru`; `-` for none at all. */
export function rightsOf(grant: Pick<AccessGrant, 'create' | 'read' | 'update' | 'delete'>): string {
  const rights = (['create', 'read', 'update', 'delete'] as const).filter((right) => grant[right]);
  return rights.map((right) => right.charAt(0)).join('') || '-';
}

/** The rights among the second that are not among the first. */
export function newRights(before: string, after: string): string {
  return Array.from(after)
    .filter((right) => right !== '-' && !before.includes(right))
    .join('');
}

function readerOf(process: Process): Reader {
  const lists = { owner: process.owners, phase: process.phases, segment: process.segments, node: process.nodes };
  const names = {
    owner: namesOf(lists.owner),
    phase: namesOf(lists.phase),
    segment: namesOf(lists.segment),
    node: namesOf(lists.node),
  };
  const places = placesOf(process);

  const valueOf = ({ type, refers }: Property, raw: unknown): Values[ValueType] | undefined => {
    const named = (id: string): Named => ({ id, name: (refers && names[refers].get(id)) ?? {} });
    switch (type) {
      case 'named':
        return named(raw as string);
      case 'nameds':
        return (raw as readonly string[]).map(named);
      case 'data':
        return (raw as readonly DataRef[]).map(places);
      case 'cadence':
        return (raw as ProcessNode['cadence']).map(({ segment, ...rest }) => ({
          ...(segment !== undefined && { segment: named(segment) }),
          ...rest,
        }));
      case 'sequence':
      case 'ways':
        return undefined; // says something only of two processes
      default:
        return raw as Values[ValueType];
    }
  };

  return {
    says(kind, element) {
      const said = new Map<string, Said>();
      for (const property of properties[kind]) {
        const raw = at(element, property.path);
        if (raw === undefined || (Array.isArray(raw) && raw.length === 0)) continue;
        const value = valueOf(property, raw);
        if (value !== undefined) said.set(property.path, { property, value });
      }
      return said;
    },
  };
}

function namesOf(elements: readonly Named[]): ReadonlyMap<string, Text> {
  return new Map(elements.map(({ id, name }) => [id, name]));
}

function at(element: object, path: string): unknown {
  let value: unknown = element;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}

function placesOf(process: Process): (ref: DataRef) => DataPlace {
  const stores = new Map(process.stores.map((store) => [store.id, store]));
  const called = (id: string, name: Text | undefined): Text => name ?? { [process.language]: id };
  return ({ store: storeId, group: groupId, field: fieldId }) => {
    const store = stores.get(storeId);
    const group = store?.groups.find(({ id }) => id === groupId);
    const field = group?.fields.find(({ id }) => id === fieldId);
    return {
      store: storeId,
      ...(groupId !== undefined && { group: groupId }),
      ...(fieldId !== undefined && { field: fieldId }),
      names: [
        called(storeId, store?.name),
        ...(groupId === undefined ? [] : [called(groupId, group?.name)]),
        ...(fieldId === undefined ? [] : [called(fieldId, field?.name)]),
      ],
    };
  };
}
