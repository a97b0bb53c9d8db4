/**
 * What every section of an SOP works with: the process, how it speaks, and how its elements are named or referred to.
 */
import type { Heading, RootContent } from 'mdast';
import type { Descriptor } from '../../base/registry.js';
import type { DataRef, Process, ProcessNode } from '../../model/process.js';
import type { Text } from '../../model/text.js';
import { speaker, type Speaker } from '../../model/words/speaker.js';
import { fill, heading, inline, joined, reference, type Inline } from '../document/blocks.js';
import type { RenderOptions } from '../format.js';
import { barsOf, type Bars } from './bars.js';
import { sopPhrases, type SopPhrases } from './phrases/index.js';
import type { SectionId } from '../../model/sop-template.js';
import { touched } from '../../model/touched.js';

export interface Sop extends Speaker {
  readonly process: Process;
  readonly options: RenderOptions;
  readonly phrases: SopPhrases;
  /** The flow itself, and the child flows whose procedures are sections of the same document. */
  readonly parts: readonly Sop[];
  /** The id of the heading of this flow's procedure; absent for the flow that the document is about. */
  readonly chapter?: string;
  /** The flow's title. */
  readonly title: string;
  /** Owners by name, in the language's list. */
  readonly owners: (ids: readonly (string | undefined)[]) => string;
  /** Texts in one cell. */
  readonly texts: (texts: readonly Text[]) => Inline;
  /** The id of the heading of an element: `node-capture`. */
  readonly target: (kind: TargetKind, id: string) => string;
  /**
   * A node by its number and name, as a link where this document describes it; else by its name and who does it, or its name alone
   * where that stands beside it. In place of a bar the steps behind it, with what they wait for besides the step `from`.
   */
  readonly step: (id: string, beside?: 'owner', from?: string) => Inline;
  readonly steps: (ids: readonly string[]) => Inline;
  /** Steps of whichever part, in the language's list. */
  readonly joinedSteps: (steps: readonly Inline[]) => Inline;
  /** `Store › group › field`. */
  readonly places: (refs: readonly DataRef[]) => Inline;
  /** The part of this document that tells of another flow, by its file. */
  readonly partOf: (file: string) => Sop | undefined;
  /** Forks and joins that have no section. */
  readonly bars: Bars;
}

/** One chapter of the document. It is left out when it has nothing to say. */
export interface Section extends Descriptor {
  readonly id: SectionId;
  readonly blocks: (sop: Sop) => RootContent[];
}

type TargetKind = 'node' | 'phase' | 'owner' | 'store';

export const nodeTarget = (id: string): string => `node-${id}`;
export const sectionTarget = (id: SectionId): string => `section-${id}`;

export function nodeHeading(sop: Sop, node: ProcessNode, depth: Heading['depth']): Heading {
  const id = sop.target('node', node.id);
  return heading(
    depth,
    sop.name(node),
    sop.bars.has(node.id) ? { id, unnumbered: true } : { id, apart: sop.phrases.step },
  );
}

/** Nodes that stand in the document as sections; all of them, in an SOP. */
export type Describes = (node: ProcessNode, flow: Process) => boolean;

export function createSop(process: Process, options: RenderOptions, describes: Describes = () => true): Sop {
  const parts: Sop[] = [];
  const partOf = (file: string): Sop | undefined => parts.find((part) => part.process.file === file);
  const main = createPart(process, { options, describes, parts, partOf });
  parts.push(main);
  // Breadth first, each flow once, whoever calls it: a flow that calls itself is there already.
  for (let at: Sop | undefined = main, next = 1; at !== undefined; at = parts[next], next += 1) {
    for (const node of at.process.nodes) {
      const file = node.type === 'subflow' ? node.child?.file : undefined;
      const child = file === undefined || partOf(file) ? undefined : options.children?.(file);
      if (child === undefined) continue;
      const same = parts.filter((part) => part.process.id === child.id).length;
      const chapter = same === 0 ? child.id : `${child.id}-${same + 1}`;
      parts.push(createPart(child, { options, describes, parts, partOf, chapter }));
    }
  }
  return main;
}

interface Within extends Pick<Sop, 'options' | 'parts' | 'partOf'> {
  readonly describes: Describes;
  readonly chapter?: string;
}

function createPart(whole: Process, { options, describes, parts, partOf, chapter }: Within): Sop {
  const process = touched(whole);
  const speak = speaker(process, options.language);
  const phrases = sopPhrases(options.language);
  const owners = new Map(process.owners.map((owner) => [owner.id, speak.name(owner)]));
  const nodes = new Map(process.nodes.map((node) => [node.id, node]));
  const stores = new Map(process.stores.map((store) => [store.id, store]));
  const target = (kind: TargetKind, id: string): string => `${kind}-${chapter === undefined ? id : `${chapter}:${id}`}`;

  const place = (ref: DataRef): string => {
    const store = stores.get(ref.store);
    const group = store?.groups.find(({ id }) => id === ref.group);
    const field = group?.fields.find(({ id }) => id === ref.field);
    return [store ?? { id: ref.store }, group, field].flatMap((part) => (part ? [speak.name(part)] : [])).join(' › ');
  };
  const joinedSteps = (steps: readonly Inline[]): Inline => joined(steps, speak.words.list(['', '']));
  const bars = barsOf(process);
  /** `A、B（同时开始；须等待 C 完成）`. */
  const behind = (bar: string, beside: 'owner' | undefined, from: string | undefined): Inline => {
    const { to, awaits } = bars.ahead(bar);
    const others = awaits.filter((id) => id !== from);
    const { together, alsoAwaits, awaitsAll } = phrases.bar;
    const notes = [
      to.length > 1 ? together : '',
      others.length === 0
        ? ''
        : fill(others.length < awaits.length ? alsoAwaits : awaitsAll, {
            steps: joinedSteps(others.map((id) => step(id, beside))),
          }),
    ].filter((note) => note.length > 0);
    const steps = joinedSteps(to.map((id) => step(id, beside)));
    return notes.length === 0
      ? steps
      : [...inline(steps), ...inline(fill(phrases.inBrackets, { text: joined(notes, phrases.separator) }))];
  };
  const step: Sop['step'] = (id, beside, from) => {
    if (bars.has(id)) return behind(id, beside, from);
    const node = nodes.get(id);
    if (node === undefined || describes(node, process)) return [reference(target('node', id))];
    // Elsewhere in this document nothing is said of it, so who does it is said here.
    const by = node.owner === undefined || beside === 'owner' ? '' : (owners.get(node.owner) ?? node.owner);
    return by === '' ? speak.name(node) : fill('{node}' + phrases.inBrackets, { node: speak.name(node), text: by });
  };

  return {
    ...speak,
    process,
    options,
    phrases,
    parts,
    partOf,
    ...(chapter !== undefined && { chapter: `flow-${chapter}` }),
    title: speak.name({ id: process.id, name: process.title }),
    owners: (ids) => speak.words.list(ids.flatMap((id) => (id === undefined ? [] : [owners.get(id) ?? id]))),
    texts: (texts) => joined(texts.map(speak.line), phrases.separator),
    target,
    bars,
    step,
    steps: (ids) => joinedSteps(ids.map((id) => step(id))),
    joinedSteps,
    places: (refs) => joined(refs.map(place), phrases.separator),
  };
}
