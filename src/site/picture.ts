/**
 * A scene as a picture in a page: the same drawing as in an SVG file, without a style sheet of its own.
 *
 * The page's rules forbid style in the page itself, so the colours stand in the style sheet of the site (`styles.ts`). Ids are made
 * unique, because a page has several pictures; and each connection says where it leads from and to, for the program in the page.
 */
import type { Element } from 'hast';
import type { Scene } from '../model/scene.js';
import { picture } from '../render/svg/picture.js';
import { formatNumber } from '../base/xml.js';
import { fromXml } from '../render/html/tree.js';

/** Above everything that is drawn. */
const margin = 12;

const idPattern = /^(?:title|description)$/u;

/** Without the title, which the page says itself; the rest moves up. */
export function pictureIn({ heading: _, status: _2, ...untitled }: Scene): Element {
  const scene: Scene = { ...untitled, heading: [] };
  const top = Math.max(0, topOf(scene) - margin);
  const edges = new Map(scene.edges.map((edge) => [edge.id, edge]));
  const unique = (id: string): string => `${scene.view}-${id}`;
  const svg = fromXml(picture(scene, { theme: 'light' }), (name, attributes) => {
    if (name === 'style') return undefined;
    const { id, 'data-edge': edgeId, 'aria-labelledby': labelled, 'aria-label': label, ...rest } = attributes;
    const edge = typeof edgeId === 'string' ? edges.get(edgeId) : undefined;
    return {
      ...rest,
      // A link is called by its title, which begins with what one sees; where it leads on to is said in its section.
      ...(name !== 'a' && label !== undefined && { 'aria-label': label }),
      ...(id !== undefined && { id }),
      ...(edgeId !== undefined && { 'data-edge': edgeId }),
      ...(name === 'svg' && {
        height: scene.height - top,
        viewBox: [0, top, scene.width, scene.height - top].map(formatNumber).join(' '),
      }),
      ...(typeof id === 'string' && idPattern.test(id) && { id: unique(id) }),
      ...(typeof labelled === 'string' && { 'aria-labelledby': labelled.split(' ').map(unique).join(' ') }),
      ...(edge && { 'data-from': edge.from, 'data-to': edge.to }),
    };
  });
  if (svg === undefined) throw new Error('a picture without a root');
  return { ...svg, properties: { ...svg.properties, className: ['picture'], dataView: scene.view } };
}

function topOf({ frames, bands, nodes, edges, legend }: Scene): number {
  const boxes = [
    ...frames,
    ...bands.map(({ box }) => box),
    ...nodes.map(({ box }) => box),
    ...legend.map(({ swatch }) => swatch),
  ];
  const points = edges.flatMap(({ points: line, label }) => [...line, ...(label === undefined ? [] : [label.box])]);
  return [...boxes, ...points].reduce((top, { y }) => Math.min(top, y), Number.POSITIVE_INFINITY);
}
