/** Related documents: those that the author names, and those of the child flows. */
import { bullets, externalLink, fill, inline, type Inline } from '../../document/blocks.js';
import { childEdition, childrenBeside } from '../child-status.js';
import type { Section, Sop } from '../sop.js';

/** Child flows with a document of their own; one that is part of this document is no other. */
function children(sop: Sop): readonly Inline[] {
  return childrenBeside(sop).map(([part, node, { title, file, document }]) => {
    const name = externalLink(part.line(title) || node.flow, sop.options.childLink?.(file));
    const about = [sop.phrases.related.child, childEdition(sop, document)].filter((said) => said !== '');
    const note = fill(sop.phrases.inBrackets, { text: about.join(sop.phrases.separator) });
    return [...inline(name), ...inline(note)];
  });
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

export const related: Section = {
  id: 'related',
  summary: 'documents that belong to this one, and those of sub-processes',
  blocks: (sop) => bullets([...named(sop), ...children(sop)]),
};
