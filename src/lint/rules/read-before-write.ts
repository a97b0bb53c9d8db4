/** Data that are looked up on a way on which nobody has entered them yet. */
import { quote } from '../../base/quote.js';
import type { DataRef, Process, ProcessNode } from '../../model/process.js';
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
    'unless a parallel branch writes them (whether that is sooner is luck), or the only steps that write them by their names draw them up: a contract that is drafted ' +
    'after the check was not there to be checked.',
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
        if (told.has(node.id)) continue;
        const maker = madeLater(process, facts, { node, place, index }, writers);
        if (maker !== undefined) {
          told.add(node.id);
          yield {
            message: `${quote(node.id)} reads ${quote(name)}, which is made only afterwards, at ${quote(maker.node.id)}.`,
            at: at(node, 'reads', index),
            hint: 'Change the order, or read what is really there.',
            related: [{ message: 'made here', span: at(maker.node, 'writes', maker.index) }],
          };
          continue;
        }
        if (!blank.has(node.id)) continue;
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

/**
 * The step that makes what is read, if that comes only later: it alone writes the place, its name says that it draws up what the
 * reader's name speaks of (编制报价 after 审批报价), and no way leads from it back to the reader.
 */
function madeLater(process: Process, facts: Facts, { node, place }: Use, writers: readonly Use[]): Use | undefined {
  const isOf = (named: ProcessNode): boolean => labelsAt(facts, place).some((label) => speaksOf(named, label));
  const [maker] = writers;
  if (maker === undefined || isOfOlder(node) || !isOf(node)) return undefined;
  if (!writers.every((write) => write.node !== node && makes(write.node) && isOf(write.node))) return undefined;
  const from = (id: string): ReadonlySet<string> => walk([id], (each) => facts.out(each).map(({ to }) => to));
  if (writers.some((write) => from(write.node.id).has(node.id)) || !from(node.id).has(maker.node.id)) return undefined;
  return areParallel(process, maker.node.id, node.id) ? undefined : maker;
}

/** What a place is called: the most special of its parts, by id and name. */
function labelsAt(facts: Facts, { store, group, field }: DataRef): readonly string[] {
  const home = facts.store(store);
  const part = home?.groups.find(({ id }) => id === group);
  const last = part?.fields.find(({ id }) => id === field) ?? part ?? home;
  const words = last === undefined ? [] : [last.id, ...Object.values(last.name ?? {})];
  return words
    .map((word) => word.toLowerCase().replaceAll(/[_-]/gu, ' ').replace(/s$/u, ''))
    .filter(({ length }) => length > 1);
}

function speaksOf({ name }: ProcessNode, label: string): boolean {
  return Object.values(name).some((words) => words.toLowerCase().includes(label));
}

function makes({ name }: ProcessNode): boolean {
  return Object.values(name).some((words) => making.test(words) && !again.test(words));
}

function isOfOlder({ name }: ProcessNode): boolean {
  return Object.values(name).some((words) => older.test(words) || again.test(words));
}

const making =
  /起草|草拟|拟定|拟订|编制|编写|撰写|出具|制作|制定|新建|创建|开具|^(?:draft|draw up|prepare|create|write|compose|work out)\b/iu;
const again = /新版|更新|修订|修改|补充|续|\b(?:new|next|revis|updat|amend|renew|chang)/iu;
const older =
  /历史|以往|过去|上次|去年|原有|旧|已有|现有|查重|模板|\b(?:exist|previous|past|former|old|last|earlier|histor|duplicate|template)/iu;
