/**
 * What every element says → a process again: the way back from the sheet.
 */
import type { Span } from '../../model/diagnostic.js';
import type { DataPlace, Difference, ElementKind, Named, NamedCadence } from '../../model/difference.js';
import type { DocumentControl, Edge, Owner, Process, ProcessNode, Protection, Store } from '../../model/process.js';
import type { Duration } from '../../model/quantity.js';
import type { Text } from '../../model/text.js';
import type { Said } from './sheet.js';

export interface Draft {
  readonly kind: ElementKind;
  readonly id: string;
  /** The id before; absent if it is new. */
  readonly was?: string;
  readonly span: Span;
  readonly says: ReadonlyMap<string, Said>;
  /** Of what is new among others whose order is meaning. */
  readonly place?: number;
}

export interface DraftEdge extends Draft {
  readonly from: string;
  readonly to: string;
  readonly way: Edge['kind'];
}

export type Drafts = Readonly<Record<Exclude<ElementKind, 'edge'>, readonly Draft[]>> & {
  readonly edge: readonly DraftEdge[];
};

const noDocument: Partial<DocumentControl> = { reviewers: [], approvers: [], related: [] };
const noProtection: Partial<Protection> = { encryption: [] };
const lists = 'consulted informed inputs outputs steps tools via reads writes risks cadence links'.split(' ');

export function processOf(
  before: Process,
  { after }: Difference,
  says: ReadonlyMap<string, Said>,
  drafts: Drafts,
): Process {
  const said = objectOf(says) as Pick<Process, 'title' | 'language'> & Partial<Process>;
  const document = said.document && { ...noDocument, ...said.document };
  const edges = edgesOf(drafts.edge);
  return {
    ...said,
    id: after?.id ?? before.id,
    file: after?.file ?? before.file,
    languages: [...new Set([said.language, ...Object.keys(said.title)])],
    ...(document && { document }),
    owners: ownersOf(drafts.owner),
    phases: drafts.phase.map((draft) => element<Process['phases'][number]>(draft, { entry: [], exit: [] })),
    segments: drafts.segment.map((draft) => element(draft, {})),
    stores: storesOf(drafts),
    kpis: drafts.kpi.map((draft) => element(draft, {})),
    nodes: nodesOf(drafts.node, edges, before),
    edges,
    sources: before.sources,
    span: before.span,
  };
}

/** The compiler has seen to it that what is said is enough; so has whoever compared. */
function element<T>({ id, span, says }: Draft, empty: Partial<T>): T {
  return { ...empty, id, span, ...objectOf(says) } as T;
}

function objectOf(says: ReadonlyMap<string, Said>): object {
  const result: Record<string, unknown> = {};
  for (const [path, said] of says) {
    const keys = path.split('.');
    let at = result;
    for (const key of keys.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>;
    at[keys.at(-1) ?? ''] = valueOf(said);
  }
  return result;
}

/** Without the names of what is referred to. */
function valueOf({ property, value }: Said): unknown {
  switch (property.type) {
    case 'named':
      return (value as Named).id;
    case 'nameds':
      return (value as readonly Named[]).map(({ id }) => id);
    case 'data':
      return (value as readonly DataPlace[]).map(({ names: _, ...ref }) => ref);
    case 'cadence':
      return (value as readonly NamedCadence[]).map(({ segment, ...plan }) => ({
        ...(segment && { segment: segment.id }),
        ...plan,
      }));
    default:
      return value;
  }
}

function ownersOf(drafts: readonly Draft[]): readonly Owner[] {
  const owners = drafts.map((draft) => element<Owner>(draft, {}));
  return owners.map((owner) => ({
    ...owner,
    members: owners.filter(({ parent }) => parent === owner.id).map(({ id }) => id),
  }));
}

function storesOf({ store, group, field, access }: Drafts): readonly Store[] {
  const own = ({ id }: Draft): string => id.slice(id.lastIndexOf('.') + 1);
  const below = (drafts: readonly Draft[], id: string): readonly Draft[] =>
    drafts.filter((draft) => draft.id.slice(0, draft.id.lastIndexOf('.')) === id);
  return store.map((draft) => {
    const { protection, ...said } = element<Store>(draft, {});
    return {
      ...said,
      groups: below(group, draft.id).map((one) => ({
        ...element<Store['groups'][number]>({ ...one, id: own(one) }, {}),
        fields: below(field, one.id).map((inner) => element({ ...inner, id: own(inner) }, {})),
      })),
      access: access
        .filter(({ id }) => id.startsWith(`${draft.id}:`))
        .map(({ id, span, says }) => {
          const { rights, only } = objectOf(says) as { readonly rights: string; readonly only?: Text };
          return {
            owner: id.slice(id.indexOf(':') + 1),
            create: rights.includes('c'),
            read: rights.includes('r'),
            update: rights.includes('u'),
            delete: rights.includes('d'),
            ...(only && { only }),
            span,
          };
        }),
      ...(protection && { protection: { ...noProtection, ...protection } }),
    };
  });
}

function edgesOf(drafts: readonly DraftEdge[]): readonly Edge[] {
  const counts = new Map<string, number>();
  return drafts.map((draft) => {
    const { from, to, way } = draft;
    const count = (counts.get(`${from}->${to}`) ?? 0) + 1;
    counts.set(`${from}->${to}`, count);
    const edge = element<Edge>(draft, { otherwise: false, segments: [], carries: [] });
    return { ...edge, id: count === 1 ? `${from}->${to}` : `${from}->${to}#${String(count)}`, from, to, kind: way };
  });
}

function nodesOf(drafts: readonly Draft[], edges: readonly Edge[], before: Process): readonly ProcessNode[] {
  const empty = Object.fromEntries(lists.map((name) => [name, []]));
  const timeouts = new Map(
    edges.flatMap(({ from, to, kind, after }) => (kind === 'timeout' ? [[from, { after, to }]] : [])),
  );
  const olds = new Map(before.nodes.map((node) => [node.id, node]));
  return drafts.map((draft) => {
    const node = element<ProcessNode>(draft, empty);
    const timeout = timeouts.get(draft.id) as { readonly after: Duration; readonly to: string } | undefined;
    const old = olds.get(draft.was ?? '');
    const child = old?.type === 'subflow' && node.type === 'subflow' && old.flow === node.flow ? old.child : undefined;
    return { ...node, ...(timeout && { timeout }), ...(child && { child }) };
  });
}
