/** How the data in each store is protected, and what is left open. */
import type { MatrixCell } from '../../model/matrix.js';
import { encryptions, sensitivities, type Sensitivity, type Store } from '../../model/process.js';
import { capital, column, mark, marked, quiet, text, textOr } from '../matrix/cells.js';
import type { MatrixKind, Table } from '../matrix/kind.js';
import { ownerSubject } from '../matrix/people.js';

/** What must not get out. */
const guarded: readonly Sensitivity[] = ['confidential', 'personal', 'sensitive'];

/** The most delicate first. */
function dataOf({ words, phrases }: Table, { groups }: Store): MatrixCell {
  const fields = groups.flatMap((group) => group.fields);
  const lines = [...sensitivities].reverse().flatMap((kind) => {
    const count = fields.filter(({ sensitivity }) => sensitivity === kind).length;
    return count === 0 ? [] : [phrases.controls.fields(capital(words.sensitivities[kind]), count)];
  });
  return textOr(lines, phrases.controls.noFields);
}

function accessOf({ owner, line, phrases }: Table, { access }: Store): readonly string[] {
  return access.map((grant) => {
    const rights = [
      grant.create ? 'C' : '',
      grant.read ? 'R' : '',
      grant.update ? 'U' : '',
      grant.delete ? 'D' : '',
    ].join('');
    return phrases.controls.grant(owner(grant.owner), rights || '–', line(grant.only));
  });
}

function cellsOf(table: Table, store: Store): readonly MatrixCell[] {
  const { words, phrases, line } = table;
  const { protection } = store;
  const delicate = store.groups.some(({ fields }) => fields.some(({ sensitivity }) => guarded.includes(sensitivity)));
  // Told apart in words, too: forms without colour have nothing else.
  const open = delicate
    ? marked([mark(phrases.controls.toSet, 'warning', phrases.controls.gap)])
    : quiet(phrases.notSet);
  // Nobody encrypts paper; a document that says something of it is a file.
  const noEncryption =
    store.kind === 'document' && (protection?.encryption.length ?? 0) === 0 ? quiet(phrases.controls.paper) : open;
  const said = (value: string): MatrixCell => (value === '' ? open : text(value));
  const { audited, notAudited, toSwitchOn, off } = phrases.controls;
  const audit = protection?.audit;
  const access = accessOf(table, store);
  return [
    ...encryptions.map((kind) =>
      protection?.encryption.includes(kind) === true
        ? marked([mark(phrases.yes, 'good', words.encryptions[kind])])
        : noEncryption,
    ),
    said(protection?.backup?.every ? capital(words.every(protection.backup.every)) : ''),
    said(line(protection?.backup?.to)),
    said(protection?.backup?.restoreTest ? capital(words.every(protection.backup.restoreTest)) : ''),
    audit === true
      ? marked([mark(audited, 'good')])
      : audit === false
        ? delicate
          ? marked([mark(toSwitchOn, 'bad', off)])
          : quiet(notAudited)
        : open,
    said(protection?.retention ? words.duration(protection.retention) : ''),
    access.length === 0 ? open : text(access),
  ];
}

export const controls = {
  id: 'controls',
  summary: 'data protection: encryption, backup, restore test, audit, retention and access of each store',
  tabulate(table) {
    const { process, phrases, name, words, line, owner } = table;
    const label = phrases.controls;
    const { stores } = process;
    return {
      columns: [
        column('head', 'store', label.store),
        column('short', 'owner', label.owner),
        column('short', 'data', label.data),
        column('mark', 'at-rest', capital(label.atRest), { group: label.encryption }),
        column('mark', 'in-transit', capital(label.inTransit), { group: label.encryption }),
        column('short', 'backup', capital(label.backupEvery), { group: label.backup }),
        column('short', 'backup-to', capital(label.backupTo), { group: label.backup }),
        column('short', 'restore-test', label.restoreTest, { group: label.backup }),
        column('mark', 'audit', label.audit),
        column('short', 'retention', label.retention),
        column('text', 'access', label.access),
      ],
      groups: [
        {
          heading: '',
          detail: '',
          rows: stores.map((store) => ({
            id: store.id,
            subject: { kind: 'store', id: store.id },
            cells: [
              text([name(store), line(store.system) || words.storeKinds[store.kind]], { kind: 'store', id: store.id }),
              textOr(
                owner(store.owner),
                phrases.notSet,
                store.owner === undefined ? undefined : ownerSubject(store.owner),
              ),
              dataOf(table, store),
              ...cellsOf(table, store),
            ],
          })),
        },
      ],
      legend: [
        { mark: mark(label.toSet, 'warning'), text: label.gaps },
        { mark: mark(label.toSwitchOn, 'bad'), text: label.off },
      ],
      notes: stores.length === 0 ? [] : [label.counts, phrases.crud.letters],
    };
  },
} as const satisfies MatrixKind;
