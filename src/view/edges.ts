/**
 * The connections of a view and what is written beside them.
 */
import { mainEdges } from '../model/graph.js';
import type { Edge, Process } from '../model/process.js';
import type { ViewEdge } from '../model/view.js';
import type { ProjectOptions } from './view-kind.js';
import type { Voice } from './voice.js';

function label(edge: Edge, { words, phrases, branch }: Voice, options: ProjectOptions): string {
  if (edge.kind === 'timeout') return edge.after ? phrases.after(words.duration(edge.after)) : '';
  const text = branch(edge);
  return options.chances === true && edge.chance !== undefined
    ? phrases.chance(text, words.percent(edge.chance))
    : text;
}

export function viewEdges(process: Process, voice: Voice, options: ProjectOptions): readonly ViewEdge[] {
  const main = mainEdges(process.nodes, process.edges);
  return process.edges.map((edge) => ({
    id: edge.id,
    from: edge.from,
    to: edge.to,
    kind: edge.kind,
    label: label(edge, voice, options),
    main: main.has(edge.id),
    otherwise: edge.otherwise,
  }));
}
