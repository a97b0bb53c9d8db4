/** Related documents: those that the author names, and those of the child flows. */
import { bullets, externalLink, fill, type Inline } from '../../document/blocks.js';
import type { Section, Sop } from '../sop.js';

/** Child flows with a document of their own; one that is part of this document is no other. */
function children(sop: Sop): readonly Inline[] {
  const files = new Map<string, Inline>();
  for (const part of sop.parts) {
    for (const node of part.process.nodes) {
      if (node.type !== 'subflow' || node.child === undefined || sop.partOf(node.child.file)) continue;
      const { title, file } = node.child;
      const name = sop.line(title) || node.flow;
      const note = fill(sop.phrases.inBrackets, { text: sop.phrases.related.child });
      files.set(file, [...inlineOf(externalLink(name, sop.options.childLink?.(file))), ...inlineOf(note)]);
    }
  }
  return [...files.values()];
}

/** Parent and child flows often name the same. */
function named(sop: Sop): readonly Inline[] {
  const found = new Map<string, Inline>();
  for (const part of sop.parts) {
    for (const { name, link } of part.process.document?.related ?? []) {
      const said = part.line(name);
      found.set(JSON.stringify([said, link ?? '']), externalLink(said, link));
    }
  }
  return [...found.values()];
}

const inlineOf = (content: Inline): Exclude<Inline, string> =>
  typeof content === 'string' ? [{ type: 'text', value: content }] : content;

export const related: Section = {
  id: 'related',
  summary: 'documents that belong to this one, and those of sub-processes',
  blocks: (sop) => bullets([...named(sop), ...children(sop)]),
};
