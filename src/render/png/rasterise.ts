/** SVG without text to pixels. The adapter to resvg, which draws without a browser and, as no font is asked for, the same everywhere. */
import type { Pixels } from './encode.js';

export async function rasterise(svg: string, width: number): Promise<Pixels> {
  const { default: resvg } = await import('@resvg/resvg-js');
  const drawn = new resvg.Resvg(svg, { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: width } });
  const { width: across, height, pixels } = drawn.render();
  return { width: across, height, data: pixels };
}
