/**
 * Difference → what has become of the course of the work, which no single connection tells: what comes before what now, what runs at the same
 * time, which step has become part of another.
 *
 * Only of ways that a case takes on, without going back: a loop makes nothing earlier. Of a step that has gone past many others one is named.
 */
import type { CourseChange, DataPlace, Difference, Named, ValueType, Values } from '../../model/difference.js';
import type { NodeType, Process } from '../../model/process.js';
import { say, type Language, type Text } from '../../model/text.js';
import { asIs, dataKey, translated, type Reading } from './equal.js';
import { likeness } from './likeness.js';
import type { Pairs } from './match.js';
import type { Compared } from './pairing.js';
import type { Item, Said, Sheet } from './sheet.js';
import { wordsForm } from './same-words.js';

const work: ReadonlySet<NodeType> = new Set(['task', 'wait', 'subflow', 'decision']);

export function courseOf({ nodes, edges }: Omit<Difference, 'course'>, compared: Compared): readonly CourseChange[] {
  const rerouted = edges.some(({ status, marks }) => status !== 'changed' || marks.includes('rewired'));
  const { before, after, pairing } = compared;
  const back = new Map([...pairing.node].map(([old, now]) => [now, old]));
  const regrouped = nodes.some(({ status }) => status !== 'changed');
  const readings = [translated(before.process.language, pairing), asIs(after.process.language)] as const;
  return [
    ...(rerouted ? reordered(compared) : []),
    ...(regrouped
      ? [
          ...absorbed(before, after, pairing.node, readings).map(({ part, whole }): CourseChange => ({
            course: 'merged',
            node: named(before, part),
            other: named(after, whole),
          })),
          ...absorbed(after, before, back, [readings[1], readings[0]]).map(({ part, whole }): CourseChange => ({
            course: 'split',
            node: named(after, part),
            other: named(before, whole),
          })),
        ]
      : []),
  ];
}

function named({ byId }: Sheet, id: string): Named {
  return { id, name: byId.node.get(id)?.name ?? {} };
}

/** Steps that stand on both sides, by the id after. */
function reordered({ before, after, pairing }: Compared): readonly CourseChange[] {
  const [old, now] = [
    courseIn(before.process, (id) => pairing.node.get(id) ?? `-${id}`),
    courseIn(after.process, (id) => id),
  ];
  const there = after.process.nodes.map(({ id }) => id).filter((id) => old.known.has(id) && isWork(after, id));
  const passed = new Map<string, string[]>();
  const parallel: CourseChange[] = [];
  const told = new Set<string>();
  const once = (course: 'at-once' | 'one-after-another', one: string, other: string): void => {
    if (told.has(one) || told.has(other)) return;
    told.add(one).add(other);
    parallel.push({ course, node: named(after, one), other: named(after, other) });
  };
  for (const one of there) {
    for (const other of there) {
      if (one === other) continue;
      const first = old.precedes(one, other);
      if (first && now.precedes(other, one)) {
        passed.set(one, [...(passed.get(one) ?? []), other]);
        passed.set(other, [...(passed.get(other) ?? []), one]);
      } else if (first && !now.precedes(one, other) && now.atOnce(one, other)) once('at-once', one, other);
      else if (
        now.precedes(one, other) &&
        !old.precedes(one, other) &&
        !old.precedes(other, one) &&
        old.atOnce(one, other)
      )
        once('one-after-another', one, other);
    }
  }
  return [
    ...movedPast(passed, old.precedes).map(({ course, one, other }) => ({
      course,
      node: named(after, one),
      other: named(after, other),
    })),
    ...parallel,
  ];
}

/** Fewest steps whose moving explains all pairs that have changed places: the one that has passed most comes first. */
function movedPast(
  passed: ReadonlyMap<string, readonly string[]>,
  precedes: (one: string, other: string) => boolean,
): readonly { readonly course: 'now-before' | 'now-after'; readonly one: string; readonly other: string }[] {
  const left = new Map(passed);
  const found: { course: 'now-before' | 'now-after'; one: string; other: string }[] = [];
  for (;;) {
    const most = Math.max(0, ...[...left.values()].map(({ length }) => length));
    if (most === 0) return found;
    const all = [...left].filter(([, others]) => others.length === most);
    // It came after all of them: moving it forward is what an author does.
    const forward = all.find(([one, others]) => others.every((other) => precedes(other, one)));
    const [one, others] = forward ?? all[0] ?? ['', []];
    const earlier = others.filter((other) => precedes(other, one));
    const side = earlier.length > 0 ? earlier : others;
    const next = side.find((each) =>
      side.every((other) => other === each || (earlier.length > 0 ? precedes(each, other) : precedes(other, each))),
    );
    found.push({ course: earlier.length > 0 ? 'now-before' : 'now-after', one, other: next ?? side[0] ?? '' });
    left.delete(one);
    for (const [id, rest] of left)
      left.set(
        id,
        rest.filter((other) => other !== one),
      );
  }
}

const isWork = ({ byId }: Sheet, id: string): boolean => work.has(byId.node.get(id)?.node?.type ?? 'end');

interface Course {
  readonly known: ReadonlySet<string>;
  /** Without going back. */
  readonly precedes: (one: string, other: string) => boolean;
  /** On different ways out of a fork, and on no way together. */
  readonly atOnce: (one: string, other: string) => boolean;
}

function courseIn({ nodes, edges }: Process, idOf: (id: string) => string): Course {
  const out = new Map<string, string[]>();
  for (const { from, to, kind } of edges) {
    if (kind === 'next') out.set(idOf(from), [...(out.get(idOf(from)) ?? []), idOf(to)]);
  }
  const onward = withoutReturns(
    nodes.filter(({ type }) => type === 'start').map(({ id }) => idOf(id)),
    out,
  );
  const reached = new Map<string, ReadonlySet<string>>();
  const from = (id: string): ReadonlySet<string> => {
    const known = reached.get(id);
    if (known !== undefined) return known;
    const found = new Set([id]);
    for (const at of found) for (const to of onward.get(at) ?? []) found.add(to);
    reached.set(id, found);
    return found;
  };
  const forks = nodes.filter(({ type }) => type === 'fork').map(({ id }) => onward.get(idOf(id)) ?? []);
  return {
    known: new Set(onward.keys()),
    precedes: (one, other) => one !== other && from(one).has(other),
    atOnce: (one, other) =>
      forks.some((ways) => {
        const [mine, theirs] = [one, other].map((id) => ways.filter((way) => from(way).has(id)));
        return (mine?.length ?? 0) > 0 && (theirs?.length ?? 0) > 0 && !mine?.some((way) => theirs?.includes(way));
      }),
  };
}

/** Without the connections that lead back to what a case has come by; what no start reaches is not there. */
function withoutReturns(
  starts: readonly string[],
  out: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const onward = new Map<string, string[]>();
  const under = new Set<string>();
  for (const start of starts) {
    if (onward.has(start)) continue;
    const stack = [{ id: start, next: 0 }];
    onward.set(start, []);
    under.add(start);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const to = out.get(top.id)?.[top.next++];
      if (to === undefined) {
        under.delete(top.id);
        stack.pop();
      } else if (!under.has(to)) {
        onward.get(top.id)?.push(to);
        if (onward.has(to)) continue;
        onward.set(to, []);
        under.add(to);
        stack.push({ id: to, next: 0 });
      }
    }
  }
  return onward;
}

interface Absorbed {
  readonly part: string;
  readonly whole: string;
}

/** What of a step tells that it is in another now. */
const parts = ['steps', 'inputs', 'outputs', 'tools', 'via', 'reads', 'writes'] as const;
/** Steps that are further apart have nothing to do with each other. */
const farthest = 3;
const enough = 2;

/** Each step that is on one side alone and whose name or doings have gone to a step near it. */
function absorbed(
  here: Sheet,
  there: Sheet,
  pairs: Pairs,
  [own, other]: readonly [Reading, Reading],
): readonly Absorbed[] {
  const languages = [here.process.language, there.process.language] as const;
  return here.items.node.flatMap((gone) => {
    if (pairs.has(gone.id) || gone.node === undefined || !work.has(gone.node.type)) return [];
    const near = neighbours(here.process, gone.id);
    const scored = here.items.node.flatMap((was) => {
      const is = there.byId.node.get(pairs.get(was.id) ?? '');
      if (is === undefined || !near.has(was.id) || !work.has(was.node?.type ?? 'end')) return [];
      const score = nameGain(gone, was, is, languages) + doingsGained(gone, was, is, [own, other]);
      return score >= enough ? [{ part: gone.id, whole: is.id, score }] : [];
    });
    return scored.toSorted((a, b) => b.score - a.score).slice(0, 1);
  });
}

function neighbours({ edges }: Process, id: string): ReadonlySet<string> {
  let found = new Set([id]);
  for (let step = 0; step < farthest; step++) {
    found = new Set([
      ...found,
      ...edges.flatMap(({ from, to }) => (found.has(from) ? [to] : found.has(to) ? [from] : [])),
    ]);
  }
  return found;
}

/** How much more the other's name says of this one than before. */
function nameGain(gone: Item, was: Item, is: Item, [own, other]: readonly [Language, Language]): number {
  const now = likeness(gone.name, is.name, [own, other]);
  if (now - likeness(gone.name, was.name, [own, own]) < 0.1) return 0;
  return now >= 0.5 ? 2 : now >= 0.25 ? 1 : 0;
}

/** What the one did, the other did not, and does now; a work step that is called like the one weighs as much as a name. */
function doingsGained(gone: Item, was: Item, is: Item, [own, other]: readonly [Reading, Reading]): number {
  const shared = parts.flatMap((path) => {
    const [mine, old, now] = [
      keysOf(gone.says.get(path), own),
      keysOf(was.says.get(path), own),
      keysOf(is.says.get(path), other),
    ];
    return [...mine].filter((key) => now.has(key) && !old.has(key));
  });
  const [before, after] = [was, is].map((item) => (item.says.get('steps')?.value ?? []) as readonly Text[]);
  const isCalledSo = (text: Text): boolean => likeness(text, gone.name, [own.language, other.language]) >= 0.6;
  const named = after?.some(isCalledSo) === true && before?.some(isCalledSo) !== true;
  return shared.length + (named ? 2 : 0);
}

function keysOf(said: Said | undefined, reading: Reading): ReadonlySet<string> {
  if (said === undefined) return new Set();
  const values = said.value as readonly (Text | DataPlace | string)[] & Values[ValueType];
  return new Set(
    values.map((value) => {
      if (typeof value === 'string') return value;
      if (said.property.type === 'data') return dataKey(value as DataPlace, reading);
      return wordsForm(say(value as Text, reading.language), reading.language);
    }),
  );
}
