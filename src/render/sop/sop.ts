/**
 * What every section of an SOP works with: the process, how it speaks, and how its elements are named or referred to.
 */
import type { Heading, RootContent } from 'mdast';
import type { Descriptor } from '../../base/registry.js';
import type { DataRef, Process, ProcessNode } from '../../model/process.js';
import type { Text } from '../../model/text.js';
import { speaker, type Speaker } from '../../model/words/speaker.js';
import type { RenderOptions } from '../format.js';
import { heading, joined, reference, type Inline } from '../document/blocks.js';
import { sopPhrases, type SopPhrases } from './phrases/index.js';

export interface Sop extends Speaker {
  readonly process: Process;
  readonly options: RenderOptions;
  readonly phrases: SopPhrases;
  /** Owners by name, in the language's list. */
  readonly owners: (ids: readonly (string | undefined)[]) => string;
  /** Texts in one cell. */
  readonly texts: (texts: readonly Text[]) => Inline;
  /** Links to the sections of nodes. */
  readonly steps: (ids: readonly string[]) => Inline;
  /** `Store › group › field`. */
  readonly places: (refs: readonly DataRef[]) => Inline;
}

/** One chapter of the document. It is left out when it has nothing to say. */
export interface Section extends Descriptor {
  readonly id: keyof SopPhrases['sections'];
  readonly unnumbered?: true;
  readonly blocks: (sop: Sop) => RootContent[];
}

export const nodeTarget = (id: string): string => `node-${id}`;
export const sectionTarget = (id: Section['id']): string => `section-${id}`;

export function nodeHeading(sop: Sop, node: ProcessNode, depth: Heading['depth']): Heading {
  return heading(depth, sop.name(node), { id: nodeTarget(node.id), apart: sop.phrases.step });
}

export function createSop(process: Process, options: RenderOptions): Sop {
  const speak = speaker(process, options.language);
  const phrases = sopPhrases(options.language);
  const owners = new Map(process.owners.map((owner) => [owner.id, speak.name(owner)]));
  const stores = new Map(process.stores.map((store) => [store.id, store]));

  const place = (ref: DataRef): string => {
    const store = stores.get(ref.store);
    const group = store?.groups.find(({ id }) => id === ref.group);
    const field = group?.fields.find(({ id }) => id === ref.field);
    return [store ?? { id: ref.store }, group, field].flatMap((part) => (part ? [speak.name(part)] : [])).join(' › ');
  };

  return {
    ...speak,
    process,
    options,
    phrases,
    owners: (ids) => speak.words.list(ids.flatMap((id) => (id === undefined ? [] : [owners.get(id) ?? id]))),
    texts: (texts) => joined(texts.map(speak.line), phrases.separator),
    steps: (ids) =>
      joined(
        ids.map((id) => [reference(nodeTarget(id))]),
        speak.words.list(['', '']),
      ),
    places: (refs) => joined(refs.map(place), phrases.separator),
  };
}
