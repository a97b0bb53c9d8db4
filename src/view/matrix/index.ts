/**
 * Process → Matrix: what one table says, in one language. Separate from views of graphs, because nothing of it is placed.
 *
 * Adds to what a kind of matrix makes what all have: titles, document control, the legend of the marks that occur, and a plain sentence
 * where there is nothing to list.
 */
import { findById } from '../../base/registry.js';
import { isFiltering, type Filter } from '../../model/filter.js';
import type { Matrix, MatrixId, MatrixLegendEntry } from '../../model/matrix.js';
import type { Process } from '../../model/process.js';
import type { Language } from '../../model/text.js';
import { subtitle } from '../frame.js';
import { matrices } from '../matrices/index.js';
import { narrow } from '../narrow/index.js';
import { partName } from '../narrow/phrases.js';
import { voice } from '../voice.js';
import type { MatrixKind, Table, Tabulated } from './kind.js';
import { matrixPhrases } from './phrases/index.js';

export interface TabulateOptions {
  readonly language: Language;
  /** Only a part of the process: what a segment can reach, a phase, the work of an owner. */
  readonly filter?: Filter;
}

export function tabulate(process: Process, id: MatrixId, { language, filter = {} }: TabulateOptions): Matrix {
  const kind: MatrixKind | undefined = findById(matrices, id);
  if (kind === undefined) throw new Error(`no matrix is called '${id}'`);
  const table = tableOf(process, language, filter);
  const said = kind.tabulate(table);
  const { name, description, empty } = table.phrases.matrices[id];
  const groups = said.groups.filter(({ rows }) => rows.length > 0);
  const speak = voice(process, language);
  const status = process.document?.status;
  const author = table.owner(process.document?.owner);
  const part = isFiltering(filter) ? `\u00A0· ${partName(process, filter, speak)}` : '';
  return {
    id,
    processId: process.id,
    language,
    name,
    title: table.phrases.title(table.name({ id: process.id, name: process.title }), name) + part,
    subtitle: subtitle(process, speak),
    ...(status === undefined ? {} : { status: { id: status, text: speak.words.statuses[status] } }),
    description,
    ...(author !== '' && { author }),
    columns: said.columns,
    groupHeader: groups.some(({ heading }) => heading !== '') ? (said.groupHeader ?? '') : '',
    groups,
    ...(groups.length === 0 && { empty }),
    legend: occurring(said, groups),
    notes: said.notes ?? [],
  };
}

function tableOf(process: Process, language: Language, filter: Filter): Table {
  const speak = voice(process, language);
  const { process: part, dimmed } = isFiltering(filter) ? narrow(process, filter) : { process, dimmed: new Set() };
  const [nodesOfPart, edgesOfPart] = [part.nodes, part.edges].map((list) => new Set(list.map(({ id }) => id)));
  // What a picture leaves out of the neighbours of a part would be a gap in a table.
  const whole: Process = {
    ...process,
    nodes: process.nodes.filter(({ id }) => nodesOfPart?.has(id)),
    edges: process.edges.filter(({ id }) => edgesOfPart?.has(id)),
  };
  const owners = new Map(process.owners.map((owner) => [owner.id, speak.name(owner)]));
  const nodes = new Map(process.nodes.map((node) => [node.id, speak.name(node)]));
  const named = (names: ReadonlyMap<string, string>) => (id: string | undefined) =>
    id === undefined ? '' : (names.get(id) ?? id);
  return {
    ...speak,
    process: whole,
    nodes: whole.nodes.filter(({ id }) => !dimmed.has(id)),
    filter,
    phrases: matrixPhrases(language),
    owner: named(owners),
    node: named(nodes),
  };
}

/** Of the legend, what stands for a tone that occurs. */
function occurring({ legend = [] }: Tabulated, groups: Matrix['groups']): readonly MatrixLegendEntry[] {
  const tones = new Set(
    groups.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.flatMap(({ marks }) => marks.map((one) => one.tone))),
    ),
  );
  return legend.filter(({ mark }) => tones.has(mark.tone));
}
