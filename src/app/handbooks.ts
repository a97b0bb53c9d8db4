/** Whose handbooks a flow has: those who have duties in it and read what they should do. */
import { isMereBar } from '../model/bars.js';
import { touched } from '../model/touched.js';
import type { Owner, Process } from '../model/process.js';

/** Stands for everyone who has duties: steps, or data, indicators or the document to look after. */
export const everyone = 'all';

/** Ids, in the order of the file: of the owner that is asked for, with or without duties, or of all that have some. */
export function handbookOwners(process: Process, whom: string): readonly string[] {
  if (whom !== everyone) return knownOwners(process).filter((id) => id === whom);
  const { nodes, stores, kpis, document, owners } = touched(process);
  const busy = new Set(
    [document, ...nodes.filter((node) => !isMereBar(node)), ...stores, ...kpis].map((element) => element?.owner),
  );
  return owners.filter((owner) => busy.has(owner.id) && isReader(owner)).map(({ id }) => id);
}

/** Everyone who has to do with the flow. */
export function knownOwners(process: Process): readonly string[] {
  return touched(process).owners.map(({ id }) => id);
}

/** Customers and partners do not work by our handbooks, and machines read none. They can be asked for by name. */
function isReader({ kind }: Owner): boolean {
  return kind !== 'customer' && kind !== 'partner' && kind !== 'system';
}
