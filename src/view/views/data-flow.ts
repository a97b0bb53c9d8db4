/**
 * What information moves where: the steps that touch data, the stores, and the parties outside.
 *
 * Drawn as analysts draw data-flow diagrams: processes are numbered, data stores have D numbers, arrows are named by what moves, as far
 * as anybody says it. Each process has its sources on one side and its targets on the other, and a store that many use stands beside
 * each of them.
 */
import type { ViewEdge } from '../../model/view.js';
import { summaryOf, withSentences } from '../data/describe.js';
import { dataFlows, type Flows } from '../data/flows.js';
import { dataLegend } from '../data/legend.js';
import { processNodes, symbolNodes } from '../data/nodes.js';
import { dataPhrases } from '../data/phrases.js';
import { marksOf, namesOf } from '../data/stores.js';
import { placeSymbols, type Placing } from '../data/symbols.js';
import { frame } from '../frame.js';
import { voice, type Voice } from '../voice.js';
import type { ViewKind } from '../view-kind.js';
import type { Process } from '../../model/process.js';

export const dataFlow = {
  id: 'data-flow',
  summary: 'which steps read and write which data, with stores and parties outside',
  project(process, options) {
    const speak = voice(process, options.language);
    const say = dataPhrases(options.language);
    const flows = dataFlows(process, speak);
    const whole = options.whole === undefined ? flows : dataFlows(options.whole, speak);
    const known = new Set(process.phases.map(({ id }) => id));
    const processes = flows.processes.map(({ id, phase }) => ({
      id,
      ...(phase !== undefined && known.has(phase) && { phase }),
    }));
    const placing = placeSymbols(processes, flows.places);
    const nodes = [
      ...processNodes(process, flows, whole, speak, options),
      ...symbolNodes(process, placing, whole, speak),
    ];
    const edges = [...placeEdges(process, placing, speak), ...passEdges(flows, speak)];
    const nothing = whole.processes.length === 0 ? say.nothing : say.nothingHere;
    const own = frame(process, [], [], speak);
    const phases = process.phases.filter(({ id }) => nodes.some((node) => node.phase === id));
    return {
      id: 'data-flow',
      ...own,
      title: say.title(own.title),
      ...(nodes.length === 0 && { subtitle: nothing }),
      description: nodes.length === 0 ? nothing : summaryOf(own.title, nodes, speak),
      direction: options.direction,
      lanes: [],
      phases: phases.map((phase) => ({ id: phase.id, name: speak.name(phase) })),
      nodes: withSentences(nodes, edges, speak),
      edges,
      legend: dataLegend(nodes, edges, speak),
    };
  },
  isEmpty: (process) => dataFlows(process, voice(process, process.language)).processes.length === 0,
} as const satisfies ViewKind;

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
