/**
 * The connections of a view and what is written beside them.
 */
import { mainEdges } from '../model/graph.js';
import type { Edge, Process, ProcessNode } from '../model/process.js';
import type { ViewEdge } from '../model/view.js';
import type { Speaker } from './speaker.js';
import type { ProjectOptions } from './view-kind.js';

/** The branch in words: its condition, else the end of the child flow it handles, else whom it is for. */
export function condition(edge: Edge, from: ProcessNode | undefined, process: Process, speaker: Speaker): string {
  const said = speaker.line(edge.when);
  if (edge.childEnd !== undefined) {
    const end = from?.type === 'subflow' ? from.child?.ends.find(({ id }) => id === edge.childEnd) : undefined;
    return end ? speaker.name(end) : said || speaker.line({ [speaker.language]: edge.childEnd });
  }
  if (said !== '') return said;
  if (edge.otherwise) return speaker.phrases.otherwise;
  return speaker.words.list(process.segments.filter(({ id }) => edge.segments.includes(id)).map((segment) => speaker.name(segment)));
}

function label(edge: Edge, from: ProcessNode | undefined, process: Process, speaker: Speaker, options: ProjectOptions): string {
  const { words, phrases } = speaker;
  if (edge.kind === 'timeout') return edge.after ? phrases.after(words.duration(edge.after)) : '';
  const text = condition(edge, from, process, speaker);
  return options.chances === true && edge.chance !== undefined ? phrases.chance(text, words.percent(edge.chance)) : text;
}

export function viewEdges(process: Process, speaker: Speaker, options: ProjectOptions): readonly ViewEdge[] {
  const main = mainEdges(process.nodes, process.edges);
  const nodes = new Map(process.nodes.map((node) => [node.id, node]));
  return process.edges.map((edge) => ({
    id: edge.id,
    from: edge.from,
    to: edge.to,
    kind: edge.kind,
    label: label(edge, nodes.get(edge.from), process, speaker, options),
    main: main.has(edge.id),
    otherwise: edge.otherwise,
  }));
}
