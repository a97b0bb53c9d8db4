/** What the role looks after besides its steps: the data that it manages, with how they are protected, and the document itself. */
import type { RootContent } from 'mdast';
import { nextReview } from '../../../model/calendar.js';
import type { Store } from '../../../model/process.js';
import { bullets, capital, labelled, table, type Inline } from '../../document/blocks.js';
import { distinct } from '../../sop/distinct.js';
import type { Handbook, HandbookSection } from '../handbook.js';

function stores({ sop, parts, phrases }: Handbook): RootContent[] {
  const label = sop.phrases.store;
  const { words } = sop;
  const mine = distinct(
    parts.map((part) => part.sop),
    ({ process }) => process.stores,
  ).filter(([at, { owner = '' }]) => parts.some(({ sop: part, mine: ids }) => part === at && ids.has(owner)));
  const row = (line: Handbook['sop']['line'], { protection }: Store): readonly string[] => {
    const { encryption = [], backup, audit, retention } = protection ?? {};
    return [
      capital(words.list(encryption.map((kind) => words.encryptions[kind]))),
      backup?.every ? capital(words.every(backup.every)) : '',
      line(backup?.to),
      backup?.restoreTest ? capital(words.every(backup.restoreTest)) : '',
      audit === undefined ? '' : audit ? label.audited : label.notAudited,
      retention ? words.duration(retention) : '',
    ];
  };
  const rows = mine.map(([at, store]): Inline[] => [
    at.name(store),
    at.line(store.system),
    // What is not set is for this reader to set.
    ...row(at.line, store).map((said) => said || capital(sop.phrases.notSet)),
  ]);
  const { encryption, backup, backupTo, restoreTest, audit, retention, system } = label;
  return [
    ...labelled(
      phrases.keeps.stores,
      table([phrases.keeps.store, system, encryption, backup, backupTo, restoreTest, audit, retention], rows),
    ),
    ...(mine.some(([, { access }]) => access.length > 0) ? bullets([phrases.keeps.accessDuty]) : []),
  ];
}

function document({ sop, parts, phrases }: Handbook): RootContent[] {
  const { document: control } = sop.process;
  const main = parts.find((part) => part.sop === sop);
  if (control === undefined || main === undefined) return [];
  const { owns, reviews, approves, review, next, document: label } = phrases.keeps;
  const has = (ids: readonly (string | undefined)[]): boolean =>
    ids.some((id) => id !== undefined && main.mine.has(id));
  const { every } = control.review ?? {};
  const date = nextReview(control);
  const values = { every: every === undefined ? '' : sop.words.every(every), date: date ?? '' };
  return labelled(
    label,
    bullets([
      ...(has([control.owner])
        ? [
            owns,
            ...(every === undefined
              ? []
              : [
                  capital(
                    (date === undefined ? review : next).replace(
                      /\{(every|date)\}/gu,
                      (_, key: keyof typeof values) => values[key],
                    ),
                  ),
                ]),
          ]
        : []),
      ...(has(control.reviewers) ? [reviews] : []),
      ...(has(control.approvers) ? [approves] : []),
    ]),
  );
}

export const keeps: HandbookSection = {
  id: 'keeps',
  summary: 'data that the role manages, how they are protected, and its part in the document with the next review',
  blocks: (handbook) => [...stores(handbook), ...document(handbook)],
};
