/** Title block and legend. */
import { measure } from '../base/text/measure.js';
import { wrap } from '../base/text/wrap.js';
import type { SceneLegendItem, TextRun } from '../model/scene.js';
import type { View } from '../model/view.js';

/** Free space around the whole picture, px. */
export const margin = 24;

/** Rows of swatches with their words, as wide as the picture allows. */
export function makeLegend(
  view: View,
  left: number,
  top: number,
  width: number,
): { items: SceneLegendItem[]; height: number } {
  const items: SceneLegendItem[] = [];
  let x = left;
  let y = top;
  for (const entry of view.legend) {
    const text = wrap(entry.text, { size: 11, weight: 400, maxWidth: 300, maxLines: 1 }).lines[0] ?? '';
    const textWidth = measure(text, 11, 400);
    if (x > left && x + 32 + textWidth > left + width) {
      x = left;
      y += 24;
    }
    items.push({
      entry,
      swatch: { x, y, width: 26, height: 16 },
      run: { text, x: x + 32, y: y + 12, anchor: 'start', size: 11, weight: 400, width: textWidth, role: 'legend' },
    });
    x += 32 + Math.ceil(textWidth) + 20;
  }
  return { items, height: items.length === 0 ? 0 : y + 16 - top };
}

export function makeHeading(view: View, width: number): { runs: TextRun[]; height: number } {
  const runs: TextRun[] = [];
  let y = margin;
  for (const text of wrap(view.title, { size: 20, weight: 700, maxWidth: width, maxLines: 3 }).lines) {
    if (text === '') continue;
    runs.push({
      text,
      x: margin,
      y: y + 20,
      anchor: 'start',
      size: 20,
      weight: 700,
      width: measure(text, 20, 700),
      role: 'title',
    });
    y += 28;
  }
  for (const text of wrap(view.subtitle, { size: 12, weight: 400, maxWidth: width, maxLines: 2 }).lines) {
    if (text === '') continue;
    runs.push({
      text,
      x: margin,
      y: y + 13,
      anchor: 'start',
      size: 12,
      weight: 400,
      width: measure(text, 12, 400),
      role: 'subtitle',
    });
    y += 19;
  }
  return { runs, height: runs.length === 0 ? margin : y + 14 };
}
