/** Data that are looked up on a way on which nobody has entered them yet. */
import { quote } from '../../base/quote.js';
import type { Process } from '../../model/process.js';
import { dataUseOf, overlap, placeName, type Use } from '../data-use.js';
import { walk, type Facts } from '../facts.js';
import { defineRule } from '../rule.js';
import { shortestWay, tellWay, waysOf } from '../ways.js';

export const readBeforeWrite = defineRule({
  id: 'read-before-write',
  group: 'data',
  summary: 'A step reads what nobody has written yet on some way to it',
  severity: 'warning',
  level: 'recommended',
  why:
    'On one branch the record is filled in, on the other it is forgotten, and the colleague at the end opens an empty form and calls the customer again. The finding names a way ' +
    'from a start on which nothing writes the data. Lead that way through the step that writes them. If the data may be there already, as with a known customer, let the step ' +
    'that looks them up read the store: then this rule is content. Data that no step before ever writes are taken to come from elsewhere, ' +
    'unless a parallel branch writes them: whether that is sooner is luck.',
  bad: `trackflow: 1
title: 线索登记
stores:
  crm: {name: 客户库, fields: {basic: {需求: internal}}, access: {sales: cru}}
owners: {sales: {name: 销售}}
nodes:
  start: {type: start, name: 收到咨询, owner: sales, next: urgent}
  urgent:
    type: decision
    name: 是否紧急？
    owner: sales
    next: [{when: 不紧急, to: record}, {otherwise: offer}]
  record: {name: 登记需求, owner: sales, writes: [crm.basic], next: offer}
  offer:
    name: 制定方案
    owner: sales
    reads: [crm.basic] # ✗
    next: done
  done: {type: end, name: 方案已发, owner: sales}
`,
  good: `trackflow: 1
title: 线索登记
stores:
  crm: {name: 客户库, fields: {basic: {需求: internal}}, access: {sales: cru}}
owners: {sales: {name: 销售}}
nodes:
  start: {type: start, name: 收到咨询, owner: sales, next: known}
  known:
    type: decision
    name: 是否老客户？
    owner: sales
    reads: [crm.basic]
    next: [{when: 新客户, to: record}, {otherwise: offer}]
  record: {name: 登记需求, owner: sales, writes: [crm.basic], next: offer}
  offer:
    name: 制定方案
    owner: sales
    reads: [crm.basic]
    next: done
  done: {type: end, name: 方案已发, owner: sales}
`,
  *check({ process, facts, at }) {
    const { reads, readsOf, writesOf } = dataUseOf(process);
    const { out } = waysOf(process);
    const readers = new Map<string, Use[]>();
    for (const use of reads) {
      const name = placeName(use.place);
      const list = readers.get(name);
      if (list) list.push(use);
      else readers.set(name, [use]);
    }
    const told = new Set<string>();
    for (const [name, uses] of readers) {
      const place = uses[0]?.place;
      if (place === undefined) continue;
      const writers = writesOf(place.store).filter((write) => overlap(write.place, place));
      if (writers.length === 0) continue;
      const after = walk(
        writers.flatMap(({ node }) => out(node.id).map(({ to }) => to)),
        (id) => out(id).map(({ to }) => to),
      );
      const known = new Set([...writers, ...readsOf(place.store)].map(({ node }) => node.id));
      const blank = blankAt(process, facts, known);
      for (const { node, index } of uses) {
        if (!blank.has(node.id) || told.has(node.id)) continue;
        if (writers.some((write) => write.node === node)) continue;
        if (!after.has(node.id)) {
          const rival = writers.find((write) => areParallel(process, write.node.id, node.id));
          if (rival === undefined) continue;
          told.add(node.id);
          yield {
            message: `${quote(node.id)} reads ${quote(name)}, which ${quote(rival.node.id)} writes in a parallel branch, perhaps later.`,
            at: at(node, 'reads', index),
            hint: 'Let the one follow the other, or read it after the join.',
            related: [{ message: 'written here', span: at(rival.node, 'writes', rival.index) }],
          };
          continue;
        }
        const starts = process.nodes.filter(({ type }) => type === 'start').map(({ id }) => id);
        const way = shortestWay(
          starts,
          (id) => facts.out(id).map(({ to }) => to),
          (id) => id === node.id,
          (id) => blank.has(id) && !known.has(id),
        );
        if (way === undefined) continue;
        told.add(node.id);
        yield {
          message: `${quote(node.id)} reads ${quote(name)}, which nothing has written on the way ${tellWay(way)}.`,
          at: at(node, 'reads', index),
          hint: 'Lead this way through a step that writes it; where it may be there already, let an earlier step that looks for it read the store.',
          related: writers
            .filter((write) => walk([write.node.id], (id) => out(id).map(({ to }) => to)).has(node.id))
            .slice(0, 3)
            .map((write) => ({
              message: 'written here, on other ways',
              span: at(write.node, 'writes', write.index),
            })),
        };
      }
    }
  },
});

/** In branches of one fork of which neither leads to the other. */
function areParallel(process: Process, one: string, other: string): boolean {
  const { out } = waysOf(process);
  const from = (id: string): ReadonlySet<string> => walk([id], (at) => out(at).map(({ to }) => to));
  if (from(one).has(other) || from(other).has(one)) return false;
  return process.nodes.some(({ id, type }) => {
    if (type !== 'fork') return false;
    const branches = out(id).map(({ to }) => from(to));
    return branches.some(
      (branch, index) => branch.has(one) && branches.some((rival, at) => at !== index && rival.has(other)),
    );
  });
}

/**
 * Where a case can arrive with nothing written and nothing looked up. At a join all ways have to be blank; a subflow does in its
 * own file what we do not see.
 */
function blankAt(process: Process, facts: Facts, known: ReadonlySet<string>): ReadonlySet<string> {
  const { into } = waysOf(process);
  const blank = new Set(process.nodes.filter(({ type }) => type === 'start').map(({ id }) => id));
  const leavesBlank = (id: string): boolean => blank.has(id) && !known.has(id) && facts.node(id)?.type !== 'subflow';
  for (const id of blank) {
    if (!leavesBlank(id)) continue;
    for (const { to } of facts.out(id)) {
      const isJoin = facts.node(to)?.type === 'join';
      if (!isJoin || into(to).every(({ from }) => leavesBlank(from))) blank.add(to);
    }
  }
  return blank;
}
