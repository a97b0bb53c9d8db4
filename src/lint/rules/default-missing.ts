/** Decisions whose branches leave cases over. */
import { quote, quoteSome } from '../../base/quote.js';
import type { Edge, Process } from '../../model/process.js';
import { say } from '../../model/text.js';
import { isComplete, isYesNoQuestion } from '../branch-labels.js';
import { gapIn, rangesOf, takeAll } from '../ranges.js';
import { defineRule } from '../rule.js';

export const defaultMissing = defineRule({
  id: 'default-missing',
  group: 'decisions',
  summary: 'A decision without a default branch whose conditions may leave cases over',
  severity: 'warning',
  level: 'strict',
  why:
    'The customer who fits none of the branches is the one nobody takes care of. Unless the branches leave nothing open (yes and no, 是 and ' +
    '否, every segment, shares that add up to 100%), let one of them be the default: {otherwise: …}, with a when beside it if it is to have ' +
    'words in the picture.',
  bad: `trackflow: 1
title: 线索筛选
nodes:
  start: {type: start, name: 收到线索, next: interest}
  interest: # ✗
    type: decision
    name: 客户目前怎么打算？
    next:
      - {when: 近期采购, to: won}
      - {when: 已选竞争对手, to: lost}
  won: {type: end, name: 转入商机, outcome: success}
  lost: {type: end, name: 线索归档, outcome: failure}
`,
  good: `trackflow: 1
title: 线索筛选
nodes:
  start: {type: start, name: 收到线索, next: interest}
  interest:
    type: decision
    name: 客户目前怎么打算？
    next:
      - {when: 近期采购, to: won}
      - {when: 已选竞争对手, to: lost}
      - {when: 暂无计划, otherwise: nurture}
  nurture: {type: wait, name: 等待客户规划, duration: 1mo, next: interest}
  won: {type: end, name: 转入商机, outcome: success}
  lost: {type: end, name: 线索归档, outcome: failure}
`,
  fixable: 'unsafe',
  *check({ process, facts, at, placeOf }) {
    for (const node of process.nodes) {
      if (node.type !== 'decision') continue;
      const branches = facts.out(node.id).filter(({ kind }) => kind === 'next');
      const last = branches.at(-1);
      if (last === undefined || branches.length < 2 || branches.some(({ otherwise }) => otherwise)) continue;
      // Of numbers that are left over between two branches, branches-gap speaks.
      const ranges = rangesOf(branches) ?? [];
      if (gapIn(ranges) !== undefined) continue;
      if (takeAll(ranges) || leavesNothingOpen(node.name, branches)) continue;
      const { file, path } = placeOf(last);
      yield {
        message: `${quote(node.id)} has no branch for cases that are none of ${labels(process, branches)}.`,
        at: at(node),
        hint: 'Write otherwise: in place of to: at the branch that takes all remaining cases, or add one.',
        ...(last.segments.length === 0 && {
          fix: {
            title: `Make the branch to ${quote(last.to)} the default`,
            safe: false,
            changes: [{ kind: 'rename', file, path: [...path, 'to'], key: 'otherwise' }],
          },
        }),
      };
    }
  },
});

function labels(process: Process, branches: readonly Edge[]): string {
  return quoteSome(branches.map(({ when }) => (when === undefined ? '' : say(when, process.language))));
}

function leavesNothingOpen(name: Readonly<Record<string, string>>, branches: readonly Edge[]): boolean {
  // Branches by segment are segment-uncovered's.
  if (branches.some(({ segments }) => segments.length > 0)) return true;
  if (branches.every(({ chance }) => chance !== undefined) && Math.abs(total(branches) - 1) < 1e-9) return true;
  if (branches.length === 2 && Object.values(name).some(isYesNoQuestion)) return true;
  const languages = new Set(branches.flatMap(({ when }) => Object.keys(when ?? {})));
  return [...languages].some((language) => {
    const said = branches.map(({ when }) => when?.[language]);
    return said.every((words) => words !== undefined) && isComplete(said);
  });
}

function total(branches: readonly Edge[]): number {
  return branches.reduce((sum, { chance = 0 }) => sum + chance, 0);
}
