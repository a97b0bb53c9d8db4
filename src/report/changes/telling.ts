/**
 * Difference → what a reader is told of it, in one language: sections of entries, each with a mark and its details; risks; who is affected.
 *
 * Shared by the reports for people, so that terminal and comment say the same. Nothing here is escaped: author's text is on one line, and
 * the rest is for the report that knows its syntax.
 */
import {
  isEmpty,
  type CourseChange,
  type Difference,
  type EdgeChange,
  type EdgeStanding,
  type Effect,
  type ElementChange,
  type ElementKind,
  type NodeStanding,
  type PropertyChange,
  type Status,
} from '../../model/difference.js';
import type { Language } from '../../model/text.js';
import { effectSentence, riskSentence } from './sentences.js';
import { namedWords, told, voiceOf, type Told, type Voice } from './values.js';

/** Marks that need no colour: added, removed, changed, elsewhere. */
export const signs = ['+', '−', '~', '→'] as const;
export type Sign = (typeof signs)[number];

export interface Detail extends Told {
  readonly label: string;
  readonly wording: boolean;
}

export interface Entry {
  readonly sign: Sign;
  readonly status: Status;
  readonly title: string;
  /** What else helps to know it: type, owner, phase. */
  readonly tags: readonly string[];
  readonly details: readonly Detail[];
}

export interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
}

export interface Telling {
  readonly title: string;
  /** Counts, most telling first. */
  readonly summary: readonly string[];
  readonly risks: readonly string[];
  readonly affected: readonly {
    readonly owner: string;
    readonly external: boolean;
    readonly effects: readonly string[];
  }[];
  readonly sections: readonly Section[];
  /** Changes of wording, whether they are among the sections or not. */
  readonly wordings: number;
  /** Those that are not among the sections, one by one, for whoever unfolds them. */
  readonly folded: readonly Entry[];
  readonly empty: boolean;
  readonly voice: Voice;
}

export interface TellOptions {
  /** Of the words around the author's; of his own where he has written them in it. */
  readonly language: Language;
  /** In which language the author's texts are shown. */
  readonly content: Language;
  readonly wording: boolean;
}

const sectionKinds = [
  ['node', ['node']],
  ['edge', ['edge']],
  ['owner', ['owner']],
  ['phase', ['phase']],
  ['segment', ['segment']],
  ['data', ['store', 'group', 'field', 'access']],
  ['kpi', ['kpi']],
] as const;

export function tell(difference: Difference, { language, content, wording }: TellOptions): Telling {
  const side = difference.after ?? difference.before;
  const voice = voiceOf(language, content, side?.language ?? content);
  const lists = listsOf(difference);
  const whole = difference.before === undefined || difference.after === undefined;
  const ofProcess = details('process', whole ? [] : difference.process, voice, wording);
  // Of a whole flow, who does what is enough: everything else in it is as new, or as gone.
  const shownKinds = whole ? sectionKinds.slice(0, 1) : sectionKinds;
  const isTold = ({ effect }: Effect): boolean => !whole || effect === 'gains-work' || effect === 'loses-work';
  const sections = [
    ...(ofProcess.length === 0
      ? []
      : [{ title: voice.phrases.sections.process, entries: [processEntry(difference, ofProcess, voice)] }]),
    { title: voice.phrases.sections.course, entries: difference.course.map((change) => courseEntry(change, voice)) },
    ...shownKinds.map(([id, kinds]) => ({
      title: voice.phrases.sections[id],
      entries: kinds.flatMap((kind) => lists[kind].flatMap((change) => entryOf(change, voice, wording))),
    })),
  ].filter(({ entries }) => entries.length > 0);
  const all = [...difference.process, ...Object.values(lists).flatMap((list) => list.flatMap(ofThoseThatStay))];
  return {
    title: voice.line(side?.title) || (side?.id ?? ''),
    summary: summaryOf(difference, lists, voice),
    risks: difference.risks.map((flag) => riskSentence(flag, voice)),
    affected: difference.affected.flatMap(({ owner, external, effects }) => {
      const sentences = effects.filter(isTold).map((effect) => effectSentence(effect, voice));
      return sentences.length === 0 ? [] : [{ owner: voice.name(owner), external, effects: sentences }];
    }),
    sections,
    wordings: whole ? 0 : all.filter(({ kind }) => kind === 'wording').length,
    folded: whole || wording ? [] : foldedIn(difference, lists, voice),
    empty: isEmpty(difference),
    voice,
  };
}

type Lists = Readonly<Record<ElementKind, readonly ElementChange[]>>;

function listsOf(difference: Difference): Lists {
  const { nodes, edges, owners, phases, segments, stores, groups, fields, access, kpis } = difference;
  return {
    node: nodes,
    edge: edges,
    owner: owners,
    phase: phases,
    segment: segments,
    store: stores,
    group: groups,
    field: fields,
    access,
    kpi: kpis,
  };
}

const ofThoseThatStay = ({ status, changes }: ElementChange): readonly PropertyChange[] =>
  status === 'changed' ? changes : [];

/** An entry that would say nothing (wording, unasked) is none. */
function entryOf(change: ElementChange, voice: Voice, wording: boolean): readonly Entry[] {
  const { kind, status, before, after, marks, changes } = change;
  const standing = after ?? before;
  if (standing === undefined) return [];
  const title = titleOf(change, voice);
  if (status !== 'changed') {
    return [{ sign: status === 'added' ? '+' : '−', status, title, tags: tagsOf(change, voice), details: [] }];
  }
  const shown = [
    ...endDetails(change, voice),
    ...details(
      kind,
      changes.filter(({ path }) => !inTitle(change, path, voice)),
      voice,
      wording,
    ),
  ];
  if (shown.length === 0 && !marks.includes('renamed')) return [];
  const idOnly = marks.includes('renamed') && before?.id !== after?.id && kind !== 'edge';
  const ids = idOnly
    ? [{ label: voice.phrases.renamedId, before: before?.id ?? '', after: after?.id ?? '', wording: false }]
    : [];
  const sign = marks.some((mark) => mark === 'moved' || mark === 'rewired') ? '→' : '~';
  return [{ sign, status, title, tags: placeTags(change, voice), details: [...ids, ...shown] }];
}

function courseEntry({ course, node, other }: CourseChange, { phrases, name }: Voice): Entry {
  const sign = course === 'merged' ? '−' : course === 'split' ? '+' : '→';
  return { sign, status: 'changed', title: phrases.course[course](name(node), name(other)), tags: [], details: [] };
}

function foldedIn({ process, after, before }: Difference, lists: Lists, voice: Voice): readonly Entry[] {
  const entry = (
    title: string,
    kind: ElementKind | 'process',
    changes: readonly PropertyChange[],
  ): readonly Entry[] => {
    const own = changes.filter((change) => change.kind === 'wording');
    if (own.length === 0) return [];
    return [{ sign: '~', status: 'changed', title, tags: [], details: details(kind, own, voice, true) }];
  };
  return [
    ...entry(voice.line((after ?? before)?.title), 'process', process),
    ...sectionKinds
      .flatMap(([, kinds]) => kinds)
      .flatMap((kind) => lists[kind])
      .flatMap((change) => entry(titleOf(change, voice), change.kind, ofThoseThatStay(change))),
  ];
}

/** A new name stands in the title, beside the old one. */
function inTitle({ kind, marks, before, after }: ElementChange, path: string, voice: Voice): boolean {
  const otherwise = before !== undefined && after !== undefined && voice.name(before) !== voice.name(after);
  return path === 'name' && kind !== 'edge' && marks.includes('renamed') && otherwise;
}

function titleOf(change: ElementChange, voice: Voice): string {
  const { kind, status, before, after } = change;
  const standing = after ?? before;
  if (standing === undefined) return '';
  if (kind === 'edge') return edgeTitle(change as EdgeChange, voice);
  const name = voice.name(standing);
  const old = before === undefined ? '' : voice.name(before);
  return status === 'changed' && old !== name && change.marks.includes('renamed') ? `${old} → ${name}` : name;
}

function edgeTitle({ before, after, status }: EdgeChange, voice: Voice): string {
  const edge = status === 'changed' ? before : (after ?? before);
  if (edge === undefined) return '';
  const label = edgeLabel(edge, voice);
  const from = voice.name(status === 'changed' && after ? after.from : edge.from);
  const line = `${from} → ${voice.name(edge.to)}`;
  return label === '' ? line : `${line} (${label})`;
}

export function edgeLabel({ name, otherwise, way }: EdgeStanding, { line, phrases }: Voice): string {
  if (way === 'timeout') return phrases.timeout;
  return line(name) || (otherwise ? phrases.otherwise : '');
}

function endDetails(change: ElementChange, voice: Voice): readonly Detail[] {
  if (change.kind !== 'edge' || !change.marks.includes('rewired')) return [];
  const { before, after } = change as EdgeChange;
  return [
    {
      label: voice.phrases.nowTo,
      before: namedWords(before?.to, voice),
      after: namedWords(after?.to, voice),
      wording: false,
    },
  ];
}

function details(
  kind: ElementKind | 'process',
  changes: readonly PropertyChange[],
  voice: Voice,
  wording: boolean,
): readonly Detail[] {
  return changes
    .filter((change) => wording || change.kind === 'meaning')
    .map((change) => {
      const what = told(kind, change, voice);
      const label = change.type === 'ways' && what.reordered === undefined ? voice.phrases.branchOrder : undefined;
      return {
        label: label ?? voice.phrases.properties[change.path] ?? change.path,
        ...what,
        wording: change.kind === 'wording',
      };
    });
}

function processEntry({ after, before }: Difference, shown: readonly Detail[], voice: Voice): Entry {
  const side = after ?? before;
  return { sign: '~', status: 'changed', title: voice.line(side?.title), tags: [], details: shown };
}

/** Which store it is in. */
function placeTags({ kind, after, before }: ElementChange, voice: Voice): readonly string[] {
  const { within = [] } = after ?? before ?? {};
  if (kind === 'access') return [`${voice.phrases.kinds.access}: ${namedWords(within[0], voice)}`];
  return within.length === 0
    ? []
    : [`${voice.phrases.kinds[kind]} · ${within.map((one) => voice.name(one)).join(' / ')}`];
}

function tagsOf(change: ElementChange, voice: Voice): readonly string[] {
  const { kind, after, before, changes } = change;
  const said = (path: string): string => {
    const found = changes.find((one) => one.path === path);
    if (found === undefined) return '';
    const { before: old = '', after: now = '', added, removed } = told(kind, found, voice);
    if (added === undefined || removed === undefined) return after === undefined ? old : now;
    return (after === undefined ? removed : added).join(', ');
  };
  const labelled = (path: string): string => {
    const value = said(path);
    return value === '' ? '' : `${voice.phrases.properties[path] ?? path}: ${value}`;
  };
  const tags: Readonly<Partial<Record<ElementKind, readonly string[]>>> = {
    owner: [said('kind'), said('parent')],
    store: [voice.phrases.kinds.store, said('kind')],
    field: [said('sensitivity')],
    access: [said('rights'), said('only')],
    kpi: [said('target')],
    segment: [said('rule')],
    edge: [said('after'), said('chance'), labelled('segments'), labelled('carries')],
  };
  const own = kind === 'node' ? nodeTags((after ?? before) as NodeStanding, voice, said('sla')) : (tags[kind] ?? []);
  return [...placeTags(change, voice), ...own].filter((tag) => tag !== '');
}

function nodeTags({ type, task, owner, phase }: NodeStanding, voice: Voice, sla: string): readonly string[] {
  const { nodeTypes, taskKinds } = voice.words;
  const what = task !== undefined && task !== 'manual' ? taskKinds[task] : nodeTypes[type];
  return [what, namedWords(owner, voice), namedWords(phase, voice), sla];
}

function summaryOf(difference: Difference, lists: Lists, { phrases }: Voice): readonly string[] {
  const { before, after, risks, affected } = difference;
  const statuses = ['added', 'removed', 'changed'] as const;
  const counts = sectionKinds
    .flatMap(([, kinds]) => kinds)
    .flatMap((kind) =>
      statuses.map((status) => {
        const count = lists[kind].filter(
          (change) => change.status === status && change.marks.join() !== 'wording',
        ).length;
        return count === 0 ? '' : phrases.counted(count, kind, status);
      }),
    );
  return [
    before === undefined ? phrases.flow.added : after === undefined ? phrases.flow.removed : '',
    ...counts,
    risks.length === 0 ? '' : phrases.riskCount(risks.length),
    affected.length === 0 ? '' : phrases.affectedCount(affected.length),
  ].filter((part) => part !== '');
}
