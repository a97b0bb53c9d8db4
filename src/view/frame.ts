/**
 * What stands around the graph in every view: title, subtitle, the paragraph for screen readers, the legend.
 */
import { oneLine } from '../base/printable.js';
import { mainPath } from '../model/graph.js';
import { nodeTypes, type Process } from '../model/process.js';
import type { LegendEntry, View, ViewEdge, ViewNode } from '../model/view.js';
import type { Voice } from './voice.js';

/** More names than this make a sentence nobody listens to. */
const longestPath = 30;

function subtitle({ document }: Process, { words, phrases }: Voice): string {
  const parts = [
    document?.version === undefined ? '' : phrases.version(oneLine(document.version)),
    document?.status === undefined ? '' : words.statuses[document.status],
    document?.effective === undefined ? '' : phrases.effective(oneLine(document.effective)),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function description(process: Process, title: string, voice: Voice): string {
  const { phrases } = voice;
  const used = (ids: readonly (string | undefined)[]): number => new Set(ids.filter((id) => id !== undefined)).size;
  const names = new Map(process.nodes.map((node) => [node.id, voice.name(node)]));
  const path = mainPath(process.nodes, process.edges).map((id) => names.get(id) ?? id);
  const shown = path.length > longestPath ? [...path.slice(0, longestPath - 1), '…', ...path.slice(-1)] : path;
  return [
    phrases.summary({
      title,
      nodes: process.nodes.length,
      owners: used(process.nodes.map(({ owner }) => owner)),
      phases: used(process.nodes.map(({ phase }) => phase)),
    }),
    shown.length > 1 ? phrases.mainPath(shown) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(phrases.space);
}

function legend(nodes: readonly ViewNode[], edges: readonly ViewEdge[], { words, phrases }: Voice): LegendEntry[] {
  const badges = new Set(nodes.flatMap((node) => node.badges.map(({ kind }) => kind)));
  const entry = (present: boolean, kind: LegendEntry['kind'], text: string): LegendEntry[] =>
    present ? [{ kind, text }] : [];
  const outcome = (wanted: 'success' | 'failure'): LegendEntry[] =>
    entry(
      nodes.some((node) => node.outcome === wanted),
      wanted,
      words.outcomes[wanted],
    );
  return [
    ...nodeTypes.flatMap((type) =>
      entry(
        nodes.some((node) => node.type === type && node.outcome !== 'success' && node.outcome !== 'failure'),
        type,
        words.nodeTypes[type],
      ),
    ),
    ...outcome('success'),
    ...outcome('failure'),
    ...(['approval', 'system', 'notify'] as const).flatMap((kind) =>
      entry(badges.has(kind), kind, words.taskKinds[kind]),
    ),
    ...entry(badges.has('sla'), 'sla', phrases.slaBadge),
    ...entry(badges.has('duration'), 'duration', phrases.durationBadge),
    ...entry(
      edges.some((edge) => edge.otherwise),
      'otherwise-edge',
      phrases.otherwiseEdge,
    ),
    ...entry(
      edges.some((edge) => edge.kind === 'timeout'),
      'timeout-edge',
      phrases.timeoutEdge,
    ),
  ];
}

export type Frame = Pick<
  View,
  'processId' | 'language' | 'title' | 'subtitle' | 'status' | 'description' | 'author' | 'legend'
>;

export function frame(process: Process, nodes: readonly ViewNode[], edges: readonly ViewEdge[], voice: Voice): Frame {
  const title = voice.name({ id: process.id, name: process.title });
  const status = process.document?.status;
  const answers = process.owners.find(({ id }) => id === process.document?.owner);
  return {
    processId: process.id,
    language: voice.language,
    title,
    subtitle: subtitle(process, voice),
    ...(status === undefined ? {} : { status }),
    description: description(process, title, voice),
    ...(answers === undefined ? {} : { author: voice.name(answers) }),
    legend: legend(nodes, edges, voice),
  };
}
