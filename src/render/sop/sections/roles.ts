/** Roles: who takes part, and what each answers for. */
import type { RootContent } from 'mdast';
import type { Owner, ProcessNode } from '../../../model/process.js';
import { ended, heading, joined, paragraphs, properties, type Inline } from '../../document/blocks.js';
import { distinct, everywhere } from '../distinct.js';
import { inOrder } from './procedure.js';
import type { Section, Sop } from '../sop.js';

/** Texts of names are told apart one by one: flows of one document may each have a store of the same name. */
type Duty = readonly [string, Inline | ReadonlySet<string>];

const isNames = (content: Duty[1]): content is ReadonlySet<string> => content instanceof Set;

/** What an owner does in one of the flows of the document. */
function duties(sop: Sop, { id }: Owner): readonly Duty[] {
  const { stores, kpis, document } = sop.process;
  const label = sop.phrases.roles;
  const steps = (takesPart: (node: ProcessNode) => boolean): Inline =>
    sop.steps(
      inOrder(sop)
        .filter(takesPart)
        .map((node) => node.id),
    );
  const names = (
    elements: readonly { readonly owner?: string; readonly id: string; readonly name: Owner['name'] }[],
  ): ReadonlySet<string> => new Set(elements.filter(({ owner }) => owner === id).map(sop.name));
  return [
    [label.responsible, steps((node) => node.owner === id)],
    [label.accountable, steps((node) => node.accountable === id)],
    [label.consulted, steps((node) => node.consulted.includes(id))],
    [label.informed, steps((node) => node.informed.includes(id))],
    [label.stores, names(stores)],
    [label.kpis, names(kpis)],
    [
      label.document,
      sop.chapter === undefined
        ? joined(
            [
              document?.owner === id ? label.keeps : '',
              document?.reviewers.includes(id) === true ? label.reviews : '',
              document?.approvers.includes(id) === true ? label.approves : '',
            ],
            sop.phrases.comma,
          )
        : '',
    ],
  ];
}

/** The duties in all flows of the document, of each kind together. */
function allDuties(sop: Sop, owner: Owner): readonly (readonly [string, Inline])[] {
  const all = everywhere(sop.parts, owner, ({ process }) => process.owners).map(([part, one]) => duties(part, one));
  const [first = []] = all;
  const comma = sop.words.list(['', '']);
  return first.map(([label], index) => {
    const said = all.map((pairs) => pairs[index]?.[1] ?? '');
    const names = new Set(said.flatMap((content) => (isNames(content) ? [...content] : [])));
    const steps = said.flatMap((content) => (isNames(content) ? [] : [content]));
    return [label, names.size > 0 ? sop.words.list([...names]) : joined(steps, comma)];
  });
}

export const roles: Section = {
  id: 'roles',
  summary: 'who takes part, with kind, members, duties and contact',
  blocks: (sop) =>
    distinct(sop.parts, ({ process }) => process.owners).flatMap(([part, owner]): RootContent[] => {
      const label = sop.phrases.roles;
      const { kind, parent, members, contact, description } = owner;
      return [
        heading(3, part.name(owner), { id: part.target('owner', owner.id) }),
        ...paragraphs(ended(part.paragraph(description), sop.phrases.stop)),
        ...properties(
          [
            [label.kind, sop.words.ownerKinds[kind]],
            [label.parent, part.owners([parent])],
            [label.members, part.owners(members)],
            [label.contact, part.line(contact)],
            ...allDuties(sop, owner),
          ],
          sop.phrases.colon,
        ),
      ];
    }),
};
