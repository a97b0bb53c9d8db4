/**
 * One flow on both sides → one picture: what is new, gone, changed or elsewhere, with what has changed said at the step, and the rest
 * standing back.
 */
import { union } from '../../analyse/diff/index.js';
import { layout } from '../../layout/index.js';
import type { Difference, NodeChange, PropertyChange } from '../../model/difference.js';
import type { Process } from '../../model/process.js';
import type { Scene } from '../../model/scene.js';
import type { Language } from '../../model/text.js';
import { changeLooks, type ChangeLook, type View, type ViewNode } from '../../model/view.js';
import { told, voiceOf, type Voice } from '../../report/changes/values.js';
import { tell } from '../../report/changes/telling.js';
import { project } from '../../view/index.js';
import { comparisonPhrases, type ComparisonPhrases } from './phrases.js';

/** `both`: all of it, marked. Else what is not on that side is left out, and the rest stands where it stands in `both`. */
export type Shown = 'both' | 'before' | 'after';

export interface Compared {
  readonly difference: Difference;
  readonly before?: Process | undefined;
  readonly after?: Process | undefined;
}

export async function comparisonScene(compared: Compared, language: Language): Promise<Scene> {
  const { before, after, difference } = compared;
  const [old, now] = [before ?? after, after ?? before];
  if (old === undefined || now === undefined) throw new Error('there is nothing to compare');
  const { process, looks, idOf } = union(old, now, difference);
  const unchanged = [...process.nodes, ...process.edges].flatMap(({ id }) => (looks.has(id) ? [] : [id]));
  const whole = before === undefined ? 'added' : after === undefined ? 'removed' : undefined;
  const lookOf = (id: string): ChangeLook | undefined => whole ?? looks.get(id);
  const phrases = comparisonPhrases(language);
  const voice = voiceOf(language, language, process.language);
  const changes = new Map(
    difference.nodes.map((change) => [
      change.after ? idOf('after', change.after.id) : idOf('before', change.before?.id ?? ''),
      change,
    ]),
  );
  const plain = project(process, 'swimlane', {
    language,
    direction: 'auto',
    dimmed: new Set(whole === undefined ? unchanged : []),
  });
  const view: View = {
    ...plain,
    title: phrases.title(plain.title),
    subtitle: tell(difference, { language, content: language, wording: false }).summary.join(
      voice.words.list(['', '']),
    ),
    nodes: plain.nodes.map((node) => marked(node, lookOf(node.id), changes.get(node.id), voice, phrases)),
    edges: plain.edges.map(({ dimmed, ...edge }) => {
      const change = lookOf(edge.id);
      return change === undefined ? { ...edge, ...(dimmed && { dimmed }) } : { ...edge, change };
    }),
    legend: changeLooks
      .filter((look) => [...process.nodes, ...process.edges].some(({ id }) => lookOf(id) === look))
      .map((look) => ({ kind: `change-${look}` as const, text: phrases.looks[look] })),
  };
  const { status: _, ...untold } = view;
  return layout(untold);
}

function marked(
  node: ViewNode,
  look: ChangeLook | undefined,
  change: NodeChange | undefined,
  voice: Voice,
  phrases: ComparisonPhrases,
): ViewNode {
  if (look === undefined) return node;
  const notes = change?.status === 'changed' ? notesOf(change, voice, phrases) : [];
  const [first, ...more] = notes;
  const caption =
    first === undefined ? node.caption : more.length === 0 ? first : `${first} · ${phrases.more(more.length)}`;
  const tip = [node.tip, phrases.looks[look], ...notes].join('\n');
  return { ...node, change: look, badges: [], caption, tip, label: tip.replaceAll('\n', ' · ') };
}

/** What has changed of a step, in few words, moves and names first. */
function notesOf({ before, after, changes }: NodeChange, voice: Voice, phrases: ComparisonPhrases): readonly string[] {
  const meant = changes.filter(({ kind, path }) => kind === 'meaning' && path !== 'name');
  const first = meant.filter(({ path }) => path === 'owner' || path === 'phase');
  const rest = meant.filter((change) => !first.includes(change));
  const [old, now] = [before, after].map((standing) => (standing === undefined ? '' : voice.name(standing)));
  return [
    // Names of owners and phases tell by themselves what they are.
    ...first.map((change) => valuesOf(change, voice)),
    ...(old === now ? [] : [phrases.renamed(old ?? '')]),
    ...rest.map((change) => noteOf(change, voice, phrases)),
  ];
}

function noteOf(change: PropertyChange, voice: Voice, { colon }: ComparisonPhrases): string {
  const label = voice.phrases.properties[change.path] ?? change.path;
  return `${label}${colon}${valuesOf(change, voice)}`;
}

function valuesOf(change: PropertyChange, voice: Voice): string {
  const { before, after, added = [], removed = [] } = told('node', change, voice);
  const lists = [...removed.map((item) => `－${item}`), ...added.map((item) => `＋${item}`)];
  const { nothing } = voice.phrases;
  return lists.length > 0 ? lists.join(' ') : `${before ?? nothing} → ${after ?? nothing}`;
}

/** The scene with what is not on one side left out. */
export function onlySide(scene: Scene, side: Exclude<Shown, 'both'>): Scene {
  const absent: ChangeLook = side === 'before' ? 'added' : 'removed';
  const plainly = <T extends { readonly change?: ChangeLook; readonly dimmed?: true }>({
    change: _,
    dimmed: _2,
    ...rest
  }: T): Omit<T, 'change' | 'dimmed'> => rest;
  return {
    ...scene,
    nodes: scene.nodes.filter(({ change }) => change !== absent).map(plainly),
    edges: scene.edges.filter(({ change }) => change !== absent).map(plainly),
    legend: [],
  };
}
