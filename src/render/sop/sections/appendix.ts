/** Appendix: what is looked up and not read through. Forms and documents of the steps, and the fields of the data. */
import type { RootContent } from 'mdast';
import type { ProcessNode, Store } from '../../../model/process.js';
import { capital, externalLink, fill, heading, labelled, table, type Inline } from '../../document/blocks.js';
import { distinct } from '../distinct.js';
import type { Section, Sop } from '../sop.js';
import { inOrder } from './procedure.js';

/** Each form once, with all steps that use it. */
export function formTable(
  sop: Sop,
  flows: readonly { readonly part: Sop; readonly nodes: readonly ProcessNode[] }[],
): RootContent[] {
  const { form, steps } = sop.phrases.appendix;
  const found = new Map<string, { readonly name: Inline; readonly steps: Inline[] }>();
  for (const { part, nodes } of flows) {
    for (const node of nodes) {
      for (const { name, link } of node.links) {
        const said = part.line(name);
        const key = JSON.stringify([said, link ?? '']);
        const known = found.get(key) ?? { name: externalLink(said, link), steps: [] };
        known.steps.push(part.step(node.id));
        found.set(key, known);
      }
    }
  }
  return table(
    [form, steps],
    [...found.values()].map((one) => [one.name, sop.joinedSteps(one.steps)]),
  );
}

function fields(sop: Sop, store: Store): RootContent[] {
  const { group, field, sensitivity, description } = sop.phrases.store;
  return table(
    [group, field, sensitivity, description],
    store.groups.flatMap((one) =>
      one.fields.map((item) => [
        sop.name(one),
        sop.name(item),
        capital(sop.words.sensitivities[item.sensitivity]),
        sop.line(item.description),
      ]),
    ),
  );
}

const chapter = (title: string, blocks: readonly RootContent[]): RootContent[] =>
  blocks.length === 0 ? [] : [heading(3, title), ...blocks];

export const appendix: Section = {
  id: 'appendix',
  summary: 'forms and documents with the steps that use them, and the fields of each store',
  blocks(sop) {
    const label = sop.phrases.appendix;
    const stores = distinct(sop.parts, ({ process }) => process.stores);
    return [
      ...chapter(
        label.forms,
        formTable(
          sop,
          sop.parts.map((part) => ({ part, nodes: inOrder(part) })),
        ),
      ),
      ...chapter(
        label.fields,
        stores.flatMap(([part, store]) => labelledStore(part, store)),
      ),
    ];
  },
};

function labelledStore(sop: Sop, store: Store): RootContent[] {
  return labelled(fill(sop.phrases.appendix.store, { name: sop.name(store) }), fields(sop, store));
}
