/** The place to sign. */
import { table, type Inline } from '../../document/blocks.js';
import type { Section } from '../sop.js';

export const approval: Section = {
  id: 'approval',
  summary: 'a block for the signatures of owner, reviewers and approvers',
  blocks(sop) {
    const { document } = sop.process;
    const { task, role, name, signature, date, prepared, reviewed, approved } = sop.phrases.approval;
    // A no-break space keeps a column that is to be filled in by hand.
    const row = (what: string, id: string): Inline[] => [what, sop.owners([id]), '\u00A0', '\u00A0', '\u00A0'];
    return table(
      [task, role, name, signature, date],
      [
        ...(document?.owner === undefined ? [] : [row(prepared, document.owner)]),
        ...(document?.reviewers ?? []).map((id) => row(reviewed, id)),
        ...(document?.approvers ?? []).map((id) => row(approved, id)),
      ],
    );
  },
};
