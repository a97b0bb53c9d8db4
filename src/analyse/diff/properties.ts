/**
 * What every kind of element can say: the one table by which processes are read for comparing, compared, and built again.
 *
 * A property that is missing here would be compared by nobody; the test that changes every value of a process with everything in it
 * finds that out. Not here, because they follow from what is: the members of an owner (its members name it as `parent`), the timeout of a
 * node (an edge), the name of a branch's edge, the languages of the title. And not here, because another file says it: what a subflow
 * knows of its child.
 */
import type { ElementKind, ValueType } from '../../model/difference.js';

/** Kinds that others refer to by id alone. */
export type Referred = 'owner' | 'phase' | 'segment' | 'node';

export interface Property {
  readonly path: string;
  readonly type: ValueType;
  readonly refers?: Referred;
  /**
   * A `label` names the element, a `title` the process. A `note` explains it, and is wording unless something in it is turned round; that
   * it has come or gone is wording, too.
   */
  readonly role?: 'label' | 'title' | 'note';
}

const label: Property = { path: 'name', type: 'text', role: 'label' };
const note: Property = { path: 'description', type: 'text', role: 'note' };

const owner = (path: string): Property => ({ path, type: 'named', refers: 'owner' });
const owners = (path: string): Property => ({ path, type: 'nameds', refers: 'owner' });
const all = (type: ValueType, paths: string): readonly Property[] => paths.split(' ').map((path) => ({ path, type }));

export const properties: Readonly<Record<ElementKind | 'process', readonly Property[]>> = {
  process: [
    { path: 'title', type: 'text', role: 'title' },
    note,
    ...all('word', 'language'),
    ...all('text', 'objective.goal objective.scope.from objective.scope.to'),
    ...all('word', 'document.number document.version document.status document.effective'),
    owner('document.owner'),
    owners('document.reviewers'),
    owners('document.approvers'),
    ...all('duration', 'document.review.every'),
    ...all('word', 'document.review.last'),
    ...all('links', 'document.related'),
    { path: 'phases', type: 'sequence', refers: 'phase' },
  ],
  node: [
    ...all('word', 'type kind'),
    label,
    note,
    owner('owner'),
    owner('accountable'),
    owners('consulted'),
    owners('informed'),
    { path: 'phase', type: 'named', refers: 'phase' },
    ...all('text', 'trigger until'),
    ...all('duration', 'duration'),
    ...all('word', 'flow outcome'),
    ...all('duration', 'sla effort'),
    ...all('words', 'via'),
    ...all('texts', 'inputs outputs'),
    ...all('ordered', 'steps'),
    ...all('texts', 'tools'),
    ...all('data', 'reads writes'),
    ...all('risks', 'risks'),
    { path: 'cadence', type: 'cadence', refers: 'segment' },
    ...all('links', 'links'),
    { path: 'branches', type: 'ways', refers: 'node' },
  ],
  edge: [
    ...all('text', 'when'),
    ...all('word', 'childEnd'),
    ...all('flag', 'otherwise'),
    ...all('ratio', 'chance'),
    { path: 'segments', type: 'nameds', refers: 'segment' },
    ...all('texts', 'carries'),
    ...all('duration', 'after'),
  ],
  owner: [label, ...all('word', 'kind'), note, owner('parent'), { path: 'contact', type: 'text', role: 'note' }],
  phase: [label, note, ...all('texts', 'entry exit')],
  segment: [label, ...all('text', 'rule'), note],
  store: [
    label,
    ...all('word', 'kind'),
    note,
    ...all('text', 'system'),
    owner('owner'),
    ...all('words', 'protection.encryption'),
    ...all('duration', 'protection.backup.every'),
    ...all('text', 'protection.backup.to'),
    ...all('duration', 'protection.backup.restoreTest'),
    ...all('flag', 'protection.audit'),
    ...all('duration', 'protection.retention'),
  ],
  group: [label],
  field: [label, ...all('word', 'sensitivity'), note],
  access: [...all('word', 'rights'), ...all('text', 'only')],
  kpi: [
    label,
    ...all('word', 'measure'),
    { path: 'from', type: 'named', refers: 'node' },
    { path: 'to', type: 'named', refers: 'node' },
    ...all('target', 'target'),
    // Of what is measured in a way of its own, it is the definition.
    ...all('text', 'description'),
    owner('owner'),
    ...all('duration', 'every'),
  ],
};
