/** How an element of the drawing is painted: what its class says, then what it says itself, then what it is inside of, as in SVG. */
import type { XmlAttributes } from '../../base/xml.js';
import type { Paint } from '../svg/palette.js';

export interface Style {
  /** `none`, or a colour such as `#1b2433`. */
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly dashes: readonly number[];
  readonly cap: 'butt' | 'round';
  readonly join: 'miter' | 'round';
}

export const initialStyle: Style = {
  fill: '#000000',
  stroke: 'none',
  strokeWidth: 1,
  dashes: [],
  cap: 'butt',
  join: 'miter',
};

export function styleOf(attributes: XmlAttributes, paints: ReadonlyMap<string, Paint>, outer: Style): Style {
  const said = (name: string): string | undefined => attributes[name]?.toString();
  const paint = paintOf(said('class'), paints);
  const dashes = said('stroke-dasharray');
  return {
    fill: paint.fill ?? said('fill') ?? outer.fill,
    stroke: paint.stroke ?? said('stroke') ?? outer.stroke,
    strokeWidth: Number(said('stroke-width') ?? outer.strokeWidth),
    dashes: dashes === undefined ? outer.dashes : dashes.split(/[ ,]+/u).map(Number),
    cap: said('stroke-linecap') === 'round' ? 'round' : outer.cap,
    join: said('stroke-linejoin') === 'round' ? 'round' : outer.join,
  };
}

function paintOf(className: string | undefined, paints: ReadonlyMap<string, Paint>): Paint {
  if (className === undefined) return {};
  const paint = paints.get(className);
  if (paint === undefined) throw new TypeError(`the palette has no class ${className}`);
  return paint;
}
