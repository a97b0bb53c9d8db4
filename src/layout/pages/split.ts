/**
 * A view cut into views, one for each page, with connectors where a connection goes on on another page.
 *
 * What must stay true: every node is on exactly one page; every connection is on one page, or its first part ends in a connector whose
 * partner, on the page of its target, begins the second. Connections of one kind from one page to one node of another share their
 * connectors, and the second part says of them what they have in common.
 */
import type { LegendEntry, View, ViewEdge, ViewNode } from '../../model/view.js';
import { pagePhrases, type PagePhrases } from './phrases.js';

/** Connections of one kind from one page to one node of another. */
interface Link {
  readonly from: number;
  readonly to: number;
  readonly target: ViewNode;
  readonly edges: ViewEdge[];
  readonly leaving: string;
  readonly coming: string;
}

/** `pageOf`: the page of each node, from 0, in the order of the view's nodes; `count`: how many pages there are. */
export function split(view: View, pageOf: readonly number[], count: number): View[] {
  const phrases = pagePhrases(view.language, view);
  const nodes = new Map(view.nodes.map((node, index) => [node.id, { node, page: pageOf[index] ?? 0 }]));
  const links = findLinks(view, nodes);
  return Array.from({ length: count }, (_, page): View => {
    const own = view.nodes.filter((_, index) => pageOf[index] === page);
    const lanes = new Set(own.map(({ lane }) => lane));
    const nodeOf = (id: string): ViewNode | undefined => nodes.get(id)?.node;
    const coming = links.filter(({ to }) => to === page);
    const leaving = links.filter(({ from }) => from === page);
    const connectors = [
      ...coming.map((link) => comingConnector(link, nodeOf, lanes, phrases)),
      ...leaving.map((link) => leavingConnector(link, nodeOf, lanes, phrases)),
    ];
    const edges = [
      ...coming.map(secondPart),
      ...view.edges.flatMap((edge): ViewEdge[] => {
        if (nodes.get(edge.from)?.page !== page) return [];
        const link = leaving.find(({ edges }) => edges.includes(edge));
        return [link === undefined ? edge : { ...edge, to: link.leaving }];
      }),
    ];
    const phasesUsed = new Set(own.map(({ phase }) => phase));
    const text = count === 1 ? '' : phrases.page(page + 1, count);
    const all = [...own, ...connectors];
    return {
      ...view,
      subtitle: [view.subtitle, text].filter((part) => part !== '').join(' · '),
      description: [text, view.description].filter((part) => part !== '').join(' · '),
      lanes: view.lanes.filter(({ id }) => lanes.has(id)),
      phases: view.phases.filter(({ id }) => phasesUsed.has(id)),
      nodes: all,
      edges,
      legend: [
        ...view.legend.filter((entry) => occurs(entry, all, edges)),
        ...(connectors.length > 0 ? [{ kind: 'connector', text: phrases.legend } as const] : []),
      ],
      page: { number: page + 1, count },
    };
  });
}

function findLinks(view: View, nodes: ReadonlyMap<string, { node: ViewNode; page: number }>): readonly Link[] {
  const links = new Map<string, Link>();
  for (const edge of view.edges) {
    const from = nodes.get(edge.from);
    const to = nodes.get(edge.to);
    if (from === undefined || to === undefined || from.page === to.page) continue;
    const key = `${from.page} ${edge.kind} ${edge.to}`;
    const number = links.size + 1;
    const link = links.get(key) ?? {
      from: from.page,
      to: to.page,
      target: to.node,
      edges: [],
      // No id of a node has a colon.
      leaving: `link:${number}:out`,
      coming: `link:${number}:in`,
    };
    link.edges.push(edge);
    links.set(key, link);
  }
  return [...links.values()];
}

/** The part of connections that lies on the page of their target. What marks a default branch stands at its question alone. */
function secondPart({ coming, target, edges }: Link): ViewEdge {
  const [first] = edges;
  const common = <T>(value: (edge: ViewEdge) => T, none: T): T => {
    const known = edges.map(value);
    return known.every((one) => JSON.stringify(one) === JSON.stringify(known[0])) ? (known[0] ?? none) : none;
  };
  const [marks, dimmed, change, ghost] = [
    common(({ marks }) => marks, undefined),
    common(({ dimmed }) => dimmed, undefined),
    common(({ change }) => change, undefined),
    common(({ ghost }) => ghost, undefined),
  ];
  return {
    id: `${coming}->${target.id}`,
    from: coming,
    to: target.id,
    kind: first?.kind ?? 'next',
    label: common(({ label }) => label, ''),
    main: edges.some(({ main }) => main),
    otherwise: false,
    ...(marks && { marks }),
    ...(dimmed && { dimmed }),
    ...(change && { change }),
    ...(ghost && { ghost }),
  };
}

type NodeOf = (id: string) => ViewNode | undefined;
type LaneIds = ReadonlySet<string | undefined>;

/** Where the partner's step is at home, if that lane is on this page: a handoff stays one. */
function place(partner: ViewNode | undefined, beside: ViewNode | undefined, lanes: LaneIds): Partial<ViewNode> {
  const lane = partner?.lane !== undefined && lanes.has(partner.lane) ? partner.lane : beside?.lane;
  const hue = partner?.hue;
  return {
    ...(lane === undefined ? {} : { lane }),
    ...(beside?.phase === undefined ? {} : { phase: beside.phase }),
    ...(hue === undefined ? {} : { hue }),
  };
}

function connector(
  id: string,
  name: string,
  partner: NonNullable<ViewNode['partner']>,
  rest: Partial<ViewNode>,
): ViewNode {
  return { ...rest, id, type: 'connector', name, caption: '', badges: [], tip: name, partner };
}

function leavingConnector(link: Link, nodeOf: NodeOf, lanes: LaneIds, phrases: PagePhrases): ViewNode {
  const source = nodeOf(link.edges[0]?.from ?? '');
  const name = phrases.goesOn(link.to + 1, link.target.name);
  return connector(link.leaving, name, { id: link.coming, page: link.to + 1 }, place(link.target, source, lanes));
}

function comingConnector(link: Link, nodeOf: NodeOf, lanes: LaneIds, phrases: PagePhrases): ViewNode {
  const sources = [...new Set(link.edges.map(({ from }) => from))].flatMap((id) => nodeOf(id) ?? []);
  const [first] = sources;
  const name = first?.name ?? '';
  const text = phrases.comesFrom(link.from + 1, sources.length > 1 ? phrases.andMore(name, sources.length - 1) : name);
  return connector(link.coming, text, { id: link.leaving, page: link.from + 1 }, place(first, link.target, lanes));
}

/** Whether what a legend's entry explains is on this page; what is not known here stays. */
function occurs({ kind }: LegendEntry, nodes: readonly ViewNode[], edges: readonly ViewEdge[]): boolean {
  switch (kind) {
    case 'success':
    case 'failure':
      return nodes.some(({ outcome }) => outcome === kind);
    case 'timeout-edge':
      return edges.some((edge) => edge.kind === 'timeout');
    case 'data-edge':
      return edges.some((edge) => edge.kind === 'data');
    case 'otherwise-edge':
      return edges.some(({ otherwise }) => otherwise);
    case 'duplicate':
      return nodes.some(({ duplicate }) => duplicate);
    case 'start':
    case 'end':
    case 'task':
    case 'decision':
    case 'fork':
    case 'join':
    case 'wait':
    case 'subflow':
    case 'store':
    case 'party':
    case 'connector':
      return nodes.some(({ type, outcome }) => type === kind && outcome !== 'success' && outcome !== 'failure');
    default:
      return [...nodes.flatMap(({ badges }) => badges), ...edges.flatMap(({ marks = [] }) => marks)].some(
        (badge) => badge.kind === kind,
      );
  }
}
