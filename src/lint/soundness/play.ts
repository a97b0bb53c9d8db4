/**
 * Plays a case through, in every order and with every choice, on what folding has left of the net.
 *
 * Breadth first, so that every witness is a shortest one. Bounded by counted work and not by time: the same process gives the same
 * findings on any machine. Beyond the bound some single runs are followed to their end, because a flow that gets stuck mostly does so
 * in many ways.
 */
import { movesFrom, pairKey, takingOf, type Clash, type Marking, type Move, type Pair, type Step } from './moves.js';
import type { Budget, Net } from './net.js';
import type { Tokens } from './tokens.js';

export interface State extends Marking {
  readonly before: State | undefined;
  readonly step: Step | undefined;
}

/** Where two tokens come together: the state before it and the step. */
export type Seen<P> = P & { readonly state: State; readonly by: Step };

export interface Play {
  readonly states: readonly State[];
  /** Every state was looked at. */
  readonly complete: boolean;
  /** First meeting of each two kinds of tokens, at nodes other than ends. */
  readonly clashes: readonly Seen<Clash>[];
  /** Tokens under way together that can both end. */
  readonly endings: readonly Seen<Pair>[];
  /** States in which something is left and nothing can happen. */
  readonly stuck: readonly State[];
  readonly joined: ReadonlySet<number>;
  /** Numbers of all tokens that were ever under way. */
  readonly born: ReadonlySet<number>;
  /** A state after which a case neither ends nor gets stuck, and what then happens again and again. */
  readonly endless: { readonly state: State; readonly steps: readonly Step[] } | undefined;
}

interface Way {
  readonly step: Step;
  readonly to: number;
}

export function play(net: Net, tokens: Tokens, mostStates: number, budget: Budget): Play {
  const states: State[] = [{ tokens: [0], entries: [], before: undefined, step: undefined }];
  const known = new Map([[keyOf(states[0]), 0]]);
  const next: Way[][] = [];
  const clashes = new Map<number, Seen<Clash>>();
  const endings = new Map<number, Seen<Pair>>();
  const stuck: State[] = [];
  const finished: number[] = [];
  const joined = new Set<number>();
  const born = new Set([0]);
  const taking = takingOf(tokens, budget);
  let isComplete = true;

  /** The state after a move; if two tokens meet there, that is noted and there is none. */
  const after = (state: State, move: Move): State | undefined => {
    const { marking, clash, endings: pairs, born: news } = taking(state, move);
    const seen = { state, by: move.step };
    for (const { index } of news) born.add(index);
    for (const pair of pairs) if (endings.size < mostEndings) note(endings, { ...pair, ...seen });
    if (clash !== undefined) note(clashes, { ...clash, ...seen });
    if (move.step.kind === 'join') joined.add(move.step.to);
    return marking && { ...marking, before: state, step: move.step };
  };
  const isLost = ({ tokens: held }: Marking): boolean => held.some((index) => tokens.get(index).lost);
  const isDone = ({ tokens: held, entries }: Marking): boolean =>
    entries.length === 0 && held.every((index) => tokens.get(index).apart);

  for (const [index, state] of states.entries()) {
    if (budget.work <= 0) {
      isComplete = false;
      break;
    }
    const moves = movesFrom(net, tokens, state, budget);
    const ways: Way[] = [];
    for (const move of moves) {
      const result = after(state, move);
      if (result === undefined) continue;
      const key = keyOf(result);
      let to = known.get(key);
      if (to === undefined) {
        if (states.length >= mostStates) {
          isComplete = false;
          continue;
        }
        to = states.push(result) - 1;
        known.set(key, to);
      }
      ways.push({ step: move.step, to });
    }
    next.push(ways);
    if (moves.length > 0 || isLost(state)) continue;
    if (isDone(state)) finished.push(index);
    else stuck.push(state);
  }

  if (!isComplete) {
    budget.work = mostProbing;
    for (let run = 0; run < probes && budget.work > 0; run += 1) {
      let state = states[0];
      for (let dice = run; state !== undefined && budget.work > 0;) {
        const moves = movesFrom(net, tokens, state, budget);
        if (moves.length === 0 && !isLost(state) && !isDone(state)) stuck.push(state);
        dice = (Math.imul(dice, 1664525) + 1013904223) >>> 0;
        // Every other run hardly ever ends a branch: a case that gets stuck mostly has one branch that ended and others that did not.
        const going = run % 2 === 0 || dice % 8 === 0 ? [] : moves.filter(({ step }) => step.kind !== 'end');
        const open = going.length === 0 ? moves : going;
        const move = open[Math.floor((dice / 4294967296) * open.length)];
        state = move && after(state, move);
      }
    }
  }
  const isSound = isComplete && clashes.size === 0;
  const stuckAt = stuck.flatMap((state) => known.get(keyOf(state)) ?? []);
  return {
    states,
    complete: isComplete,
    clashes: [...clashes.values()],
    endings: [...endings.values()],
    stuck,
    joined,
    born,
    endless: isSound ? endlessFrom(states, next, [...finished, ...stuckAt]) : undefined,
  };
}

/** Whoever has that many ways to end twice will not read them all. */
const mostEndings = 10_000;

/** How many single runs, whose choices are made by a number, and how much work they may be together. */
const probes = 40;
const mostProbing = 400_000;

function keyOf(marking: Marking | undefined): string {
  return marking === undefined ? '' : `${marking.tokens.join()}|${marking.entries.join()}`;
}

function note<P extends Pair>(pairs: Map<number, P>, pair: P): void {
  const key = pairKey(pair.one, pair.other);
  if (!pairs.has(key)) pairs.set(key, pair);
}

/** The first state from which none of `last` can be come to, and a circle of steps behind it. */
function endlessFrom(
  states: readonly State[],
  next: readonly (readonly Way[])[],
  last: readonly number[],
): Play['endless'] {
  const back = states.map((): number[] => []);
  for (const [from, ways] of next.entries()) for (const { to } of ways) back[to]?.push(from);
  const leaving = new Set(last);
  for (const index of leaving) for (const from of back[index] ?? []) leaving.add(from);
  const start = states.findIndex((_, index) => !leaving.has(index));
  const state = states[start];
  if (state === undefined) return undefined;
  const met = new Map<number, number>();
  const steps: Step[] = [];
  for (let index = start; ;) {
    const seen = met.get(index);
    if (seen !== undefined) return { state, steps: steps.slice(seen) };
    met.set(index, steps.length);
    const way = next[index]?.[0];
    if (way === undefined) return { state, steps: [] };
    steps.push(way.step);
    index = way.to;
  }
}
