/**
 * What a screen reader says of each node: its tip as one sentence, and where it leads, which others see by the lines.
 *
 * Done last, on the finished view, so that it tells only of connections that the picture has.
 */
import type { Language } from '../model/text.js';
import type { View, ViewEdge } from '../model/view.js';
import { inLanguage } from '../model/words/index.js';

interface Way {
  readonly between: string;
  readonly next: (ways: readonly string[]) => string;
  readonly way: (condition: string, to: string) => string;
}

const zh: Way = {
  between: '；',
  next: (ways) => `下一步：${ways.join('，')}`,
  way: (condition, to) => (condition === '' ? to : `${condition}则${to}`),
};
const en: Way = {
  between: '; ',
  next: (ways) => `next: ${ways.join(', ')}`,
  way: (condition, to) => (condition === '' ? to : `${condition}: ${to}`),
};

export function withLabels(view: View): View {
  const names = new Map(view.nodes.map(({ id, name }) => [id, name]));
  const leaving = new Map<string, ViewEdge[]>();
  for (const edge of view.edges) {
    if (edge.kind === 'data') continue;
    leaving.set(edge.from, [...(leaving.get(edge.from) ?? []), edge]);
  }
  const { between, next, way } = words(view.language);
  return {
    ...view,
    nodes: view.nodes.map((node) => {
      // The view itself knows better what there is to say.
      if (node.label !== undefined) return node;
      const ways = (leaving.get(node.id) ?? []).map(({ label, to }) => way(label, names.get(to) ?? to));
      const said = [...node.tip.split('\n'), ...(ways.length > 0 ? [next(ways)] : [])];
      return { ...node, label: said.join(between) };
    }),
  };
}

function words(language: Language): Way {
  return inLanguage(language, { zh, en });
}
