/**
 * BPMN 2.0 → what a picture needs of it: pools with lanes, nodes, connections; one graph per scope of flow.
 *
 * Not an importer: it judges the layout by graphs that real people drew, so it keeps the shape of the graph and lets the rest
 * go. What becomes what:
 *
 * - A scope is all pools together, or the inside of one sub-process: what happens inside has a picture of its own, as a
 *   child flow has, and the sub-process itself is a subflow in the scope around it, folded or not.
 * - Tasks are tasks, with the badge of their kind; call activities and sub-processes are subflows. Catching intermediate
 *   events wait, throwing ones are tasks that notify; start and end events stay, an error end is a failure.
 * - Exclusive, inclusive, complex and event-based gateways are decisions even where they only merge, because the diamond is
 *   what is drawn; a parallel gateway is a fork if it has several ways out, else a join.
 * - A boundary event is no node: each flow that leaves it is a timeout of its host, named like the event. Its host may have
 *   several, which our own language does not allow.
 * - Link events of one name are joined by a connection; the file has none, but the reader is meant to see one.
 * - Messages between nodes are kept apart from the connections; those to a closed pool are left out, as are data,
 *   annotations, groups and associations.
 * - A node's lane is the deepest that lists it. A pool without lanes is a lane; nodes that no lane of their pool lists stand
 *   in a lane of the pool's name.
 *
 * What must stay true: a model that breaks the rules (unknown elements, ends that lead nowhere, lanes that claim nodes of
 * others) gives a smaller graph, never an exception; only XML that is not well-formed is one.
 */
import { parseXml, type XmlNode } from '../../render/xml-parser.js';
import type { Badge, ViewEdge, ViewNode } from '../../../src/model/view.js';

export interface BpmnLane {
  readonly id: string;
  readonly name: string;
  /** The pool, if there are several, else the topmost lane around this one. */
  readonly group?: { readonly id: string; readonly name: string };
}

export interface BpmnNode extends Pick<ViewNode, 'id' | 'type' | 'name' | 'badges' | 'outcome'> {
  readonly lane: string;
  /** Who acts, by the kind of task or event; absent where the element does not say. */
  readonly actor?: 'people' | 'systems' | 'others';
}
export type BpmnEdge = Pick<ViewEdge, 'id' | 'from' | 'to' | 'kind' | 'label' | 'otherwise'>;

export interface BpmnScope {
  /** Id of the sub-process; empty for the outermost scope. */
  readonly id: string;
  /** Only lanes with nodes, in drawing order; none inside sub-processes and where one pool without lanes is all there is. */
  readonly lanes: readonly BpmnLane[];
  readonly nodes: readonly BpmnNode[];
  readonly edges: readonly BpmnEdge[];
  /** Messages from node to node. */
  readonly messages: readonly BpmnEdge[];
}

const at = (element: XmlNode, attribute: string): string => element.attributes[attribute] ?? '';
const all = (element: XmlNode, ...names: readonly string[]): XmlNode[] =>
  element.children.filter(({ name }) => names.includes(name));
const nameOf = (element: XmlNode): string => at(element, 'name').replace(/\s+/gu, ' ').trim();
const subProcesses = ['subProcess', 'transaction', 'adHocSubProcess'];

type Kind = Pick<BpmnNode, 'type' | 'badges' | 'actor'>;
const badge = (kind: 'system' | 'notify'): readonly Badge[] => [{ kind, text: '', title: kind }];
const each = (names: readonly string[], kind: Kind): [string, Kind][] => names.map((name) => [name, kind]);
const diamonds = ['exclusiveGateway', 'inclusiveGateway', 'complexGateway', 'eventBasedGateway'];
/** Elements that are nodes. */
const kinds = new Map<string, Kind>([
  ...each(['task', 'userTask', 'manualTask'], { type: 'task', badges: [], actor: 'people' }),
  ...each(['serviceTask', 'scriptTask', 'businessRuleTask'], {
    type: 'task',
    badges: badge('system'),
    actor: 'systems',
  }),
  ...each(['sendTask'], { type: 'task', badges: badge('notify'), actor: 'others' }),
  ...each(['receiveTask'], { type: 'task', badges: [], actor: 'others' }),
  ...each(['intermediateThrowEvent'], { type: 'task', badges: badge('notify') }),
  ...each(['intermediateCatchEvent'], { type: 'wait', badges: [] }),
  ...each([...subProcesses, 'callActivity'], { type: 'subflow', badges: [] }),
  ...each(diamonds, { type: 'decision', badges: [] }),
  ...each(['parallelGateway'], { type: 'join', badges: [] }),
  ...each(['startEvent'], { type: 'start', badges: [] }),
  ...each(['endEvent'], { type: 'end', badges: [] }),
]);

/** The graph of each scope that has nodes, the outermost first. */
export function readBpmn(text: string): BpmnScope[] {
  // Some tools put a line break before the XML declaration.
  const root = parseXml(text.trimStart());
  const processes = all(root, 'process');
  const participants = all(root, 'collaboration').flatMap((collaboration) => all(collaboration, 'participant'));
  const pools = [
    ...participants.flatMap((participant) =>
      processes.filter((process) => at(process, 'id') === at(participant, 'processRef')).slice(0, 1),
    ),
    ...processes,
  ].filter((process, index, list) => list.indexOf(process) === index);
  const poolName = (process: XmlNode): string => {
    const named = [...participants.filter((one) => at(one, 'processRef') === at(process, 'id')), process];
    return named.map(nameOf).find((name) => name !== '') ?? '';
  };
  const messages = all(root, 'collaboration').flatMap((collaboration) => all(collaboration, 'messageFlow'));

  const busy = pools.filter((process) => process.children.some(({ name }) => kinds.has(name)));
  const owners = busy.map((process) => readLanes(process, poolName(process), busy.length > 1));
  const outer = owners.map(({ laneOf }, index) => readFlow(busy[index] ?? root, laneOf));
  const nodes = outer.flatMap((flow) => flow.nodes);
  const banded = busy.length > 1 || busy.some((process) => all(process, 'laneSet').length > 0);
  const inner = busy.flatMap(within).map((process): BpmnScope => ({
    id: at(process, 'id'),
    lanes: [],
    messages: [],
    ...readFlow(process, () => ''),
  }));
  const main: BpmnScope = {
    id: '',
    lanes: banded ? owners.flatMap(({ lanes }) => lanes).filter(({ id }) => nodes.some(({ lane }) => lane === id)) : [],
    nodes,
    edges: outer.flatMap((flow) => flow.edges),
    messages: readMessages(messages, busy, nodes),
  };
  return [main, ...inner].filter((scope) => scope.nodes.length > 0);
}

/** Sub-processes at any depth, each before what is inside it. */
function within(process: XmlNode): XmlNode[] {
  return all(process, ...subProcesses).flatMap((one) => [one, ...within(one)]);
}

function readLanes(
  process: XmlNode,
  pool: string,
  several: boolean,
): { lanes: BpmnLane[]; laneOf: (node: string) => string } {
  const own = at(process, 'id');
  const lanes: BpmnLane[] = [];
  const laneOf = new Map<string, { lane: string; depth: number }>();
  const visit = (set: XmlNode, depth: number, top: BpmnLane['group']): void => {
    for (const lane of all(set, 'lane')) {
      const id = at(lane, 'id');
      const name = nameOf(lane) || pool;
      const group = several ? { id: own, name: pool } : top;
      lanes.push({ id, name, ...(group === undefined ? {} : { group }) });
      for (const { text } of all(lane, 'flowNodeRef')) {
        const node = text.trim();
        if ((laneOf.get(node)?.depth ?? -1) < depth) laneOf.set(node, { lane: id, depth });
      }
      for (const inner of all(lane, 'childLaneSet')) visit(inner, depth + 1, top ?? { id: `${id}.group`, name });
    }
  };
  for (const set of all(process, 'laneSet')) visit(set, 0, undefined);
  const rest: BpmnLane = { id: own, name: pool };
  if (lanes.length === 1)
    return { lanes: lanes.map(({ id, name }) => ({ id, name })), laneOf: () => lanes[0]?.id ?? '' };
  return { lanes: [...lanes, rest], laneOf: (node) => laneOf.get(node)?.lane ?? own };
}

function readFlow(scope: XmlNode, laneOf: (node: string) => string): Pick<BpmnScope, 'nodes' | 'edges'> {
  const flows = all(scope, 'sequenceFlow');
  const elements = scope.children.filter(({ name }) => kinds.has(name));
  const ids = new Set(elements.map((element) => at(element, 'id')));
  const hosts = new Map(all(scope, 'boundaryEvent').map((event) => [at(event, 'id'), event]));
  const defaults = new Set(elements.map((element) => at(element, 'default')));
  const nodes = elements.map((element): BpmnNode => {
    const id = at(element, 'id');
    const kind = kinds.get(element.name) ?? { type: 'task', badges: [] };
    const forks = element.name === 'parallelGateway' && flows.filter((flow) => at(flow, 'sourceRef') === id).length > 1;
    const fails = element.name === 'endEvent' && all(element, 'errorEventDefinition').length > 0;
    return {
      id,
      ...kind,
      ...(forks ? { type: 'fork' } : {}),
      ...(fails ? { outcome: 'failure' } : {}),
      ...(all(element, 'messageEventDefinition').length > 0 ? { actor: 'others' } : {}),
      name: nameOf(element),
      lane: laneOf(id),
    };
  });
  const edges = flows.map((flow): BpmnEdge => {
    const event = hosts.get(at(flow, 'sourceRef'));
    const common = { id: at(flow, 'id'), to: at(flow, 'targetRef') };
    if (event === undefined) {
      const otherwise = defaults.has(common.id);
      return { ...common, from: at(flow, 'sourceRef'), kind: 'next', label: nameOf(flow), otherwise };
    }
    const label = nameOf(event) || nameOf(flow);
    return { ...common, from: at(event, 'attachedToRef'), kind: 'timeout', label, otherwise: false };
  });
  const order = new Map(nodes.map(({ id }, index) => [id, index]));
  return {
    nodes,
    edges: [...edges, ...readLinks(elements)]
      .filter(({ from, to }) => ids.has(from) && ids.has(to))
      .sort((a, b) => (order.get(a.from) ?? 0) - (order.get(b.from) ?? 0)),
  };
}

/** From each throwing link event to the first catching one of its name. */
function readLinks(elements: readonly XmlNode[]): BpmnEdge[] {
  const ends = (kind: string): { id: string; link: string }[] =>
    elements.flatMap((element) =>
      element.name === kind
        ? all(element, 'linkEventDefinition').map((link) => ({
            id: at(element, 'id'),
            link: nameOf(link) || nameOf(element),
          }))
        : [],
    );
  const targets = ends('intermediateCatchEvent');
  return ends('intermediateThrowEvent').flatMap(({ id, link }) =>
    targets
      .filter((target) => target.link === link)
      .slice(0, 1)
      .map((to) => ({ id: `${id}.link`, from: id, to: to.id, kind: 'next', label: '', otherwise: false })),
  );
}

/** An end inside a sub-process is drawn at the sub-process, one on the border of a node at that node. */
function readMessages(
  flows: readonly XmlNode[],
  processes: readonly XmlNode[],
  nodes: readonly BpmnNode[],
): BpmnEdge[] {
  const drawnAs = new Map(nodes.map(({ id }) => [id, id]));
  const claim = (scope: XmlNode, id: string): void => {
    for (const element of scope.children) {
      const own = at(element, 'id');
      if (!drawnAs.has(own)) drawnAs.set(own, id);
      if (subProcesses.includes(element.name)) claim(element, id);
    }
  };
  for (const process of processes) {
    for (const element of all(process, ...subProcesses)) claim(element, at(element, 'id'));
    for (const event of all(process, 'boundaryEvent')) drawnAs.set(at(event, 'id'), at(event, 'attachedToRef'));
  }
  return flows.flatMap((flow): BpmnEdge[] => {
    const from = drawnAs.get(at(flow, 'sourceRef'));
    const to = drawnAs.get(at(flow, 'targetRef'));
    if (from === undefined || to === undefined) return [];
    return [{ id: at(flow, 'id'), from, to, kind: 'next', label: nameOf(flow), otherwise: false }];
  });
}
