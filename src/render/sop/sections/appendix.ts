/** Appendix: what is looked up and not read through. Forms and documents of the steps, and the fields of the data. */
import type { RootContent } from 'mdast';
import { say } from '../../../model/text.js';
import type { RelatedDocument, Store } from '../../../model/process.js';
import { capital, externalLink, fill, heading, labelled, table, type Inline } from '../../document/blocks.js';
import { distinct } from '../distinct.js';
import type { Section, Sop } from '../sop.js';

/** Each form once, with all steps that use it. */
function forms(sop: Sop): RootContent[] {
  const { form, steps } = sop.phrases.appendix;
  const found = new Map<string, { readonly part: Sop; readonly link: RelatedDocument; readonly steps: Inline[] }>();
  for (const part of sop.parts) {
    for (const node of part.process.nodes) {
      for (const link of node.links) {
        const key = JSON.stringify([say(link.name, part.language, part.process.language), link.link ?? '']);
        const known = found.get(key) ?? { part, link, steps: [] };
        known.steps.push(part.step(node.id));
        found.set(key, known);
      }
    }
  }
  const rows = [...found.values()].map(({ part, link: { name, link }, steps: used }) => [
    externalLink(part.line(name), link),
    sop.joinedSteps(used),
  ]);
  return table([form, steps], rows);
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
      ...chapter(label.forms, forms(sop)),
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
