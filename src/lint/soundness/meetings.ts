/** Two tokens of one case that meet at a step, or that end it twice: where they parted and how they came there. */
import { idOf, type Net } from './net.js';
import type { Clash, Pair } from './moves.js';
import type { Play, Seen } from './play.js';
import type { Tokens } from './tokens.js';
import { history, runTo, tellRun, walkOn, type Run, type Thread } from './witness.js';

export interface Meeting {
  readonly node: string;
  /** Where the two ways part. */
  readonly fork: string | undefined;
  /** The steps right before the node on the two ways. */
  readonly from: readonly string[];
  readonly witness: string;
}

export interface Ending {
  readonly ends: readonly [string, string];
  /** How it comes to that: told when asked, for there can be thousands. */
  readonly how: () => { readonly fork: string | undefined; readonly witness: string };
}

/** One for each fork: what follows from the first meeting is no news. */
export function meetingsOf(net: Net, tokens: Tokens, { clashes }: Play): readonly Meeting[] {
  const found = new Map<string, Meeting>();
  for (const clash of clashes) {
    const told = meetingOf(net, tokens, clash);
    const key = told.fork ?? '';
    if (!found.has(key)) found.set(key, told);
  }
  return [...found.values()];
}

function meetingOf(net: Net, tokens: Tokens, clash: Seen<Clash>): Meeting {
  const run = runTo(net, tokens, clash.state, [clash.by], [clash.one, clash.other]);
  const [one, other] = threadsOf(run, clash);
  const shown = [one, other].flatMap((thread) => thread ?? []);
  const node = typeof clash.at === 'number' ? clash.at : clash.at.to;
  const from: string[] = [];
  for (const thread of shown) {
    if (thread.waits === undefined) walkOn(thread, clash.at);
    const nodes = history(thread).filter((each, index, all) => each !== node || index < all.length - 1);
    from.push(idOf(net, nodes.at(-1) ?? net.source));
  }
  return { node: idOf(net, node), fork: parting(net, one, other), from, witness: tellTwo(net, run, shown) };
}

/** Every two ends that one case reaches both. */
export function endingsOf(net: Net, tokens: Tokens, { endings }: Play): readonly Ending[] {
  const found = new Map<string, Ending>();
  for (const pair of endings) {
    for (const first of pair.one.region.ends) {
      for (const second of pair.other?.region.ends ?? []) {
        const [a, b] = first <= second ? [first, second] : [second, first];
        const key = `${a} ${b}`;
        if (found.has(key)) continue;
        found.set(key, {
          ends: [idOf(net, a), idOf(net, b)],
          how: () => {
            const run = runTo(net, tokens, pair.state, [pair.by], [pair.one, pair.other]);
            const [one, other] = threadsOf(run, pair);
            if (one !== undefined) walkOn(one, first);
            if (other !== undefined) walkOn(other, second);
            const shown = [one, other].flatMap((thread) => thread ?? []);
            return { fork: parting(net, one, other), witness: tellTwo(net, run, shown) };
          },
        });
      }
    }
  }
  return [...found.values()];
}

function threadsOf(
  { alive }: Run,
  { one, other, ...pair }: Pair | Clash,
): readonly [Thread | undefined, Thread | undefined] {
  // The one born last stands last.
  const first = alive.findLast(({ token, waits }) => token === one && waits === undefined);
  const isOther = (thread: Thread): boolean =>
    other === undefined ? 'at' in pair && thread.waits === pair.at : thread.token === other;
  return [first, alive.find((thread) => thread !== first && isOther(thread))];
}

/** The node after which the two go different ways. */
function parting(net: Net, one: Thread | undefined, other: Thread | undefined): string | undefined {
  const above = new Set<Thread>();
  for (let thread = one; thread !== undefined; thread = thread.parent) above.add(thread);
  let common = other;
  while (common !== undefined && !above.has(common)) common = common.parent;
  const node = common?.nodes.at(-1);
  return node === undefined ? undefined : idOf(net, node);
}

/** Of all that is parallel, only the two. */
function tellTwo(net: Net, run: Run, two: readonly Thread[]): string {
  const shown = new Set<Thread>();
  for (const thread of two) for (let at: Thread | undefined = thread; at !== undefined; at = at.parent) shown.add(at);
  return tellRun(net, run, (thread) => shown.has(thread));
}
