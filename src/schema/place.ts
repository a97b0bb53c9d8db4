/**
 * What to call a place in a file: `"sla" of node "capture"`, `branch 2 of node "interested"`, `field "crm.basic.phone"`.
 *
 * Separate from the messages because all of them begin with it. The words are those an author uses; a path or a pointer never shows.
 */
import { quote } from '../base/quote.js';
import type { Step } from './shape.js';

/** What an entry of a map is, by the name of the map's shape. */
const entryNouns: Readonly<Record<string, string>> = {
  owners: 'owner',
  phases: 'phase',
  segments: 'segment',
  stores: 'store',
  kpis: 'KPI',
  nodes: 'node',
  levels: 'rule',
};

/** What an item of a list is, by the property that holds the list. */
const itemNouns: Readonly<Record<string, string>> = {
  next: 'branch',
  steps: 'step',
  inputs: 'input',
  outputs: 'output',
  tools: 'tool',
  via: 'channel',
  risks: 'risk',
  cadence: 'line',
  links: 'link',
  related: 'related document',
  members: 'member',
  reviewers: 'reviewer',
  approvers: 'approver',
  overrides: 'override',
  terms: 'term',
};

/** The innermost thing with a name, and below it the properties that lead to the place. */
export function place(steps: readonly Step[]): string {
  let thing = '';
  let properties: string[] = [];
  let above: Step | undefined;
  for (const step of steps.slice(1)) {
    const named = above && nameOf(step, above, properties, thing);
    thing = named ?? thing;
    properties = named === undefined ? [...properties, String(step.key)] : [];
    above = step;
  }
  if (properties.length === 0) return thing;
  return `${quote(properties.join('.'))}${thing === '' ? '' : ` of ${thing}`}`;
}

/** What a step leads to, if that is a thing of its own and not a property; `thing` is what it lies in. */
function nameOf({ key }: Step, above: Step, properties: readonly string[], thing: string): string | undefined {
  if (Array.isArray(above.value)) return itemOf(Number(key), properties, thing);
  const id = String(key);
  if (above.shape === 'groups') return `group ${quote(`${idOf(thing)}.${id}`)}`;
  if (above.shape === 'fields') return `field ${quote(`${idOf(thing)}.${id}`)}`;
  if (above.shape === 'access') return `the access of ${quote(id)} to ${thing}`;
  return Object.hasOwn(entryNouns, above.shape) ? `${entryNouns[above.shape] ?? ''} ${quote(id)}` : undefined;
}

function itemOf(index: number, properties: readonly string[], thing: string): string {
  const property = properties.at(-1) ?? '';
  const number = index + 1;
  const rest = thing === '' ? '' : ` of ${thing}`;
  if (property === 'cadence') return `line ${number} of the follow-up plan${rest}`;
  if (Object.hasOwn(itemNouns, property)) return `${itemNouns[property] ?? ''} ${number}${rest}`;
  return `item ${number} of ${quote(properties.join('.'))}${rest}`;
}

/** The words in quotes at the end: `crm.basic` of `group "crm.basic"`. */
function idOf(thing: string): string {
  return /"(.*)"$/u.exec(thing)?.[1] ?? '';
}

/** With a capital letter, to begin a sentence. */
export function sentence(text: string): string {
  return /^[a-z]/u.test(text) ? `${text.slice(0, 1).toUpperCase()}${text.slice(1)}` : text;
}
