/** A data-flow diagram in words: what it is, and of each process what it gets and gives. Who cannot see the arrows loses nothing. */
import type { ViewEdge, ViewNode } from '../../model/view.js';
import type { Voice } from '../voice.js';
import { dataPhrases } from './phrases.js';

export function summaryOf(title: string, nodes: readonly ViewNode[], speak: Voice): string {
  const say = dataPhrases(speak.language);
  const kinds = (type: 'store' | 'party'): number =>
    new Set(nodes.filter((node) => node.type === type).map(({ name }) => name)).size;
  const processes = nodes.filter(({ side }) => side === undefined).length;
  return say.summary({ title, processes, stores: kinds('store'), parties: kinds('party') });
}

/** Processes with a label that tells their arrows, too. */
export function withSentences(
  nodes: readonly ViewNode[],
  edges: readonly ViewEdge[],
  speak: Voice,
): readonly ViewNode[] {
  const say = dataPhrases(speak.language);
  const named = new Map(nodes.map((node) => [node.id, node]));
  const sentence = ({ from, to, label, marks = [] }: ViewEdge): string => {
    const [giver, taker] = [named.get(from), named.get(to)];
    const [source, target] = [giver?.name ?? from, taker?.name ?? to];
    const what = marks.length === 0 ? label : say.group(label, speak.words.list(marks.map(({ title }) => title)));
    if (giver?.type === 'store') return say.reads(target, source, what);
    if (taker?.type === 'store') return say.writes(source, target, what);
    return say.gives(source, target, what);
  };
  return nodes.map((node) => {
    if (node.side !== undefined) return node;
    const own = edges.filter(({ from, to }) => from === node.id || to === node.id).map(sentence);
    const who = node.caption === '' ? node.name : say.group(node.name, node.caption);
    return { ...node, label: say.told(who, own.join(speak.phrases.space)) };
  });
}
