/** Ways that go round for ever: found in the graph where a token is caught by itself, in the play where several keep each other going. */
import { at, flat, idOf, type Net } from './net.js';
import type { Play } from './play.js';
import { wayTo } from './regions.js';
import type { Tokens } from './tokens.js';
import { history, runTo, tellNodes, tellRun, walkOn } from './witness.js';

export interface Circle {
  /** The steps that are done again and again, the one that is come to first first. */
  readonly nodes: readonly string[];
  /** The way to it and once round. */
  readonly witness: string;
}

export function circlesOf(net: Net, tokens: Tokens, played: Play): readonly Circle[] {
  const found = [...caught(net, tokens, played)];
  return found.length === 0 ? [...keptGoing(net, tokens, played)] : found;
}

/** Loops without a way out. */
function* caught(net: Net, tokens: Tokens, { states, born }: Play): Generator<Circle> {
  const told = new Set<number>();
  for (const token of [...born].sort((a, b) => a - b).map(tokens.get)) {
    const news = token.region.trapped.filter((node) => !told.has(node));
    if (news.length === 0) continue;
    const state = states.find(({ tokens: held }) => held.includes(token.index));
    if (state === undefined) continue;
    for (const start of news) {
      if (told.has(start)) continue;
      const way: number[] = [];
      let node = start;
      while (!told.has(node)) {
        told.add(node);
        way.push(node);
        node = at(net.outs, node)[0]?.to ?? node;
      }
      for (const each of way) for (const { to } of at(net.outs, each)) if (!told.has(to)) spread(net, to, told);
      const from = way.indexOf(node);
      if (from === -1) continue;
      const run = runTo(net, tokens, state);
      const thread = run.alive.find((each) => each.token === token);
      if (thread === undefined) continue;
      walkOn(thread, node);
      const circle = roundOf(net, way.slice(from));
      yield {
        nodes: circle.map((each) => idOf(net, each)),
        witness: tellNodes(net, [...history(thread), ...circle.slice(1), node]),
      };
    }
  }
}

function spread(net: Net, node: number, met: Set<number>): void {
  const news = new Set([node]);
  for (const each of news) {
    met.add(each);
    for (const { to } of at(net.outs, each)) if (!met.has(to)) news.add(to);
  }
}

/** With what folding has taken in. */
function roundOf(net: Net, way: readonly number[]): readonly number[] {
  return way.flatMap((node, index) => {
    const to = way[(index + 1) % way.length];
    return [node, ...flat(at(net.outs, node).find((arc) => arc.to === to)?.via ?? [])];
  });
}

function* keptGoing(net: Net, tokens: Tokens, { endless }: Play): Generator<Circle> {
  if (endless === undefined) return;
  const nodes = endless.steps.flatMap((step): readonly number[] => {
    if (step.kind === 'join') return [step.to];
    if (step.kind === 'enter') return flat(wayTo(step.token.region, step.entry));
    const last = step.token.region.by.get(step.to);
    return last === undefined ? [] : [...flat(wayTo(step.token.region, last)), step.to];
  });
  const round = [...new Set(nodes)].filter((node) => net.kinds[node] !== 'end');
  if (round.length === 0) return;
  const run = runTo(net, tokens, endless.state, endless.steps);
  yield {
    nodes: round.map((node) => idOf(net, node)),
    witness: tellRun(net, run, ({ idle, children }) => !idle || children.length > 0),
  };
}
