/**
 * Every text of a process with the element it belongs to and the steps to it, for the rules that read names and words.
 *
 * Texts that compiling made itself are left out: the name of a node without one (its id), and a subflow's branch, whose words are
 * the child's.
 */
import type { PathStep } from '../model/change.js';
import type { Element, Process } from '../model/process.js';
import type { Text } from '../model/text.js';
import { perProcess } from './per-process.js';
import type { Placed } from './places.js';

export interface PlacedText {
  readonly element: Placed;
  readonly steps: readonly PathStep[];
  readonly text: Text;
  /** What a message calls it: `name`, `condition`, `description`. */
  readonly what: string;
  /** Read in pictures, on its own and at a glance. */
  readonly isName: boolean;
}

/** The steps to the words in one language: a text in one language is written without its tag as a rule. */
export function wordsAt(steps: readonly PathStep[], text: Text, language: string): readonly PathStep[] {
  return Object.keys(text).length > 1 ? [...steps, language] : steps;
}

/** A name that is only the id is none that somebody wrote. */
export function isUnnamed({ id, name }: Element & { readonly name: Text }): boolean {
  const said = Object.values(name);
  return said.length === 1 && said[0] === id;
}

export const textsOf = perProcess((process: Process): readonly PlacedText[] => [...allTexts(process)]);

function* allTexts(process: Process): Generator<PlacedText> {
  const { objective, owners, phases, segments, stores, kpis, nodes, edges, document } = process;
  yield { element: process, steps: ['title'], text: process.title, what: 'title', isName: true };
  yield* optional(process, ['description'], process.description);
  yield* optional(process, ['objective', 'goal'], objective?.goal);
  yield* optional(process, ['objective', 'scope', 'from'], objective?.scope?.from);
  yield* optional(process, ['objective', 'scope', 'to'], objective?.scope?.to);
  for (const [index, { name }] of (document?.related ?? []).entries())
    yield plain(process, ['document', 'related', index, 'name'], name);
  for (const owner of owners) {
    yield* named(owner);
    yield* optional(owner, ['contact'], owner.contact);
  }
  for (const phase of phases) {
    yield* named(phase);
    yield* list(phase, 'entry', phase.entry);
    yield* list(phase, 'exit', phase.exit);
  }
  for (const segment of segments) {
    yield* named(segment);
    yield* optional(segment, ['rule'], segment.rule);
  }
  for (const store of stores) {
    yield* named(store);
    for (const group of store.groups) {
      yield* optional(group, ['name'], group.name);
      for (const field of group.fields) {
        yield* optional(field, ['name'], field.name);
        yield* optional(field, ['description'], field.description);
      }
    }
    for (const grant of store.access) yield* optional(grant, ['only'], grant.only);
    yield* optional(store, ['protection', 'backup', 'to'], store.protection?.backup?.to);
  }
  for (const kpi of kpis) yield* named(kpi);
  for (const node of nodes) {
    yield* named(node);
    if (node.type === 'start') yield* optional(node, ['trigger'], node.trigger);
    if (node.type === 'wait') yield* optional(node, ['until'], node.until);
    yield* list(node, 'inputs', node.inputs);
    yield* list(node, 'outputs', node.outputs);
    yield* list(node, 'steps', node.steps);
    yield* list(node, 'tools', node.tools);
    for (const [index, { problem, remedy }] of node.risks.entries()) {
      yield plain(node, ['risks', index, 'problem'], problem);
      yield* optional(node, ['risks', index, 'remedy'], remedy);
    }
    for (const [index, { about }] of node.cadence.entries()) yield* optional(node, ['cadence', index, 'about'], about);
    for (const [index, { name }] of node.links.entries()) yield plain(node, ['links', index, 'name'], name);
  }
  const subflows = new Set(nodes.flatMap(({ id, type }) => (type === 'subflow' ? [id] : [])));
  for (const edge of edges) {
    // Made of the segments' names, if it is for some.
    if (edge.when !== undefined && !subflows.has(edge.from) && edge.segments.length === 0) {
      yield { element: edge, steps: ['when'], text: edge.when, what: 'condition', isName: true };
    }
    yield* list(edge, 'carries', edge.carries);
  }
}

function* named(
  element: Process['owners' | 'phases' | 'segments' | 'stores' | 'kpis' | 'nodes'][number],
): Generator<PlacedText> {
  if (!isUnnamed(element)) yield { element, steps: ['name'], text: element.name, what: 'name', isName: true };
  if ('description' in element) yield* optional(element, ['description'], element.description);
}

function* optional(element: Placed, steps: readonly PathStep[], text: Text | undefined): Generator<PlacedText> {
  if (text !== undefined) yield plain(element, steps, text);
}

function* list(element: Placed, key: string, texts: readonly Text[]): Generator<PlacedText> {
  for (const [index, text] of texts.entries()) yield plain(element, [key, index], text);
}

function plain(element: Placed, steps: readonly PathStep[], text: Text): PlacedText {
  const last = steps.findLast((step) => typeof step === 'string') ?? '';
  const what = singular[last] ?? (steps.length > 1 && last === 'name' ? 'name' : last);
  return { element, steps, text, what, isName: steps.length === 1 && last === 'name' };
}
const singular: Readonly<Record<string, string>> = {
  entry: 'entry criterion',
  exit: 'exit criterion',
  inputs: 'input',
  outputs: 'output',
  steps: 'step',
  tools: 'tool',
  carries: 'information carried',
  about: 'subject',
  problem: 'risk',
  to: 'place',
  from: 'scope',
  only: 'limit of access',
  until: 'event',
};
