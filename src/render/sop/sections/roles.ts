/** Roles: who takes part, and what each answers for. */
import type { Owner } from '../../../model/process.js';
import { fill, joined, sentence, table, type Inline } from '../blocks.js';
import type { Section, Sop } from '../sop.js';

function duties(sop: Sop, { id, description, members }: Owner): Inline {
  const { nodes, stores, kpis, document } = sop.process;
  const { roles, gap } = sop.phrases;
  const say = (template: string, list: Inline): Inline => (list.length === 0 ? '' : fill(template, { list }));
  const steps = (takesPart: (node: (typeof nodes)[number]) => boolean): Inline =>
    sop.steps(nodes.filter(takesPart).map((node) => node.id));
  const names = (
    elements: readonly { readonly owner?: string; readonly id: string; readonly name: Owner['name'] }[],
  ): string => sop.words.list(elements.filter(({ owner }) => owner === id).map(sop.name));
  return joined(
    [
      sentence(sop.line(description), sop.phrases.stop),
      say(roles.members, sop.owners(members)),
      say(
        roles.responsible,
        steps((node) => node.owner === id),
      ),
      say(
        roles.accountable,
        steps((node) => node.accountable === id),
      ),
      say(
        roles.consulted,
        steps((node) => node.consulted.includes(id)),
      ),
      say(
        roles.informed,
        steps((node) => node.informed.includes(id)),
      ),
      say(roles.stores, names(stores)),
      say(roles.kpis, names(kpis)),
      document?.owner === id ? roles.keeps : '',
      document?.approvers.includes(id) === true ? roles.approves : '',
    ],
    gap,
  );
}

export const roles: Section = {
  id: 'roles',
  summary: 'who takes part, with kind, members, duties and contact',
  blocks(sop) {
    const { name, kind, duties: duty, contact } = sop.phrases.roles;
    return table(
      [name, kind, duty, contact],
      sop.process.owners.map((owner) => [
        sop.name(owner),
        sop.words.ownerKinds[owner.kind],
        duties(sop, owner),
        sop.line(owner.contact),
      ]),
    );
  },
};
