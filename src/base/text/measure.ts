/**
 * How wide a line of text will be, without a browser and without a font: from the widths and kerning of Noto Sans SC.
 *
 * Within 1 % of what Chromium draws with that font. Ideographs are one em in every font; Latin letters of another font may be
 * up to 14 % wider or narrower, so leave air where the font is not embedded.
 */
import { clusters } from './clusters.js';
import { fontTable } from './font-table.js';
import type { FontWeight } from './font-table.js';

export type { FontWeight } from './font-table.js';

/**
 * Widths measured before, in thousandths of an em, as a layout asks for the same lines in every picture that it tries. Bounded as
 * what `wrap` keeps.
 */
const known = new Map<FontWeight, Map<string, number>>();
const mostKnown = 4000;
const longestKnown = 200;

/** Width in pixels of a single line of text set in a font size in pixels. */
export function measure(text: string, size: number, weight: FontWeight): number {
  return (unitsOf(text, weight) * size) / 1000;
}

function unitsOf(text: string, weight: FontWeight): number {
  if (text.length > longestKnown) return sumOfWidths(text, weight);
  const widths = known.get(weight) ?? new Map<string, number>();
  let units = widths.get(text);
  if (units !== undefined) return units;
  units = sumOfWidths(text, weight);
  if (widths.size >= mostKnown) widths.clear();
  known.set(weight, widths.set(text, units));
  return units;
}

function sumOfWidths(text: string, weight: FontWeight): number {
  let units = 0;
  for (const { width, kerning } of clusters(text, fontTable(weight))) units += width + kerning;
  return units;
}
