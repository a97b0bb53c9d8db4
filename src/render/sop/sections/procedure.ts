/** The procedure: phase by phase and step by step. */
import type { RootContent } from 'mdast';
import type { Phase, Process, ProcessNode } from '../../../model/process.js';
import { bullets, heading, labelled, paragraph, paragraphs, reference, table } from '../../document/blocks.js';
import { nodeSection } from '../node.js';
import { nodeTarget, type Section, type Sop } from '../sop.js';

interface Chapter {
  /** Absent for the nodes that are in no phase. */
  readonly phase?: Phase;
  readonly nodes: readonly ProcessNode[];
}

/** The nodes in the order of the document: by phase, and within a phase as declared. */
function chapters({ phases, nodes }: Process): readonly Chapter[] {
  const others = nodes.filter((node) => phases.every(({ id }) => id !== node.phase));
  return [
    ...phases.map((phase) => ({ phase, nodes: nodes.filter((node) => node.phase === phase.id) })),
    ...(others.length > 0 ? [{ nodes: others }] : []),
  ];
}

/** Worth its space only where there are several steps to find one's way in. */
function overview(sop: Sop): RootContent[] {
  const { step, owner, sla, steps } = sop.phrases.overview;
  const nodes = chapters(sop.process).flatMap((chapter) => chapter.nodes);
  if (nodes.length < 3) return [];
  const rows = nodes.map((node) => [
    [reference(nodeTarget(node.id))],
    sop.owners([node.owner]),
    node.sla ? sop.words.duration(node.sla) : '',
  ]);
  return labelled(steps, table([step, owner, sla], rows));
}

function phaseIntroduction(sop: Sop, phase: Phase, nodes: readonly ProcessNode[]): RootContent[] {
  const { entry, exit, noNodes } = sop.phrases.phase;
  return [
    heading(3, sop.name(phase)),
    ...paragraphs(sop.paragraph(phase.description)),
    ...labelled(entry, bullets(phase.entry.map(sop.line))),
    ...labelled(exit, bullets(phase.exit.map(sop.line))),
    ...(nodes.length === 0 ? paragraph(noNodes) : []),
  ];
}

export const procedure: Section = {
  id: 'procedure',
  summary: 'phases with entry and exit, and a section for each node',
  blocks(sop) {
    const flat = sop.process.phases.length === 0;
    return [
      ...overview(sop),
      ...chapters(sop.process).flatMap(({ phase, nodes }) => [
        ...(phase !== undefined
          ? phaseIntroduction(sop, phase, nodes)
          : flat
            ? []
            : [heading(3, sop.phrases.phase.others)]),
        ...nodes.flatMap((node) => nodeSection(sop, node, flat ? 3 : 4)),
      ]),
    ];
  },
};
