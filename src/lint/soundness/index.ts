/**
 * Soundness: can every case that enters this process be completed, and is no step under way twice? What a token is and does is said
 * in `net.ts`.
 *
 * The net is folded first, and what is left of it is played through. The result is exact: each problem comes with a run that leads to
 * it, and where nothing is found and `decided` holds, there is nothing. Beyond the bounds it says so instead of guessing. While
 * a step can be under way twice, only what happens up to there is followed.
 */
import type { GraphEdge, GraphNode } from '../../model/graph.js';
import type { Process } from '../../model/process.js';
import { perProcess } from '../per-process.js';
import { foldBlocks } from './blocks.js';
import { circlesOf, type Circle } from './circles.js';
import { deadlocksOf, type Deadlock } from './deadlocks.js';
import { endingsOf, meetingsOf, type Ending, type Meeting } from './meetings.js';
import { arrivals } from './moves.js';
import { idOf, netOf, type Kind, type Net } from './net.js';
import { play, type Play } from './play.js';
import { tokensOf, type Tokens } from './tokens.js';

export type { Circle, Deadlock, Ending, Meeting };

export interface Soundness {
  /** Joins that wait for ever, those that wait only because another one does left out. */
  readonly deadlocks: readonly Deadlock[];
  /** Steps at which two tokens of one case meet. */
  readonly meetings: readonly Meeting[];
  /** Ways that never lead to an end. */
  readonly circles: readonly Circle[];
  /** Two ends that one case reaches both; exact only where there are no meetings. */
  readonly endings: readonly Ending[];
  /** Steps that ways lead to and that are never done; undefined where that is not known. */
  readonly dead: ReadonlySet<string> | undefined;
  /** All joins that wait for ever in some state, those that wait for another included. */
  readonly starving: ReadonlySet<string>;
  readonly decided: boolean;
  /** Forks and joins that folding has left to be played. */
  readonly left: readonly string[];
  /** How much work it was: blocks folded, states looked at. */
  readonly effort: { readonly blocks: number; readonly states: number };
}

export interface Bounds {
  readonly states: number;
  readonly work: number;
}

/** Far beyond what a flow that is meant to be understood needs, and well under a second. */
export const usualBounds: Bounds = { states: 10_000, work: 2_000_000 };

export const soundnessOf = perProcess((process: Process): Soundness => analyse(process.nodes, process.edges));

export function analyse(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  bounds: Bounds = usualBounds,
): Soundness {
  const net = netOf(nodes, edges);
  const budget = { work: bounds.work };
  const blocks = foldBlocks(net, budget);
  const left = net.ids.filter((_, node) => isGateway(net.kinds[node]) && (net.ins[node] ?? []).length > 0);
  const tokens = tokensOf(net, budget);
  const played = play(net, tokens, bounds.states, budget);
  const dead = deadIn(net, tokens, played);
  return {
    deadlocks: deadlocksOf(net, tokens, played, dead),
    meetings: meetingsOf(net, tokens, played),
    circles: circlesOf(net, tokens, played),
    endings: endingsOf(net, tokens, played),
    dead,
    starving: new Set(played.stuck.flatMap((state) => arrivals(net, tokens, state).map(({ join }) => idOf(net, join)))),
    decided: played.complete,
    left,
    effort: { blocks, states: played.states.length },
  };
}

const isGateway = (kind: Kind | undefined): boolean => kind === 'fork' || kind === 'join';

function deadIn(net: Net, tokens: Tokens, { complete, clashes, born, joined }: Play): ReadonlySet<string> | undefined {
  if (!complete || clashes.length > 0) return undefined;
  const done = new Set(joined);
  for (const index of born) {
    for (const node of tokens.get(index).region.nodes) {
      const news = new Set([node]);
      for (const each of news) for (const inner of net.inside[each] ?? []) news.add(inner);
      for (const each of news) done.add(each);
    }
    for (const end of tokens.get(index).region.ends) done.add(end);
  }
  return new Set(net.ids.slice(0, net.source).filter((_, node) => !done.has(node)));
}
