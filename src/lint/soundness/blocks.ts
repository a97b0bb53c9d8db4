/**
 * Folding: a fork whose branches all come, whatever is chosen on the way, to one join that waits for nothing else is as good as a task.
 * What remains after folding is where parallel branches are left, entered or mixed, and only that has to be played through.
 *
 * Separate from playing because it keeps a well-formed flow of any size linear: without it, three parallel branches of ten steps are
 * a thousand states. Exact: a folded block takes one token and always gives one back, as long as it is not entered a second time
 * meanwhile, and then the fork itself is where two tokens meet.
 */
import { at, connect, type Arc, type Net } from './net.js';
import { regionOf, wayTo, type Region } from './regions.js';

interface Branch {
  readonly region: Region;
  readonly entry: Arc;
}

/** Changes the net; gives the number of blocks. `budget` bounds the nodes looked at. */
export function foldBlocks(net: Net, budget: { work: number }): number {
  let folded = 0;
  for (let before = -1; before !== folded && budget.work > 0;) {
    before = folded;
    for (let fork = 0; fork < net.source && budget.work > 0; fork += 1) {
      if (net.kinds[fork] === 'fork' && fold(net, fork, budget)) folded += 1;
    }
  }
  return folded;
}

function fold(net: Net, fork: number, budget: { work: number }): boolean {
  const branches: Branch[] = [];
  const outs = at(net.outs, fork);
  for (const arc of outs) {
    const branch = closedBranch(net, arc, budget);
    const join = branches[0]?.entry.to ?? branch?.entry.to;
    if (branch?.entry.to !== join || branch === undefined) return false;
    branches.push(branch);
  }
  const [first] = branches;
  if (first === undefined) return false;
  const join = first.entry.to;
  if (at(net.ins, join).length !== branches.length) return false;
  const way = [...wayTo(first.region, first.entry), join];
  const gone = [...branches.flatMap(({ region }) => region.nodes), join];
  net.inside[fork] = [...gone, ...gone.flatMap((node) => net.inside[node] ?? [])];
  net.kinds[fork] = 'pass';
  net.outs[fork] = [];
  for (const arc of at(net.outs, join)) {
    net.ins[arc.to] = at(net.ins, arc.to).filter((other) => other !== arc);
    connect(net, fork, arc.to, [...way, ...arc.via]);
  }
  for (const node of gone) {
    net.ins[node] = [];
    net.outs[node] = [];
  }
  return true;
}

/** A branch that nothing else enters and that leads to one entry of a join only. */
function closedBranch(net: Net, arc: Arc, budget: { work: number }): Branch | undefined {
  const region = regionOf(net, [arc]);
  budget.work -= region.nodes.length + 1;
  const { entries, forks, ends, trapped, nodes } = region;
  const [entry] = entries;
  if (entry === undefined || entries.length + forks.length + ends.length > 1 || trapped.length > 0) return undefined;
  const inside = new Set(nodes);
  const closed = nodes.every((node) => at(net.ins, node).every((other) => other === arc || inside.has(other.from)));
  return closed ? { region, entry } : undefined;
}
