/**
 * What guarded a process and guards less: a branch that goes past its approval, a limit from which on one is asked, a check that is gone,
 * a question whose answer changes nothing, a step that no case comes to any more.
 *
 * Separate from the safeguards of single elements, because each of these is seen only by the ways of both processes.
 */
import {
  changeOf,
  type Difference,
  type EdgeStanding,
  type Named,
  type PropertyChange,
  type RiskFlag,
} from '../../model/difference.js';
import type { Process, ProcessNode } from '../../model/process.js';
import type { Text } from '../../model/text.js';
import type { Compared } from './pairing.js';
import { reachedFrom } from './reach.js';

export function* weakerGuards(difference: Difference, compared: Compared): Iterable<RiskFlag> {
  yield* skippedApprovals(difference, compared);
  yield* looserLimits(difference, compared);
  yield* lostChecks(difference);
  yield* idleAnswers(compared);
  yield* lostSteps(compared);
}

const isApproval = (node: ProcessNode | undefined): boolean => node?.type === 'task' && node.kind === 'approval';

function* skippedApprovals({ edges }: Difference, { before, after, pairing }: Compared): Iterable<RiskFlag> {
  const unapproved: Process = {
    ...after.process,
    edges: after.process.edges.filter(({ to }) => !isApproval(after.byId.node.get(to)?.node)),
  };
  const ends = after.process.nodes.filter(({ type }) => type === 'end').map(({ id }) => id);
  for (const { before: old, after: now, marks } of edges) {
    if (old === undefined || now?.way !== 'next' || !marks.includes('rewired')) continue;
    if (after.byId.node.get(now.from.id)?.node?.type !== 'decision') continue;
    const approval = after.byId.node.get(pairing.node.get(old.to.id) ?? '')?.node;
    if (!isApproval(before.byId.node.get(old.to.id)?.node) || approval === undefined || !isApproval(approval)) continue;
    if (isApproval(after.byId.node.get(now.to.id)?.node)) continue;
    // Branches that have changed places are told as such.
    const isSwapped = edges.some(
      (other) =>
        other.marks.includes('rewired') && other.after?.from.id === now.from.id && other.after.to.id === approval.id,
    );
    if (isSwapped) continue;
    const reached = reachedFrom(unapproved, [now.to.id]);
    if (!ends.some((id) => reached.has(id))) continue;
    yield {
      risk: 'approval-skipped',
      ...decision(now, after),
      to: { id: approval.id, name: approval.name },
      change: {
        path: 'branches',
        type: 'ways',
        kind: 'meaning',
        before: [way(old, now.id)],
        after: [way(now, old.id)],
      },
    };
  }
}

function way({ id, to, name, otherwise }: EdgeStanding, twin: string) {
  return { edge: id, twin, to, ...(Object.keys(name).length > 0 && { when: name }), otherwise };
}

function decision({ from, span }: EdgeStanding, after: Compared['after']) {
  const node = after.byId.node.get(from.id);
  const element: Named = { id: from.id, name: node?.name ?? from.name };
  return { kind: 'node', side: 'after', element, span: node?.span ?? span } as const;
}

/** On the branch to an approval, the same words with another number, so that fewer cases are asked about. */
function* looserLimits({ edges }: Difference, { after, pairing }: Compared): Iterable<RiskFlag> {
  for (const change of edges) {
    const { before: old, after: now } = change;
    const said = changeOf(change, 'when');
    if (old === undefined || now === undefined || said?.before === undefined || said.after === undefined) continue;
    const approval = after.byId.node.get(now.to.id)?.node;
    if (approval === undefined || !isApproval(approval) || pairing.node.get(old.to.id) !== now.to.id) continue;
    if (!isLooser(said)) continue;
    yield {
      risk: 'approval-limit-looser',
      ...decision(now, after),
      to: { id: approval.id, name: approval.name },
      change: said,
    };
  }
}

function isLooser({ before, after }: PropertyChange): boolean {
  const [old, now] = [before as Text, after as Text];
  return Object.entries(old).some(([language, words]) => {
    const [from, to] = [limitIn(words), limitIn(now[language] ?? '')];
    if (from === undefined || from.rest !== to?.rest || from.side === undefined) return false;
    return from.side === 'above' ? to.value > from.value : to.value < from.value;
  });
}

interface Limit {
  readonly value: number;
  readonly side: 'above' | 'below' | undefined;
  /** The words around the number. */
  readonly rest: string;
}

const factors: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000, k: 1000 };

/** Of a condition with one number. */
function limitIn(words: string): Limit | undefined {
  const plain = words.normalize('NFKC').toLowerCase();
  const numbers = [...plain.matchAll(/(\d+(?:[ ,]\d{3})*(?:\.\d+)?) ?(百|千|万|亿|k\b)?/gu)];
  const [found, ...more] = numbers;
  if (found === undefined || more.length > 0) return undefined;
  const rest = plain.replace(found[0], '#').replace(/\s+/gu, '');
  return { value: Number(found[1]?.replace(/[ ,]/gu, '')) * (factors[found[2] ?? ''] ?? 1), side: sideOf(plain), rest };
}

function sideOf(words: string): Limit['side'] {
  if (/不超过|不高于|不多于|不大于|\b(?:not|no) (?:more|over|above)\b/u.test(words)) return 'below';
  if (/不低于|不少于|不小于|\b(?:not|no) (?:less|under|below)\b/u.test(words)) return 'above';
  const above = />|≥|超[过出]|高于|多于|大于|以上|至少|达到|满|\b(?:over|above|more|at least|exceed\w*|from)\b/u.test(
    words,
  );
  const below = /<|≤|低于|少于|小于|以下|以内|不足|至多|最多|\b(?:under|below|less|at most|up to|within)\b/u.test(
    words,
  );
  return above === below ? undefined : above ? 'above' : 'below';
}

const checking =
  /复核|审核|审查|核查|核验|检查|检验|质检|验收|抽查|复检|\b(?:check|verif|inspect|review|audit|proof-?read|examin)/iu;

/** A step that only looked at work, and has become part of no other. */
function* lostChecks({ nodes, course }: Difference): Iterable<RiskFlag> {
  const merged = new Set(course.flatMap((each) => (each.course === 'merged' ? [each.node.id] : [])));
  for (const { before, after } of nodes) {
    if (before === undefined || after !== undefined || merged.has(before.id)) continue;
    if (before.type !== 'task' || before.task === 'approval') continue;
    if (!Object.values(before.name).some((words) => checking.test(words))) continue;
    const { id, name, span } = before;
    yield { risk: 'check-removed', kind: 'node', side: 'before', element: { id, name }, span };
  }
}

/** A question that parted cases and does no more. */
function* idleAnswers({ before, after, pairing }: Compared): Iterable<RiskFlag> {
  const targets = ({ edges }: Process, from: string): readonly string[] => [
    ...new Set(edges.filter((edge) => edge.from === from && edge.kind === 'next').map(({ to }) => to)),
  ];
  for (const { id, type } of before.process.nodes) {
    const now = after.byId.node.get(pairing.node.get(id) ?? '')?.node;
    if (type !== 'decision' || now?.type !== 'decision' || targets(before.process, id).length < 2) continue;
    const [only, ...others] = targets(after.process, now.id);
    const to = after.byId.node.get(only ?? '')?.node;
    if (to === undefined || others.length > 0) continue;
    yield {
      risk: 'answer-without-effect',
      kind: 'node',
      side: 'after',
      element: { id: now.id, name: now.name },
      span: now.span,
      to: { id: to.id, name: to.name },
    };
  }
}

/** The first of each part that cases came to and come to no more. */
function* lostSteps({ before, after, pairing }: Compared): Iterable<RiskFlag> {
  const reached = ({ nodes, edges }: Process): ReadonlySet<string> =>
    reachedFrom(
      { nodes, edges } as Process,
      nodes.filter(({ type }) => type === 'start').map(({ id }) => id),
    );
  const [old, now] = [reached(before.process), reached(after.process)];
  const was = new Set(before.process.nodes.flatMap(({ id }) => (old.has(id) ? [pairing.node.get(id)] : [])));
  const lost = after.process.nodes.filter(({ id }) => was.has(id) && !now.has(id));
  const isLed = new Set(after.process.edges.flatMap(({ from, to }) => (now.has(from) ? [] : [to])));
  const told = new Set<string>();
  // What nothing leads to first; then loops, which lead to themselves.
  for (const node of [...lost.filter(({ id }) => !isLed.has(id)), ...lost]) {
    if (told.has(node.id)) continue;
    for (const id of reachedFrom(after.process, [node.id])) told.add(id);
    const { id, name, span } = node;
    yield { risk: 'step-unreached', kind: 'node', side: 'after', element: { id, name }, span };
  }
}
