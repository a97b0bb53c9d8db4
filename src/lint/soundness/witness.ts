/**
 * A run told node by node: `start → split → [pack → ready] [check → lost]`, a pair of brackets for each parallel branch.
 *
 * Separate from playing, which knows only where tokens were born: here the steps of one run are walked again with the nodes on the way.
 */
import { oneLine } from '../../base/printable.js';
import { at, flat, type Arc, type Net } from './net.js';
import type { Step } from './moves.js';
import type { State } from './play.js';
import { wayTo } from './regions.js';
import type { Token, Tokens } from './tokens.js';

/** One token of a run, with the nodes it has passed and what became of it. */
export interface Thread {
  readonly token: Token;
  readonly nodes: number[];
  readonly parent: Thread | undefined;
  readonly children: Thread[];
  /** The connection into a join by which it has come there and waits. */
  waits?: Arc;
  /** Nothing is known of its way but where it was born. */
  idle: boolean;
}

export interface Run {
  readonly root: Thread;
  /** Under way or waiting at the end of the run. */
  readonly alive: readonly Thread[];
}

/** `more` are steps taken after the state; `staying` are tokens that are to be found where they were born. */
export function runTo(
  net: Net,
  tokens: Tokens,
  state: State,
  more: readonly Step[] = [],
  staying: readonly (Token | undefined)[] = [],
): Run {
  const steps: Step[] = [...more];
  for (let one: State | undefined = state; one?.step !== undefined; one = one.before) steps.unshift(one.step);
  let step = 0;
  const root = thread(tokens.first, undefined);
  const alive = [root];
  const take = (test: (thread: Thread) => boolean): Thread | undefined => {
    const index = alive.findIndex(test);
    return index === -1 ? undefined : alive.splice(index, 1)[0];
  };
  const bear = (parent: Thread, born: readonly Token[]): void => {
    for (const token of born) {
      const child = thread(token, parent);
      parent.children.push(child);
      if (token.fork === undefined || (step === steps.length && staying.includes(token))) alive.push(child);
      else {
        goTo(child, lastArc(token, token.fork));
        child.nodes.push(token.fork);
        bear(child, tokens.ofFork(token.fork));
      }
    }
  };
  for (const done of steps) {
    step += 1;
    if (done.kind === 'join') joinThreads(net, tokens, done.to, take, bear);
    else {
      const one = take(({ token, waits }) => token === done.token && waits === undefined);
      if (one === undefined) continue;
      if (done.kind === 'enter') {
        goTo(one, done.entry);
        one.waits = done.entry;
        alive.push(one);
      } else {
        goTo(one, lastArc(one.token, done.to));
        one.nodes.push(done.to);
        if (done.kind === 'fork') bear(one, tokens.ofFork(done.to));
      }
    }
  }
  return { root, alive };
}

/** Tokens with only one way to go are taken to have gone it. */
export function settled(run: Run): Run {
  for (const one of run.alive) if (one.waits === undefined) settle(one);
  return run;
}

const thread = (token: Token, parent: Thread | undefined): Thread => ({
  token,
  nodes: [],
  parent,
  children: [],
  idle: true,
});

/** All that a join waited for go into it; the one that came last is told to go on. */
function joinThreads(
  net: Net,
  tokens: Tokens,
  join: number,
  take: (test: (thread: Thread) => boolean) => Thread | undefined,
  bear: (parent: Thread, born: readonly Token[]) => void,
): void {
  let last: Thread | undefined;
  for (const arc of at(net.ins, join)) {
    const one = take(({ waits, token }) => (waits ?? token.entry) === arc);
    if (one === undefined) continue;
    if (one.waits === undefined) settle(one);
    one.nodes.push(join);
    last = one;
  }
  if (last !== undefined) bear(last, tokens.ofJoin(join));
}

function settle(one: Thread): void {
  const { entry } = one.token;
  if (entry === undefined) return;
  goTo(one, entry);
  one.waits = entry;
}

function goTo(one: Thread, last: Arc): void {
  for (const node of flat(wayTo(one.token.region, last))) one.nodes.push(node);
  one.idle = false;
}

function lastArc({ region }: Token, to: number): Arc {
  const arc = region.by.get(to);
  if (arc === undefined) throw new Error('a token went where it cannot go');
  return arc;
}

/** Takes a token on to a node or a connection of its own region, to show where it meets another. */
export function walkOn(one: Thread, to: number | Arc): void {
  const arc = typeof to === 'number' ? lastArc(one.token, to) : to;
  goTo(one, arc);
  one.nodes.push(arc.to);
}

/** The names of what a token has passed up to now, from the start of the case. */
export function history(one: Thread): readonly number[] {
  const parts: (readonly number[])[] = [];
  for (let part: Thread | undefined = one; part !== undefined; part = part.parent) parts.unshift(part.nodes);
  return parts.flat();
}

/** The whole run, or what `shown` has of it. */
export function tellRun(net: Net, { root }: Run, shown: (thread: Thread) => boolean = () => true): string {
  const tell = (first: Thread, depth: number): readonly string[] => {
    const names: string[] = [];
    let one: Thread | undefined = first;
    // One after the other is a loop and not a recursion: runs can be long.
    while (one !== undefined) {
      for (const node of one.nodes) names.push(nameOf(net, node));
      if (one.waits !== undefined && one.nodes.at(-1) !== one.waits.to) names.push(nameOf(net, one.waits.to));
      const inner: readonly Thread[] = one.children.filter((child) => shown(child) && isTold(child, shown));
      if (inner.length > 1) {
        const parts = inner.map((child) => (depth > 8 ? ['…'] : tell(child, depth + 1)));
        names.push(parts.map((part) => `[${shorten(part).join(' → ')}]`).join(' '));
      }
      one = inner.length === 1 ? inner[0] : undefined;
    }
    return names;
  };
  return shorten(tell(root, 0)).join(' → ');
}

/** There is something to say of it. */
function isTold(first: Thread, shown: (thread: Thread) => boolean): boolean {
  const threads = [first];
  for (const one of threads) {
    if (one.nodes.length > 0 || one.waits !== undefined) return true;
    for (const child of one.children) if (shown(child)) threads.push(child);
  }
  return false;
}

/** `"start → a → … 9 more … → y → z"`. */
export function tellNodes(net: Net, nodes: readonly number[]): string {
  return shorten(nodes.map((node) => nameOf(net, node))).join(' → ');
}

const longest = 16;

function shorten(names: readonly string[]): readonly string[] {
  if (names.length <= longest) return names;
  return [...names.slice(0, longest - 6), `… ${String(names.length - longest + 1)} more …`, ...names.slice(-5)];
}

function nameOf({ ids }: Net, node: number): string {
  const name = oneLine(ids[node] ?? '');
  const letters = Array.from(name);
  return letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : name;
}
