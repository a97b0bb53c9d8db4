/** Each step of the role as in the SOP, its operations as a list to tick off. */
import { nodeSection } from '../../sop/node.js';
import type { HandbookSection } from '../handbook.js';

export const work: HandbookSection = {
  id: 'work',
  summary: 'each step of the role with its checklist, inputs and outputs, branches and risks',
  blocks: ({ parts, several }) =>
    parts.flatMap(({ sop, own }) =>
      own.flatMap((node) => nodeSection(sop, node, 3, { checklist: true, withOwner: several })),
    ),
};
