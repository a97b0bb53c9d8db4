/** What nodes read and write: `crm`, `crm.basic` or `crm.basic.phone`, followed part by part to what the stores define. */
import { quote } from '../base/quote.js';
import type { DataRef } from '../model/process.js';
import type { FieldDefinition, GroupDefinition } from '../schema/index.js';
import { complainOfLost, type Context } from './context.js';
import type { Home, Path } from './entries.js';
import { remedy, resolve, type Target } from './references.js';
import { fieldsOf } from './stores.js';

/** Of a wrong place the right beginning is kept: the store, or the store and the group. */
export function dataPlaces(
  context: Context,
  home: Home,
  written: readonly string[] | undefined,
  path: Path,
): readonly DataRef[] {
  return (written ?? []).flatMap((place, index) => {
    const at = [...path, index];
    const parts = place.split('.');
    const [first, second, third] = parts;
    const store = resolve(context, 'store', first, home, at);
    if (store === undefined) return [];
    const span = home.locate(at);
    const definition = context.sections.stores.get(store);
    if (second === undefined || definition === undefined) return { store, span };

    const groups = Object.entries(definition.definition.fields ?? {});
    const group = groups.find(([id]) => id === second)?.[1];
    if (group === undefined && !definition.intact) return { store, span };
    if (group === undefined) {
      const known = new Map(
        groups.map(([id, each]) => [id, target(definition.home, [...definition.path, 'fields', id], each)]),
      );
      const owner = groups.find(([, each]) => Object.hasOwn(fieldsOf(each).fields, second))?.[0];
      const elsewhere =
        owner &&
        `${quote(second)} is a field of the group ${quote(owner)}: write ${quote(`${store}.${owner}.${second}`)}.`;
      lost(context, home, at, { parts, noun: 'group', whole: store, known, elsewhere });
      return { store, span };
    }
    if (third === undefined) return { store, group: second, span };
    const { fields, below } = fieldsOf(group);
    if (Object.hasOwn(fields, third)) return { store, group: second, field: third, span };
    if (!definition.intact) return { store, group: second, span };
    const inGroup = [...definition.path, 'fields', second, ...below];
    const known = new Map(
      Object.entries(fields).map(([id, each]) => [id, target(definition.home, [...inGroup, id], each)]),
    );
    lost(context, home, at, { parts, noun: 'field', whole: `${store}.${second}`, known, elsewhere: undefined });
    return { store, group: second, span };
  });
}

function target(home: Home, path: Path, definition: GroupDefinition | FieldDefinition): Target {
  return { definition, span: home.locate(path, 'key') };
}

interface Lost {
  readonly noun: 'group' | 'field';
  readonly parts: readonly string[];
  /** The parts that are right. */
  readonly whole: string;
  readonly known: ReadonlyMap<string, Target>;
  readonly elsewhere: string | undefined;
}

function lost(context: Context, home: Home, path: Path, { noun, parts, whole, known, elsewhere }: Lost): void {
  const right = whole.split('.').length;
  const id = parts[right] ?? '';
  const code = noun === 'group' ? 'unknown-group' : 'unknown-field';
  const spell = (part: string): string => [whole, part, ...parts.slice(right + 1)].join('.');
  const found = remedy(id, { noun, known, place: home.locate(path), elsewhere, section: 'fields', spell });
  complainOfLost(context, home, code, `${quote(whole)} has no ${noun} ${quote(id)}.`, path, found);
}
