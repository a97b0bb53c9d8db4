/**
 * The procedure of a flow as parts of a page: its chapters, and in them a section for each step, which the program in the page can show
 * beside the picture.
 *
 * The text is that of the document (`render/sop`); here it is only cut at its headings. What comes before a step and after it stands in
 * every section, with the words of the connection, so that one can walk through the process without the picture.
 */
import type { Element } from 'hast';
import type { Edge, Process, ProcessNode } from '../model/process.js';
import type { Speaker } from '../model/words/speaker.js';
import { nodeTarget, sopDocument } from '../render/sop/document.js';
import type { SiteForm } from './plan.js';
import { blocksOf, cut, idOf, rankOf } from './document.js';
import { h, type Content } from '../render/html/tree.js';
import { textOf } from './html.js';
import type { SitePhrases } from './phrases/index.js';

export interface Procedure {
  readonly chapters: readonly { readonly id: string; readonly title: string; readonly element: Element }[];
  /** What is said of each step, by its id. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface ProcedureOptions {
  readonly speak: Speaker;
  readonly phrases: SitePhrases;
  /** The page of a child flow, by its file; undefined where the site has none. */
  readonly childLink: (file: string) => string | undefined;
  readonly form: SiteForm;
}

export function procedureOf(process: Process, { speak, phrases, childLink, form }: ProcedureOptions): Procedure {
  const pages = new Set<string>();
  const document = sopDocument(process, {
    language: speak.language,
    theme: 'auto',
    mermaidDiagram: 'flowchart',
    ...form,
    diagramNote: phrases.flow.pictureAbove,
    barSections: true,
    childLink: (file) => {
      const link = childLink(file);
      if (link !== undefined) pages.add(link);
      return link;
    },
  });
  const blocks = blocksOf(document, { pages });
  const steps = new Map(process.nodes.map((node) => [nodeTarget(node.id), node]));
  const texts = new Map<string, string>();
  const chapters = cut(blocks, (block) => rankOf(block) === 2).flatMap(({ heading, content }) => {
    if (heading === undefined) return [];
    const parts = cut(content, (block) => steps.has(idOf(block)) || rankOf(block) === 3);
    const element = h(
      'section',
      { class: 'chapter' },
      heading,
      ...parts.flatMap((part): Content[] => {
        const step = part.heading && steps.get(idOf(part.heading));
        if (part.heading === undefined || step === undefined) return [part.heading, ...part.content];
        const section = h(
          'section',
          { class: 'step', 'data-step': step.id },
          part.heading,
          ...part.content,
          around(process, step, speak, phrases),
        );
        texts.set(step.id, textOf({ ...section, children: [...part.content] }));
        return [section];
      }),
    );
    return [{ id: idOf(heading), title: textOf(heading), element }];
  });
  return { chapters, texts };
}

function around({ nodes, edges }: Process, { id }: ProcessNode, speak: Speaker, phrases: SitePhrases): Element {
  const names = new Map(nodes.map((node) => [node.id, speak.name(node)]));
  const reason = (edge: Edge): string => (edge.kind === 'timeout' ? phrases.flow.timeout : speak.branch(edge));
  const list = (label: string, className: string, found: readonly Edge[], end: 'from' | 'to', none: string): Content =>
    h(
      'div',
      { class: className },
      h('p', { class: 'around-label' }, label),
      found.length === 0
        ? h('p', {}, none)
        : h(
            'ul',
            {},
            ...found.map((edge) => {
              const why = reason(edge);
              return h(
                'li',
                {},
                h('a', { href: `#${nodeTarget(edge[end])}` }, names.get(edge[end])),
                why === '' ? undefined : h('span', { class: 'why' }, ` ${why}`),
              );
            }),
          ),
    );
  return h(
    'div',
    { class: 'around' },
    list(
      phrases.flow.before,
      'around-before',
      edges.filter((edge) => edge.to === id),
      'from',
      phrases.flow.first,
    ),
    list(
      phrases.flow.after,
      'around-after',
      edges.filter((edge) => edge.from === id),
      'to',
      phrases.flow.last,
    ),
  );
}
