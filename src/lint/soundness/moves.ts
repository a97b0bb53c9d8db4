/**
 * One step of a play: what can happen in a marking, and what is the case after it.
 *
 * Separate from the search, which decides in what order markings are looked at. Where two tokens can meet at one node there is no
 * marking after the step: what a case does while a step is under way twice has no meaning that could be checked.
 */
import { at, type Arc, type Budget, type Net } from './net.js';
import type { Region } from './regions.js';
import type { Token, Tokens } from './tokens.js';

export type Step =
  | { readonly kind: 'fork'; readonly token: Token; readonly to: number }
  | { readonly kind: 'enter'; readonly token: Token; readonly entry: Arc }
  | { readonly kind: 'end'; readonly token: Token; readonly to: number }
  | { readonly kind: 'join'; readonly to: number };

/** The tokens that are under way, by where they were born, and the connections into joins by which one has come. */
export interface Marking {
  /** Numbers of tokens, ascending. */
  readonly tokens: readonly number[];
  /** Numbers of connections, ascending. */
  readonly entries: readonly number[];
}

export interface Move {
  readonly step: Step;
  /** Numbers of the tokens that the step takes. */
  readonly takes: readonly number[];
  readonly entries: readonly number[];
  readonly gives: readonly Token[];
}

/** Two tokens of one case that are under way at the same time. */
export interface Pair {
  readonly one: Token;
  /** The same as `one` if it is born a second time; absent if it has already come to the join. */
  readonly other: Token | undefined;
}

export interface Clash extends Pair {
  readonly at: number | Arc;
  /** How many nodes are nearer than that. */
  readonly far: number;
}

export function movesFrom(net: Net, tokens: Tokens, marking: Marking, budget: Budget): readonly Move[] {
  const { entries } = marking;
  const moves: Move[] = [];
  for (const index of marking.tokens) {
    const token = tokens.get(index);
    if (token.apart || token.entry !== undefined) continue;
    const { forks, entries: ways, ends } = token.region;
    for (const to of forks) {
      moves.push({ step: { kind: 'fork', token, to }, takes: [index], entries, gives: tokens.ofFork(to) });
    }
    for (const entry of ways) {
      const more = [...entries, entry.index].sort((a, b) => a - b);
      moves.push({ step: { kind: 'enter', token, entry }, takes: [index], entries: more, gives: [] });
    }
    for (const to of ends) moves.push({ step: { kind: 'end', token, to }, takes: [index], entries, gives: [] });
  }
  for (const { join, come, missing, waiting } of arrivals(net, tokens, marking)) {
    if (missing.length > 0) continue;
    const left = entries.filter((index) => !come.some((arc) => arc.index === index));
    const takes = waiting.map(({ index }) => index);
    moves.push({ step: { kind: 'join', to: join }, takes, entries: left, gives: tokens.ofJoin(join) });
  }
  budget.work -= marking.tokens.length + entries.length + moves.length;
  return moves;
}

export interface Arrival {
  readonly join: number;
  readonly come: readonly Arc[];
  readonly missing: readonly Arc[];
  /** Tokens that can go nowhere else, and count as being there. */
  readonly waiting: readonly Token[];
}

/** Of each join to which something has come, what has and what has not; in the order of the process. */
export function arrivals(net: Net, tokens: Tokens, { tokens: held, entries }: Marking): readonly Arrival[] {
  const come = new Set(entries);
  const joins = new Set(entries.flatMap((index) => tokens.joinOf(index) ?? []));
  const waiting: Token[] = [];
  for (const index of held) {
    const token = tokens.get(index);
    if (token.entry === undefined) continue;
    waiting.push(token);
    come.add(token.entry.index);
    joins.add(token.entry.to);
  }
  return [...joins]
    .sort((a, b) => a - b)
    .map((join) => ({
      join,
      come: at(net.ins, join).filter(({ index }) => come.has(index)),
      missing: at(net.ins, join).filter(({ index }) => !come.has(index)),
      waiting: waiting.filter(({ entry }) => entry?.to === join),
    }));
}

/** What a move leads to: a marking, or two tokens that can meet; and those that can both end. */
export interface Result {
  readonly marking?: Marking;
  readonly clash?: Clash;
  readonly endings: readonly Pair[];
  readonly born: readonly Token[];
}

export type Taking = (marking: Marking, move: Move) => Result;

export function takingOf(tokens: Tokens, budget: Budget): Taking {
  const meets = meeting(budget);
  const ended = new Set<number>();
  /** Once for each two kinds of tokens. */
  const end = (endings: Pair[], one: Token, other: Token): void => {
    const key = pairKey(one, other);
    if (one.region.ends.length === 0 || other.region.ends.length === 0 || ended.has(key)) return;
    ended.add(key);
    endings.push({ one, other });
  };
  return (marking, { takes, entries, gives }) => {
    const held = marking.tokens.filter((index) => !takes.includes(index));
    const clashes: Clash[] = [];
    const endings: Pair[] = [];
    const born = [...gives];
    const passed: number[] = [];
    // The list grows while it is read.
    for (const one of born) {
      if (held.includes(one.index) || passed.includes(one.index)) {
        const [first = one.entry] = one.region.nodes;
        if (first !== undefined) clashes.push({ one, other: one, at: first, far: 0 });
        else end(endings, one, one);
        continue;
      }
      budget.work -= held.length + passed.length;
      for (const index of [...held, ...passed]) {
        const other = tokens.get(index);
        end(endings, one, other);
        const met = meets(one, other);
        if (met !== undefined) clashes.push({ one, other, at: met.node, far: met.far });
      }
      const entry = one.region.entries.find(({ index }) => entries.includes(index));
      if (entry !== undefined) clashes.push({ one, other: undefined, at: entry, far: one.region.nodes.length });
      if (one.fork === undefined) held.push(one.index);
      else {
        passed.push(one.index);
        born.push(...tokens.ofFork(one.fork));
      }
    }
    budget.work -= held.length + entries.length;
    // The nearest: on the way to another, a token might meet this one first.
    const [clash] = clashes.sort((a, b) => a.far - b.far);
    if (clash !== undefined) return { clash, endings, born };
    return { marking: { tokens: held.sort((a, b) => a - b), entries }, endings, born };
  };
}

interface Meeting {
  readonly node: number;
  readonly far: number;
}

/** The node where two tokens meet first: the one with the shortest ways to it. */
function meeting(budget: Budget): (one: Token, other: Token) => Meeting | undefined {
  const known = new Map<number, Meeting | undefined>();
  return (one, other) => {
    if (one.apart || other.apart) return undefined;
    const key = pairKey(one, other);
    if (!known.has(key)) {
      budget.work -= one.region.nodes.length + other.region.nodes.length;
      known.set(key, firstCommon(one.region, other.region));
    }
    return known.get(key);
  };
}

/** The same for two tokens in either order; `other` is absent where it has come to a join already. */
export function pairKey(one: Token, other: Token | undefined): number {
  if (other === undefined) return -1 - one.index;
  return Math.min(one.index, other.index) * 0x4000000 + Math.max(one.index, other.index);
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
