/**
 * Which way between steps is which: a way is known by the step that it leaves, then by where it leads and by its condition.
 *
 * So a branch that now leads elsewhere is rewired, and no new one; and a step put between two others rewires the way of the first, and adds
 * one way.
 */
import type { Edge } from '../../model/process.js';
import { say, type Language } from '../../model/text.js';
import { plainForm, textLikeness } from './likeness.js';
import type { Pairs } from './match.js';
import type { Item } from './sheet.js';

interface Way {
  readonly id: string;
  readonly edge: Edge;
  /** Where it leads, in the ids after. */
  readonly to: string | undefined;
  readonly condition: string;
  readonly label: string;
}

export function pairEdges(
  before: readonly Item[],
  after: readonly Item[],
  pairs: { readonly node: Pairs; readonly segment: Pairs },
  languages: readonly [Language, Language],
): Pairs {
  const found = new Map<string, string>();
  const olds = bySource(
    before,
    languages[0],
    (id) => pairs.node.get(id),
    (id) => pairs.segment.get(id) ?? `-${id}`,
  );
  const news = bySource(
    after,
    languages[1],
    (id) => id,
    (id) => id,
  );
  for (const [key, left] of olds) {
    const right = news.get(key);
    if (right === undefined) continue;
    for (const [one, other] of pairWays(left, right)) found.set(one.id, other.id);
  }
  return found;
}

/** By the step that they leave, and apart what is taken when time is up. */
function bySource(
  items: readonly Item[],
  language: Language,
  node: (id: string) => string | undefined,
  segment: (id: string) => string,
): ReadonlyMap<string, readonly Way[]> {
  const ways = new Map<string, Way[]>();
  for (const { id, edge } of items) {
    const from = edge && node(edge.from);
    if (edge === undefined || from === undefined) continue;
    const key = `${edge.kind} ${from}`;
    const label = plainForm(say(edge.when, language));
    const segments = edge.segments.map(segment).sort().join(' ');
    const condition = [edge.otherwise ? 'otherwise' : '', edge.childEnd ?? '', label, segments].join('|');
    ways.set(key, [...(ways.get(key) ?? []), { id, edge, to: node(edge.to), condition, label }]);
  }
  return ways;
}

function pairWays(left: readonly Way[], right: readonly Way[]): readonly (readonly [Way, Way])[] {
  const found: (readonly [Way, Way])[] = [];
  let olds = left;
  let news = right;
  const take = (fits: (one: Way, other: Way) => boolean): void => {
    for (const one of olds) {
      const other = news.find((way) => fits(one, way));
      if (other === undefined) continue;
      found.push([one, other]);
      olds = olds.filter((way) => way !== one);
      news = news.filter((way) => way !== other);
    }
  };
  const sameEnd = (one: Way, other: Way): boolean => one.to !== undefined && one.to === other.to;
  take((one, other) => sameEnd(one, other) && one.condition === other.condition);
  take((one, other) => one.condition !== '|||' && one.condition === other.condition);
  take(sameEnd);
  take((one, other) => one.label !== '' && textLikeness(one.label, other.label) >= 0.6);
  if (olds.length === 1 && news.length === 1) take(() => true);
  return found;
}
