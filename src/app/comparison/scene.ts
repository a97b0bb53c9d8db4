/**
 * One flow on both sides → pictures with the same places: of both, with what is new, gone, changed or elsewhere said at the step and the
 * rest standing back; and of each side alone, as it was and as it is.
 */
import { union, withGhosts, type GhostedUnion } from '../../analyse/diff/index.js';
import { directionOf, layoutDifference, redrawn, withClocks, withHead } from '../../layout/index.js';
import type { Difference } from '../../model/difference.js';
import type { Process } from '../../model/process.js';
import type { Scene, SceneEdge, SceneNode } from '../../model/scene.js';
import type { Language } from '../../model/text.js';
import {
  changeLooks,
  type ChangeLook,
  type LegendEntry,
  type View,
  type ViewEdge,
  type ViewNode,
} from '../../model/view.js';
import { voiceOf } from '../../report/changes/values.js';
import { project } from '../../view/index.js';
import { bandNames, idsOn, withBandNames } from './bands.js';
import { headOf, withLatinQuotes } from './head.js';
import { edgeLabel, newPlace, nodeNotes } from './notes.js';
import { comparisonPhrases } from './phrases.js';

export interface Compared {
  readonly difference: Difference;
  readonly before?: Process | undefined;
  readonly after?: Process | undefined;
}

/** Of one size; a step stands where it stands in the others. Without titles: what is around them differs. */
export interface ComparisonScenes {
  readonly both: Scene;
  readonly before: Scene;
  readonly after: Scene;
  /** For the picture of both. */
  readonly legend: readonly LegendEntry[];
}

/** The picture of both with everything that there is to say of them; `subtitle`: what is compared. */
export async function comparisonScene(compared: Compared, language: Language, subtitle = ''): Promise<Scene> {
  const { both, legend } = await comparisonScenes(compared, language);
  return withHead(both, withLatinQuotes(headOf(compared.difference, language, subtitle, legend), language));
}

export async function comparisonScenes(compared: Compared, language: Language): Promise<ComparisonScenes> {
  const { before, after, difference } = compared;
  const [old, now] = [before ?? after, after ?? before];
  if (old === undefined || now === undefined) throw new Error('there is nothing to compare');
  const whole = withGhosts(union(old, now, difference), old);
  // A reviewer knows the flow as it is drawn: it runs the same way here.
  const direction = await directionOf(project(now, 'swimlane', { language, direction: 'auto' }));
  const sides = { before: sideOf(old, language), after: sideOf(now, language) };
  const view = viewOf(compared, whole, sides, language, direction);
  const placed = await layoutDifference(view);
  const drawn = withContext(placed);
  const phrases = comparisonPhrases(language);
  const scenes = { both: { ...shown(drawn, bothOf(whole)), title: phrases.title(titleOf(now, language)) } };
  const alone = (side: 'before' | 'after'): Scene => {
    const process = compared[side];
    const ids = process === undefined ? new Map<string, string>() : whole[side];
    const named = voiceOf(language, language, process?.language ?? language);
    const names = bandNames(view, process, idsOn(side, whole), named.name);
    const texts = textsOf(view, ids, sides[side]);
    const title = phrases.side(titleOf(process ?? now, language), side);
    return { ...plain(redrawn(shown(drawn, new Set(ids.keys())), { ...texts, bands: names })), title };
  };
  return {
    ...scenes,
    before: alone('before'),
    after: alone('after'),
    legend: legendOf(scenes.both, phrases),
  };
}

const titleOf = ({ id, title, language: own }: Process, language: Language): string =>
  voiceOf(language, language, own).name({ id, name: title });

/** What the picture of one side alone would show. */
interface Side {
  readonly nodes: ReadonlyMap<string, ViewNode>;
  readonly edges: ReadonlyMap<string, ViewEdge>;
}

function sideOf(process: Process, language: Language): Side {
  const { nodes, edges } = project(process, 'swimlane', { language, direction: 'auto' });
  return { nodes: new Map(nodes.map((node) => [node.id, node])), edges: new Map(edges.map((edge) => [edge.id, edge])) };
}

function viewOf(
  { difference, before, after }: Compared,
  whole: GhostedUnion,
  sides: { readonly before: Side; readonly after: Side },
  language: Language,
  direction: Scene['direction'],
): View {
  const { process, looks, idOf, ghosts } = whole;
  const entire = before === undefined ? 'added' : after === undefined ? 'removed' : undefined;
  const phrases = comparisonPhrases(language);
  const voice = voiceOf(language, language, process.language);
  const view = project(process, 'swimlane', { language, direction });
  const stepOf = new Map([...ghosts].map(([id, ghost]) => [ghost, id]));
  const changes = new Map(
    difference.nodes.map((change) => [
      change.after ? idOf('after', change.after.id) : idOf('before', change.before?.id ?? ''),
      change,
    ]),
  );
  const edgeChanges = new Map(
    difference.edges.flatMap((change) => (change.after ? [[change.after.id, change] as const] : [])),
  );
  const alerts = alertsOf(difference, whole);
  const nodeOn = (id: string): readonly ViewNode[] =>
    (['before', 'after'] as const).flatMap((side) => sides[side].nodes.get(whole[side].get(id) ?? '') ?? []);
  const labelOn = (side: 'before' | 'after', id: string): string | undefined =>
    sides[side].edges.get(oldEdge(id, side, whole) ?? '')?.label;

  const marked = (node: ViewNode): ViewNode => {
    const ghostOf = stepOf.get(node.id);
    const change = changes.get(ghostOf ?? node.id);
    const look = entire ?? (ghostOf === undefined ? looks.get(node.id) : 'moved');
    const badges = node.badges.filter(({ kind }) => look === 'added' || kind === node.kind);
    const variants = look === undefined ? nodeOn(node.id).filter(({ name }) => name !== node.name) : nodeOn(node.id);
    const about = alerts.get(node.id);
    const basic = { ...node, badges, ...(variants.length > 0 && { variants }), ...(about && { alerts: about }) };
    if (look === undefined) return basic;
    const notes =
      change?.status !== 'changed'
        ? []
        : ghostOf === undefined
          ? nodeNotes(change, voice, phrases)
          : [phrases.movedTo(newPlace(change, voice))];
    const tip = [node.tip, ghostOf === undefined ? phrases.looks[look] : phrases.ghost, ...notes].join('\n');
    return {
      ...basic,
      ...(ghostOf !== undefined && { ghost: true, badges: [] }),
      change: look,
      notes,
      tip,
      label: tip.replaceAll('\n', ' · '),
    };
  };
  const joined = (edge: ViewEdge): ViewEdge => {
    if (whole.arrows.has(edge.id))
      return { ...edge, label: '', main: false, otherwise: false, change: 'moved', ghost: true };
    const look = entire ?? looks.get(edge.id);
    const change = edgeChanges.get(edge.id);
    const labels = { before: labelOn('before', edge.id) ?? edge.label, after: labelOn('after', edge.id) ?? edge.label };
    const label =
      look === 'changed' && change ? edgeLabel(change, labels, voice, phrases) : edge.label || labels.before;
    const others = [labels.before, labels.after].filter((text) => text !== label);
    return {
      ...edge,
      label,
      ...(look !== undefined && { change: look }),
      ...(others.length > 0 && { variants: others.map((text) => ({ label: text })) }),
    };
  };
  const { status: _, ...rest } = entire === undefined ? withBandNames(view, difference, voice, phrases) : view;
  return {
    ...rest,
    // Around the pictures stands more than a title: see `head`.
    title: '',
    subtitle: '',
    nodes: view.nodes.map(marked),
    edges: view.edges.map(joined),
    legend: [],
  };
}

/** Its id on a side. A connection of a step that has moved is drawn twice, and is the same before as now. */
function oldEdge(id: string, side: 'before' | 'after', whole: GhostedUnion): string | undefined {
  return whole[side].get(id);
}

/** By id in the picture, the numbers of the sentences of risk about a step, or about a way out of it. */
function alertsOf({ risks }: Difference, { idOf, process }: GhostedUnion): ReadonlyMap<string, readonly number[]> {
  const nodes = new Set(process.nodes.map(({ id }) => id));
  const alerts = new Map<string, readonly number[]>();
  risks.forEach(({ kind, side, element, unsound = [] }, index) => {
    const ids = [
      ...(kind === 'node' || kind === 'edge' ? [idOf(side, element.id)] : []),
      ...unsound.map(({ node }) => idOf('after', node.id)),
    ];
    for (const id of new Set(ids)) if (nodes.has(id)) alerts.set(id, [...(alerts.get(id) ?? []), index + 1]);
  });
  return alerts;
}

/** What stayed as it was stands back. */
function withContext(scene: Scene): Scene {
  const context = ({ change, alerts }: Pick<SceneNode, 'change' | 'alerts'>): boolean =>
    change === undefined && alerts === undefined;
  return {
    ...scene,
    nodes: scene.nodes.map((node) => (context(node) ? { ...node, dimmed: true } : node)),
    edges: scene.edges.map((edge) => (context(edge) ? { ...edge, dimmed: true } : edge)),
  };
}

/** The picture of both has ghosts, and how their steps have moved, but not the connections that they had. */
function bothOf({ process, before, after, arrows, ghosts, looks }: GhostedUnion): ReadonlySet<string> {
  const old = new Set(ghosts.values());
  const links = process.edges.filter(
    ({ id }) => before.has(id) && !after.has(id) && looks.get(id) !== 'removed' && !arrows.has(id),
  );
  const hidden = new Set(links.map(({ id }) => id));
  return new Set(
    [...process.nodes, ...process.edges].map(({ id }) => id).filter((id) => old.has(id) || !hidden.has(id)),
  );
}

function shown(scene: Scene, ids: ReadonlySet<string>): Scene {
  return withClocks({
    ...scene,
    nodes: scene.nodes.filter(({ id }) => ids.has(id)),
    edges: scene.edges.filter(({ id }) => ids.has(id)),
  });
}

/** What a side says by itself, where that is not what the picture of both says. */
function textsOf(
  view: View,
  ids: ReadonlyMap<string, string>,
  side: Side,
): { readonly nodes: ReadonlyMap<string, ViewNode>; readonly labels: ReadonlyMap<string, string> } {
  return {
    nodes: new Map(
      view.nodes.flatMap(({ id, variants }) => {
        const own = side.nodes.get(ids.get(id) ?? '');
        return own === undefined || variants === undefined ? [] : [[id, own] as const];
      }),
    ),
    labels: new Map(
      view.edges.flatMap(({ id, label }) => {
        const own = side.edges.get(ids.get(id) ?? '');
        return own === undefined || own.label === label ? [] : [[id, own.label] as const];
      }),
    ),
  };
}

/** Without signs: one side knows nothing of the other. */
function plain(scene: Scene): Scene {
  return {
    ...scene,
    nodes: scene.nodes.map(({ change: _, sign: _2, ghost: _3, alert: _4, alerts: _5, ...node }): SceneNode => node),
    edges: scene.edges.map(({ change: _, sign: _2, ghost: _3, own: _4, ...edge }): SceneEdge => edge),
  };
}

function legendOf({ nodes, edges }: Scene, phrases: ReturnType<typeof comparisonPhrases>): readonly LegendEntry[] {
  const all: readonly { readonly change?: ChangeLook }[] = [...nodes, ...edges];
  return [
    ...changeLooks
      .filter((look) => all.some(({ change }) => change === look))
      .map((look) => ({ kind: `change-${look}` as const, text: phrases.looks[look] })),
    ...(nodes.some(({ ghost }) => ghost === true) ? [{ kind: 'change-ghost' as const, text: phrases.ghost }] : []),
  ];
}
