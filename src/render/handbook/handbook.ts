/**
 * What every section of a handbook works with: how the process speaks, as in an SOP, and which steps are this role's own.
 */
import type { RootContent } from 'mdast';
import type { Descriptor } from '../../base/registry.js';
import { handovers, withMembers, type Handover } from '../../model/handovers.js';
import type { Owner, Process, ProcessNode } from '../../model/process.js';
import type { RenderOptions } from '../format.js';
import { everywhere } from '../sop/distinct.js';
import { inOrder } from '../sop/sections/procedure.js';
import { createSop, type Sop } from '../sop/sop.js';
import { handbookPhrases, type HandbookPhrases } from './phrases/index.js';

/** The role in one of the flows that the handbook is about. */
export interface RolePart {
  readonly sop: Sop;
  readonly owner: Owner;
  /** The role itself, and whoever belongs to it. */
  readonly mine: ReadonlySet<string>;
  readonly own: readonly ProcessNode[];
  readonly isMine: (node: ProcessNode | undefined) => boolean;
  /** From others to this role, what is overdue too. */
  readonly received: readonly Handover[];
  /** From this role to others, what is overdue too. */
  readonly handed: readonly Handover[];
}

export interface Handbook {
  readonly sop: Sop;
  readonly phrases: HandbookPhrases;
  readonly owner: Owner;
  readonly parts: readonly RolePart[];
  /** A customer or partner: reads a guide, and is not told what we measure ourselves by. */
  readonly isExternal: boolean;
  /** Whether steps of several owners are in it, so that each has to be said. */
  readonly several: boolean;
}

export interface HandbookSection extends Descriptor {
  readonly id: keyof HandbookPhrases['sections'];
  readonly unnumbered?: true;
  readonly blocks: (handbook: Handbook) => RootContent[];
}

export function createHandbook(process: Process, owner: Owner, options: RenderOptions): Handbook {
  const sop = createSop(process, { ...options, owner: owner.id }, (node, part) =>
    rolesIn(part, owner).has(node.owner ?? ''),
  );
  const parts = everywhere(sop.parts, owner, (part) => part.process.owners).map(([part, one]) => rolePart(part, one));
  const workers = new Set(parts.flatMap(({ own }) => own.map((node) => node.owner)));
  const isExternal = owner.kind === 'customer' || owner.kind === 'partner';
  const { external, ...phrases } = handbookPhrases(options.language);
  return {
    sop,
    phrases: isExternal
      ? { ...phrases, ...external, external, sections: { ...phrases.sections, ...external.sections } }
      : { ...phrases, external },
    owner,
    parts,
    isExternal,
    several: workers.size > 1,
  };
}

/** The ids in one flow of an owner of another, if both know it, and of its members. */
function rolesIn(process: Process, owner: Owner): ReadonlySet<string> {
  const here = process.owners.find((one) => sameOwner(one, owner));
  return here === undefined ? new Set() : withMembers(process, here.id);
}

const sameOwner = (a: Owner, b: Owner): boolean =>
  a.id === b.id && a.span.file === b.span.file && a.span.start.offset === b.span.start.offset;

function rolePart(sop: Sop, owner: Owner): RolePart {
  const mine = withMembers(sop.process, owner.id);
  const isMine = (node: ProcessNode | undefined): boolean => node?.owner !== undefined && mine.has(node.owner);
  const passed = handovers(sop.process);
  return {
    sop,
    owner,
    mine,
    own: inOrder(sop).filter(isMine),
    isMine,
    received: passed.filter(({ from, to }) => !isMine(from) && isMine(to)),
    handed: passed.filter(({ from, to }) => isMine(from) && !isMine(to)),
  };
}
