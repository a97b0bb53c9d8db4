/** A drawing → the bytes of its PNG, with what its reader should know of it. */
import { xmlDocument, type XmlElement } from '../../base/xml.js';
import { drawable } from '../fonts/drawable.js';
import { shippedFonts } from '../fonts/shipped.js';
import type { Noted } from '../format.js';
import { encodePng } from './encode.js';
import { refuseLayers } from './layers.js';
import { outlined } from './outlined.js';
import { rasterise } from './rasterise.js';
import { sizeOf } from './size.js';

interface Extent {
  readonly width: number;
  readonly height: number;
}

export async function drawPng(
  drawing: XmlElement,
  extent: Extent,
  asked: { readonly scale?: number; readonly width?: number } = {},
): Promise<Noted & { readonly content: Uint8Array }> {
  refuseLayers(drawing);
  const fonts = await shippedFonts();
  const drawn = drawable(drawing, fonts);
  const size = sizeOf(extent, asked);
  const strips = rasterise(xmlDocument(outlined(drawn.picture, fonts)), extent, size);
  return { content: await encodePng(size, strips), notes: [...size.notes, ...drawn.notes] };
}
