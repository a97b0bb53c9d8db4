/** Data and security: each store with its fields, who may do what with it, and how it is protected. */
import type { RootContent } from 'mdast';
import type { ProcessNode, Protection, Store } from '../../../model/process.js';
import {
  capital,
  fill,
  heading,
  joined,
  labelled,
  paragraphs,
  properties,
  table,
  type Inline,
} from '../../document/blocks.js';
import type { Section, Sop } from '../sop.js';

function protection({ words, line, phrases }: Sop, said: Protection | undefined): (readonly [string, Inline])[] {
  if (said === undefined) return [];
  const label = phrases.store;
  const { backup, audit, retention } = said;
  const place = line(backup?.to);
  return [
    [label.encryption, capital(words.list(said.encryption.map((kind) => words.encryptions[kind])))],
    [
      label.backup,
      joined(
        [backup?.every ? capital(words.every(backup.every)) : '', place === '' ? '' : fill(label.backupTo, { place })],
        phrases.comma,
      ),
    ],
    [label.restoreTest, backup?.restoreTest ? capital(words.every(backup.restoreTest)) : ''],
    [label.audit, audit === undefined ? '' : audit ? label.audited : label.notAudited],
    [label.retention, retention ? words.duration(retention) : ''],
  ];
}

function storeProperties(sop: Sop, store: Store): RootContent[] {
  const label = sop.phrases.store;
  const users = (places: (node: ProcessNode) => ProcessNode['reads']): Inline =>
    sop.steps(
      sop.process.nodes.filter((node) => places(node).some((ref) => ref.store === store.id)).map(({ id }) => id),
    );
  return properties(
    [
      [label.kind, sop.words.storeKinds[store.kind]],
      [label.system, sop.line(store.system)],
      [label.owner, sop.owners([store.owner])],
      [label.readBy, users((node) => node.reads)],
      [label.writtenBy, users((node) => node.writes)],
      ...protection(sop, store.protection),
    ],
    sop.phrases.colon,
  );
}

function fields(sop: Sop, store: Store): RootContent[] {
  const { group, field, sensitivity, description } = sop.phrases.store;
  return table(
    [group, field, sensitivity, description],
    store.groups.flatMap((one) =>
      one.fields.map((item) => [
        sop.name(one),
        sop.name(item),
        capital(sop.words.sensitivities[item.sensitivity]),
        sop.line(item.description),
      ]),
    ),
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
  summary: 'stores with fields, sensitivity, access and protection',
  blocks: (sop) =>
    sop.process.stores.flatMap((store) => [
      heading(3, sop.name(store)),
      ...paragraphs(sop.paragraph(store.description)),
      ...storeProperties(sop, store),
      ...labelled(sop.phrases.store.fields, fields(sop, store)),
      ...labelled(sop.phrases.store.access, access(sop, store)),
    ]),
};
