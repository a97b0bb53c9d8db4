/**
 * What to call a place in a file: `"sla" of node "capture"`, `branch 2 of node "interested"`, `field "crm.basic.phone"`.
 *
 * Separate from the messages because all of them begin with it. The words are those an author uses; a path or a pointer never shows.
 */
import { oneLine } from '../base/printable.js';
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
    const list = Array.isArray(above?.value);
    const noun = !list && above ? Object.hasOwn(entryNouns, above.shape) && entryNouns[above.shape] : undefined;
    if (list) {
      thing = itemOf(Number(step.key), properties, thing);
      properties = [];
    } else if (noun !== undefined && noun !== false) {
      thing = `${noun} ${quote(String(step.key))}`;
      properties = [];
    } else if (above?.shape === 'groups') {
      thing = `group ${quote(`${nameOf(thing)}.${String(step.key)}`)}`;
      properties = [];
    } else if (above?.shape === 'fields') {
      thing = `field ${quote(`${nameOf(thing)}.${String(step.key)}`)}`;
      properties = [];
    } else if (above?.shape === 'access') {
      thing = `the access of ${quote(String(step.key))} to ${thing}`;
      properties = [];
    } else {
      properties.push(String(step.key));
    }
    above = step;
  }
  if (properties.length === 0) return thing;
  return `${quote(properties.join('.'))}${thing === '' ? '' : ` of ${thing}`}`;
}

function itemOf(index: number, properties: readonly string[], thing: string): string {
  const property = properties.at(-1) ?? '';
  const number = index + 1;
  const rest = thing === '' ? '' : ` of ${thing}`;
  if (property === 'cadence') return `line ${number} of the follow-up plan${rest}`;
  if (Object.hasOwn(itemNouns, property)) return `${itemNouns[property] ?? ''} ${number}${rest}`;
  return `item ${number} of ${quote(properties.join('.'))}${rest}`;
}

/** `crm.basic` of `group "crm.basic"`. */
function nameOf(thing: string): string {
  return /"(.*)"$/u.exec(thing)?.[1] ?? '';
}

const LONGEST_QUOTE = 40;

/** The author's own words in quotes, on one line and not too long. */
export function quote(words: string): string {
  const line = oneLine(words.slice(0, 4 * LONGEST_QUOTE));
  const letters = Array.from(line);
  const cut = letters.length > LONGEST_QUOTE || words.length > 4 * LONGEST_QUOTE;
  return `"${cut ? `${letters.slice(0, LONGEST_QUOTE - 1).join('')}…` : line}"`;
}

/** The same with a capital letter, to begin a sentence. */
export function sentence(text: string): string {
  return /^[a-z]/u.test(text) ? `${text.slice(0, 1).toUpperCase()}${text.slice(1)}` : text;
}
