/**
 * Process → the Markdown text of its standard operating procedure.
 */
import type { Root } from 'mdast';
import type { Process } from '../../model/process.js';
import type { RenderOptions } from '../format.js';
import { heading } from './blocks.js';
import { toMarkdown } from './markdown.js';
import { anchorsOf, finish } from './numbering.js';
import { sections } from './sections/index.js';
import { createSop, nodeTarget, sectionTarget, type Section } from './sop.js';

function draftOf(process: Process, options: RenderOptions): Root {
  const sop = createSop(process, options);
  const chapters = sections.flatMap(({ id, unnumbered, blocks }: Section) => {
    const content = blocks(sop);
    if (content.length === 0) return [];
    const data = { target: sectionTarget(id), ...(unnumbered === undefined ? {} : { unnumbered }) };
    return [heading(2, sop.phrases.sections[id], data), ...content];
  });
  return {
    type: 'root',
    children: [heading(1, sop.name({ id: process.id, name: process.title })), ...chapters],
  };
}

/** Where in the document each node is described, by its id: what a picture beside it can link to. */
export function nodeAnchors(process: Process, options: RenderOptions): ReadonlyMap<string, string> {
  const anchors = anchorsOf(draftOf(process, options));
  return new Map(
    process.nodes.flatMap(({ id }) => {
      const anchor = anchors.get(nodeTarget(id));
      return anchor === undefined ? [] : [[id, anchor]];
    }),
  );
}

export function sopTree(process: Process, options: RenderOptions): Root {
  return finish(draftOf(process, options));
}

export async function sopMarkdown(process: Process, options: RenderOptions): Promise<string> {
  return toMarkdown(sopTree(process, options));
}
