/** Who this role is: what it is there for, where it belongs, how to reach it. */
import { ended, paragraph, paragraphs, properties } from '../../document/blocks.js';
import type { HandbookSection } from '../handbook.js';

export const role: HandbookSection = {
  id: 'role',
  summary: 'description, department, members and contact of the role, and the goal of the process',
  blocks({ sop, owner, parts, phrases }) {
    const label = sop.phrases.roles;
    const has = parts.some(({ own }) => own.length > 0);
    return [
      ...paragraphs(ended(sop.paragraph(owner.description), sop.phrases.stop)),
      ...properties(
        [
          [label.kind, sop.words.ownerKinds[owner.kind]],
          [label.parent, sop.owners([owner.parent])],
          [label.members, sop.owners(owner.members)],
          [label.contact, sop.line(owner.contact)],
          [sop.phrases.sections.purpose, sop.line(sop.process.objective?.goal)],
        ],
        sop.phrases.colon,
      ),
      ...(has ? [] : paragraph(phrases.nothing)),
    ];
  },
};
