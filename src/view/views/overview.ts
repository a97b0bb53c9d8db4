/**
 * The whole process at a glance: a box for each phase with what is done there and when it is done, the subflows, the ends, and what leads
 * from one to another, loops included.
 */
import { mainEdges, mainPath, outgoing } from '../../model/graph.js';
import type { Edge, Process, ProcessNode } from '../../model/process.js';
import type { LegendEntry, ViewEdge, ViewNode } from '../../model/view.js';
import { frame } from '../frame.js';
import { viewNodes } from '../nodes.js';
import { collapse, type Overview, type OverviewBox, type OverviewEdge } from '../overview/collapse.js';
import { overviewPhrases } from '../overview/phrases.js';
import { voice, type Voice } from '../voice.js';
import type { ProjectOptions, ViewKind } from '../view-kind.js';

/** More step names than these are no overview. */
const mostSteps = 5;
const mostLabels = 2;

export const overview = {
  id: 'overview',
  summary: 'the phases and subflows only, with what they achieve and what leads from one to another',
  project(process, options) {
    const speak = voice(process, options.language);
    const say = overviewPhrases(options.language);
    const collapsed = collapse(process);
    const nodes = overviewNodes(process, collapsed, speak, options);
    const edges = overviewEdges(process, collapsed, nodes, speak);
    const own = frame(process, nodes, edges, speak);
    const phases: LegendEntry[] = nodes.some(({ type }) => type === 'phase')
      ? [{ kind: 'phase', text: say.legend.phase }]
      : [];
    return {
      id: 'overview',
      ...own,
      title: say.title(own.title),
      direction: options.direction,
      lanes: [],
      phases: [],
      nodes,
      edges,
      legend: [...phases, ...own.legend],
    };
  },
} as const satisfies ViewKind;

function overviewNodes(
  process: Process,
  { boxes }: Overview,
  speak: Voice,
  options: ProjectOptions,
): readonly ViewNode[] {
  const plain = new Map(
    viewNodes(process, speak, options).map(({ owner: _owner, hue: _hue, ...node }) => [node.id, node]),
  );
  const phases = new Map(process.phases.map((phase) => [phase.id, speak.name(phase)]));
  return boxes.flatMap((box): ViewNode[] => {
    const [only, another] = box.members;
    const dimmed = box.members.every(({ id }) => options.dimmed?.has(id) === true) ? ({ dimmed: true } as const) : {};
    if (box.kind === 'phase') return [{ ...phaseNode(process, box, speak, dimmed.dimmed === true), ...dimmed }];
    const node = only && plain.get(only.id);
    if (node === undefined || only === undefined) return [];
    if (box.kind === 'outcome') {
      const names = box.members.map((member) => speak.name(member));
      const outcome = only.type === 'end' ? (only.outcome ?? 'neutral') : 'neutral';
      const name = another
        ? overviewPhrases(speak.language).several(speak.words.outcomes[outcome], names.length)
        : speak.name(only);
      return [{ ...node, id: box.id, name, tip: [name, ...(another ? names : [])].join('\n'), ...dimmed }];
    }
    // The phase of a subflow whose neighbours are boxes of phases is worth saying.
    const phase = box.phase === undefined ? undefined : phases.get(box.phase);
    return [{ ...node, badges: [], caption: phase ?? '', ...dimmed }];
  });
}

function phaseNode(process: Process, box: OverviewBox, speak: Voice, bare: boolean): ViewNode {
  const say = overviewPhrases(speak.language);
  const phase = process.phases.find(({ id }) => id === box.phase);
  const name = phase ? speak.name(phase) : box.id;
  const members = new Set(box.members.map(({ id }) => id));
  const count = (...types: ProcessNode['type'][]): number =>
    box.members.filter(({ type }) => types.includes(type)).length;
  const path = mainPath(process.nodes, process.edges);
  const tasks = box.members.filter(({ type }) => type === 'task');
  const [main, rest] = [tasks.filter(({ id }) => path.includes(id)), tasks.filter(({ id }) => !path.includes(id))];
  const steps = (most: number): string => {
    const chosen = new Set([...main, ...rest].slice(0, most));
    const names = tasks.filter((node) => chosen.has(node)).map((node) => speak.name(node));
    return say.steps(
      names,
      rest.every((node) => !chosen.has(node)),
      tasks.length,
    );
  };
  const kpis = process.kpis
    // Ends have no box of a phase, but stand in one.
    .filter(({ from, to }) => members.has(to ?? from ?? '') || endsIn(process, box, to))
    .map((kpi) => say.kpi(speak.name(kpi), kpi.target ? speak.words.target(kpi.target) : ''));
  const exit = (phase?.exit ?? []).map(speak.line).filter((line) => line !== '');
  const paragraphs = bare
    ? []
    : [
        fewerAndFewer(Math.min(mostSteps, tasks.length), steps),
        fewerAndFewer(kpis.length, (most) => say.kpis(kpis.slice(0, most), kpis.length)),
        fewerAndFewer(exit.length, (most) => say.exit(exit.slice(0, most), exit.length)),
      ].filter(({ length }) => length > 0);
  const details = paragraphs.flatMap((texts) => texts.slice(0, 1));
  const caption = bare ? '' : say.counts({ steps: count('task'), decisions: count('decision'), waits: count('wait') });
  const entry = (phase?.entry ?? []).map(speak.line).filter((line) => line !== '');
  return {
    id: box.id,
    type: 'phase',
    name,
    caption,
    ...(details.length > 0 && { details }),
    ...(details.length > 0 && { shorterDetails: paragraphs.map((texts) => texts.slice(1)) }),
    badges: [],
    tip: [name, caption, ...details, speak.paragraph(phase?.description), ...entry]
      .filter((line) => line !== '')
      .join('\n'),
  };
}

/** What is said of a number of things, of one fewer, and so on down to one of them. */
const fewerAndFewer = (most: number, say: (most: number) => string): readonly string[] =>
  Array.from({ length: most }, (_, index) => say(most - index));

function endsIn({ nodes }: Process, { phase }: OverviewBox, to: string | undefined): boolean {
  return nodes.some(
    (node) => node.id === to && node.type === 'end' && node.phase !== undefined && node.phase === phase,
  );
}

function overviewEdges(
  process: Process,
  collapsed: Overview,
  nodes: readonly ViewNode[],
  speak: Voice,
): readonly ViewEdge[] {
  const out = outgoing(process.nodes, process.edges);
  const dimmed = new Set(nodes.flatMap((node) => (node.dimmed === true ? [node.id] : [])));
  const edges = collapsed.edges.map((edge) => ({ ...edge, id: idOf(edge) }));
  const main = mainEdges(collapsed.boxes, edges);
  return edges.map((edge): ViewEdge => ({
    id: edge.id,
    from: edge.from,
    to: edge.to,
    kind: edge.kind,
    label: labelOf(edge, out, speak),
    main: main.has(edge.id),
    otherwise: false,
    ...((dimmed.has(edge.from) || dimmed.has(edge.to)) && ({ dimmed: true } as const)),
  }));
}

/** The same whatever else leads there: pictures of two editions find their connections by it. Ids of elements have no colon. */
function idOf({ from, to, kind, passing }: OverviewEdge): string {
  return `${from}->${to}${kind === 'timeout' ? ':timeout' : ''}${passing.most > 0 ? ':passing' : ''}`;
}

/**
 * Why one goes there: the conditions of the connections it stands for, as far as they are few. Where one of them asks for nothing, the
 * others are no condition of going there, and nothing is said.
 */
function labelOf(
  { edges, kind, passing }: OverviewEdge,
  out: ReadonlyMap<string, readonly Edge[]>,
  speak: Voice,
): string {
  const say = overviewPhrases(speak.language);
  const isLeftOver = ({ otherwise, when, childEnd }: Edge): boolean =>
    otherwise && when === undefined && childEnd === undefined;
  const allLeadThere = ({ from }: Edge): boolean => {
    const answers = (out.get(from) ?? []).filter(({ kind }) => kind !== 'timeout');
    return answers.length > 1 && answers.every((answer) => edges.includes(answer));
  };
  // What is left over says nothing away from its question, and makes the other answers that lead there no condition.
  const anyway = new Set(edges.filter((edge) => isLeftOver(edge) || allLeadThere(edge)).map(({ from }) => from));
  const conditions = new Set(
    edges.map((edge) => {
      if (kind === 'timeout') return edge.after ? speak.phrases.after(speak.words.duration(edge.after)) : '';
      return anyway.has(edge.from) ? '' : speak.branch(edge);
    }),
  );
  const labels = conditions.has('') ? [] : [...conditions];
  const text = say.some(labels.slice(0, mostLabels), labels.length);
  return passing.most > 0 ? say.passing(text, passing) : text;
}
