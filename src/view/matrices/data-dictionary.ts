/** What rests in the stores, field by field: how sensitive it is, and who writes and reads it where. */
import type { MarkTone, MatrixCell, MatrixGroup, MatrixRow } from '../../model/matrix.js';
import type { Field, FieldGroup, Sensitivity, Store } from '../../model/process.js';
import { capital, column, mark, marked, nothing, quiet, text, textOr } from '../matrix/cells.js';
import type { MatrixKind, Table } from '../matrix/kind.js';
import { covers, usersOf, usesOf, type Use } from '../matrix/uses.js';

const tones: Readonly<Record<Sensitivity, MarkTone>> = {
  public: 'neutral',
  internal: 'neutral',
  confidential: 'warning',
  personal: 'bad',
  sensitive: 'bad',
};

function rowsOf(table: Table, store: Store): readonly MatrixRow[] {
  const { phrases, name, line, words } = table;
  const [writes, reads] = [usesOf(table, 'writes', store.id), usesOf(table, 'reads', store.id)];
  const said = (uses: readonly Use[], none: string, group?: FieldGroup, field?: Field): MatrixCell => {
    const mine = uses.filter(({ place }) => covers(place, group?.id, field?.id));
    return textOr(usersOf(table, mine), none);
  };
  const users = (group?: FieldGroup, field?: Field): readonly MatrixCell[] => [
    said(writes, phrases.dictionary.notWritten, group, field),
    said(reads, phrases.dictionary.notRead, group, field),
  ];
  if (store.groups.every(({ fields }) => fields.length === 0)) {
    // Without fields, what is said of the store as a whole is all there is.
    return [
      {
        id: store.id,
        cells: [nothing, quiet(phrases.dictionary.noFields), nothing, nothing, ...users()],
      },
    ];
  }
  return store.groups.flatMap((group) =>
    group.fields.map((field): MatrixRow => {
      const kind = capital(words.sensitivities[field.sensitivity]);
      return {
        id: `${store.id}.${group.id}.${field.id}`,
        cells: [
          text(name(group)),
          text(name(field)),
          marked([mark(kind, tones[field.sensitivity])]),
          text(line(field.description)),
          ...users(group, field),
        ],
      };
    }),
  );
}

export const dataDictionary = {
  id: 'data-dictionary',
  summary: 'stores, groups and fields: how sensitive, and who writes and reads them where',
  tabulate(table) {
    const { process, phrases, name, words, line } = table;
    const label = phrases.dictionary;
    const described = process.stores.some(({ groups }) =>
      groups.some(({ fields }) => fields.some(({ description }) => line(description) !== '')),
    );
    const groups = process.stores.map((store): MatrixGroup => ({
      heading: name(store),
      detail: [words.storeKinds[store.kind], line(store.system), line(store.description)]
        .filter((said) => said !== '')
        .join(' · '),
      subject: { kind: 'store', id: store.id },
      rows: rowsOf(table, store),
    }));
    const levels = new Set(
      process.stores.flatMap(({ groups: all }) =>
        all.flatMap(({ fields }) => fields.map(({ sensitivity }) => sensitivity)),
      ),
    );
    const columns = [
      column('short', 'group', label.group, { merges: true }),
      column('head', 'field', label.field),
      column('mark', 'sensitivity', label.sensitivity),
      column('text', 'description', label.description),
      column('text', 'written-by', label.writtenBy, { merges: true }),
      column('text', 'read-by', label.readBy, { merges: true }),
    ];
    // Hardly anyone describes fields: then the column would stand empty.
    const kept = columns.map(({ id }) => described || id !== 'description');
    return {
      columns: columns.filter((_, index) => kept[index]),
      groupHeader: phrases.controls.store,
      groups: groups.map((group) => ({
        ...group,
        rows: group.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => kept[index]) })),
      })),
      legend: [
        ...(['sensitive', 'personal'] as const)
          .filter((level) => levels.has(level))
          .map((level) => ({ mark: mark(capital(words.sensitivities[level]), 'bad'), text: label.delicate })),
        { mark: mark(capital(words.sensitivities.confidential), 'warning'), text: label.guarded },
      ],
    };
  },
} as const satisfies MatrixKind;
