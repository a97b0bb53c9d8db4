/** Joins that wait for ever: which, for what, and by which run. */
import { at, idOf, lastBefore, type Arc, type Net } from './net.js';
import { arrivals, type Arrival } from './moves.js';
import type { Play } from './play.js';
import type { Tokens } from './tokens.js';
import { runTo, settled, tellRun, type Run, type Thread } from './witness.js';

export interface Deadlock {
  readonly join: string;
  /** The steps right before the join from which a token has come, and those from which none ever does. */
  readonly come: readonly string[];
  readonly missing: readonly string[];
  readonly witness: string;
  /** Where the run leaves the way to what is missing: the step, and where it goes instead. */
  readonly left: readonly { readonly from: string; readonly to: string; readonly missing: string }[];
  /** No case ever gets through the join. */
  readonly never: boolean;
  /** Nothing is parallel in the run: the connections into the join are alternatives. */
  readonly alone: boolean;
  /** Steps that are never done because of it. */
  readonly behind: readonly string[];
}

export function deadlocksOf(
  net: Net,
  tokens: Tokens,
  played: Play,
  dead: ReadonlySet<string> | undefined,
): readonly Deadlock[] {
  const found = new Map<number, Deadlock>();
  const told = new Set<string>();
  for (const state of played.stuck) {
    const all = arrivals(net, tokens, state);
    const key = all.map(({ join }) => join).join();
    if (told.has(key)) continue;
    told.add(key);
    const news = causes(net, all).filter(({ join }) => !found.has(join));
    if (news.length === 0) continue;
    const run = settled(runTo(net, tokens, state));
    for (const { join, come, missing } of news) {
      const never = dead?.has(idOf(net, join)) === true;
      const after = reach(
        net,
        at(net.outs, join).map(({ to }) => to),
      );
      found.set(join, {
        join: idOf(net, join),
        come: come.map((arc) => lastBefore(net, arc)),
        missing: missing.map((arc) => lastBefore(net, arc)),
        witness: tellRun(net, run, (thread) => isOver(thread)),
        left: missing.flatMap((arc) => leftAt(net, run, arc)),
        never,
        alone: never && isAlone(run.root),
        behind: never
          ? [...after].map((node) => idOf(net, node)).filter((id) => dead.has(id) && id !== idOf(net, join))
          : [],
      });
    }
  }
  return [...found.values()];
}

/** A join that waits for what another waiting join holds back is a consequence. Of those that hold each other back, the first stays. */
function causes(net: Net, all: readonly Arrival[]): readonly Arrival[] {
  const beyond = new Map(all.map(({ join }) => [join, reach(net, [join])]));
  const heldBack = (one: Arrival, by: Arrival): boolean =>
    one !== by && one.missing.some(({ from }) => beyond.get(by.join)?.has(from) === true);
  const first = all.filter((one) => !all.some((by) => heldBack(one, by) && !(heldBack(by, one) && one.join < by.join)));
  return first.length > 0 ? first : all.slice(0, 1);
}

/** The nodes themselves and all that can be come to from them. */
function reach(net: Net, nodes: readonly number[]): ReadonlySet<number> {
  const met = new Set(nodes);
  for (const node of met) for (const { to } of at(net.outs, node)) met.add(to);
  return met;
}

function leftAt(net: Net, run: Run, missing: Arc): Deadlock['left'] {
  const leading = new Set([missing.from]);
  for (const node of leading) for (const { from } of at(net.ins, node)) leading.add(from);
  const found: Deadlock['left'][number][] = [];
  const threads: { readonly thread: Thread; readonly before: number | undefined }[] = [
    { thread: run.root, before: undefined },
  ];
  for (const { thread, before } of threads) {
    let last = before;
    for (const node of thread.waits === undefined ? thread.nodes : [...thread.nodes, thread.waits.to]) {
      // What is inside a folded block leads nowhere else.
      if (at(net.ins, node).length === 0) continue;
      const isLeft = last !== undefined && leading.has(last) && !leading.has(node) && net.kinds[last] === 'pass';
      if (isLeft && last !== undefined && (last !== missing.from || node !== missing.to)) {
        found.push({ from: idOf(net, last), to: idOf(net, node), missing: lastBefore(net, missing) });
      }
      last = node;
    }
    for (const child of thread.children) threads.push({ thread: child, before: last });
  }
  return found.slice(0, 1);
}

function isOver({ idle, children }: Thread): boolean {
  return !idle || children.length > 0;
}

function isAlone(root: Thread): boolean {
  const threads = [root];
  for (const { children } of threads) {
    if (children.length > 1) return false;
    threads.push(...children);
  }
  return true;
}
