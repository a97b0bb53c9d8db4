/**
 * Cells of a draw.io file as values, in coordinates of the picture; writing makes them relative to the container that each is in.
 *
 * Separate from what the cells show, so that no other code has to know the file's coordinates or how a style is spelt. Labels and tool
 * tips are the author's: labels are plain text (`html=0`), and tool tips, which draw.io reads as HTML, are escaped for that.
 */
import { block, element, escapeText, type XmlAttributes, type XmlElement } from '../../base/xml.js';
import type { Box, Point } from '../../model/scene.js';

/** Keys and values are the program's own, never the author's: nothing in them needs escaping. */
export type Style = Readonly<Record<string, string | number | undefined>>;

interface Common {
  readonly id: string;
  readonly parent: string;
  /** What draw.io calls the shape, in front of the style: `swimlane`, `rhombus`, `text`. */
  readonly shape?: string;
  readonly style: Style;
  readonly label?: string;
  readonly tip?: string;
  readonly href?: string;
}

export interface Vertex extends Common {
  readonly box: Box;
}

/** A vertex that goes along with a connection: its top left corner, from a point of the line. */
export interface Rider extends Common {
  readonly size: { readonly width: number; readonly height: number };
  readonly at: Place;
}

export interface Connector extends Common {
  readonly from: string;
  readonly to: string;
  readonly waypoints: readonly Point[];
  readonly labelAt?: Place;
}

/** A place beside a line: how far along it, from -1 to 1, and how far from there. */
export interface Place {
  readonly along: number;
  readonly offset: Point;
}

export type Cell = Vertex | Rider | Connector;

/** The layer that everything is on. */
export const layer = '1';

export function writeCells(cells: readonly Cell[]): XmlElement[] {
  const boxes = new Map(cells.flatMap((cell) => ('box' in cell ? [[cell.id, cell.box] as const] : [])));
  return cells.map((cell) => {
    const origin = boxes.get(cell.parent) ?? { x: 0, y: 0 };
    const { id, parent, shape, label = '', tip, href } = cell;
    const style = styleText(shape, cell.style);
    const value = { id, value: label };
    if (tip === undefined && href === undefined)
      return block('mxCell', { ...value, style, parent, ...kindOf(cell) }, geometryOf(cell, origin));
    return block(
      'UserObject',
      { id, label, tooltip: tip === undefined ? undefined : escapeText(tip), link: href },
      block('mxCell', { style, parent, ...kindOf(cell) }, geometryOf(cell, origin)),
    );
  });
}

function kindOf(cell: Cell): XmlAttributes {
  return 'from' in cell ? { edge: '1', source: cell.from, target: cell.to } : { vertex: '1' };
}

function geometryOf(cell: Cell, origin: Point): XmlElement {
  if ('box' in cell) {
    const { x, y, width, height } = cell.box;
    return element('mxGeometry', { x: x - origin.x, y: y - origin.y, width, height, as: 'geometry' });
  }
  if ('at' in cell) return beside(cell.at, cell.size, []);
  const points = cell.waypoints.map(({ x, y }) => element('mxPoint', { x: x - origin.x, y: y - origin.y }));
  return beside(cell.labelAt, {}, points.length === 0 ? [] : [block('Array', { as: 'points' }, ...points)]);
}

function beside(place: Place | undefined, size: XmlAttributes, children: readonly XmlElement[]): XmlElement {
  // Four decimals: a hundredth of a long line is more than a pixel.
  const x = place && String(Math.round(place.along * 10_000) / 10_000);
  const offset = place && element('mxPoint', { x: place.offset.x, y: place.offset.y, as: 'offset' });
  return block('mxGeometry', { x, ...size, relative: '1', as: 'geometry' }, ...children, offset);
}

function styleText(shape: string | undefined, style: Style): string {
  const parts = Object.entries(style).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]));
  return [...(shape === undefined ? [] : [shape]), ...parts, ''].join(';');
}
