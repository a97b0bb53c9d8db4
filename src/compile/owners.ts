/** Owners, and who belongs to whom. */
import { quote } from '../base/quote.js';
import type { Owner } from '../model/process.js';
import type { OwnerDefinition } from '../schema/index.js';
import { complain, nameOf, optionalText, type Context } from './context.js';
import type { Entry } from './entries.js';
import { resolve } from './references.js';

interface Membership {
  readonly parent: string;
  readonly entry: Entry<OwnerDefinition>;
  readonly index: number;
}

export function compileOwners(context: Context): readonly Owner[] {
  const parents = memberships(context);
  const members = new Map<string, string[]>();
  for (const [member, { parent }] of parents) members.set(parent, [...(members.get(parent) ?? []), member]);

  return Array.from(context.sections.owners.values(), ({ id, definition, home, span }) => {
    const parent = parents.get(id)?.parent;
    return {
      id,
      span,
      name: nameOf(context, home, id, definition.name),
      kind: definition.kind ?? 'role',
      ...optionalText(context, home, 'description', definition.description),
      members: members.get(id) ?? [],
      ...(parent !== undefined && { parent }),
      ...optionalText(context, home, 'contact', definition.contact),
    };
  });
}

/** Whose member each owner is, in the order of the lists. A lane can lie in one band only, and in no circle of bands. */
function memberships(context: Context): ReadonlyMap<string, Membership> {
  const parents = new Map<string, Membership>();
  for (const entry of context.sections.owners.values()) {
    for (const [index, written] of (entry.definition.members ?? []).entries()) {
      const path = [...entry.path, 'members', index];
      const member = resolve(context, 'owner', written, entry.home, path);
      if (member === undefined) continue;
      const before = parents.get(member);
      const circle = chain(parents, entry.id, member);
      if (circle !== undefined) {
        const message =
          circle.length === 1
            ? `${quote(member)} cannot be a member of itself.`
            : `The members go round in a circle: ${[...circle, circle[0]].map((id) => quote(id ?? '')).join(' → ')}.`;
        complain(context, entry.home, 'member-circle', message, path);
      } else if (before !== undefined) {
        const { home, path: owner } = before.entry;
        const related = [
          {
            message: `a member of ${quote(before.parent)} here`,
            span: home.locate([...owner, 'members', before.index]),
          },
        ];
        const message = `${quote(member)} is a member of both ${quote(before.parent)} and ${quote(entry.id)}.`;
        complain(context, entry.home, 'member-twice', message, path, {
          hint: 'Its lane can lie in one band only. If two departments have such a role, make two owners of it.',
          related,
        });
      } else {
        parents.set(member, { parent: entry.id, entry, index });
      }
    }
  }
  return parents;
}

/** From `top` down to `member`, if `member` is already above `top`. */
function chain(parents: ReadonlyMap<string, Membership>, top: string, member: string): readonly string[] | undefined {
  const above = [top];
  for (let at: string | undefined = top; at !== undefined; at = parents.get(at)?.parent) {
    if (at !== top) above.unshift(at);
    if (at === member) return above;
  }
  return undefined;
}
