/** Data and security: who may do what with each store, what in it is protected, and how. The fields one by one are in the appendix. */
import type { RootContent } from 'mdast';
import { sensitivities, type ProcessNode, type Protection, type Store } from '../../../model/process.js';
import {
  capital,
  ended,
  heading,
  joined,
  labelled,
  paragraphs,
  properties,
  table,
  type Inline,
} from '../../document/blocks.js';
import { distinct, everywhere } from '../distinct.js';
import type { Section, Sop } from '../sop.js';
import { inOrder } from './procedure.js';

function protection({ words, line, phrases }: Sop, said: Protection | undefined): (readonly [string, Inline])[] {
  if (said === undefined) return [];
  const label = phrases.store;
  const { backup, audit, retention } = said;
  return [
    [label.encryption, capital(words.list(said.encryption.map((kind) => words.encryptions[kind])))],
    [label.backup, backup?.every ? capital(words.every(backup.every)) : ''],
    [label.backupTo, line(backup?.to)],
    [label.restoreTest, backup?.restoreTest ? capital(words.every(backup.restoreTest)) : ''],
    [label.audit, audit === undefined ? '' : audit ? label.audited : label.notAudited],
    [label.retention, retention ? words.duration(retention) : ''],
  ];
}

/** The fields that not everybody inside may see, by how sensitive they are. */
function protectedFields(sop: Sop, store: Store): Inline {
  const fields = store.groups.flatMap((group) => group.fields);
  return joined(
    sensitivities
      .filter((level) => level !== 'public' && level !== 'internal')
      .map((level) => {
        const names = fields.filter(({ sensitivity }) => sensitivity === level).map(sop.name);
        return names.length === 0
          ? ''
          : capital(sop.words.sensitivities[level]) +
              sop.phrases.inBrackets.replace('{text}', () => sop.words.list([...new Set(names)]));
      }),
    sop.phrases.separator,
  );
}

const storesOf = ({ process }: Sop): readonly Store[] => process.stores;

function storeProperties(sop: Sop, part: Sop, store: Store): RootContent[] {
  const label = sop.phrases.store;
  const users = (places: (node: ProcessNode) => ProcessNode['reads']): Inline =>
    sop.joinedSteps(
      everywhere(sop.parts, store, storesOf).flatMap(([other, one]) =>
        inOrder(other)
          .filter((node) => places(node).some((ref) => ref.store === one.id))
          .map(({ id }) => other.step(id)),
      ),
    );
  return properties(
    [
      [label.kind, sop.words.storeKinds[store.kind]],
      [label.system, part.line(store.system)],
      [label.owner, part.owners([store.owner])],
      [label.readBy, users((node) => node.reads)],
      [label.writtenBy, users((node) => node.writes)],
      [label.protected, protectedFields(part, store)],
      ...protection(part, store.protection),
    ],
    sop.phrases.colon,
  );
}

function access(sop: Sop, store: Store): RootContent[] {
  const { role, only } = sop.phrases.store;
  const { words, phrases } = sop;
  const actions = ['create', 'read', 'update', 'delete'] as const;
  return table(
    [role, ...actions.map((action) => capital(words.access[action])), only],
    store.access.map((grant) => [
      sop.owners([grant.owner]),
      ...actions.map((action) => (grant[action] ? phrases.yes : phrases.no)),
      sop.line(grant.only),
    ]),
  );
}

export const data: Section = {
  id: 'data',
  summary: 'stores with what in them is protected, access and protection',
  blocks: (sop) =>
    distinct(sop.parts, storesOf).flatMap(([part, store]) => [
      heading(3, part.name(store), { id: part.target('store', store.id) }),
      ...paragraphs(ended(part.paragraph(store.description), sop.phrases.stop)),
      ...storeProperties(sop, part, store),
      ...labelled(sop.phrases.store.access, access(part, store)),
    ]),
};
