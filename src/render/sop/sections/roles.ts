/** Roles: who takes part, and what each answers for. */
import type { RootContent } from 'mdast';
import type { Owner, ProcessNode } from '../../../model/process.js';
import { heading, joined, paragraphs, properties, type Inline } from '../../document/blocks.js';
import type { Section, Sop } from '../sop.js';

function role(sop: Sop, { id, kind, contact, members, parent }: Owner): readonly (readonly [string, Inline])[] {
  const { nodes, stores, kpis, document } = sop.process;
  const label = sop.phrases.roles;
  const steps = (takesPart: (node: ProcessNode) => boolean): Inline =>
    sop.steps(nodes.filter(takesPart).map((node) => node.id));
  const names = (
    elements: readonly { readonly owner?: string; readonly id: string; readonly name: Owner['name'] }[],
  ): string => sop.words.list(elements.filter(({ owner }) => owner === id).map(sop.name));
  return [
    [label.kind, sop.words.ownerKinds[kind]],
    [label.parent, sop.owners([parent])],
    [label.members, sop.owners(members)],
    [label.contact, sop.line(contact)],
    [label.responsible, steps((node) => node.owner === id)],
    [label.accountable, steps((node) => node.accountable === id)],
    [label.consulted, steps((node) => node.consulted.includes(id))],
    [label.informed, steps((node) => node.informed.includes(id))],
    [label.stores, names(stores)],
    [label.kpis, names(kpis)],
    [
      label.document,
      joined(
        [document?.owner === id ? label.keeps : '', document?.approvers.includes(id) === true ? label.approves : ''],
        sop.phrases.comma,
      ),
    ],
  ];
}

export const roles: Section = {
  id: 'roles',
  summary: 'who takes part, with kind, members, duties and contact',
  blocks: (sop) =>
    sop.process.owners.flatMap((owner): RootContent[] => [
      heading(3, sop.name(owner)),
      ...paragraphs(sop.paragraph(owner.description)),
      ...properties(role(sop, owner), sop.phrases.colon),
    ]),
};
