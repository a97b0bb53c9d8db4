/** Stores: fields in groups, who may do what, how it is kept safe. */
import type { AccessGrant, Field, FieldGroup, Protection, Store } from '../model/process.js';
import type { GroupDefinition, NamedGroupDefinition, ProtectionDefinition, StoreDefinition } from '../schema/index.js';
import { nameOf, optionalText, type Context } from './context.js';
import type { Entry, Home } from './entries.js';
import { optionalDuration } from './quantities.js';
import { resolve } from './references.js';

export function compileStores(context: Context): readonly Store[] {
  return Array.from(context.sections.stores.values(), (entry) => {
    const { id, definition, home, path, span } = entry;
    const owner = resolve(context, 'owner', definition.owner, home, [...path, 'owner']);
    return {
      id,
      span,
      name: nameOf(context, home, id, definition.name),
      kind: definition.kind ?? 'database',
      ...optionalText(context, home, 'description', definition.description),
      ...optionalText(context, home, 'system', definition.system),
      ...(owner !== undefined && { owner }),
      groups: groups(context, entry),
      access: access(context, entry),
      ...(definition.protection && { protection: protection(context, home, definition.protection) }),
    };
  });
}

/** The fields of a group, and where they stand: a group with a name has them one level deeper. */
export function fieldsOf(group: GroupDefinition): {
  readonly fields: NamedGroupDefinition['fields'];
  readonly below: readonly string[];
} {
  return isNamed(group) ? { fields: group.fields, below: ['fields'] } : { fields: group, below: [] };
}

/** As in the schema: a group with an entry `fields` is one with a name. */
function isNamed(group: GroupDefinition): group is NamedGroupDefinition {
  return Object.hasOwn(group, 'fields');
}

function groups(context: Context, { definition, home, path }: Entry<StoreDefinition>): readonly FieldGroup[] {
  return Object.entries(definition.fields ?? {}).map(([id, group]) => {
    const at = [...path, 'fields', id];
    const { fields, below } = fieldsOf(group);
    return {
      id,
      ...(isNamed(group) && optionalText(context, home, 'name', group.name)),
      fields: Object.entries(fields).map(([name, written]): Field => {
        const details = typeof written === 'string' ? { sensitivity: written } : written;
        return {
          id: name,
          ...optionalText(context, home, 'name', details.name),
          sensitivity: details.sensitivity,
          ...optionalText(context, home, 'description', details.description),
          span: home.locate([...at, ...below, name], 'key'),
        };
      }),
      span: home.locate(at, 'key'),
    };
  });
}

function access(context: Context, { definition, home, path }: Entry<StoreDefinition>): readonly AccessGrant[] {
  return Object.entries(definition.access ?? {}).flatMap(([id, grant]) => {
    const at = [...path, 'access', id];
    const owner = resolve(context, 'owner', id, home, at, { atKey: true });
    if (owner === undefined) return [];
    const { may, only } = typeof grant === 'string' ? { may: grant, only: undefined } : grant;
    return {
      owner,
      create: may.includes('c'),
      read: may.includes('r'),
      update: may.includes('u'),
      delete: may.includes('d'),
      ...optionalText(context, home, 'only', only),
      span: home.locate(at, 'key'),
    };
  });
}

function protection(
  context: Context,
  home: Home,
  { encryption, backup, audit, retention }: ProtectionDefinition,
): Protection {
  return {
    encryption: encryption ?? [],
    ...(backup && {
      backup: {
        ...optionalDuration('every', backup.every),
        ...optionalText(context, home, 'to', backup.to),
        ...optionalDuration('restoreTest', backup['restore-test']),
      },
    }),
    ...(audit !== undefined && { audit }),
    ...optionalDuration('retention', retention),
  };
}
