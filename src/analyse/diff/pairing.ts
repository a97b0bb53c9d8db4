/**
 * Two sheets → which element is which, kind after kind: who and when first, because they tell steps apart; then data; then steps, by
 * what stands around them; then the ways between steps.
 */
import type { ElementKind } from '../../model/difference.js';
import type { Edge, ProcessNode } from '../../model/process.js';
import type { Language } from '../../model/text.js';
import { match, type Context, type Pairs } from './match.js';
import { pairEdges } from './ways.js';
import type { Item, Sheet } from './sheet.js';

/** By the id before, the id after. */
export type Pairing = Readonly<Record<ElementKind, Pairs>>;

export interface Compared {
  readonly before: Sheet;
  readonly after: Sheet;
  readonly pairing: Pairing;
}

export function pairingOf(before: Sheet, after: Sheet): Pairing {
  const languages: readonly [Language, Language] = [before.process.language, after.process.language];
  const plain = (kind: ElementKind, context?: Context): Pairs =>
    match({ before: before.items[kind], after: after.items[kind], languages, ...(context && { context }) });

  const owner = plain('owner', sameWord('kind'));
  const phase = plain('phase');
  const segment = plain('segment');
  const store = plain('store', sameWord('kind'));
  const group = below(before.items.group, after.items.group, store, languages);
  const field = fields(before.items.field, after.items.field, group, store, languages);
  const node = match({
    before: before.items.node,
    after: after.items.node,
    languages,
    context: surroundings(before.process.edges, after.process.edges, owner, phase),
  });
  const kpi = plain('kpi', sameEnds(node));
  const access = grants(before.items.access, after.items.access, store, owner);
  const edge = pairEdges(before.items.edge, after.items.edge, { node, segment }, languages);
  return { node, edge, owner, phase, segment, store, group, field, access, kpi };
}

const sameWord =
  (path: string): Context =>
  (one, other) =>
    one.says.get(path)?.value === other.says.get(path)?.value ? 1 : 0.4;

const lastPart = ({ id }: Item): string => id.slice(id.lastIndexOf('.') + 1);
const parentOf = (item: Item, depth = 1): string => item.within?.at(-depth)?.id ?? '';

/** Groups of stores, or fields of groups: only among what belongs together. */
function below(
  before: readonly Item[],
  after: readonly Item[],
  parents: Pairs,
  languages: readonly [Language, Language],
): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const [parent, other] of parents) {
    const found = match({
      before: before.filter((item) => parentOf(item) === parent),
      after: after.filter((item) => parentOf(item) === other),
      languages,
      own: lastPart,
    });
    for (const [from, to] of found) pairs.set(from, to);
  }
  return pairs;
}

/** Within their group; and what has gone to another group of the same store under its own id. */
function fields(
  before: readonly Item[],
  after: readonly Item[],
  groups: Pairs,
  stores: Pairs,
  languages: readonly [Language, Language],
): Pairs {
  const pairs = below(before, after, groups, languages);
  const taken = new Set(pairs.values());
  for (const item of before) {
    if (pairs.has(item.id)) continue;
    const there = after.find(
      (other) =>
        !taken.has(other.id) &&
        lastPart(other) === lastPart(item) &&
        parentOf(other, 2) === stores.get(parentOf(item, 2)),
    );
    if (there === undefined) continue;
    pairs.set(item.id, there.id);
    taken.add(there.id);
  }
  return pairs;
}

/** A grant is who and where, nothing else. */
function grants(before: readonly Item[], after: readonly Item[], stores: Pairs, owners: Pairs): Pairs {
  const known = new Set(after.map(({ id }) => id));
  return new Map(
    before.flatMap(({ id, within = [] }) => {
      const [store, owner] = within.map((part) => part.id);
      const there = `${stores.get(store ?? '') ?? ''}:${owners.get(owner ?? '') ?? ''}`;
      return known.has(there) ? [[id, there] as const] : [];
    }),
  );
}

/** Of a KPI: measured the same way between the same steps. */
function sameEnds(nodes: Pairs): Context {
  const end = (item: Item, path: string): string | undefined =>
    (item.says.get(path)?.value as { readonly id: string } | undefined)?.id;
  return (one, other) => {
    const same = (['from', 'to'] as const).filter((path) => {
      const from = end(one, path);
      return (from === undefined ? undefined : nodes.get(from)) === end(other, path);
    });
    return (same.length * 2 + (one.says.get('measure')?.value === other.says.get('measure')?.value ? 1 : 0)) / 5;
  };
}

/** What comes before and after a step, who does it, in which phase, and what kind of step it is. */
function surroundings(before: readonly Edge[], after: readonly Edge[], owners: Pairs, phases: Pairs): Context {
  const around = (
    edges: readonly Edge[],
  ): readonly [ReadonlyMap<string, readonly string[]>, ReadonlyMap<string, readonly string[]>] => {
    const into = new Map<string, string[]>();
    const out = new Map<string, string[]>();
    for (const { from, to } of edges) {
      into.set(to, [...(into.get(to) ?? []), from]);
      out.set(from, [...(out.get(from) ?? []), to]);
    }
    return [into, out];
  };
  const [oldInto, oldOut] = around(before);
  const [newInto, newOut] = around(after);
  const same = (one: string | undefined, other: string | undefined, pairs: Pairs): boolean =>
    (one === undefined ? undefined : pairs.get(one)) === other;

  return (one, other, pairs) => {
    if (one.node === undefined || other.node === undefined) return 0;
    const ways = [
      kept(oldInto.get(one.id) ?? [], newInto.get(other.id) ?? [], pairs),
      kept(oldOut.get(one.id) ?? [], newOut.get(other.id) ?? [], pairs),
    ];
    const neighbours = ways.reduce((sum, way) => sum + way, 0) / ways.length;
    const marks = [
      kindOf(one.node) === kindOf(other.node),
      same(one.node.owner, other.node.owner, owners),
      same(one.node.phase, other.node.phase, phases),
    ].filter(Boolean).length;
    return 0.7 * neighbours + 0.1 * marks;
  };
}

const kindOf = (node: ProcessNode): string => (node.type === 'task' ? node.kind : node.type);

/** Which part of the neighbours on one side is the same; nothing on both sides is the same, too. */
function kept(before: readonly string[], after: readonly string[], pairs: Pairs): number {
  const old = new Set(before);
  const now = new Set(after);
  if (old.size === 0 && now.size === 0) return 1;
  const shared = [...old].filter((id) => now.has(pairs.get(id) ?? '')).length;
  return shared / Math.max(old.size, now.size);
}
