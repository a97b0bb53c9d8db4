/**
 * Every model of the corpus and every example, drawn once for all who ask: by itself (direction `auto`) and in both directions.
 */
import { layout, quality } from '../../../src/layout/index.js';
import type { Scene } from '../../../src/model/scene.js';
import type { View } from '../../../src/model/view.js';
import { project, views } from '../../../src/view/index.js';
import { examples } from '../../fixtures/examples.js';
import type { Direction } from './figures.js';
import { corpusSets, corpusViews } from './models.js';

export interface Subject {
  readonly id: string;
  readonly set: string;
  /** In direction `auto`. */
  readonly view: View;
}

const exampleViews: readonly Subject[] = examples.flatMap(([path, process]) =>
  views.map(({ id }) => ({
    id: `${path}:${id}`,
    set: `examples ${id}`,
    view: project(process, id, { language: process.language, direction: 'auto' }),
  })),
);

export const sets: readonly string[] = [...corpusSets, ...views.map(({ id }) => `examples ${id}`)];
export const subjects: readonly Subject[] = [...corpusViews, ...exampleViews];

export type Pictures = Readonly<Record<Direction, Scene>> & {
  /** How long the picture in direction `auto` took. */
  readonly milliseconds: number;
};

const drawn = new Map<Subject, Promise<Pictures>>();

export function draw(subject: Subject): Promise<Pictures> {
  const known = drawn.get(subject) ?? drawAfresh(subject.view);
  drawn.set(subject, known);
  return known;
}

async function drawAfresh(view: View): Promise<Pictures> {
  const start = performance.now();
  const auto = await layout(view);
  const milliseconds = performance.now() - start;
  // `auto` takes one of the two, and to draw that one again would take time and show nothing; a test makes sure.
  const other = await layout({ ...view, direction: auto.direction === 'down' ? 'right' : 'down' });
  return auto.direction === 'down'
    ? { auto, down: auto, right: other, milliseconds }
    : { auto, down: other, right: auto, milliseconds };
}

/** What is wrong with a picture: hard rules broken, and what is missing, twice or in excess. */
export function faults(view: View, scene: Scene): string[] {
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  const lanes = scene.bands.filter(({ kind }) => kind === 'lane');
  return [
    ...quality(scene).violations.map(({ rule, what }) => `${rule}: ${what}`),
    ...differ('nodes', ids(view.nodes), ids(scene.nodes)),
    ...differ('connections', ids(view.edges), ids(scene.edges)),
    ...differ('lanes', ids(view.lanes), ids(lanes)),
  ];
}

function differ(what: string, wanted: readonly string[], found: readonly string[]): string[] {
  const same = wanted.length === found.length && wanted.every((id, index) => id === found[index]);
  return same ? [] : [`${what}: ${wanted.join(' ')} wanted, ${found.join(' ')} drawn`];
}
