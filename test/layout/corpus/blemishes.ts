/**
 * What a reader would mark in a picture that keeps every hard rule.
 *
 * Found by looking at pictures of the corpus, and counted from then on. Separate from the layout's own report, so that it does
 * not judge itself by what it already minds; what can always be avoided belongs there as a hard rule one day.
 */
import { boxesOverlap, grow, segmentHitsBox, segmentsOf } from '../../../src/layout/measures.js';
import type { Box, Point, Scene, SceneEdge, TextRun } from '../../../src/model/scene.js';
import type { View } from '../../../src/model/view.js';

const clockRadius = 8;
/** A label further than this from its own connection, px, could be anyone's. */
const reach = 12;

const hits = (edge: SceneEdge, box: Box): boolean =>
  segmentsOf(edge.points).some((stretch) => segmentHitsBox(stretch, box));

/** The clock of a timeout under a label, or on another connection of its node. */
function coveredClocks(scene: Scene): string[] {
  return scene.nodes.flatMap(({ id, clock }) => {
    if (clock === undefined) return [];
    const inside = grow({ ...clock, width: 0, height: 0 }, clockRadius / 2);
    const covered = scene.edges.some(
      (edge) =>
        (edge.label !== undefined && distance(clock, edge.label.box) < clockRadius) ||
        (edge.kind !== 'timeout' && hits(edge, inside)),
    );
    return covered ? [id] : [];
  });
}

function distance({ x, y }: Point, box: Box): number {
  return Math.hypot(Math.max(0, box.x - x, x - box.x - box.width), Math.max(0, box.y - y, y - box.y - box.height));
}

/** The name beside a bar on something else. */
function coveredBarNames(scene: Scene): string[] {
  return scene.nodes.flatMap((bar) => {
    if (bar.type !== 'fork' && bar.type !== 'join') return [];
    const covered = bar.runs
      .map(boxOf)
      .some(
        (box) =>
          scene.nodes.some((node) => node !== bar && boxesOverlap(node.box, box)) ||
          scene.edges.some(
            (edge) => hits(edge, box) || (edge.label !== undefined && boxesOverlap(edge.label.box, box)),
          ),
      );
    return covered ? [bar.id] : [];
  });
}

function farLabels(scene: Scene): string[] {
  return scene.edges.flatMap((edge) =>
    edge.label !== undefined && !hits(edge, grow(edge.label.box, reach)) ? [edge.id] : [],
  );
}

/** A word that goes on in the next line without a hyphen. */
function brokenWords(scene: Scene, view: View): string[] {
  const names = new Map(view.nodes.map(({ id, name }) => [id, name]));
  return [
    ...scene.nodes.map(({ id, runs }) => ({ id, full: names.get(id) ?? '', runs })),
    ...scene.edges.flatMap(({ id, label }) => (label === undefined ? [] : [{ id, ...label }])),
    ...scene.bands,
  ].flatMap(({ id, full, runs }) => (breaksWord(full, runs) ? [id] : []));
}

function breaksWord(full: string, runs: readonly TextRun[]): boolean {
  let at = 0;
  return runs.some(({ text }, line) => {
    const found = full.indexOf(text, at);
    if (found < 0 || line === runs.length - 1) return false;
    at = found + text.length;
    const [before, after] = [full.slice(0, at), full.slice(at)];
    return /\p{Script=Latin}$/u.test(before) && /^\p{Script=Latin}/u.test(after);
  });
}

/** A name of which not all is shown. */
function cutNames(scene: Scene): string[] {
  return scene.nodes.flatMap(({ id, runs }) =>
    runs.some(({ text, role }) => role === 'node' && /(?:…|\.\.\.)$/u.test(text)) ? [id] : [],
  );
}

function boxOf({ x, y, anchor, width, size }: TextRun): Box {
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
  return { x: left, y: y - 0.78 * size, width, height: 0.96 * size };
}

const finders = { coveredClocks, coveredBarNames, farLabels, brokenWords, cutNames };

export const blemishKinds = ['coveredClocks', 'coveredBarNames', 'farLabels', 'brokenWords', 'cutNames'] as const;
export type Blemish = (typeof blemishKinds)[number];

/** Ids of what is marred in one way. */
export function blemishes(kind: Blemish, scene: Scene, view: View): readonly string[] {
  return finders[kind](scene, view);
}
