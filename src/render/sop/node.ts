/**
 * The section of one node: what it is for, who does it with what until when, how step by step, and where it leads.
 */
import type { Heading, RootContent } from 'mdast';
import type { Edge, ProcessNode } from '../../model/process.js';
import { branchTable, nextSteps } from './branches.js';
import { childEdition } from './child-status.js';
import {
  capital,
  checklist,
  code,
  ended,
  externalLink,
  fill,
  inline,
  joined,
  labelled,
  lines,
  numbered,
  paragraphs,
  properties,
  reference,
  table,
  type Inline,
} from '../document/blocks.js';
import { nodeHeading, type Sop } from './sop.js';

/** Said only where the name of the node doesn't say it: manual work is the normal case. */
function typeOf({ words }: Sop, node: ProcessNode): string {
  if (node.type === 'end' && node.outcome) return words.outcomes[node.outcome];
  if (node.type !== 'task') return words.nodeTypes[node.type];
  return node.kind === 'manual' ? '' : words.taskKinds[node.kind];
}

/** By its title and as a link where its own document is at hand, else by its path too. */
function subflow(sop: Sop, node: ProcessNode): Inline {
  if (node.type !== 'subflow') return '';
  if (node.child === undefined) return code(node.flow);
  const title = sop.line(node.child.title) || node.flow;
  const part = sop.partOf(node.child.file);
  if (part?.chapter !== undefined && sop.options.owner === undefined)
    return fill(sop.phrases.node.inline, { chapter: [reference(part.chapter)] });
  const link = sop.options.childLink?.(node.child.file);
  const named = link === undefined ? joined([title, code(node.flow)], ' ') : externalLink(title, link);
  const edition = childEdition(sop, node.child.document);
  return edition === '' ? named : [...inline(named), ...inline(fill(sop.phrases.inBrackets, { text: edition }))];
}

/** Ends of the child flow that no branch of the node takes up. */
function openEnds(sop: Sop, node: ProcessNode, leaving: readonly Edge[]): Inline {
  if (node.type !== 'subflow') return '';
  const ends = (node.child?.ends ?? []).filter(({ id }) => leaving.every((edge) => edge.childEnd !== id));
  return sop.words.list(ends.map(sop.name));
}

function timeout(sop: Sop, node: ProcessNode): Inline {
  if (node.timeout === undefined) return '';
  const { after, to } = node.timeout;
  return fill(sop.phrases.timeout, { after: sop.words.duration(after), to: sop.step(to) });
}

function propertiesOf(
  sop: Sop,
  node: ProcessNode,
  leaving: readonly Edge[],
  withOwner: boolean,
): (readonly [string, Inline])[] {
  const { words } = sop;
  const label = sop.phrases.node;
  const { awaits, beside } = sop.bars.before(node.id);
  const joining = node.type === 'join' ? sop.bars.sources(node.id) : awaits;
  return [
    [label.owner, withOwner ? sop.owners([node.owner]) : ''],
    [label.accountable, sop.owners([node.accountable])],
    [label.consulted, sop.owners(node.consulted)],
    [label.informed, sop.owners(node.informed)],
    [label.type, typeOf(sop, node)],
    [label.trigger, node.type === 'start' ? sop.line(node.trigger) : ''],
    [label.sla, node.sla ? words.duration(node.sla) : ''],
    [label.effort, node.effort ? words.duration(node.effort) : ''],
    [label.inputs, sop.texts(node.inputs)],
    [label.outputs, sop.texts(node.outputs)],
    [label.channels, capital(words.list(node.via.map((channel) => words.channels[channel])))],
    [label.tools, sop.texts(node.tools)],
    [label.reads, sop.places(node.reads)],
    [label.writes, sop.places(node.writes)],
    [
      label.links,
      joined(
        node.links.map(({ name, link }) => externalLink(sop.line(name), link)),
        sop.phrases.separator,
      ),
    ],
    [label.duration, node.type === 'wait' && node.duration ? words.duration(node.duration) : ''],
    [label.until, node.type === 'wait' ? sop.line(node.until) : ''],
    [label.flow, subflow(sop, node)],
    [label.openEnds, openEnds(sop, node, leaving)],
    [label.joins, sop.steps(joining)],
    [label.beside, sop.steps(beside)],
    [label.timeout, timeout(sop, node)],
    [node.type === 'fork' ? label.parallel : label.next, nextSteps(sop, node, leaving)],
  ];
}

/** Here in full: whoever does the step should not have to look elsewhere for whom to call this week. */
function plan(sop: Sop, node: ProcessNode): RootContent[] {
  const { words, process } = sop;
  const { segment, every, channels, about, everyone } = sop.phrases.plan;
  return table(
    [segment, every, channels, about],
    node.cadence.map((cadence) => {
      const one = process.segments.find(({ id }) => id === cadence.segment);
      return [
        one === undefined ? everyone : sop.name(one),
        capital(words.every(cadence.every)),
        capital(words.list(cadence.via.map((channel) => words.channels[channel]))),
        sop.line(cadence.about),
      ];
    }),
  );
}

function risks(sop: Sop, node: ProcessNode): RootContent[] {
  const { problem, remedy, severity } = sop.phrases.risk;
  return table(
    [problem, remedy, severity],
    node.risks.map((risk) => [
      sop.line(risk.problem),
      sop.line(risk.remedy),
      risk.severity === undefined ? '' : capital(sop.words.severities[risk.severity]),
    ]),
  );
}

interface Told {
  /** The operations as a list to tick off. */
  readonly checklist?: boolean;
  /** Whether to say who does it, where all steps of a document are not one owner's. */
  readonly withOwner?: boolean;
}

export function nodeSection(
  sop: Sop,
  node: ProcessNode,
  depth: Heading['depth'],
  { checklist: ticked = false, withOwner = true }: Told = {},
): RootContent[] {
  const operations = node.steps.map((step) => lines(sop.paragraph(step)));
  const label = sop.phrases.node;
  const leaving = sop.process.edges.filter((edge) => edge.from === node.id && edge.kind === 'next');
  return [
    nodeHeading(sop, node, depth),
    ...paragraphs(ended(sop.paragraph(node.description), sop.phrases.stop)),
    ...properties(propertiesOf(sop, node, leaving, withOwner), sop.phrases.colon),
    ...labelled(label.steps, ticked ? checklist(operations) : numbered(operations)),
    ...labelled(label.plan, plan(sop, node)),
    ...labelled(label.branches, branchTable(sop, node, leaving)),
    ...labelled(label.risks, risks(sop, node)),
  ];
}
