/** What each role may do with each store, held against what its steps do. */
import type { Mark, MatrixCell, MatrixRow } from '../../model/matrix.js';
import type { AccessGrant, Store } from '../../model/process.js';
import { column, mark, marked, nothing, text } from '../matrix/cells.js';
import type { MatrixKind, Table } from '../matrix/kind.js';
import { isExternal, downwards, ownerSubject, people, upwards } from '../matrix/people.js';
import { partNames, usesOf, type Use } from '../matrix/uses.js';

const rights = [
  ['create', 'C', 'writes'],
  ['read', 'R', 'reads'],
  ['update', 'U', 'writes'],
  ['delete', 'D', 'writes'],
] as const;

/**
 * A right that is used stands bare, one that no step needs in brackets, and a use without a right has an exclamation mark, so that
 * letters alone tell them apart. Members use the rights of their department; in a row of their own they show those that they use.
 */
function cellOf(table: Table, owner: string, store: Store): MatrixCell {
  const { process, phrases, words, line } = table;
  const above = upwards(process, owner);
  const related = new Set([...above, ...downwards(process, owner)]);
  const uses = { reads: usesOf(table, 'reads', store.id), writes: usesOf(table, 'writes', store.id) };
  const mine = (how: 'reads' | 'writes'): readonly Use[] => uses[how].filter(({ node }) => node.owner === owner);
  const needed = (how: 'reads' | 'writes'): boolean =>
    uses[how].some(({ node }) => node.owner !== undefined && related.has(node.owner));
  const own = store.access.find((grant) => grant.owner === owner);
  const inherited = store.access.filter((grant) => grant.owner !== owner && above.has(grant.owner));
  const borrowed = store.access.filter((grant) => grant.owner !== owner && related.has(grant.owner));

  const marks = rights.flatMap(([right, letter, how]): Mark[] => {
    const name = words.access[right];
    if (own?.[right] === true)
      return [
        needed(how)
          ? mark(letter, 'used', `${name}: ${phrases.crud.used}`)
          : mark(`(${letter})`, 'idle', `${name}: ${phrases.crud.idle}`),
      ];
    const giver = [...inherited, ...borrowed].find((grant) => grant[right]);
    if (giver === undefined || mine(how).length === 0) return [];
    return [mark(letter, 'used', `${name}: ${phrases.crud.through(table.owner(giver.owner))}`)];
  });
  const may = (how: 'reads' | 'writes'): boolean =>
    [own, ...borrowed].some((grant) => rights.some(([right, , by]) => by === how && grant?.[right] === true));
  for (const [how, letter, name] of [
    ['reads', 'R', words.access.read],
    ['writes', 'W', phrases.crud.write],
  ] as const) {
    if (mine(how).length === 0 || may(how)) continue;
    marks.push(
      isExternal(process, owner)
        ? mark(`[${letter}]`, 'neutral', `${name}: ${phrases.crud.handed}`)
        : store.access.length === 0
          ? mark(`${letter}?`, 'warning', `${name}: ${phrases.crud.unknown}`)
          : mark(`${letter}!`, 'missing', `${name}: ${phrases.crud.missing}`),
    );
  }
  if (marks.length === 0) return nothing;
  const scope = [own, ...inherited]
    .map((grant: AccessGrant | undefined) => line(grant?.only))
    .find((said) => said !== '');
  const parts = (['reads', 'writes'] as const).flatMap((how) => {
    const names = partNames(table, store, mine(how));
    return names.length === 0 ? [] : [phrases.crud.uses[how](words.list(names))];
  });
  return marked(marks, { lines: [...parts, ...(scope === undefined ? [] : [phrases.crud.only(scope)])] });
}

export const crud = {
  id: 'crud',
  summary: 'roles and stores: rights granted, held against what steps read and write',
  tabulate(table) {
    const { process, nodes, phrases, name, filter } = table;
    const users = nodes.filter(({ reads, writes }) => reads.length + writes.length > 0);
    const granted = process.stores.flatMap(({ access }) => access.map(({ owner }) => owner));
    const working = new Set(users.flatMap(({ owner }) => owner ?? []));
    // Of a part of a process only those are shown who work in it.
    const partial = filter.owner !== undefined || filter.phase !== undefined;
    const wanted = partial ? working : new Set([...granted, ...working]);
    const stores = process.stores.filter(
      ({ id, access }) =>
        (!partial && access.length > 0) ||
        users.some(({ reads, writes }) => [...reads, ...writes].some(({ store }) => store === id)),
    );
    const roles = people(table, wanted);
    const rows = roles.map(({ owner, department = '' }): MatrixRow => ({
      id: owner.id,
      subject: ownerSubject(owner.id),
      cells: [
        text([name(owner), department === name(owner) ? '' : department], ownerSubject(owner.id)),
        ...stores.map((store) => cellOf(table, owner.id, store)),
      ],
    }));
    const { used, idle, missing, unknown, handed, letters, how, writeLetter } = phrases.crud;
    const writes = rows.some(({ cells }) => cells.some(({ marks }) => marks.some((one) => /^\[?W/u.test(one.text))));
    return {
      columns: [
        column('head', 'role', phrases.crud.role),
        ...stores.map((store) => column('mark', store.id, name(store), { subject: { kind: 'store', id: store.id } })),
      ],
      groups: stores.length === 0 ? [] : [{ heading: '', detail: '', rows }],
      legend: [
        { mark: mark('R', 'used'), text: used },
        { mark: mark('(R)', 'idle'), text: idle },
        { mark: mark('R!', 'missing'), text: missing },
        { mark: mark('R?', 'warning'), text: unknown },
        { mark: mark('[R]', 'neutral'), text: handed },
      ],
      notes: stores.length === 0 || rows.length === 0 ? [] : [letters + (writes ? writeLetter : ''), how],
    };
  },
} as const satisfies MatrixKind;
