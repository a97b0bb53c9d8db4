/** Title block and legend. */
import { measure } from '../base/text/measure.js';
import { wrap } from '../base/text/wrap.js';
import type { Box, FontWeight, Scene, SceneLegendItem, TextRole, TextRun } from '../model/scene.js';
import type { LegendEntry, View } from '../model/view.js';
import { evenWidth } from './legend-rows.js';

/** Free space around the whole picture, px. */
export const margin = 24;

/** Small signs need less room than shapes and lines. */
function isSign({ kind }: LegendEntry): boolean {
  return /^(?:sla|duration|approval|system|notify|confidential|personal|sensitive|locked|unlocked|risk|kpi|channel)/u.test(
    kind,
  );
}

/** Rows of swatches with their words, as wide as the picture allows. */
export function makeLegend(
  view: View,
  left: number,
  top: number,
  width: number,
): { items: SceneLegendItem[]; height: number } {
  const gap = 20;
  const entries = view.legend.map((entry) => {
    const text = wrap(entry.text, { size: 11, weight: 400, maxWidth: 300, maxLines: 1 }).lines[0] ?? '';
    const textWidth = measure(text, 11, 400);
    const swatch = isSign(entry) ? 14 : 26;
    const indent = swatch + 6;
    return { entry, text, textWidth, swatch, indent, length: indent + Math.ceil(textWidth) };
  });
  const right =
    left +
    evenWidth(
      entries.map(({ length }) => length),
      gap,
      width,
    );
  const items: SceneLegendItem[] = [];
  let x = left;
  let y = top;
  for (const { entry, text, textWidth, swatch, indent, length } of entries) {
    if (x > left && x + length > right) {
      x = left;
      y += 24;
    }
    items.push({
      entry,
      swatch: { x, y, width: swatch, height: 16 },
      run: { text, x: x + indent, y: y + 12, anchor: 'start', size: 11, weight: 400, width: textWidth, role: 'legend' },
    });
    x += length + gap;
  }
  return { items, height: items.length === 0 ? 0 : y + 16 - top };
}

export interface Heading {
  readonly runs: readonly TextRun[];
  readonly status?: NonNullable<Scene['status']>;
  /** The right edge of what stands in it, from the left margin. */
  readonly width: number;
  readonly height: number;
}

const titleSize = 20;
const statusSize = 11;

export function makeHeading(view: Pick<View, 'title' | 'subtitle' | 'status'>, width: number): Heading {
  const runs: TextRun[] = [];
  let y = margin;
  const line = (text: string, role: TextRole, size: number, weight: FontWeight, baseline: number): TextRun => {
    const run: TextRun = {
      text,
      x: margin,
      y: y + baseline,
      anchor: 'start',
      size,
      weight,
      width: measure(text, size, weight),
      role,
    };
    runs.push(run);
    return run;
  };
  let title: TextRun | undefined;
  for (const text of wrap(view.title, { size: titleSize, weight: 700, maxWidth: width, maxLines: 3 }).lines) {
    if (text === '') continue;
    title = line(text, 'title', titleSize, 700, 20);
    y += 28;
  }
  const status = view.status && statusBeside(view.status, title);
  for (const text of wrap(view.subtitle, { size: 12, weight: 400, maxWidth: width, maxLines: 2 }).lines) {
    if (text === '') continue;
    line(text, 'subtitle', 12, 400, 13);
    y += 19;
  }
  const rights = [...runs.map((run) => run.width), ...(status ? [status.box.x + status.box.width - margin] : [])];
  return {
    runs,
    ...(status && { status }),
    width: Math.max(0, ...rights),
    height: runs.length === 0 ? margin : y + 14,
  };
}

/** After the last line of the title, on its middle. */
function statusBeside(
  { id, text }: NonNullable<View['status']>,
  title: TextRun | undefined,
): NonNullable<Scene['status']> {
  const width = measure(text, statusSize, 700);
  const middle = title === undefined ? margin + 14 : title.y - 7;
  const box: Box = {
    x: margin + (title === undefined ? 0 : Math.ceil(title.width) + 12),
    y: middle - 10,
    width: Math.ceil(width) + 18,
    height: 20,
  };
  const run: TextRun = {
    text,
    x: box.x + box.width / 2,
    y: middle + 4,
    anchor: 'middle',
    size: statusSize,
    weight: 700,
    width,
    role: 'status',
  };
  return { id, box, run };
}
