/**
 * A scene as a picture in a page: the same drawing as in an SVG file, without a style sheet of its own.
 *
 * The page's rules forbid style in the page itself, so the colours stand in the style sheet of the site (`styles.ts`). Ids are made
 * unique, because a page has several pictures; and each connection says where it leads from and to, for the program in the page.
 */
import type { Element } from 'hast';
import type { Scene } from '../model/scene.js';
import { picture } from '../render/svg/picture.js';
import { fromXml } from './html.js';

const idPattern = /^(?:title|description)$/u;

export function pictureIn(scene: Scene): Element {
  const edges = new Map(scene.edges.map((edge) => [edge.id, edge]));
  const unique = (id: string): string => `${scene.view}-${id}`;
  const svg = fromXml(picture(scene, { theme: 'light' }), (name, attributes) => {
    if (name === 'style') return undefined;
    const { id, 'data-edge': edgeId, 'aria-labelledby': labelled } = attributes;
    const edge = typeof edgeId === 'string' ? edges.get(edgeId) : undefined;
    return {
      ...attributes,
      ...(typeof id === 'string' && idPattern.test(id) && { id: unique(id) }),
      ...(typeof labelled === 'string' && { 'aria-labelledby': labelled.split(' ').map(unique).join(' ') }),
      ...(edge && { 'data-from': edge.from, 'data-to': edge.to }),
    };
  });
  if (svg === undefined) throw new Error('a picture without a root');
  return { ...svg, properties: { ...svg.properties, className: ['picture'], dataView: scene.view } };
}
