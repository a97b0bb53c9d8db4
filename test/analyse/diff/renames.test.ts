/** Renamed steps are found as renamed, and new steps in place of others are not taken for them: counted on generated cases. */
import { expect, it } from 'vitest';
import { compare } from '../../../src/analyse/diff/index.js';
import type { Process } from '../../../src/model/process.js';
import { examples } from '../../fixtures/examples.js';
import { largeProcess } from '../../fixtures/large-flow.js';
import { node as newNode, rich, text } from '../../fixtures/process.js';
import { dice, editedName, freshText, insertNode, removeNode, renameId, type Dice } from './edits.js';

const bases: readonly Process[] = [
  rich,
  ...examples.map(([, process]) => process),
  largeProcess({ nodes: 30, seed: 5 }),
  largeProcess({ nodes: 50, seed: 6, language: 'en' }),
];

/** Ids as authors choose them: unlike the old one. */
const freshId = (roll: Dice): string =>
  `${roll.one(['check', 'follow', 'step', '核对', 'x']) ?? ''}-${String(roll.below(9000) + 1000)}q`;

const withName = (process: Process, id: string, roll: Dice): Process => ({
  ...process,
  nodes: process.nodes.map((node) => (node.id === id ? { ...node, name: editedName(node.name, roll) } : node)),
});

/** Which node before is which after, by the difference. */
function partner(before: Process, after: Process, id: string): string | undefined {
  const { nodes } = compare(before, after);
  const change = nodes.find((one) => one.before?.id === id);
  if (change === undefined) return after.nodes.some((node) => node.id === id) ? id : undefined;
  return change.after?.id;
}

/** The part of the cases for which the question is answered by yes. */
function part(cases: number, ask: (base: Process, roll: Dice) => boolean | undefined): { yes: number; of: number } {
  let yes = 0;
  let of = 0;
  for (let seed = 1; of < cases; seed++) {
    const answer = ask(bases[seed % bases.length] ?? rich, dice(seed * 7919));
    if (answer === undefined) continue;
    of += 1;
    if (answer) yes += 1;
  }
  return { yes, of };
}

it('another id, the name kept: at least 95 %', () => {
  const { yes, of } = part(120, (base, roll) => {
    const id = roll.one(base.nodes)?.id ?? '';
    const fresh = freshId(roll);
    return partner(base, renameId(base, id, fresh), id) === fresh;
  });
  expect(yes / of).toBeGreaterThanOrEqual(0.95);
});

it('another id for a third of all, the names kept: at least 95 %', () => {
  const { yes, of } = part(60, (base, roll) => {
    const ids = base.nodes.map(({ id }) => id).filter(() => roll.below(3) === 0);
    const fresh = new Map(ids.map((id, index) => [id, `${freshId(roll)}${String(index)}`]));
    const after = [...fresh].reduce((process, [id, to]) => renameId(process, id, to), base);
    const { nodes } = compare(base, after);
    const found = nodes.filter(({ before, after: now }) => before && now && fresh.get(before.id) === now.id).length;
    return ids.length === 0 ? undefined : found / ids.length >= 0.95;
  });
  expect(yes / of).toBeGreaterThanOrEqual(0.95);
});

it('another id and the name lightly edited, the neighbours kept: at least 95 %', () => {
  const { yes, of } = part(120, (base, roll) => {
    const id = roll.one(base.nodes)?.id ?? '';
    const fresh = freshId(roll);
    return partner(base, withName(renameId(base, id, fresh), fresh, roll), id) === fresh;
  });
  expect(yes / of).toBeGreaterThanOrEqual(0.95);
});

it('the id kept and another name: always', () => {
  const { yes, of } = part(120, (base, roll) => {
    const id = roll.one(base.nodes.filter((node) => !/\d$/u.test(node.id)))?.id;
    if (id === undefined) return undefined;
    const name = freshText(roll);
    const after = { ...base, nodes: base.nodes.map((node) => (node.id === id ? { ...node, name } : node)) };
    return partner(base, after, id) === id;
  });
  expect(yes).toBe(of);
});

it('another step in the same place is no rename: under 2 % are taken for one', () => {
  const { yes, of } = part(120, (base, roll) => {
    const gone = roll.one(base.nodes.filter(({ type }) => type === 'task'));
    const without = gone && removeNode(base, gone.id);
    const way = without?.edges.find(
      ({ to, kind }) => kind === 'next' && to === base.edges.find(({ from }) => from === gone?.id)?.to,
    );
    if (gone === undefined || without === undefined || way === undefined) return undefined;
    const fresh = freshId(roll);
    const { owner, phase } = gone;
    const said = { ...(owner !== undefined && { owner }), ...(phase !== undefined && { phase }) };
    const after = insertNode(without, way, newNode(fresh, { type: 'task', name: freshText(roll), ...said }));
    return partner(base, after, gone.id) === fresh;
  });
  expect(yes / of).toBeLessThan(0.02);
});

it('ids that only count follow the names after an insertion', () => {
  const names = ['收到咨询', '登记线索', '电话跟进', '发送报价', '签订合同', '归档'];
  const flow = (steps: readonly string[]): Process => ({
    ...rich,
    kpis: [],
    nodes: steps.map((name, index) =>
      newNode(`step${String(index + 1)}`, {
        type: index === 0 ? 'start' : index === steps.length - 1 ? 'end' : 'task',
        name: text(name, name),
      }),
    ),
    edges: steps.slice(1).map((_, index) => ({
      ...(rich.edges[1] ?? ({} as never)),
      id: `step${String(index + 1)}->step${String(index + 2)}`,
      from: `step${String(index + 1)}`,
      to: `step${String(index + 2)}`,
    })),
  });
  const difference = compare(flow(names), flow(names.toSpliced(2, 0, '查重')));
  expect(difference.nodes.filter(({ status }) => status === 'added').map(({ after }) => after?.name['zh'])).toEqual([
    '查重',
  ]);
  expect(difference.nodes.filter(({ status }) => status === 'removed')).toEqual([]);
  expect(difference.nodes.flatMap(({ changes }) => changes.filter(({ path }) => path === 'name')).length).toBe(1);
});
