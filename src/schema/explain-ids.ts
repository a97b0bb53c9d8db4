/**
 * The id that exists and was meant: `登记 报案` for `登记报案`, or the name of something in place of its id.
 *
 * Separate from mending, which knows only the text: an id made of it by rule would be one that nobody has.
 */
import type { Ground } from './phrases.js';
import { isMap, type Step } from './shape.js';

/** Where the things that a property refers to are defined; every other reference to an id leads to a node. */
const sections: Readonly<Record<string, string>> = {
  owner: 'owners',
  accountable: 'owners',
  consulted: 'owners',
  informed: 'owners',
  members: 'owners',
  reviewers: 'owners',
  approvers: 'owners',
  phase: 'phases',
  for: 'segments',
};

export function existing(
  value: string | number,
  shape: string,
  steps: readonly Step[],
  { data }: Ground,
): string | undefined {
  if (shape !== 'id' || typeof value !== 'string' || !isMap(data)) return undefined;
  const property = steps.findLast(({ key }) => typeof key === 'string')?.key ?? '';
  const section = data[Object.hasOwn(sections, property) ? (sections[property] ?? '') : 'nodes'];
  if (!isMap(section)) return undefined;
  const wanted = letters(value);
  const found = Object.keys(section).find((id) => letters(id) === wanted);
  return wanted === ''
    ? undefined
    : (found ?? Object.keys(section).find((id) => letters(nameOf(section[id])) === wanted));
}

function nameOf(definition: unknown): string {
  const name = isMap(definition) ? definition['name'] : undefined;
  return typeof name === 'string' ? name : '';
}

/** What is left of an id when spaces, signs and the size of letters do not count. */
function letters(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
