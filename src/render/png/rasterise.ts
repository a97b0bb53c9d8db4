/** SVG text to PNG bytes. The adapter to resvg, which draws without a browser and with no font but ours, so the same everywhere. */
import { family, type Fonts } from '../fonts/shipped.js';

export async function rasterise(svg: string, width: number, fonts: Fonts): Promise<Uint8Array> {
  const { default: resvg } = await import('@resvg/resvg-js');
  const drawn = new resvg.Resvg(svg, {
    font: {
      // Reading the whole fonts costs about as much as cutting out what occurs, and needs no file of ours to be written.
      fontFiles: [fonts[400].path, fonts[700].path],
      loadSystemFonts: false,
      defaultFontFamily: family,
    },
    fitTo: { mode: 'width', value: width },
  });
  return drawn.render().asPng();
}
