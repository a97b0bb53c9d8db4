/**
 * View → Mermaid text.
 *
 * `flowchart` has departments and lanes as nested subgraphs; `swimlane-beta` reads each top subgraph as a lane, so there departments
 * are left out. Without lanes both are a flowchart. Phases have no shape in Mermaid: they are comments over the nodes they hold.
 * Nodes come first, in the order of the process, and lanes only name them: Mermaid breaks loops by the order in which it meets nodes,
 * and the one it meets first is on top.
 * Direction `auto` is top to bottom: hosts fit a diagram to the width of the page, and a long flow drawn across it is unreadable.
 */
import type { Badge, View, ViewEdge, ViewLane, ViewNode, ViewNodeType } from '../../model/view.js';
import type { RenderOptions } from '../format.js';
import { label, quoted, quotedLink } from '../../base/mermaid-text.js';
import { header } from './header.js';
import { namer } from './ids.js';
import { classDefinitions, classOf, type ClassName } from './style.js';

/** Shapes that every Mermaid since version 9 can draw. */
const shapes: Readonly<Record<ViewNodeType, readonly [string, string]>> = {
  start: ['([', '])'],
  end: ['([', '])'],
  task: ['(', ')'],
  decision: ['{', '}'],
  fork: ['[', ']'],
  join: ['[', ']'],
  wait: ['{{', '}}'],
  subflow: ['[[', ']]'],
  store: ['[(', ')]'],
  party: ['[', ']'],
  phase: ['[', ']'],
  connector: ['>', ']'],
};

/** How data must be treated, in words: Mermaid has no icons that every host can draw. */
const treatment = (badges: readonly Badge[] = []): string => badges.map(({ title }) => title).join(' · ');

/** Of steps, badges are details; of stores they say what there is to know. */
function linesOf({ type, name, caption, details = [], badges }: ViewNode): readonly string[] {
  return [name, caption, ...details, type === 'store' ? treatment(badges) : ''].filter((line) => line !== '');
}

const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

export function mermaidText(view: View, options: RenderOptions): string {
  const diagram = view.lanes.length > 0 ? options.mermaidDiagram : 'flowchart';
  const nodeId = namer('n');
  const laneId = namer('lane');
  const groupId = namer('group');
  const phaseName = new Map(view.phases.map(({ id, name }) => [id, name]));

  const nodeLines = (nodes: readonly ViewNode[]): readonly string[] => {
    let phase: string | undefined;
    return nodes.flatMap((node) => {
      const [open, close] = shapes[node.type];
      const text = quoted(...linesOf(node));
      const line = `${nodeId(node.id)}${open}${text}${close}:::${classOf(node)}`;
      const entered = node.phase !== phase && node.phase !== undefined ? (phaseName.get(node.phase) ?? '') : '';
      phase = node.phase;
      return entered === '' ? [line] : [`%% ${label(entered)}`, line];
    });
  };

  const laneLines = (lane: ViewLane): readonly string[] => [
    `subgraph ${laneId(lane.id)}[${quoted(lane.name)}]`,
    ...indent(view.nodes.filter((node) => node.lane === lane.id).map(({ id }) => nodeId(id))),
    'end',
  ];

  /** Runs of lanes with the same department, each inside its subgraph. */
  const bands = (): readonly string[] => {
    const lines: string[] = [];
    for (let at = 0; at < view.lanes.length;) {
      const group = view.lanes[at]?.group;
      const length = view.lanes.slice(at).findIndex((lane) => lane.group?.id !== group?.id);
      const run = view.lanes.slice(at, length === -1 ? undefined : at + length);
      const inside = run.flatMap((lane) => laneLines(lane));
      lines.push(
        ...(group === undefined || diagram === 'swimlane-beta'
          ? inside
          : [`subgraph ${groupId(group.id)}[${quoted(group.name)}]`, ...indent(inside), 'end']),
      );
      at += run.length;
    }
    return lines;
  };

  const edgeLine = (edge: ViewEdge): string => {
    const arrow = edge.kind === 'timeout' ? '-.->' : '-->';
    const lines = [edge.label, treatment(edge.marks)].filter((line) => line !== '');
    return `${nodeId(edge.from)} ${arrow}${lines.length === 0 ? '' : `|${quoted(...lines)}|`} ${nodeId(edge.to)}`;
  };

  const members = new Map<ClassName, readonly string[]>([
    ['lane', view.lanes.filter(({ external }) => !external).map(({ id }) => laneId(id))],
    ['external', view.lanes.filter(({ external }) => external).map(({ id }) => laneId(id))],
    [
      'group',
      diagram === 'swimlane-beta'
        ? []
        : [...new Set(view.lanes.flatMap(({ group }) => (group ? [groupId(group.id)] : [])))],
    ],
  ] satisfies [ClassName, readonly string[]][]);
  const bandClasses = [...members].filter(([, names]) => names.length > 0);
  const used = new Set<ClassName>([...view.nodes.map(classOf), ...bandClasses.map(([name]) => name)]);

  return [
    ...header(view.title, diagram, options),
    `${diagram} ${view.direction === 'right' ? 'LR' : 'TB'}`,
    ...indent([
      `accTitle: ${label(view.title)}`,
      `accDescr: ${label(view.description)}`,
      ...nodeLines(view.nodes),
      ...bands(),
      ...view.edges.map(edgeLine),
      ...view.nodes.flatMap(({ id, href }) =>
        href === undefined ? [] : [`click ${nodeId(id)} href ${quotedLink(href)}`],
      ),
      ...classDefinitions(used, options.theme),
      ...bandClasses.map(([name, names]) => `class ${names.join(',')} ${name}`),
    ]),
    '',
  ].join('\n');
}
