/**
 * What stands around the graph in every view: title, subtitle, the paragraph for screen readers, the legend.
 */
import { oneLine } from '../base/printable.js';
import { nextReview } from '../model/calendar.js';
import { mainPath } from '../model/graph.js';
import { nodeTypes, type Process } from '../model/process.js';
import type { LegendEntry, View, ViewEdge, ViewNode } from '../model/view.js';
import { badgeLegend } from './badges.js';
import type { Voice } from './voice.js';

/** More names than this make a sentence nobody listens to. */
const longestPath = 30;

/** Which document this is and how long it holds. The status is no part of it: that stands beside the title. */
export function subtitle({ document, owners }: Process, voice: Voice): string {
  const { phrases } = voice;
  if (document === undefined) return '';
  const { number, version, effective, review, owner } = document;
  const due = nextReview(document);
  const answers = owners.find(({ id }) => id === owner);
  const parts = [
    number === undefined ? '' : oneLine(number),
    version === undefined ? '' : phrases.version(oneLine(version)),
    effective === undefined ? '' : phrases.effective(oneLine(effective)),
    due !== undefined
      ? phrases.reviewDue(due)
      : review?.last === undefined
        ? ''
        : phrases.reviewed(oneLine(review.last)),
    answers === undefined ? '' : phrases.documentOwner(voice.name(answers)),
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

function legend(nodes: readonly ViewNode[], edges: readonly ViewEdge[], voice: Voice): LegendEntry[] {
  const { words, phrases } = voice;
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
    ...badgeLegend(badges, voice),
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
    ...(status === undefined ? {} : { status: { id: status, text: voice.words.statuses[status] } }),
    description: description(process, title, voice),
    ...(answers === undefined ? {} : { author: voice.name(answers) }),
    legend: legend(nodes, edges, voice),
  };
}
