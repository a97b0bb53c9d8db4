/** Whose handbooks a flow has: those who do something in it and read what they should do. */
import { touched } from '../model/touched.js';
import type { Owner, Process } from '../model/process.js';

/** Stands for everyone who has a step of their own. */
export const everyone = 'all';

/** Ids, in the order of the file: of the owner that is asked for, with or without steps, or of all that have some. */
export function handbookOwners(process: Process, whom: string): readonly string[] {
  if (whom !== everyone) return knownOwners(process).filter((id) => id === whom);
  const working = new Set(process.nodes.map(({ owner }) => owner));
  return process.owners.filter((owner) => working.has(owner.id) && isReader(owner)).map(({ id }) => id);
}

/** Everyone who has to do with the flow. */
export function knownOwners(process: Process): readonly string[] {
  return touched(process).owners.map(({ id }) => id);
}

/** Customers and partners do not work by our handbooks, and machines read none. They can be asked for by name. */
function isReader({ kind }: Owner): boolean {
  return kind !== 'customer' && kind !== 'partner' && kind !== 'system';
}
