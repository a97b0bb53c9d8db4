/** Loops over some of the nodes only, and what limits them, for rules that ask what a loop lacks. */
import { outgoing } from '../model/graph.js';
import type { Edge, Process, ProcessNode } from '../model/process.js';
import type { Text } from '../model/text.js';

/** Of each knot of loops that runs over `allowed` nodes alone, a shortest loop through the node that is come to first. */
export function circles(process: Process, allowed: ReadonlySet<string>): readonly (readonly string[])[] {
  const nodes = process.nodes.filter(({ id }) => allowed.has(id));
  const out = outgoing(
    nodes,
    process.edges.filter(({ from, to }) => allowed.has(from) && allowed.has(to)),
  );
  const next = (id: string): readonly string[] => (out.get(id) ?? []).map(({ to }) => to);
  const order = reachOrder(process);
  return knots(
    nodes.map(({ id }) => id),
    next,
  ).flatMap((knot) => {
    const [first] = [...knot].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    const round = first === undefined ? undefined : shortestRound(first, (id) => next(id).filter((to) => knot.has(to)));
    return round === undefined ? [] : [round];
  });
}

/** How early a case comes to a node; what it never comes to, last. */
function reachOrder(process: Process): ReadonlyMap<string, number> {
  const out = outgoing(process.nodes, process.edges);
  const met = new Set(process.nodes.filter(({ type }) => type === 'start').map(({ id }) => id));
  for (const id of met) for (const { to } of out.get(id) ?? []) met.add(to);
  for (const { id } of process.nodes) met.add(id);
  return new Map([...met].map((id, index) => [id, index]));
}

/** Strongly connected components, single nodes included (Tarjan's algorithm, without recursion). */
function knots(nodes: readonly string[], next: (id: string) => readonly string[]): readonly ReadonlySet<string>[] {
  const found: ReadonlySet<string>[] = [];
  const number = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const lower = (id: string, to: number): void => {
    low.set(id, Math.min(low.get(id) ?? Infinity, to));
  };
  for (const root of nodes) {
    if (number.has(root)) continue;
    const stack: { readonly id: string; readonly to: readonly string[]; at: number }[] = [];
    const enter = (id: string): void => {
      lower(id, number.size);
      number.set(id, number.size);
      open.push(id);
      isOpen.add(id);
      stack.push({ id, to: next(id), at: 0 });
    };
    enter(root);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const to = top.to[top.at];
      top.at += 1;
      if (to !== undefined) {
        if (!number.has(to)) enter(to);
        else if (isOpen.has(to)) lower(top.id, number.get(to) ?? 0);
        continue;
      }
      stack.pop();
      const above = stack.at(-1);
      if (above !== undefined) lower(above.id, low.get(top.id) ?? 0);
      if (low.get(top.id) !== number.get(top.id)) continue;
      const knot = new Set(open.splice(open.lastIndexOf(top.id)));
      for (const id of knot) isOpen.delete(id);
      found.push(knot);
    }
  }
  return found;
}

function shortestRound(start: string, next: (id: string) => readonly string[]): readonly string[] | undefined {
  const before = new Map<string, string>();
  const queue = [start];
  for (const id of queue) {
    for (const to of next(id)) {
      if (to === start) {
        const round = [id];
        for (let at = before.get(id); at !== undefined; at = before.get(at)) round.unshift(at);
        return round;
      }
      if (before.has(to)) continue;
      before.set(to, id);
      queue.push(to);
    }
  }
  return undefined;
}

/** Not 二次邀约, which only says that it is done again. 第三次、最多两轮、连续 3 次、三个月内; "three attempts", "at most twice", "no answer in 2 weeks". */
const limit =
  /次数|[第十]二次|二次(?=未|无|不|没|失败)|二(?:轮|遍|回|个?月|周|天|日|个?小时|年|个?季度)|[\d一两三四五六七八九十几半]\s*(?:次|轮|遍|回|个?月|周|天|日|个?小时|年|个?季度)|每[天日周月季年]|上限|最多|至多|不超过|超过|\b(?:hours?|days?|weeks?|months?|quarters?|years?|daily|weekly|monthly|quarterly|yearly|attempts?|times|tries|retries|rounds?|twice|at most|up to|limit|maximum)\b/iu;

/** Something slows it down or stops it: a wait, a timeout, a follow-up plan, a number of attempts or a time in its words. */
export function isLimited(node: ProcessNode, out: readonly Edge[]): boolean {
  if (node.type === 'wait' || node.timeout !== undefined || node.cadence.length > 0) return true;
  const texts = [node.name, ...node.steps, node.description, ...out.map(({ when }) => when)];
  return texts.some(
    (text: Text | undefined) => text !== undefined && Object.values(text).some((said) => limit.test(said)),
  );
}
