/**
 * SVG without text to pixels, strip by strip. The adapter to resvg, which draws without a browser and, as no font is asked for, the same
 * everywhere.
 *
 * A strip is drawn on another thread while the one before it is packed into the file. How high strips are depends on the picture
 * alone, never on the machine.
 */
import type { Pixels } from './encode.js';

export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Pixels of a strip, about: many enough that reading the picture anew for each costs little. */
const ofStrip = 2_000_000;

/** Strips that are drawn at once: more would only fill the memory before they are wanted. */
const atOnce = 2;

/** `svg`: a whole file; `from`: its size in it, which is stretched to the size in pixels. */
export async function* rasterise(svg: string, from: Extent, to: Extent): AsyncGenerator<Pixels> {
  const { default: resvg } = await import('@resvg/resvg-js');
  const rows = Math.max(1, Math.floor(ofStrip / to.width));
  const draw = async (first: number): Promise<Pixels> => {
    const count = Math.min(rows, to.height - first);
    const { width, height, pixels } = await resvg.renderAsync(
      part(svg, { width: to.width, height: count }, [
        0,
        (first * from.height) / to.height,
        from.width,
        (count * from.height) / to.height,
      ]),
      { font: { loadSystemFonts: false } },
    );
    if (width !== to.width || height !== count)
      throw new Error(`${width} × ${height} pixels drawn, not ${to.width} × ${count}`);
    return { width, height, data: pixels };
  };
  const drawn: Promise<Pixels>[] = [];
  for (let next = 0; next < to.height || drawn.length > 0;) {
    for (; drawn.length < atOnce && next < to.height; next += rows) drawn.push(draw(next));
    const strip = await drawn.shift();
    if (strip !== undefined) yield strip;
  }
}

/** The file with another size and another part in sight. */
function part(svg: string, { width, height }: Extent, box: readonly number[]): string {
  return svg.replace(
    /<svg [^>]*>/u,
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${box.join(' ')}" preserveAspectRatio="none">`,
  );
}
