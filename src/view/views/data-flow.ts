/**
 * What information moves where: the steps that touch data, the stores, and the parties outside.
 *
 * Drawn as analysts draw data-flow diagrams: processes are numbered, data stores have D numbers, arrows are named by what moves. Each
 * process has its sources on one side and its targets on the other, and a store that many use stands beside each of them.
 */
import type { Badge, LegendEntry, ViewEdge, ViewNode } from '../../model/view.js';
import { dataFlows, type Flows } from '../data/flows.js';
import { dataPhrases } from '../data/phrases.js';
import { badgesOfStore, marksOf, namesOf } from '../data/stores.js';
import { placeSymbols, type Placing } from '../data/symbols.js';
import { frame } from '../frame.js';
import { voice, type Voice } from '../voice.js';
import type { ProjectOptions, ViewKind } from '../view-kind.js';
import type { Process } from '../../model/process.js';

export const dataFlow = {
  id: 'data-flow',
  summary: 'which steps read and write which data, with stores and parties outside',
  project(process, options) {
    const speak = voice(process, options.language);
    const say = dataPhrases(options.language);
    const flows = dataFlows(process, speak);
    const known = new Set(process.phases.map(({ id }) => id));
    const processes = flows.processes.map(({ id, phase }) => ({
      id,
      ...(phase !== undefined && known.has(phase) && { phase }),
    }));
    const placing = placeSymbols(processes, flows.places);
    const nodes = [...processNodes(process, flows, speak, options), ...symbolNodes(process, placing, speak)];
    const edges = [...placeEdges(process, placing, speak), ...passEdges(flows, speak)];
    const own = frame(process, [], [], speak);
    const phases = process.phases.filter(({ id }) => nodes.some((node) => node.phase === id));
    return {
      id: 'data-flow',
      ...own,
      title: say.title(own.title),
      ...(nodes.length === 0 && { subtitle: say.nothing }),
      description: describe(own.title, nodes, edges, speak),
      direction: options.direction,
      lanes: [],
      phases: phases.map((phase) => ({ id: phase.id, name: speak.name(phase) })),
      nodes,
      edges,
      legend: legend(nodes, edges, speak),
    };
  },
} as const satisfies ViewKind;

function processNodes(process: Process, flows: Flows, speak: Voice, options: ProjectOptions): readonly ViewNode[] {
  const say = dataPhrases(speak.language);
  const owners = new Map(process.owners.map((owner, hue) => [owner.id, { hue, name: speak.name(owner) }]));
  const phases = new Set(process.phases.map(({ id }) => id));
  return flows.processes.map((node, index): ViewNode => {
    const owner = node.owner === undefined ? undefined : owners.get(node.owner);
    const href = node.type === 'subflow' && node.child ? options.childLink?.(node.child.file) : undefined;
    return {
      id: node.id,
      type: node.type === 'subflow' ? 'subflow' : 'task',
      name: say.number(index + 1, speak.name(node)),
      caption: owner?.name ?? '',
      badges: [],
      tip: [
        speak.name(node),
        owner === undefined ? '' : speak.phrases.owner(owner.name),
        speak.paragraph(node.description),
      ]
        .filter((line) => line !== '')
        .join('\n'),
      ...(owner && { hue: owner.hue }),
      ...(node.phase !== undefined && phases.has(node.phase) && { phase: node.phase }),
      ...(href !== undefined && { href }),
    };
  });
}

function symbolNodes(process: Process, { symbols }: Placing, speak: Voice): readonly ViewNode[] {
  const used = process.stores.filter(({ id }) =>
    symbols.some(({ place }) => place.kind === 'store' && place.id === id),
  );
  const numbers = new Map(used.map(({ id }, index) => [id, index + 1]));
  const owners = new Map(process.owners.map((owner, hue) => [owner.id, { owner, hue }]));
  return symbols.map(({ id, place, side, duplicate, phase }): ViewNode => {
    const common = {
      id,
      side,
      ...(duplicate && ({ duplicate } as const)),
      ...(phase !== undefined && { phase }),
    };
    if (place.kind === 'party') {
      const party = owners.get(place.id);
      const name = party ? speak.name(party.owner) : place.id;
      return {
        ...common,
        type: 'party',
        name,
        caption: '',
        badges: [],
        tip: [name, party ? speak.paragraph(party.owner.description) : ''].filter((line) => line !== '').join('\n'),
        ...(party && { hue: party.hue }),
      };
    }
    const store = used.find((one) => one.id === place.id);
    const name = store ? speak.name(store) : place.id;
    const badges = store ? badgesOfStore(store, speak) : [];
    return {
      ...common,
      type: 'store',
      name: `D${String(numbers.get(place.id) ?? 0)} ${name}`,
      caption: store ? speak.line(store.system) : '',
      badges,
      tip: [
        name,
        store ? speak.words.storeKinds[store.kind] : '',
        ...badges.map(({ title }) => title),
        store ? speak.paragraph(store.description) : '',
      ]
        .filter((line) => line !== '')
        .join('\n'),
    };
  });
}

function placeEdges(process: Process, { flows }: Placing, speak: Voice): readonly ViewEdge[] {
  const stores = new Map(process.stores.map((store) => [store.id, store]));
  return flows.map(({ flow, symbol }): ViewEdge => {
    const store = flow.place.kind === 'store' ? stores.get(flow.place.id) : undefined;
    const names = flow.place.kind === 'store' ? namesOf(flow.refs, store, speak) : flow.names;
    const marks = marksOf(flow.refs, store, speak);
    const [from, to] = flow.way === 'in' ? [symbol, flow.node] : [flow.node, symbol];
    return { ...plain(from, to, speak.words.list(names)), ...(marks.length > 0 && { marks }) };
  });
}

function passEdges({ passes }: Flows, speak: Voice): readonly ViewEdge[] {
  return passes.map(({ from, to, names }) => plain(from, to, speak.words.list(names)));
}

function plain(from: string, to: string, label: string): ViewEdge {
  return { id: `${from}->${to}`, from, to, kind: 'data', label, main: false, otherwise: false };
}

/** Every arrow as a sentence: who cannot see the picture loses nothing. */
function describe(title: string, nodes: readonly ViewNode[], edges: readonly ViewEdge[], speak: Voice): string {
  const say = dataPhrases(speak.language);
  if (nodes.length === 0) return say.nothing;
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const kinds = (type: 'store' | 'party'): number =>
    new Set(nodes.filter((node) => node.type === type).map(({ name }) => name)).size;
  const isStore = new Set(nodes.filter(({ type }) => type === 'store').map(({ id }) => id));
  const sentences = edges.map(({ from, to, label }) => {
    const [giver, taker] = [names.get(from) ?? '', names.get(to) ?? ''];
    if (isStore.has(from)) return say.reads(taker, giver, label);
    if (isStore.has(to)) return say.writes(giver, taker, label);
    return say.gives(giver, taker, label);
  });
  const processes = nodes.filter(({ type }) => type !== 'store' && type !== 'party').length;
  return [say.summary({ title, processes, stores: kinds('store'), parties: kinds('party') }), ...sentences].join(
    speak.phrases.space,
  );
}

function legend(nodes: readonly ViewNode[], edges: readonly ViewEdge[], speak: Voice): readonly LegendEntry[] {
  const { legend: words } = dataPhrases(speak.language);
  const marks = new Set(
    [...nodes.flatMap(({ badges }) => badges), ...edges.flatMap(({ marks = [] }) => marks)].map(({ kind }) => kind),
  );
  const entry = (present: boolean, kind: LegendEntry['kind'], text: string): LegendEntry[] =>
    present ? [{ kind, text }] : [];
  const typed = (kind: 'task' | 'subflow' | 'store' | 'party', text: string): LegendEntry[] =>
    entry(
      nodes.some(({ type }) => type === kind),
      kind,
      text,
    );
  const marked = (kind: Badge['kind'] & LegendEntry['kind'], text: string): LegendEntry[] =>
    entry(marks.has(kind), kind, text);
  return [
    ...typed('task', words.process),
    ...typed('subflow', words.subflow),
    ...typed('store', words.store),
    ...typed('party', words.party),
    ...entry(
      nodes.some(({ duplicate }) => duplicate === true),
      'duplicate',
      words.duplicate,
    ),
    ...entry(edges.length > 0, 'data-edge', words.flow),
    ...(['confidential', 'personal', 'sensitive'] as const).flatMap((kind) =>
      marked(kind, speak.words.sensitivities[kind]),
    ),
    ...marked('locked', words.locked),
    ...marked('unlocked', words.unlocked),
  ];
}
