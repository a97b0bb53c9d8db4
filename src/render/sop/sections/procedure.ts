/** The procedure: phase by phase and step by step, then the same for each child flow that is part of the document. */
import type { Heading, RootContent } from 'mdast';
import type { Phase, ProcessNode } from '../../../model/process.js';
import { bullets, ended, fill, heading, labelled, paragraph, paragraphs, table } from '../../document/blocks.js';
import { childControl, childWarning, warned } from '../child-status.js';
import { nodeSection } from '../node.js';
import type { Section, Sop } from '../sop.js';

interface Chapter {
  /** Absent for the nodes that are in no phase. */
  readonly phase?: Phase;
  readonly nodes: readonly ProcessNode[];
}

/** The nodes in the order of the document: by phase, and within a phase as declared. Bars only where they have sections too. */
function chapters({ process: { phases, nodes: all }, bars, options }: Sop): readonly Chapter[] {
  const nodes = options.barSections === true ? all : all.filter(({ id }) => !bars.has(id));
  const others = nodes.filter((node) => phases.every(({ id }) => id !== node.phase));
  return [
    ...phases.map((phase) => ({ phase, nodes: nodes.filter((node) => node.phase === phase.id) })),
    ...(others.length > 0 ? [{ nodes: others }] : []),
  ];
}

/** The steps as they are numbered. */
export const inOrder = (sop: Sop): readonly ProcessNode[] =>
  chapters(sop).flatMap(({ nodes }) => nodes.filter(({ id }) => !sop.bars.has(id)));

/** Worth its space only where there are several steps to find one's way in. */
function overview(sop: Sop): RootContent[] {
  const { step, owner, sla, steps } = sop.phrases.overview;
  const nodes = inOrder(sop);
  if (nodes.length < 3) return [];
  const rows = nodes.map((node) => [
    sop.step(node.id),
    sop.owners([node.owner]),
    node.sla ? sop.words.duration(node.sla) : '',
  ]);
  return labelled(steps, table([step, owner, sla], rows));
}

function phaseIntroduction(
  sop: Sop,
  phase: Phase,
  nodes: readonly ProcessNode[],
  depth: Heading['depth'],
): RootContent[] {
  const { entry, exit, noNodes } = sop.phrases.phase;
  return [
    heading(depth, sop.name(phase), { id: sop.target('phase', phase.id) }),
    ...paragraphs(ended(sop.paragraph(phase.description), sop.phrases.stop)),
    ...labelled(entry, bullets(phase.entry.map(sop.line))),
    ...labelled(exit, bullets(phase.exit.map(sop.line))),
    ...(nodes.length === 0 ? paragraph(noNodes) : []),
  ];
}

function flow(sop: Sop, depth: 3 | 4): RootContent[] {
  const flat = sop.process.phases.length === 0;
  const below = depth === 3 ? 4 : 5;
  return [
    ...overview(sop),
    ...chapters(sop).flatMap(({ phase, nodes }) => [
      ...(phase !== undefined
        ? phaseIntroduction(sop, phase, nodes, depth)
        : flat
          ? []
          : [heading(depth, sop.phrases.phase.others)]),
      ...nodes.flatMap((node) => nodeSection(sop, node, flat ? depth : below)),
    ]),
  ];
}

/** What it is for and where it begins and ends, which for the flow of the document itself are chapters. */
function childFlow(main: Sop, sop: Sop): RootContent[] {
  const { objective, description } = sop.process;
  const { scope, inlined, stop } = sop.phrases;
  const from = sop.line(objective?.scope?.from);
  const to = sop.line(objective?.scope?.to);
  const template = from === '' ? scope.to : to === '' ? scope.from : scope.both;
  const data = sop.chapter === undefined ? {} : { id: sop.chapter, apart: inlined };
  return [
    heading(3, sop.title, data),
    ...childControl(sop),
    ...warned(childWarning(main, sop)),
    ...[objective?.goal, description].flatMap((text) => paragraphs(ended(sop.paragraph(text), stop))),
    ...(from === '' && to === '' ? [] : paragraph(fill(template, { from, to }))),
    ...flow(sop, 4),
  ];
}

export const procedure: Section = {
  id: 'procedure',
  summary:
    'phases with entry and exit, and a section for each node; sub-processes in it with their own version and status',
  blocks: (sop) => sop.parts.flatMap((part) => (part.chapter === undefined ? flow(part, 3) : childFlow(sop, part))),
};
