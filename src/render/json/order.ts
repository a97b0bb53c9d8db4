/**
 * The order of keys in the JSON: what a thing is, what it is called, what it says, where it stands.
 *
 * One list for all objects, so that the same key is always in the same place. Languages come in the order of the process; a key that
 * is not listed comes last, by code units.
 */
import type { Language } from '../../model/text.js';

const keys = [
  'id type kind name title description outcome number version status effective',
  // process
  'file language languages objective goal scope document review last related reviewers approvers',
  'owners phases segments stores kpis nodes edges sources',
  // who
  'owner accountable consulted informed parent members contact',
  // where in the flow
  'phase entry exit from to trigger duration until flow child ends',
  'when childEnd otherwise chance after carries',
  // work
  'sla effort via inputs outputs steps tools reads writes risks problem remedy severity',
  'cadence segment rule every about timeout links link',
  // data
  'system store group field groups fields sensitivity access create read update delete only',
  'protection encryption backup restoreTest audit retention',
  // measures
  'measure target comparator value unit',
  // place
  'at',
].flatMap((line) => line.split(' '));

const places: ReadonlyMap<string, number> = new Map(keys.map((key, place) => [key, place]));

export function isKnownKey(key: string): boolean {
  return places.has(key);
}

export function byReadingOrder(a: string, b: string, languages: readonly Language[]): number {
  const place = (key: string): number => {
    const language = languages.indexOf(key);
    return language >= 0 ? language - languages.length : (places.get(key) ?? keys.length);
  };
  return place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
}
