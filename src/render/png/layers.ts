/**
 * What makes a layer of its own when pixels are drawn: an `<svg>` within, transparency, a clip, a mask.
 *
 * resvg ends the whole process, past every `catch`, over a layer that lies outside of the part it is asked for; pictures are drawn part by
 * part. So no drawing for pixels may have one, and one that has is refused with a word for it. Asked of the tree: in the file, an author's
 * text may look like anything.
 */
import type { XmlElement } from '../../base/xml.js';

const elements: ReadonlySet<string> = new Set([
  'svg',
  'clipPath',
  'mask',
  'filter',
  'image',
  'pattern',
  'symbol',
  'use',
]);
const attributes = ['opacity', 'clip-path', 'mask', 'filter'] as const;

/** Throws an Error that names the first layer below the root. */
export function refuseLayers(root: XmlElement): void {
  for (const child of root.children) {
    if (typeof child !== 'object') continue;
    const attribute = attributes.find((name) => child.attributes[name] !== undefined);
    if (elements.has(child.name) || attribute !== undefined)
      throw new Error(`a drawing for pixels has a layer of its own: ${attribute ?? `<${child.name}>`}`);
    refuseLayers(child);
  }
}
