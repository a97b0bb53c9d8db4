/**
 * Plays a case through, in every order and with every choice, on what folding has left of the net.
 *
 * A state is the tokens that are under way, by where they were born, and the connections into joins by which one has come. Where two
 * tokens can meet at one node the state is not played on: what a case does while a step is under way twice has no meaning that could
 * be checked. Breadth first, so that every witness is a shortest one. Bounded by the number of states, not by time: the same
 * process gives the same findings on any machine.
 */
import { at, type Arc, type Net } from './net.js';
import type { Region } from './regions.js';
import type { Token, Tokens } from './tokens.js';

export type Step =
  | { readonly kind: 'fork'; readonly token: Token; readonly to: number }
  | { readonly kind: 'enter'; readonly token: Token; readonly entry: Arc }
  | { readonly kind: 'end'; readonly token: Token; readonly to: number }
  | { readonly kind: 'join'; readonly to: number };

export interface State {
  readonly index: number;
  /** Numbers of tokens, ascending. */
  readonly tokens: readonly number[];
  /** Numbers of connections, ascending. */
  readonly entries: readonly number[];
  readonly before: State | undefined;
  readonly step: Step | undefined;
}

/** Two tokens of one case that are under way at the same time. */
export interface Pair {
  readonly state: State;
  /** The step that brings them together; absent if they are in the state itself. */
  readonly step: Step;
  readonly one: Token;
  /** The same as `one` if it is born a second time; absent if it has already come to the join. */
  readonly other: Token | undefined;
}

export interface Clash extends Pair {
  readonly at: number | Arc;
}

export interface Play {
  readonly states: readonly State[];
  /** Every state was looked at. */
  readonly complete: boolean;
  /** First meeting of each two kinds of tokens, at nodes other than ends. */
  readonly clashes: readonly Clash[];
  /** Tokens under way together that can both end. */
  readonly endings: readonly Pair[];
  /** States in which something is left and nothing can happen. */
  readonly stuck: readonly State[];
  readonly joined: ReadonlySet<number>;
  /** Numbers of all tokens that were ever under way. */
  readonly born: ReadonlySet<number>;
  /** A state after which a case neither ends nor gets stuck, and what then happens again and again. */
  readonly endless: { readonly state: State; readonly steps: readonly Step[] } | undefined;
}

export function play(net: Net, tokens: Tokens, mostStates: number): Play {
  const states: State[] = [];
  const known = new Map<string, State>();
  const next: { readonly step: Step; readonly to: number }[][] = [];
  const clashes = new Map<string, Clash>();
  const endings = new Map<string, Pair>();
  const stuck: State[] = [];
  const finished: State[] = [];
  const joined = new Set<number>();
  const born = new Set([tokens.first.index]);
  const meets = meeting(tokens);
  const looked = { complete: true };

  const add = (
    held: readonly number[],
    entries: readonly number[],
    before?: State,
    step?: Step,
  ): number | undefined => {
    const key = `${held.join()}|${entries.join()}`;
    const old = known.get(key);
    if (old !== undefined) return old.index;
    if (states.length >= mostStates) {
      looked.complete = false;
      return undefined;
    }
    const state: State = { index: states.length, tokens: held, entries, before, step };
    known.set(key, state);
    states.push(state);
    return state.index;
  };

  /** The state after a step, or undefined if two tokens meet there. */
  const after = (
    state: State,
    step: Step,
    gone: readonly number[],
    left: readonly number[],
    news: readonly Token[],
  ) => {
    const held = state.tokens.filter((index) => !gone.includes(index));
    const found: (Clash & { readonly far: number })[] = [];
    const arriving = [...news];
    const passed: number[] = [];
    // The list grows while it is read.
    for (const one of arriving) {
      born.add(one.index);
      if (held.includes(one.index) || passed.includes(one.index)) {
        const [first = one.entry] = one.region.nodes;
        if (first !== undefined) found.push({ state, step, one, other: one, at: first, far: 0 });
        else note(endings, { state, step, one, other: one });
        continue;
      }
      for (const index of [...held, ...passed]) {
        const other = tokens.all[index];
        if (other === undefined) continue;
        const met = meets(one, other);
        if (met !== undefined) found.push({ state, step, one, other, at: met.node, far: met.far });
        if (one.region.ends.length > 0 && other.region.ends.length > 0) note(endings, { state, step, one, other });
      }
      const entry = one.region.entries.find(({ index }) => left.includes(index));
      if (entry !== undefined)
        found.push({ state, step, one, other: undefined, at: entry, far: one.region.nodes.length });
      if (one.fork === undefined) held.push(one.index);
      else {
        passed.push(one.index);
        arriving.push(...(tokens.ofFork.get(one.fork) ?? []));
      }
    }
    // The nearest: on the way to another, a token might meet this one first.
    const [nearest] = found.sort((a, b) => a.far - b.far);
    if (nearest !== undefined) {
      note(clashes, nearest);
      return undefined;
    }
    return add(
      held.sort((a, b) => a - b),
      left,
      state,
      step,
    );
  };

  add([tokens.first.index], []);
  for (const state of states) {
    const ways: { readonly step: Step; readonly to: number }[] = [];
    let moves = 0;
    const go = (step: Step, gone: readonly number[], left: readonly number[], news: readonly Token[]): void => {
      moves += 1;
      const to = after(state, step, gone, left, news);
      if (to !== undefined) ways.push({ step, to });
    };
    const held = state.tokens.flatMap((index) => tokens.all[index] ?? []);
    for (const token of held) {
      if (token.apart || token.entry !== undefined) continue;
      for (const to of token.region.forks) {
        go({ kind: 'fork', token, to }, [token.index], state.entries, tokens.ofFork.get(to) ?? []);
      }
      for (const entry of token.region.entries) {
        const left = [...state.entries, entry.index].sort((a, b) => a - b);
        go({ kind: 'enter', token, entry }, [token.index], left, []);
      }
      for (const to of token.region.ends) go({ kind: 'end', token, to }, [token.index], state.entries, []);
    }
    for (const join of waitingJoins(tokens, held, state.entries)) {
      const ready = arrivals(net, join, held, state.entries);
      if (ready.missing.length > 0) continue;
      joined.add(join);
      const left = state.entries.filter((index) => !ready.come.some((arc) => arc.index === index));
      const news = tokens.ofJoin.get(join);
      go(
        { kind: 'join', to: join },
        ready.waiting.map(({ index }) => index),
        left,
        news === undefined ? [] : [news],
      );
    }
    next.push(ways);
    if (moves > 0 || held.some(({ lost }) => lost)) continue;
    (state.entries.length === 0 && held.every(({ apart }) => apart) ? finished : stuck).push(state);
  }

  const sound = looked.complete && clashes.size === 0;
  return {
    states,
    complete: looked.complete,
    clashes: [...clashes.values()],
    endings: [...endings.values()],
    stuck,
    joined,
    born,
    endless: sound ? endlessFrom(states, next, [...finished, ...stuck]) : undefined,
  };
}

/** Joins to which something has come, in the order of the process. */
export function waitingJoins(tokens: Tokens, held: readonly Token[], entries: readonly number[]): readonly number[] {
  const joins = new Set(entries.flatMap((index) => tokens.intoJoins.get(index)?.to ?? []));
  for (const { entry } of held) if (entry !== undefined) joins.add(entry.to);
  return [...joins].sort((a, b) => a - b);
}

/** What has come to a join, whether it went there or can go nowhere else, and what has not. */
export function arrivals(
  net: Net,
  join: number,
  held: readonly Token[],
  entries: readonly number[],
): { readonly come: readonly Arc[]; readonly missing: readonly Arc[]; readonly waiting: readonly Token[] } {
  const arcs = at(net.ins, join);
  const waiting = held.filter(({ entry }) => entry?.to === join);
  const isCome = (arc: Arc): boolean => entries.includes(arc.index) || waiting.some(({ entry }) => entry === arc);
  return { come: arcs.filter(isCome), missing: arcs.filter((arc) => !isCome(arc)), waiting };
}

function note<P extends Pair>(pairs: Map<string, P>, pair: P): void {
  const { one, other } = pair;
  const key =
    other === undefined ? `${one.index} in` : `${Math.min(one.index, other.index)} ${Math.max(one.index, other.index)}`;
  if (!pairs.has(key)) pairs.set(key, pair);
}

interface Meeting {
  readonly node: number;
  readonly far: number;
}

/** The node where two tokens meet first: the one with the shortest ways to it. */
function meeting({ all }: Tokens): (one: Token, other: Token) => Meeting | undefined {
  const known = new Map<number, Meeting | undefined>();
  return (one, other) => {
    const key = Math.min(one.index, other.index) * all.length + Math.max(one.index, other.index);
    if (!known.has(key)) known.set(key, firstCommon(one.region, other.region));
    return known.get(key);
  };
}

function firstCommon(one: Region, other: Region): Meeting | undefined {
  const there = new Map(other.nodes.map((node, distance) => [node, distance]));
  let best: Meeting | undefined;
  for (const [distance, node] of one.nodes.entries()) {
    const far = distance + (there.get(node) ?? Infinity);
    if (far < (best?.far ?? Infinity)) best = { node, far };
  }
  return best;
}

/** The first state from which none of `last` can be come to, and a circle of steps behind it. */
function endlessFrom(
  states: readonly State[],
  next: readonly (readonly { readonly step: Step; readonly to: number }[])[],
  last: readonly State[],
): Play['endless'] {
  const back = states.map((): number[] => []);
  for (const [from, ways] of next.entries()) for (const { to } of ways) back[to]?.push(from);
  const leaving = new Set(last.map(({ index }) => index));
  for (const index of leaving) for (const from of back[index] ?? []) leaving.add(from);
  const state = states.find(({ index }) => !leaving.has(index));
  if (state === undefined) return undefined;
  const met = new Map<number, number>();
  const steps: Step[] = [];
  for (let index = state.index; ;) {
    const seen = met.get(index);
    if (seen !== undefined) return { state, steps: steps.slice(seen) };
    met.set(index, steps.length);
    const way = next[index]?.[0];
    if (way === undefined) return { state, steps: [] };
    steps.push(way.step);
    index = way.to;
  }
}
