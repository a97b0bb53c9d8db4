/**
 * Who reads personal or sensitive data now and did not before: field by field, because a step that reads a whole store reads all its fields.
 *
 * Owners that are new, and data that is new, count too: somebody reads what nobody had to protect before. Told once per owner and group.
 */
import type { DataPlace, RiskFlag } from '../../model/difference.js';
import type { Text } from '../../model/text.js';
import type { DataRef, Field, Process, Sensitivity } from '../../model/process.js';
import type { Compared } from './pairing.js';

const personal: ReadonlySet<Sensitivity> = new Set(['personal', 'sensitive']);

export const isPersonal = (sensitivity: Sensitivity): boolean => personal.has(sensitivity);

export function* newPersonalData({ before, after, pairing }: Compared): Iterable<RiskFlag> {
  const known = new Set<string>();
  // Whoever writes it knows it.
  for (const { owner, field } of [...readings(before.process), ...readings(before.process, 'writes')]) {
    known.add(`${pairing.owner.get(owner) ?? ''} ${pairing.field.get(field) ?? ''}`);
  }
  const told = new Set<string>();
  for (const { owner, field, node, place } of readings(after.process)) {
    if (known.has(`${owner} ${field}`)) continue;
    const once = `${owner} ${place.store}.${place.group ?? ''}`;
    if (told.has(once)) continue;
    told.add(once);
    const item = after.byId.node.get(node);
    const name = after.byId.owner.get(owner)?.name;
    if (item === undefined || name === undefined) continue;
    yield {
      risk: 'personal-data-newly-read',
      kind: 'node',
      side: 'after',
      element: { id: item.id, name: item.name },
      span: item.span,
      owner: { id: owner, name },
      data: place,
    };
  }
}

interface ReadField {
  readonly owner: string;
  readonly node: string;
  /** `store.group.field` */
  readonly field: string;
  /** The group. */
  readonly place: DataPlace;
}

function* readings({ nodes, stores, language }: Process, of: 'reads' | 'writes' = 'reads'): Iterable<ReadField> {
  const called = (id: string, name: Text | undefined): Text => name ?? { [language]: id };
  for (const node of nodes) {
    const { id, owner } = node;
    if (owner === undefined) continue;
    for (const store of stores) {
      for (const group of store.groups) {
        for (const field of group.fields) {
          if (!isPersonal(field.sensitivity) || !node[of].some((ref) => includes(ref, store.id, group.id, field)))
            continue;
          const place = {
            store: store.id,
            group: group.id,
            names: [store.name, called(group.id, group.name)],
          };
          yield { owner, node: id, field: `${store.id}.${group.id}.${field.id}`, place };
        }
      }
    }
  }
}

function includes(ref: DataRef, store: string, group: string, { id }: Field): boolean {
  return (
    ref.store === store &&
    (ref.group === undefined || (ref.group === group && (ref.field === undefined || ref.field === id)))
  );
}
