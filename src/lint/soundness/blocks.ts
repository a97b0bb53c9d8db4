/**
 * Folding: a fork whose branches all come, whatever is chosen on the way, to one join that waits for nothing else is as good as a task.
 * What remains after folding is where parallel branches are left, entered or mixed, and only that has to be played through.
 *
 * Separate from playing because it keeps a well-formed flow of any size linear: without it, three parallel branches of ten steps are
 * a thousand states. Exact: a folded block takes one token and always gives one back, as long as it is not entered a second time
 * meanwhile, and then the fork itself is where two tokens meet.
 */
import { at, connect, type Arc, type Budget, type Net } from './net.js';
import { isClosed, regionOf, wayTo, type Region } from './regions.js';

interface Branch {
  readonly region: Region;
  readonly entry: Arc;
}

/** Changes the net; gives the number of blocks. */
export function foldBlocks(net: Net, budget: Budget): number {
  let folded = 0;
  // From the end, because inner blocks mostly stand after the fork around them.
  const queue = net.kinds.flatMap((kind, node) => (kind === 'fork' ? [node] : [])).reverse();
  const blocked = new Map<number, number[]>();
  for (const fork of queue) {
    if (budget.work <= 0) break;
    if (net.kinds[fork] !== 'fork' || at(net.ins, fork).length === 0) continue;
    const by = fold(net, fork, budget);
    if (by === 'folded') {
      folded += 1;
      queue.push(...(blocked.get(fork) ?? []));
      blocked.delete(fork);
    } else if (by !== undefined) blocked.set(by, [...(blocked.get(by) ?? []), fork]);
  }
  return folded;
}

/** Or the fork that has to be folded first. */
function fold(net: Net, fork: number, budget: Budget): 'folded' | number | undefined {
  const branches: Branch[] = [];
  for (const arc of at(net.outs, fork)) {
    const region = regionOf(net, [arc]);
    budget.work -= 10 * (region.nodes.length + 1);
    const [inner] = region.forks;
    if (inner !== undefined) return inner;
    const [entry] = region.entries;
    if (entry === undefined || !isClosedWay(net, region)) return undefined;
    branches.push({ region, entry });
  }
  const [first] = branches;
  if (first === undefined) return undefined;
  const join = first.entry.to;
  if (branches.some(({ entry }) => entry.to !== join) || at(net.ins, join).length !== branches.length) return undefined;
  const way = [...wayTo(first.region, first.entry), join];
  const gone = [...branches.flatMap(({ region }) => region.nodes), join];
  net.inside[fork] = gone;
  net.kinds[fork] = 'pass';
  net.outs[fork] = [];
  for (const arc of at(net.outs, join)) {
    net.ins[arc.to] = at(net.ins, arc.to).filter((other) => other !== arc);
    connect(net, fork, arc.to, [way, ...arc.via]);
  }
  for (const node of gone) {
    net.ins[node] = [];
    net.outs[node] = [];
  }
  return 'folded';
}

/** Nothing else enters it, and it leads to one entry of a join only. */
function isClosedWay(net: Net, region: Region): boolean {
  return region.entries.length === 1 && region.ends.length + region.trapped.length === 0 && isClosed(net, region);
}
