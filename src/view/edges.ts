/**
 * The connections of a view and what is written beside them.
 */
import { mainEdges } from '../model/graph.js';
import type { Edge, Process } from '../model/process.js';
import type { ViewEdge } from '../model/view.js';
import type { ProjectOptions } from './view-kind.js';
import type { Voice } from './voice.js';

/** The condition, and what goes along when that is asked for. */
function label(edge: Edge, voice: Voice, options: ProjectOptions): string {
  const [why, carried] = [condition(edge, voice, options), edge.carries.map(voice.line).filter((line) => line !== '')];
  if (carried.length === 0 || options.show?.has('data') !== true) return why;
  return voice.phrases.carries(why, voice.words.list(carried));
}

function condition(edge: Edge, { words, phrases, branch }: Voice, options: ProjectOptions): string {
  if (edge.kind === 'timeout') return edge.after ? phrases.after(words.duration(edge.after)) : '';
  const text = branch(edge);
  return options.chances === true && edge.chance !== undefined
    ? phrases.chance(text, words.percent(edge.chance))
    : text;
}

export function viewEdges(process: Process, voice: Voice, options: ProjectOptions): readonly ViewEdge[] {
  const main = mainEdges(process.nodes, process.edges);
  const { dimmed = new Set() } = options;
  return process.edges.map((edge) => ({
    id: edge.id,
    from: edge.from,
    to: edge.to,
    kind: edge.kind,
    label: label(edge, voice, options),
    main: main.has(edge.id),
    otherwise: edge.otherwise,
    ...([edge.id, edge.from, edge.to].some((id) => dimmed.has(id)) ? { dimmed: true } : {}),
  }));
}
