/**
 * Which entries a merged map or list has, in which order: each with what the three versions have of it.
 *
 * The order is ours, with what only theirs has behind what stands before it there; if only theirs moved entries, the other way
 * round. What both sides have added at one place of an ordered list is one row with several parts on each side: a person decides.
 */
import type { Part } from './piece.js';
import type { Renames } from './renames.js';

export interface Row {
  readonly base: Part | undefined;
  readonly ours: Part | undefined;
  readonly theirs: Part | undefined;
  /** Instead of single parts: what both sides have added here. */
  readonly clash?: { readonly ours: readonly Part[]; readonly theirs: readonly Part[] };
}

export interface Versions {
  readonly base: readonly Part[];
  readonly ours: readonly Part[];
  readonly theirs: readonly Part[];
}

export interface Arranging {
  readonly ordered: boolean;
  readonly renamed: { readonly ours: Renames; readonly theirs: Renames };
}

/** Undefined if both sides have put the same entries into different orders, where that says something. */
export function arrange(versions: Versions, { ordered, renamed }: Arranging): readonly Row[] | undefined {
  const base = new Map(versions.base.map((part) => [part.id, part]));
  const keyed = (parts: readonly Part[], renames: Renames): ReadonlyMap<string, Part> =>
    new Map(parts.map((part) => [renames.get(part.id) ?? (base.has(part.id) ? part.id : `new ${part.id}`), part]));
  const ours = keyed(versions.ours, renamed.ours);
  const theirs = keyed(versions.theirs, renamed.theirs);

  const shared = [...base.keys()].filter((id) => ours.has(id) && theirs.has(id));
  const inOurs = orderOf(ours, shared);
  const inTheirs = orderOf(theirs, shared);
  const theirsMoved = !equal(inTheirs, shared);
  const clash = theirsMoved && !equal(inOurs, shared) && !equal(inOurs, inTheirs);
  if (clash && ordered) return undefined;
  const [lead, other] = theirsMoved && equal(inOurs, shared) ? [theirs, ours] : [ours, theirs];

  const order = [...lead.keys()];
  const clashes = new Map<string, string[]>();
  let before: string | undefined;
  for (const id of other.keys()) {
    if (!lead.has(id)) {
      const isNew = !base.has(id);
      let at = before === undefined ? 0 : order.indexOf(before) + 1;
      const from = at;
      while (isNew && at < order.length && isFresh(order[at], base, lead)) at++;
      const rival = order[from];
      if (ordered && isNew && at > from && rival !== undefined && !other.has(rival)) {
        clashes.set(rival, [...(clashes.get(rival) ?? []), id]);
        continue;
      }
      order.splice(at, 0, id);
    }
    before = id;
  }

  const rows: Row[] = [];
  for (let index = 0; index < order.length; index++) {
    const id = order[index] ?? '';
    const rivals = clashes.get(id);
    if (rivals === undefined) {
      rows.push({ base: base.get(id), ours: ours.get(id), theirs: theirs.get(id) });
      continue;
    }
    const added = [id];
    while (isFresh(order[index + 1], base, lead) && !other.has(order[index + 1] ?? ''))
      added.push(order[++index] ?? '');
    const [left, right] = lead === ours ? [added, rivals] : [rivals, added];
    const parts = (ids: readonly string[], side: ReadonlyMap<string, Part>): readonly Part[] =>
      ids.flatMap((each) => side.get(each) ?? []);
    rows.push({
      base: undefined,
      ours: undefined,
      theirs: undefined,
      clash: { ours: parts(left, ours), theirs: parts(right, theirs) },
    });
  }
  return rows;
}

function isFresh(id: string | undefined, base: ReadonlyMap<string, Part>, lead: ReadonlyMap<string, Part>): boolean {
  return id !== undefined && !base.has(id) && lead.has(id);
}

function orderOf(side: ReadonlyMap<string, Part>, shared: readonly string[]): readonly string[] {
  const wanted = new Set(shared);
  return [...side.keys()].filter((id) => wanted.has(id));
}

function equal(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
