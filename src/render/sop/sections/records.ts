/**
 * Records: what the steps leave behind, and the stores in which they write; of both, who keeps them where and for how long.
 *
 * An output is kept where its step writes. A step that writes nowhere leaves it with whoever does the step, unless that is somebody
 * outside or a machine: then nobody is named, which is a gap that the reader should see.
 */
import type { RootContent } from 'mdast';
import type { ProcessNode, RelatedDocument, Store } from '../../../model/process.js';
import { capital, externalLink, isEmpty, joined, labelled, table, type Inline } from '../../document/blocks.js';
import { distinct, everywhere, identity } from '../distinct.js';
import type { Section, Sop } from '../sop.js';
import { inOrder } from './procedure.js';

const storesOf = ({ process }: Sop): readonly Store[] => process.stores;

/** What is said of one row and not of another is a gap; what is said of none is no column. */
function withGaps({ phrases }: Sop, rows: readonly (readonly Inline[])[], optional?: number): readonly Inline[][] {
  const isSaid = (rows[0] ?? []).map((_, column) => rows.some((row) => !isEmpty(row[column] ?? '')));
  return rows.map((row) =>
    row.map((cell, column) =>
      isEmpty(cell) && isSaid[column] && column !== optional ? capital(phrases.notSet) : cell,
    ),
  );
}

/** The blank form of a record: 商机登记表 is filled in on CY-QR-0801 商机登记表. */
const formOf = (part: Sop, { links }: ProcessNode, record: string): RelatedDocument | undefined =>
  links.find(({ name }) => part.line(name).includes(record));

/** One output, whichever steps leave it behind. */
interface Kept {
  readonly name: string;
  readonly forms: Map<string, Inline>;
  readonly steps: Inline[];
  readonly keepers: Set<string>;
  /** By its place in the sources: flows of one document may share a store. */
  readonly stores: Map<string, readonly [Sop, Store]>;
}

function outputs(sop: Sop): readonly Kept[] {
  const found = new Map<string, Kept>();
  for (const part of sop.parts) {
    for (const node of inOrder(part)) {
      for (const name of new Set(node.outputs.map(part.line))) {
        if (name === '') continue;
        const kept: Kept = found.get(name) ?? {
          name,
          forms: new Map(),
          steps: [],
          keepers: new Set(),
          stores: new Map(),
        };
        found.set(name, kept);
        const form = formOf(part, node, name);
        if (form !== undefined) kept.forms.set(part.line(form.name), externalLink(part.line(form.name), form.link));
        kept.steps.push(part.step(node.id));
        const written = storesOf(part).filter(({ id }) => node.writes.some(({ store }) => store === id));
        for (const store of written) kept.stores.set(identity(store), [part, store]);
        const keepers = written.length > 0 ? written.map(({ owner }) => owner) : [doer(part, node)];
        for (const keeper of keepers) if (keeper !== undefined) kept.keepers.add(part.owners([keeper]));
      }
    }
  }
  return [...found.values()];
}

function doer({ process }: Sop, { owner: id }: ProcessNode): string | undefined {
  const kind = process.owners.find((owner) => owner.id === id)?.kind;
  return kind === 'customer' || kind === 'partner' || kind === 'system' ? undefined : id;
}

/** One period where all stores agree; else each with its own. */
function retention({ phrases, words }: Sop, stores: Kept['stores']): string {
  const all = [...stores.values()].map(([part, store]) => {
    const keeps = store.protection?.retention;
    return { name: part.name(store), period: keeps === undefined ? '' : words.duration(keeps) };
  });
  const [first, ...others] = all;
  if (first === undefined || others.every(({ period }) => period === first.period)) return first?.period ?? '';
  return all.map(({ name, period }) => `${name}${phrases.colon}${period || phrases.notSet}`).join(phrases.separator);
}

function outputTable(sop: Sop): RootContent[] {
  const { name, form, steps, keeper, where, retention: period } = sop.phrases.record;
  const rows = outputs(sop).map((kept): Inline[] => [
    kept.name,
    joined([...kept.forms.values()], sop.phrases.separator),
    sop.joinedSteps(kept.steps),
    sop.words.list([...kept.keepers]),
    sop.words.list([...kept.stores.values()].map(([part, store]) => part.name(store))),
    retention(sop, kept.stores),
  ]);
  const formColumn = 1;
  return table([name, form, steps, keeper, where, period], withGaps(sop, rows, formColumn));
}

function storeTable(sop: Sop): RootContent[] {
  const { store: name, written, keeper, where, retention: period } = sop.phrases.record;
  const rows = distinct(sop.parts, storesOf).flatMap(([part, store]): Inline[][] => {
    const writing = everywhere(sop.parts, store, storesOf).flatMap(([other, one]) =>
      inOrder(other)
        .filter(({ writes }) => writes.some((ref) => ref.store === one.id))
        .map(({ id }) => other.step(id)),
    );
    if (writing.length === 0) return [];
    const keeps = store.protection?.retention;
    return [
      [
        part.name(store),
        sop.joinedSteps(writing),
        part.owners([store.owner]),
        part.line(store.system),
        keeps === undefined ? '' : part.words.duration(keeps),
      ],
    ];
  });
  return table([name, written, keeper, where, period], withGaps(sop, rows));
}

export const records: Section = {
  id: 'records',
  summary:
    'what the steps leave behind and the data that they write: from which step, who keeps it where and for how long',
  blocks: (sop) => [
    ...labelled(sop.phrases.record.outputs, outputTable(sop)),
    ...labelled(sop.phrases.record.stores, storeTable(sop)),
  ],
};
