/** The path of the innermost entry at a place of the text: the way back from `locate`. */
import { isMap, isSeq, type Pair, type ParsedNode } from 'yaml';
import { keyText } from './key-text.js';

export function pathAt(root: ParsedNode | null, offset: number): readonly (string | number)[] {
  const path: (string | number)[] = [];
  let node = root;
  for (;;) {
    const next = isMap(node) ? entryAt(node.items, offset) : itemAt(node, offset);
    if (next === undefined) return path;
    path.push(next.step);
    node = next.value;
  }
}

interface Step {
  readonly step: string | number;
  readonly value: ParsedNode | null;
}

function entryAt(items: readonly Pair<ParsedNode, ParsedNode | null>[], offset: number): Step | undefined {
  for (const { key, value } of items) {
    const text = keyText(key);
    if (text === undefined) continue;
    const end = Math.max(key.range[1], value?.range[1] ?? 0);
    if (key.range[0] <= offset && offset < end) return { step: text, value };
  }
  return undefined;
}

function itemAt(node: ParsedNode | null, offset: number): Step | undefined {
  if (!isSeq(node)) return undefined;
  const items = node.items as (ParsedNode | null)[];
  const step = items.findIndex((item) => item !== null && item.range[0] <= offset && offset < item.range[1]);
  return step === -1 ? undefined : { step, value: items[step] ?? null };
}
