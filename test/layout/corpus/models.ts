/**
 * The models of the corpus as views.
 *
 * Every scope is drawn without lanes. Those with lanes are drawn with them too, and once more with their messages as
 * connections, which makes many handoffs. Of those without, the larger ones get a lane for each kind of actor: few models of
 * the corpus have lanes, and most of those hardly hand anything over.
 */
import { mainEdges } from '../../../src/model/graph.js';
import { nodeTypes } from '../../../src/model/process.js';
import type { View } from '../../../src/model/view.js';
import { readBpmn, type BpmnScope } from './bpmn.js';
import { filesOf, folders } from './files.js';

/** Figures are told apart by these. */
export const corpusSets = ['lanes', 'messages', 'actors', 'plain miwg', 'plain bpmn-auto-layout'] as const;

export interface CorpusView {
  /** Folder, file, scope and kind of picture. */
  readonly id: string;
  readonly set: (typeof corpusSets)[number];
  /** In direction `auto`. */
  readonly view: View;
}

const everyView = folders.flatMap((folder) =>
  filesOf(folder).flatMap(({ name, text }) =>
    readBpmn(text).flatMap((scope): CorpusView[] => {
      const id = [folder, name, ...(scope.id === '' ? [] : [scope.id])].join('/');
      const plain: CorpusView = { id, set: `plain ${folder}`, view: toView(id, scope, false) };
      if (scope.lanes.length === 0) {
        const dealt = byActor(scope);
        const busy = scope.nodes.length >= 8 && dealt.lanes.length > 1;
        return busy ? [plain, { id: `${id}:actors`, set: 'actors', view: toView(id, dealt, true) }] : [plain];
      }
      const lanes: CorpusView = { id: `${id}:lanes`, set: 'lanes', view: toView(id, scope, true) };
      const messages: CorpusView = {
        id: `${id}:messages`,
        set: 'messages',
        view: toView(id, { ...scope, edges: [...scope.edges, ...scope.messages] }, true),
      };
      return [plain, lanes, ...(scope.messages.length === 0 ? [] : [messages])];
    }),
  ),
);

const seen = new Set<string>();
/** A graph that differs from an earlier one in its ids alone is left out: many files vary what no picture shows. */
export const corpusViews: readonly CorpusView[] = everyView.filter(({ view }) => {
  const before = seen.size;
  return seen.add(likeness(view)).size > before;
});

/** Equal for graphs of which the pictures would be the same. */
function likeness({ lanes, nodes, edges }: View): string {
  const index = new Map(nodes.map(({ id }, at) => [id, at]));
  return JSON.stringify([
    lanes.map(({ name, group }) => [name, group?.name]),
    nodes.map(({ id: _, lane, ...node }) => [node, lanes.findIndex(({ id }) => id === lane)]),
    edges.map(({ id: _, from, to, ...edge }) => [edge, index.get(from), index.get(to)]),
  ]);
}

/** Lanes by who acts; what does not say so goes with what leads there, else with what it leads to. */
function byActor(scope: BpmnScope): BpmnScope {
  const actors = new Map(scope.nodes.flatMap(({ id, actor }) => (actor === undefined ? [] : [[id, actor]])));
  const inherit = (known: 'from' | 'to', open: 'from' | 'to'): void => {
    for (let before = -1; before < actors.size;) {
      before = actors.size;
      for (const edge of scope.edges) {
        const actor = actors.get(edge[known]);
        if (actor !== undefined && !actors.has(edge[open])) actors.set(edge[open], actor);
      }
    }
  };
  inherit('from', 'to');
  inherit('to', 'from');
  const nodes = scope.nodes.map((node) => ({ ...node, lane: actors.get(node.id) ?? 'people' }));
  const lanes = ['others', 'people', 'systems'].filter((id) => nodes.some(({ lane }) => lane === id));
  return { ...scope, nodes, lanes: lanes.map((id) => ({ id, name: id })) };
}

/** Without lanes the owner's name stands under each step, as in the view `flow`. */
export function toView(title: string, scope: BpmnScope, laned: boolean): View {
  const lanes = new Map(scope.lanes.map((lane, hue) => [lane.id, { ...lane, hue, external: false }]));
  const main = mainEdges(scope.nodes, scope.edges);
  return {
    id: laned ? 'swimlane' : 'flow',
    processId: 'model',
    language: 'en',
    title,
    subtitle: '',
    description: '',
    direction: 'auto',
    lanes: laned ? [...lanes.values()] : [],
    phases: [],
    nodes: scope.nodes.map(({ lane: laneId, actor: _, ...node }) => {
      const lane = lanes.get(laneId);
      return {
        ...node,
        tip: node.name,
        caption: laned ? '' : (lane?.name ?? ''),
        ...(lane === undefined ? {} : { hue: lane.hue, ...(laned ? { lane: lane.id } : {}) }),
      };
    }),
    edges: scope.edges.map((edge) => ({ ...edge, main: main.has(edge.id) })),
    legend: nodeTypes
      .filter((type) => scope.nodes.some((node) => node.type === type))
      .map((type) => ({ kind: type, text: type })),
  };
}
