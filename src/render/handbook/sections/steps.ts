/** The steps of the role at a glance, with their time limits. */
import { table } from '../../document/blocks.js';
import type { HandbookSection } from '../handbook.js';

export const steps: HandbookSection = {
  id: 'steps',
  summary: 'the steps of the role at a glance, with phase and time limit',
  blocks({ parts, phrases, several }) {
    const { step, owner, phase, sla, effort } = phrases.steps;
    return table(
      [step, owner, phase, sla, effort],
      parts.flatMap(({ sop, own }) =>
        own.map((node) => {
          const within = sop.process.phases.find(({ id }) => id === node.phase);
          return [
            sop.step(node.id),
            several ? sop.owners([node.owner]) : '',
            within === undefined ? '' : sop.name(within),
            node.sla ? sop.words.duration(node.sla) : '',
            node.effort ? sop.words.duration(node.effort) : '',
          ];
        }),
      ),
    );
  },
};
