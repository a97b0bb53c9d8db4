/** SVG without text to PNG bytes. The adapter to resvg, which draws without a browser and, as no font is asked for, the same everywhere. */
export async function rasterise(svg: string, width: number): Promise<Uint8Array> {
  const { default: resvg } = await import('@resvg/resvg-js');
  const drawn = new resvg.Resvg(svg, { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: width } });
  return drawn.render().asPng();
}
