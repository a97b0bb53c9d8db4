/**
 * What a line must not be broken in: dates, numbers with their units, numbers of documents; and lines of several facts.
 *
 * Browsers break dates at their hyphens and between a number and what it counts, and no rule of style can tell such a text from another.
 */
import type { Element, ElementContent } from 'hast';
import { h } from '../render/html/tree.js';

const date = String.raw`\d{4}-\d{2}-\d{2}`;
const documentNumber = String.raw`(?<![\p{L}\d-])[A-Z][A-Z\d]*(?:-[A-Z\d]+)*-\d+(?![\p{L}\d-])`;
const chinese = '个?工作日|分钟|小时|天|周|个月|年|个环节|个参与者|步';
const english = String.raw`(?:minute|hour|day|week|month|year|step)s?|h|min|party|parties`;
const quantity = String.raw`(?<![\p{L}\d.-])\d+(?:[.,]\d+)* ?(?:${chinese}|(?:${english})(?!\p{L}))`;
const whole = new RegExp(`${date}|${documentNumber}|${quantity}`, 'gu');

/** Elements that hold plain text, or text that is set by other rules. */
const passed: ReadonlySet<string> = new Set(['svg', 'option', 'code', 'pre', 'button']);

/** The same with every date, quantity and number of a document in a span that keeps it on one line. */
export function unbroken(element: Element): Element {
  return passed.has(element.tagName) ? element : { ...element, children: element.children.flatMap(pieces) };
}

function pieces(node: ElementContent): readonly ElementContent[] {
  if (node.type === 'element') return [unbroken(node)];
  if (node.type !== 'text') return [node];
  const { value } = node;
  const found: ElementContent[] = [];
  let at = 0;
  for (const { 0: match, index } of value.matchAll(whole)) {
    if (index > at) found.push({ type: 'text', value: value.slice(at, index) });
    found.push(h('span', { class: 'whole' }, match));
    at = index + match.length;
  }
  if (at === 0) return [node];
  return at < value.length ? [...found, { type: 'text', value: value.slice(at) }] : found;
}

/** A line of facts, which goes on in the next line between two of them rather than within one. Nothing for no fact. */
export function factLine(facts: readonly string[]): Element | undefined {
  if (facts.length === 0) return undefined;
  const last = facts.length - 1;
  const parts = facts.flatMap((fact, index) => [
    h('span', { class: 'fact' }, index < last ? `${fact} ·` : fact),
    ...(index < last ? [' '] : []),
  ]);
  return h('p', { class: 'details' }, ...parts);
}
